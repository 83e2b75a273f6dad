"""Adopting: a pasted text rewritten with front matter is the same record as before."""

from __future__ import annotations

import dataclasses
import os
import stat
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from newsarc.building.replacing import ChangedMeanwhileError, replace_keeping_original
from newsarc.building.scan import scan
from newsarc.config import Configuration
from newsarc.errors import Problem
from newsarc.model import Article, Author
from newsarc.reading.adopting.rewriting import Adoption, adopt
from newsarc.reading.entities import decode_entities, encode_entities
from newsarc.reading.front_matter.values import Items, Place, Table, Text, Value, to_json
from newsarc.reading.front_matter.yaml_block import read_yaml
from newsarc.reading.front_matter.yaml_writing import write_yaml
from newsarc.reading.reader import Reader, Reading
from tests.helpers.project import Project
from tests.test_pasted import any_text

CASES = Path(__file__).parent / "cases" / "reading"
READER = Reader(Configuration())
NOWHERE = Place(0, 0)

PASTED = """Harbour bridge closes for the winter

Ferries will run every twenty minutes until the repairs are done

October 13, 2020 by Mara Lind
Workers inspect the northern pier. Credit: Port Office

The bridge over the old harbour closed on Monday, and nobody may cross it until the spring.
"""


def record(reading: Reading) -> tuple[Article, str]:
    """A record without what says how it was read, and its body."""
    assert reading.article is not None, reading.problems
    article = dataclasses.replace(
        reading.article,
        digest="",
        encoding="",
        body=(),
        evidence=(),
        diagnostics=(),
        removed=(),
    )
    return article, reading.body


def adopted(text: str | bytes, path: str = "a.txt") -> str:
    """The text with front matter, having looked that it is the same record."""
    data = text if isinstance(text, bytes) else text.encode()
    found = adopt(READER, path, data, path)
    assert isinstance(found, Adoption), found
    before, after = READER.read(path, data), READER.read(path, found.text.encode())
    assert record(after) == record(before)
    assert adopt(READER, path, found.text.encode(), path) == ()
    return found.text


def test_a_pasted_text() -> None:
    assert adopted(PASTED) == (
        "---\n"
        "title: Harbour bridge closes for the winter\n"
        "dek: Ferries will run every twenty minutes until the repairs are done\n"
        "date: 2020-10-13\n"
        "authors: [Mara Lind]\n"
        "byline: Mara Lind\n"
        "image:\n"
        "  caption: Workers inspect the northern pier.\n"
        "  credit: Port Office\n"
        "lang: en\n"
        "---\n"
        "The bridge over the old harbour closed on Monday, and nobody may cross it until the "
        "spring."
    )


@pytest.mark.parametrize(
    "path", sorted(CASES.rglob("*.txt")) + sorted(CASES.rglob("*.md")), ids=lambda path: path.name
)
def test_every_case_of_reading_can_be_adopted(path: Path) -> None:
    text = path.read_text(encoding="utf-8").partition("\n----\n")[0]
    adopted(text, path.name)
    adopted(text.replace("\n", "\r\n"), path.name)


paths = st.sampled_from(["a.txt", "a.md", "2011/03/dam.txt"])


@settings(max_examples=500)
@given(any_text, paths)
@example("\ufeffA title\u2028of two\x07 lines\n\nBy Ada Fenwick\n\nStory.", "a.txt")
@example("Title\n\nBy Ada Fenwick\r\rStory of an &amp;amp; sign\n", "a.txt")
@example("[" * 150 + "\n\nMay 3, 2011\n\nStory.", "a.txt")
@example("- " * 130 + "x\n\nBy Ada Fenwick, May 3, 2011\n\nStory.", "a.txt")
@example("A  title\n\nTags: a, A, á\n\nBy Ada Fenwick\n\nStory.\n\nTags: a, A\n", "a.txt")
def test_adopting_is_the_identity(text: str, path: str) -> None:
    if READER.read(path, text.encode()).article is not None:
        adopted(text, path)


@settings(max_examples=300)
@given(st.text(min_size=1, max_size=400), paths)
def test_adopting_is_the_identity_for_any_text(text: str, path: str) -> None:
    reading = READER.read(path, text.encode())
    if reading.article is None:
        found = adopt(READER, path, text.encode(), path)
        assert isinstance(found, tuple)
        assert all(isinstance(problem, Problem) for problem in found)
    elif adopt(READER, path, text.encode(), path) != ():
        adopted(text, path)


