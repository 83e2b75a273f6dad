"""What holds for any bytes, and the promise that a sentence of a story is never taken for less."""

from __future__ import annotations

import textwrap

from hypothesis import given, settings
from hypothesis import strategies as st

from newsarc.config import Configuration
from newsarc.reading.reader import Reader
from tests.helpers.news_records import SECTIONS, date_as_written
from tests.helpers.news_words import caption, dek, name, one_of, sentence, title
from tests.helpers.readings import assert_nothing_is_lost
from tests.test_pasted import TELLING, any_text

READER = Reader(Configuration())
LETTERS = {
    "utf-8": "aZ äñ漢ж\u0301\u200b\ufeff😀\0\t.,:—",
    "utf-16": "aZ äñ漢ж\u0301\u200b\ufeff😀\t.,:—",
    "cp1252": "aeinrst ABZ äöüßéèçñ€„“”’—\xa0.,:",
    "cp1251": "абвгдеёжзийклмнопрстуфхцчшщъыьэюя АВЯ «»—№.,:",
    "shift_jis": "日本語新聞記事の見出しあいうえおカタカナ。、「」　12:",
    "gb18030": "新华社北京记者报道中文标题日月年。，：《》　12:",
}
"""Of what texts in an encoding are made."""
LINE_BREAKS = ("\n", "\r\n", "\r", "\n\n", "\x0b", "\x0c", "\x85", "\u2028", "\u2029")
HEADS = (
    "---\nlang: en\n---\n",
    '---\ntitle: ""\n---\n',
    "---\ntitle: A title\ntags: [a]\n---\n",
    "+++\ndate = 2020-10-13\n+++\n",
    '{"byline": "Ada Fenwick"}\n',
    "---\nnot front matter\n",
)
paths = st.sampled_from(("a.txt", "a.md", "2011/03/04/dam.txt", "IMG_0123.text", "b.markdown"))


@st.composite
def encoded_texts(draw: st.DrawFn) -> bytes:
    """Lines that may mean something, in one of the encodings that news was ever saved in."""
    encoding, letters = draw(st.sampled_from(sorted(LETTERS.items())))
    line = st.sampled_from(TELLING) | st.text(letters, max_size=60)
    lines = draw(st.lists(st.tuples(line, st.sampled_from(LINE_BREAKS)), max_size=16))
    head = draw(st.just("") | st.sampled_from(HEADS))
    return (head + "".join(map("".join, lines))).encode(encoding, "ignore")


def assert_read_for_good(path: str, data: bytes) -> None:
    reading = READER.read(path, data)
    assert_nothing_is_lost(reading, data)
    assert READER.read(path, data) == reading


@settings(max_examples=300)
@given(paths, st.binary(max_size=400))
def test_any_bytes_are_read_without_loss(path: str, data: bytes) -> None:
    assert_read_for_good(path, data)


@settings(max_examples=250)
@given(paths, encoded_texts())
def test_any_encoding_is_read_without_loss(path: str, data: bytes) -> None:
    assert_read_for_good(path, data)


@settings(max_examples=300)
@given(paths, st.sampled_from(HEADS), any_text)
def test_any_text_below_front_matter_is_read_without_loss(path: str, head: str, text: str) -> None:
    assert_read_for_good(path, (head + text).encode())


def test_a_second_credit_is_read_without_loss() -> None:
    meta = "2010-05-06 | Photo: Tomas Berg"
    text = f"Dam gates open\n\n{meta}\n\nThe gates were opened at dawn.\nPhoto: Ada\n"
    assert_read_for_good("a.txt", text.encode())


short_lines = st.one_of(
    title,
    dek,
    name,
    one_of(SECTIONS),
    date_as_written,
    st.builds("By {}".format, name),
    st.builds("{} by {}".format, date_as_written, name),
    st.builds("By {} | {}".format, name, date_as_written),
    st.builds("Updated: {}".format, date_as_written),
    st.builds("{} Photo: {}".format, caption, name),
)
"""Lines that are never a story's, so that each may be taken for a field."""


@settings(max_examples=200)
@given(
    st.lists(st.tuples(sentence, st.none() | short_lines), min_size=1, max_size=12),
    st.sampled_from(("\n", "\n\n")),
    paths,
)
def test_no_sentence_is_taken_for_furniture(
    lines: list[tuple[str, str | None]], line_break: str, path: str
) -> None:
    text = line_break.join(short or long for long, short in lines)
    sentences = [long for long, short in lines if short is None]
    assert_kept(path, text, sentences)


@settings(max_examples=100)
@given(st.lists(sentence, min_size=1, max_size=6), st.sampled_from((60, 66, 72, 80)), title)
def test_no_line_of_a_wrapped_sentence_is_taken_for_furniture(
    sentences: list[str], width: int, title: str
) -> None:
    broken = [textwrap.wrap(sentence, width) for sentence in sentences]
    text = "\n\n".join((title, "By Ada Fenwick\nMay 3, 2011", *map("\n".join, broken)))
    assert_kept("a.txt", text, [line for lines in broken for line in lines])


def assert_kept(path: str, text: str, sentences: list[str]) -> None:
    """Whether lines are in the body, or all in the dek or caption of a record."""
    reading = READER.read(path, text.encode())
    article = reading.article
    if article is None:
        assert not text.strip()
        return
    removed = {line.text for line in article.removed}
    kept = [reading.body, article.dek or "", (article.image and article.image.caption) or ""]
    for line in sentences:
        assert line not in removed
        assert any(line in piece for piece in kept)
