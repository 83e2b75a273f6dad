"""The synthetic archives are reproducible, and are as uneven as they promise to be."""

from __future__ import annotations

import hashlib
import os
import posixpath
import re
import statistics
import subprocess
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import frontmatter
import pytest

from benchmarks.archive import ArchiveSettings, sources, write_archive
from benchmarks.archive import main as run_command
from benchmarks.chance import Chance, zipf, zipf_with_top
from benchmarks.days import publication_days
from benchmarks.filing import Filing
from benchmarks.layouts import MONTHS, pasted, scalar
from benchmarks.names import slug_of
from benchmarks.newsroom import Newsroom
from benchmarks.settings import LAYOUTS, Layout
from benchmarks.story import Story

CHECKOUT = Path(__file__).resolve().parent.parent
DEK_NAMES = ("dek", "summary", "description", "standfirst")

Record = tuple[dict[str, Any], str]


@pytest.fixture(scope="module")
def archive() -> dict[str, str]:
    """Two thousand articles with front matter."""
    return dict(sources(ArchiveSettings(articles=2000, seed=7, layout="front-matter")))


@pytest.fixture(scope="module")
def records(archive: dict[str, str]) -> dict[str, Record]:
    """Their fields and bodies by path."""
    return {path: frontmatter.parse(text) for path, text in archive.items()}


@pytest.fixture(scope="module")
def pasted_texts() -> dict[str, str]:
    return dict(sources(ArchiveSettings(articles=1000, seed=7, layout="pasted")))


def share(of: Iterable[bool]) -> float:
    return statistics.fmean(of)


# Reproducible


def test_equal_settings_give_equal_archives_under_any_hash_seed() -> None:
    program = (
        "import sys; from benchmarks.archive import *\n"
        "for source in sources(ArchiveSettings(articles=200, seed=3)):\n"
        "    sys.stdout.buffer.write(repr(source).encode())"
    )
    expected = "".join(map(repr, sources(ArchiveSettings(articles=200, seed=3)))).encode()
    for hash_seed in ("0", "1"):
        found = subprocess.run(
            [sys.executable, "-c", program],
            env={**os.environ, "PYTHONHASHSEED": hash_seed, "PYTHONPATH": str(CHECKOUT)},
            check=True,
            capture_output=True,
        )
        assert found.stdout == expected


def test_an_archive_stays_what_it_was() -> None:
    """In every version of Python, so that figures can be compared; change it knowingly."""
    texts = "".join(path + text for path, text in sources(ArchiveSettings(articles=100)))
    assert hashlib.sha256(texts.encode()).hexdigest() == (
        "88fa6e1f8ca545cebb514531f21b35999d8d7cf0510ff55f589e8f1737814c6c"
    )


def test_another_seed_gives_another_archive() -> None:
    one, other = (dict(sources(ArchiveSettings(articles=20, seed=seed))) for seed in (1, 2))
    assert not set(one.values()) & set(other.values())


def test_an_archive_begins_before_it_is_finished() -> None:
    stream = sources(ArchiveSettings(articles=1_000_000, words=20))
    assert next(stream)


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("articles", [0, 1, 50])
def test_as_many_sources_as_asked_for(layout: Layout, articles: int) -> None:
    found = list(sources(ArchiveSettings(articles=articles, layout=layout)))
    assert len({path for path, _ in found}) == articles


@pytest.mark.parametrize(
    "wrong",
    [
        {"articles": -1},
        {"articles": 1, "seed": -1},
        {"articles": 1, "words": 0},
        {"articles": 1, "layout": "printed"},
        {"articles": 1, "first_year": 2021},
    ],
)
def test_impossible_settings_are_refused(wrong: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match="must"):
        ArchiveSettings(**wrong)


# Written to a disk


def test_files_hold_what_the_stream_gives(tmp_path: Path) -> None:
    settings = ArchiveSettings(articles=60, words=60)
    assert write_archive(tmp_path / "new" / "articles", settings) == 60
    written = {
        path.relative_to(tmp_path / "new" / "articles").as_posix(): path.read_bytes().decode()
        for path in tmp_path.rglob("*.*")
    }
    assert written == dict(sources(settings))