HEADS = [
    "---\nlang: en\n---\n",
    "---\ntags: [bridges, 'no']\nauthors: {name: Odo Marsh, desk: Local}\n---\n",
    "---\ntitle:\nreviewed: 2020-10-13 # by two\nlayout:\n---\n",
    '---\ndek: |\n  One line\n  and another: "quoted"\nnote: |\n  kept\n  as it is\n---\n',
    "+++\ndate = 2020-10-13T05:52:00-05:00\nn = 1.5\n[image]\nfile = 'a b.jpg'\nalt = 'x'\n+++\n",
    '{"byline": "Reuters and Odo Marsh", "x": [1, {"y": null, "z": ["~", "true"]}]}\n',
    "---\nsubtitle: A\ndek: B\nimage: [a.jpg, b.jpg]\ncaption: C\n---\n",
]


@settings(max_examples=300)
@given(st.sampled_from(HEADS), any_text, paths)
def test_completing_front_matter_is_the_identity(head: str, text: str, path: str) -> None:
    reading = READER.read(path, (head + text).encode())
    if reading.article is not None:
        adopted(head + text, path)


def test_front_matter_without_title_is_completed_and_what_else_it_says_kept() -> None:
    head = "---\nreviewed: 2020-11-01\nsubtitle: Not the dek\nstandfirst: The dek\ntags: [a]\n---\n"
    written = adopted(head + PASTED)
    assert written.partition("\n---\n")[0] == (
        "---\n"
        "title: Harbour bridge closes for the winter\n"
        "subtitle: Not the dek\n"
        "standfirst: The dek\n"
        "date: 2020-10-13\n"
        "authors: [Mara Lind]\n"
        "byline: Mara Lind\n"
        "image:\n"
        "  caption: Workers inspect the northern pier.\n"
        "  credit: Port Office\n"
        "tags: [a]\n"
        "lang: en\n"
        "reviewed: 2020-11-01"
    )


def test_a_text_without_title_is_not_read_as_pasted_again() -> None:
    text = "The pier fell into the sea at noon on Saturday, and nobody was hurt, it was said.\n"
    written = adopted(f"{text}\n{text}\n{text}")
    assert written.startswith(
        '---\n# No line of the text reads as its title\ntitle: ""\nlang: en\n---\nThe pier'
    )


def test_what_stayed_open_is_told_in_a_comment() -> None:
    written = adopted("Dam gates open\n\nBy Ada Fenwick\n03/04/2011\n\nThe gates were opened.\n")
    assert written.splitlines()[1] == (
        '# Line 4 of the pasted text: "03/04/2011" can be read as 2011-03-04 or 2011-04-03'
    )


def test_line_breaks_are_those_of_the_text() -> None:
    written = adopted(PASTED.replace("\n", "\r\n"))
    assert written.count("\n") == written.count("\r\n") > 10


def test_another_encoding_becomes_utf_8() -> None:
    text = PASTED.replace("Mara Lind", "Máiréad Lindström")
    written = adopted(text.encode("cp1252"))
    assert "authors: [Máiréad Lindström]\n" in written


# Front matter holds what pasted text gives.


def front_matter(block: str) -> Article:
    article = READER.read("a.txt", f"---\ntitle: Flood\n{block}\n---\nRain.\n".encode()).article
    assert article is not None
    return article


def test_an_empty_title_says_that_there_is_none() -> None:
    for head in ('---\ntitle: ""\n---\n', '+++\ntitle = ""\n+++\n', '{"title": ""}\n'):
        reading = READER.read("a.txt", (head + PASTED).encode())
        assert reading.article is not None
        assert (reading.article.title, reading.body) == (None, PASTED)
    unfilled = READER.read("a.txt", f"---\ntitle:\n---\n{PASTED}".encode()).article
    assert unfilled is not None
    assert unfilled.title == "Harbour bridge closes for the winter"


@pytest.mark.parametrize(
    ("authors", "expected"),
    [
        ("[Lind and Co]", (Author("Lind and Co"),)),
        ("[{name: Mara Lind, organisation: true}]", (Author("Mara Lind", organisation=True),)),
        ("{name: Reuters, organisation: false}", (Author("Reuters"),)),
        ("[]", ()),
    ],
)
def test_authors_are_as_they_are_told(authors: str, expected: tuple[Author, ...]) -> None:
    article = front_matter(f"byline: Ines Quill\nauthors: {authors}")
    assert article.authors == expected
    assert article.extra == {}


def test_what_else_a_table_of_an_author_says_is_kept() -> None:
    article = front_matter("authors: [{name: Ines Quill, organisation: Quillon Herald}]")
    assert article.authors == (Author("Ines Quill"),)
    assert article.extra == {"authors": [{"name": "Ines Quill", "organisation": "Quillon Herald"}]}


def test_dek_byline_and_caption_keep_their_lines() -> None:
    article = front_matter(
        'dek: |\n  One  line\n  and another\nbyline: "A\\nB"\nimage: {caption: "C \\r\\n D"}'
    )
    assert (article.dek, article.byline) == ("One line\nand another", "A\nB")
    assert article.image is not None
    assert article.image.caption == "C\nD"


texts = st.one_of(
    st.text(max_size=30),
    st.sampled_from(
        ["no", "2020", "null", "~", "a: b", "# x", "---", "a #b", "'", '"', "\\", "a\nb"]
    ),
    st.text(alphabet="[]{}-?: \n", max_size=300),
)
scalars = st.builds(lambda text: Text(text, NOWHERE, quoted=True), texts) | st.builds(
    lambda text: Text(text, NOWHERE, quoted=False), st.sampled_from(["", "~", "true", "1.5", "x y"])
)
names = st.sampled_from(["title", "x", "no", "a b", "é:", "#", '"', "1"])
values: st.SearchStrategy[Value] = st.recursive(
    scalars,
    lambda inner: (
        st.builds(lambda items: Items(tuple(items), NOWHERE), st.lists(inner, max_size=3))
        | st.builds(
            lambda entries: Table(entries, NOWHERE, {}), st.dictionaries(names, inner, max_size=3)
        )
    ),
    max_leaves=6,
)


@settings(max_examples=500)
@given(st.dictionaries(names, values, max_size=4))
@example({"x": Text("[" * 200 + "- " * 200, NOWHERE, quoted=True)})
def test_yaml_reads_as_what_was_written(entries: dict[str, Value]) -> None:
    entries = {"title": Text("Flood", NOWHERE, quoted=True), **entries}
    table, problems = read_yaml(write_yaml(entries), 2, "a.txt")
    assert problems == ()
    assert table is not None
    assert list(table.entries) == list(entries)
    assert to_json(table) == to_json(Table(entries, NOWHERE, {}))


@given(st.text() | st.lists(st.sampled_from(["&", "amp;", "&#58;", "&lt;", "x"])).map("".join))
def test_references_are_written_so_that_they_are_none(text: str) -> None:
    assert decode_entities(encode_entities(text))[0] == text


# The file, and what is beside it.


def test_the_original_is_kept_and_never_overwritten(tmp_path: Path) -> None:
    file = tmp_path / "dam.txt"
    for number, name in enumerate(("dam.txt.original", "dam.txt.original-2", "dam.txt.original-3")):
        before = f"{number}\r\n".encode()
        file.write_bytes(before)
        assert replace_keeping_original(file, before, b"new") == tmp_path / name
        assert (file.read_bytes(), (tmp_path / name).read_bytes()) == (b"new", before)
    assert len(list(tmp_path.iterdir())) == 4


@pytest.mark.skipif(os.name == "nt", reason="permissions of another kind")
def test_permissions_stay(tmp_path: Path) -> None:
    file = tmp_path / "dam.txt"
    file.write_bytes(b"old")
    file.chmod(0o640)
    original = replace_keeping_original(file, b"old", b"new")
    assert [stat.S_IMODE(path.stat().st_mode) for path in (file, original)] == [0o640, 0o640]


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    real, link = tmp_path / "real" / "dam.txt", tmp_path / "dam.txt"
    real.write_bytes(b"old")
    link.symlink_to(real)
    original = replace_keeping_original(link, b"old", b"new")
    assert (link.is_symlink(), real.read_bytes()) == (True, b"new")
    assert original == tmp_path / "real" / "dam.txt.original"