def test_a_folder_that_holds_something_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "mine.txt").touch()
    with pytest.raises(FileExistsError, match="is not empty"):
        write_archive(tmp_path, ArchiveSettings(articles=1))
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]


def test_the_command_says_what_it_wrote(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "articles"
    assert run_command([str(folder), "--articles", "5", "--words", "50"]) == 0
    assert capsys.readouterr().out == f"5 articles in {folder}\n"
    with pytest.raises(SystemExit) as stopped:
        run_command([str(folder), "--articles", "5"])
    assert stopped.value.code == 2
    assert "is not empty" in capsys.readouterr().err


def test_the_command_runs_as_a_script(tmp_path: Path) -> None:
    command = [sys.executable, str(CHECKOUT / "benchmarks" / "archive.py"), "articles"]
    subprocess.run([*command, "--articles", "1"], cwd=tmp_path, check=True, capture_output=True)
    assert len(list(tmp_path.rglob("*.*"))) == 1


# Layouts


def test_mixed_archives_have_both_layouts() -> None:
    texts = dict(sources(ArchiveSettings(articles=1000, words=60)))
    assert {path.rpartition(".")[2] for path in texts} == {"md", "txt"}
    assert 0.6 < share(path.endswith(".md") for path in texts) < 0.8
    assert all(text.startswith("---\n") == path.endswith(".md") for path, text in texts.items())


def test_front_matter_has_the_fields_of_an_article(records: dict[str, Record]) -> None:
    known = {"title", "date", "updated", "authors", "source", "section", "tags", "image", "url"}
    known |= {"slug", "desk", "aliases", *DEK_NAMES}
    for fields, body in records.values():
        assert set(fields) <= known
        assert isinstance(fields["title"], str)
        assert isinstance(fields["source"], str)
        assert all(isinstance(tag, str) for tag in fields["tags"])
        assert body


def test_pasted_texts_are_of_one_family(pasted_texts: dict[str, str]) -> None:
    line = re.compile(rf"(?:(?:(?:{'|'.join(MONTHS)}) (?:\d\d?, )?)?\d{{4}} by|By) \S.*")
    captions = 0
    for path, text in pasted_texts.items():
        assert path.endswith(".txt")
        head, *body = text.rstrip("\n").split("\n\n")
        if not line.match(body[0]):
            dek, *body = body
            assert not dek.endswith(".")
        dated, *caption = body[0].split("\n")
        assert line.fullmatch(dated)
        assert len(caption) <= 1
        assert all(" Credit : " in line for line in caption)
        captions += len(caption)
        assert "\n" not in head
        assert len(body) > 1
    assert 0.2 < captions / len(pasted_texts) < 0.4


def test_a_pasted_text_letter_for_letter() -> None:
    story = Story(
        path="2020/10/a.txt",
        title="Harbour reopens",
        dek="Ferries return",
        when="2020-10-03T08:00",
        updated=None,
        authors=("Ada Vren", "Bo Lurn"),
        source="Tarnport Herald",
        section="World",
        tags=(),
        caption="The harbour.",
        credit="Ida Holn",
        url=None,
        slug=None,
        aliases=(),
        desk=None,
        paragraphs=("One.", "Two."),
    )
    assert pasted(story) == (
        "Harbour reopens\n\nFerries return\n\nOctober 3, 2020 by Ada Vren and Bo Lurn\n"
        "The harbour. Credit : Ida Holn\n\nOne.\n\nTwo.\n"
    )


@pytest.mark.parametrize(
    "text", ["No", "on", "2020", "A: b", "a #b", "“Quoted” & more", "Plain words", "Zoé", "~", ""]
)
def test_a_text_survives_yaml(text: str) -> None:
    assert frontmatter.parse(f"---\nkey: {scalar(text)}\n---\n")[0] == {"key": text}


# Distributions. The tolerances are wide: what is held is the kind of archive, not one number.


def test_bodies_are_about_as_long_as_asked_for(records: dict[str, Record]) -> None:
    lengths = [len(body.split()) for _, body in records.values()]
    assert 0.88 < statistics.fmean(lengths) / 450 < 1.15
    assert statistics.median(lengths) < statistics.fmean(lengths)
    assert 0.35 < statistics.stdev(lengths) / statistics.fmean(lengths) < 0.75


def test_paragraphs_and_sentences_read_like_prose() -> None:
    stories = Newsroom(ArchiveSettings(articles=300, layout="pasted")).stories()
    paragraphs = [paragraph for story in stories for paragraph in story.paragraphs]
    for paragraph in paragraphs:
        assert paragraph[0].isupper() or paragraph[0] == "“"
        assert paragraph.endswith(".")
        # An initial is no end of a sentence.
        story = re.sub(r"\b[A-Z]\. ", "", paragraph.rpartition(") — ")[2])
        sentences = re.split(r"(?<=\.) ", story)
        assert 2 <= len(sentences) <= 5
        assert all(8 <= len(sentence.split()) <= 30 for sentence in sentences)
    assert 0.1 < share("“" in paragraph for paragraph in paragraphs) < 0.8


def test_few_words_are_used_often_and_many_rarely(pasted_texts: dict[str, str]) -> None:
    words = Counter(word for text in pasted_texts.values() for word in re.findall(r"[a-z]+", text))
    assert words.most_common(1)[0][0] == "the"
    assert len(words) > 3000
    often = sum(count for _, count in words.most_common(100))
    assert often / words.total() > 0.4


def test_tags_follow_zipf(records: dict[str, Record]) -> None:
    tags = Counter(tag.casefold() for fields, _ in records.values() for tag in fields["tags"])
    assert all(1 <= len(fields["tags"]) <= 6 for fields, _ in records.values())
    assert 0.7 < len(tags) / (4 * len(records) ** 0.5) < 1.3
    counts = [count for _, count in tags.most_common()]
    assert 0.04 < counts[0] / len(records) < 0.14
    assert counts[0] > 5 * statistics.median(counts)
    spellings = {tag for fields, _ in records.values() for tag in fields["tags"]}
    assert len(spellings) > len(tags)


def test_few_authors_write_much(records: dict[str, Record]) -> None:
    authors = Counter(name for fields, _ in records.values() for name in fields.get("authors", ()))
    assert 0.5 < len(authors) / (len(records) / 50) < 1.5
    assert authors.most_common(1)[0][1] > 3 * statistics.median(authors.values())
    assert 8 <= len({fields["source"] for fields, _ in records.values()}) <= 12


def test_optional_fields_are_given_as_often_as_promised(records: dict[str, Record]) -> None:
    given = Counter(name for fields, _ in records.values() for name in fields)
    deks = sum(given[name] for name in DEK_NAMES)
    assert 0.5 < deks / len(records) < 0.7
    assert 0.2 < given["image"] / len(records) < 0.4
    assert 0.03 < given["updated"] / len(records) < 0.13
    assert 0.01 < given["aliases"] / len(records) < 0.06
    assert all(
        set(fields["image"]) == {"caption", "credit"}
        for fields, _ in records.values()
        if "image" in fields
    )


def test_an_alias_belongs_to_one_article(records: dict[str, Record]) -> None:
    aliases = [alias for fields, _ in records.values() for alias in fields.get("aliases", ())]
    assert len(aliases) == len(set(aliases))


def test_dates_are_known_to_different_precision(records: dict[str, Record]) -> None:
    precision = Counter(len(str(fields.get("date", ""))[:10]) for fields, _ in records.values())
    assert set(precision) == {0, 4, 7, 10}
    assert all(0.003 < precision[length] / len(records) < 0.025 for length in (0, 4, 7))


def test_a_folder_never_says_more_than_the_date(records: dict[str, Record]) -> None:
    for path, (fields, _) in records.items():
        folder = "/".join(path.split("/")[:2]) if path[0].isdigit() else ""
        when = str(fields.get("date", ""))
        assert folder.startswith(when[:4])
        assert len(when) == 4 or folder == when[:7].replace("-", "/")


def days_of(records: dict[str, Record]) -> Iterator[date]:
    for fields, _ in records.values():
        when = str(fields.get("date", ""))
        if len(when) >= 10:
            yield date.fromisoformat(when[:10])


def test_more_is_published_in_later_years_and_on_workdays(records: dict[str, Record]) -> None:
    days = list(days_of(records))
    years = Counter(day.year for day in days)
    assert set(years) == set(range(2001, 2021))
    early = sum(years[year] for year in range(2001, 2006))
    late = sum(years[year] for year in range(2016, 2021))
    assert late > 1.5 * early
    weekdays = Counter(day.weekday() for day in days)
    assert weekdays[5] + weekdays[6] < weekdays[1] + weekdays[2]


def test_some_days_are_bursts() -> None:
    settings = ArchiveSettings(articles=20_000)
    days = Counter(publication_days(settings, Chance(1, 1)))
    assert days.total() == 20_000
    assert max(days.values()) > 4 * days.total() / (20 * 365)


def test_some_articles_share_title_and_day(records: dict[str, Record]) -> None:
    together = Counter(
        (fields["title"], str(fields["date"])[:10])
        for fields, _ in records.values()
        if len(str(fields.get("date", ""))) >= 10
    )
    shared = sum(count for count in together.values() if count > 1)
    assert 0.015 < shared / len(records) < 0.06


# Markdown


def test_some_bodies_have_markdown(records: dict[str, Record]) -> None:
    bodies = [body for _, body in records.values()]
    markup = re.compile(r"\]\(|[*_]\w|^(#|>|- |\d\. |\|)", re.MULTILINE)
    assert 0.7 < share(not markup.search(body) for body in bodies) < 0.9
    for feature in (r"\]\(https://", r"\w\*\*", r"^## ", r"^> ", r"^- ", r"^1\. ", r"^\|---"):
        assert any(re.search(feature, body, re.MULTILINE) for body in bodies), feature


def test_links_to_other_articles_lead_to_their_sources(archive: dict[str, str]) -> None:
    earlier: set[str] = set()
    found = 0
    for path, text in archive.items():
        for target in re.findall(r"\]\(([^)]*\.(?:md|txt))\)", text):
            joined = posixpath.normpath(posixpath.join(posixpath.dirname(path), target))
            assert joined in earlier
            found += 1
        earlier.add(path)
    assert found > 20


# Parts


def test_zipf_prefers_the_first() -> None:
    ranked, chance = zipf("abcdefgh"), Chance(1, 1)
    drawn = Counter(ranked.draw(chance) for _ in range(4000))
    assert drawn["a"] > drawn["c"] > drawn["h"] > 0
    assert set(ranked.draw_distinct(8, chance)) <= set("abcdefgh")


@pytest.mark.parametrize("items", [50, 400, 4000])
def test_the_first_is_as_probable_as_asked_for(items: int) -> None:
    ranked = zipf_with_top(range(items), 0.03)
    assert ranked.cumulative[0] / ranked.cumulative[-1] == pytest.approx(0.03, rel=1e-6)


def test_filing_keeps_equal_titles_apart() -> None:
    filing, chance = Filing(ArchiveSettings(articles=1)), Chance(1, 1)
    whens = ("", "2019", "2019-05", "2019-05-02", "2019-05-02T10:00")
    paths = [
        filing.path("Harbour reopens", when, number, copy_by, chance)
        for number, (when, copy_by) in enumerate(
            (when, copy_by) for when in whens for copy_by in (None, "The Tarnport Herald") * 20
        )
    ]
    assert len(paths) == len(set(paths))


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("“No”, says Zoélia’s mayor", "no-says-zoelias-mayor"),
        ("word " * 20, "word-word-word-word-word-word-word-word-word-word-word-word"),
        ("twelve-lette " * 9, "twelve-lette-twelve-lette-twelve-lette-twelve-lette-twelve"),
    ],
)
def test_slugs_are_cut_at_a_word(text: str, slug: str) -> None:
    assert slug_of(text) == slug