def test_what_changed_meanwhile_or_cannot_be_replaced_stays_as_it_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "dam.txt"
    file.write_bytes(b"newer")
    with pytest.raises(ChangedMeanwhileError):
        replace_keeping_original(file, b"old", b"new")

    def refuse(_from: Path, _to: Path) -> Path:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(PermissionError):
        replace_keeping_original(file, b"newer", b"new")
    assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [
        ("dam.txt", b"newer")
    ]


def test_the_original_stays_where_the_user_interrupts_once_it_is_replaced(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def replace_and_interrupt(new: Path, target: Path) -> None:
        new.rename(target)
        raise KeyboardInterrupt

    file = tmp_path / "a.txt"
    file.write_bytes(b"old")
    monkeypatch.setattr(Path, "replace", replace_and_interrupt)
    with pytest.raises(KeyboardInterrupt):
        replace_keeping_original(file, b"old", b"new")
    left = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    assert left == {"a.txt": b"new", "a.txt.original": b"old"}


def test_originals_are_no_sources_and_nothing_to_warn_of(project: Project) -> None:
    project.write("dam.txt", PASTED)
    for name in ("dam.txt.original", "dam.txt.original-2"):
        project.write(name, PASTED)
    found = scan(project.articles, "articles")
    assert [source.path for source in found.sources] == ["dam.txt"]
    assert found.problems == ()


# The command.


def test_adopt_says_what_it_did_and_where_the_original_is(project: Project) -> None:
    file = project.write("dam.txt", PASTED)
    result = project.run("adopt", "articles/dam.txt")
    path = Path("articles") / "dam.txt"
    assert result.stdout == f"{path}: adopted with 7 fields; its original is {path}.original\n"
    assert (result.returncode, result.stderr) == (0, "")
    assert file.read_text(encoding="utf-8") == adopted(PASTED)
    assert (project.articles / "dam.txt.original").read_text(encoding="utf-8") == PASTED
    again = project.run("adopt", "articles/dam.txt", "articles/dam.txt.original")
    assert again.stdout.splitlines() == [
        f"{path}: left alone, for its front matter gives its title",
        f"{path}.original: left alone, for it is the original of a text that was adopted",
    ]
    assert again.returncode == 0


def test_all_pages_but_the_articles_own_are_the_same_after_adopting(project: Project) -> None:
    project.write("dam.txt", PASTED)
    project.build()
    before = project.built()
    assert project.run("adopt", "articles/dam.txt").returncode == 0
    project.build()
    after = project.built()
    assert before.keys() == after.keys()
    # That one says from which line of the source each field was read.
    assert {route for route in before if before[route] != after[route]} == {"2020/10/13/dam.html"}


def test_a_dry_run_writes_nothing(project: Project) -> None:
    project.write("dam.txt", PASTED)
    result = project.run("adopt", "--dry-run", "articles/dam.txt")
    assert result.stdout == adopted(PASTED) + "\n"
    assert [path.name for path in project.articles.iterdir()] == ["dam.txt"]
    assert (project.articles / "dam.txt").read_text(encoding="utf-8") == PASTED


def test_every_file_is_tried_and_mistakes_are_told(project: Project) -> None:
    project.write("binary.txt", b"\x00\x01\x02\x00\xff")
    project.write("broken.md", "---\ntitle: a: b\n---\nRain.\n")
    project.write("empty.txt", "")
    project.write("notes.pdf", PASTED)
    project.write("dam.txt", PASTED)
    names = ("none.txt", "", "binary.txt", "broken.md", "empty.txt", "notes.pdf", "dam.txt")
    result = project.run("adopt", *(f"articles/{name}" for name in names))
    assert result.returncode == 1
    assert "dam.txt: adopted with 7 fields" in result.stdout
    errors = [line for line in result.stderr.splitlines() if line.startswith("error")]
    assert [line.split(": ")[1].partition(".")[0] for line in errors] == [
        str(Path("articles") / "none"),
        "articles",
        str(Path("articles") / "binary"),
        str(Path("articles") / "broken"),
        str(Path("articles") / "empty"),
        str(Path("articles") / "notes"),
    ]
    assert "Traceback" not in result.stderr


@pytest.mark.skipif(
    os.name == "nt" or not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may do all"
)
def test_a_file_that_may_not_be_written_is_told(project: Project) -> None:
    project.write("dam.txt", PASTED).chmod(0o444)
    result = project.run("adopt", "articles/dam.txt")
    assert result.returncode == 1
    assert "dam.txt: cannot be written: Permission denied" in result.stderr
