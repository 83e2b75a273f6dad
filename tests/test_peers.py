"""What the comparison with other generators gives them, counts and prints; none is run here."""

from __future__ import annotations

import tomllib
from dataclasses import replace
from pathlib import Path

import frontmatter
import pytest

from benchmarks.compare import main as run_command
from benchmarks.newsroom import Newsroom
from benchmarks.peers import NEWSARC, PEERS
from benchmarks.peers.contender import BUILDS
from benchmarks.peers.eleventy import source as eleventy_source
from benchmarks.peers.hugo import source as hugo_source
from benchmarks.peers.kinds import CARDS, count_kinds, expected_kinds, fewer, kind_of
from benchmarks.peers.newsarc import source as newsarc_source
from benchmarks.peers.nikola import source as nikola_source
from benchmarks.peers.peer import Peer
from benchmarks.peers.pelican import source as pelican_source
from benchmarks.peers.report import Result, kinds_table, profile, steps_of, table, with_section
from benchmarks.peers.stories import comparable, with_links_to
from benchmarks.runs import BuildFailedError, Run, checkout_environment, run_measured
from benchmarks.settings import ArchiveSettings
from benchmarks.story import Story

STORY = Story(
    path="2020/10/03/harbour-reopens.md",
    title="Harbour: reopens",
    dek="Ferries return",
    when="2020-10-03T08:00:00+01:00",
    updated="2020-10-05",
    authors=("Ada Vren", "Bo Lurn"),
    source="Tarnport Herald",
    section="World",
    tags=("no", "harbours"),
    caption="The harbour.",
    credit="Ida Holn",
    url=None,
    slug="harbour-reopens",
    aliases=(),
    desk=None,
    paragraphs=("One.", "See [that](../../09/01/that.md)."),
)
BARE = replace(
    STORY, dek=None, updated=None, authors=(), caption=None, credit=None, tags=("harbours",)
)

# As YAML reads them.
STORY_INSTANT = frontmatter.loads(f"---\ndate: {STORY.when}\n---\n")["date"]
STORY_UPDATED = frontmatter.loads(f"---\ndate: {STORY.updated}\n---\n")["date"]


def run(seconds: float, said: str = "") -> Run:
    return Run(
        seconds, 2 * seconds, largest_process=1, memory=2, files=1234, size=5_600_000, said=said
    )


# The articles


@pytest.fixture(scope="module")
def stories() -> list[Story]:
    settings = ArchiveSettings(500, seed=7, words=60, layout="front-matter")
    return list(comparable(Newsroom(settings).stories()))


def test_every_article_has_a_day_and_an_address_of_its_own(stories: list[Story]) -> None:
    assert len({story.path for story in stories}) == len(stories) == 500
    for story in stories:
        assert story.path == f"{story.when[:10].replace('-', '/')}/{story.slug}.md"
        assert len(story.when) in {10, 19, 25}
        assert story.tags == tuple(tag.lower() for tag in dict.fromkeys(story.tags))
        assert {story.aliases, story.url, story.desk} == {(), None}


def test_links_lead_to_where_the_articles_lie(stories: list[Story]) -> None:
    paths = {Path(story.path) for story in stories}
    found = 0
    for story in stories:
        for paragraph in story.paragraphs:
            for part in paragraph.split("](")[1:]:
                target = part.partition(")")[0]
                if target.endswith(".md"):
                    place = Path("/", story.path).parent.joinpath(target).resolve()
                    assert place.relative_to("/") in paths
                    found += 1
    assert found > 5


def test_links_to_pages() -> None:
    paragraphs = ("[a](../b.md) [c](https://d.example/e.md/)", "[f](g.md)")
    assert with_links_to(".html", paragraphs) == (
        "[a](../b.html) [c](https://d.example/e.md/)\n\n[f](g.html)"
    )


# Front matter


def test_newsarc_gets_its_own_fields() -> None:
    record = frontmatter.loads(newsarc_source(STORY))
    assert record.metadata == {
        "title": "Harbour: reopens",
        "standfirst": "Ferries return",
        "date": STORY_INSTANT,
        "updated": STORY_UPDATED,
        "authors": ["Ada Vren", "Bo Lurn"],
        "source": "Tarnport Herald",
        "section": "World",
        "tags": ["no", "harbours"],
        "image": {"caption": "The harbour.", "credit": "Ida Holn"},
    }
    assert record.content.endswith("[that](../../09/01/that.md).")


def test_hugo_gets_its_taxonomies() -> None:
    record = frontmatter.loads(hugo_source(STORY))
    assert record.metadata == {
        "title": "Harbour: reopens",
        "date": STORY_INSTANT,
        "lastmod": STORY_UPDATED,
        "dek": "Ferries return",
        "section": "World",
        "caption": "The harbour.",
        "credit": "Ida Holn",
        "tags": ["no", "harbours"],
        "authors": ["Ada Vren", "Bo Lurn"],
        "sources": ["Tarnport Herald"],
    }
    assert record.content == "One.\n\nSee [that](../../09/01/that.html)."


def test_eleventy_gets_layout_and_address() -> None:
    record = frontmatter.loads(eleventy_source(STORY))
    assert record["layout"] == "article.njk"
    assert record["permalink"] == "2020/10/03/harbour-reopens.html"
    assert record["tags"] == "article"
    assert record["topics"] == ["no", "harbours"]
    assert record["sources"] == ["Tarnport Herald"]


def test_pelican_gets_lines_of_metadata() -> None:
    assert pelican_source(STORY) == (
        "Title: Harbour: reopens\nDate: 2020-10-03T08:00:00\nModified: 2020-10-05\n"
        "Slug: harbour-reopens\nAuthors: Ada Vren; Bo Lurn;\nTags: no; harbours;\n"
        "Category: Tarnport Herald\nSection: World\nSummary: Ferries return\n"
        "Caption: The harbour.\nCredit: Ida Holn\n"
        "\nOne.\n\nSee [that](../../09/01/that.html).\n"
    )


def test_nikola_gets_a_comment() -> None:
    assert nikola_source(STORY) == (
        "<!--\n.. title: Harbour: reopens\n.. slug: harbour-reopens\n"
        ".. date: 2020-10-03T08:00:00+01:00\n.. updated: 2020-10-05\n"
        ".. author: Ada Vren, Bo Lurn\n.. tags: no, harbours\n.. category: Tarnport Herald\n"
        ".. rubric: World\n.. description: Ferries return\n.. caption: The harbour.\n"
        ".. credit: Ida Holn\n-->\n\nOne.\n\nSee [that](../../09/01/that.html).\n"
    )


@pytest.mark.parametrize("peer", [NEWSARC, *PEERS], ids=lambda peer: peer.key)
def test_what_an_article_lacks_is_not_written(peer: Peer) -> None:
    text = peer.source(BARE)
    for absent in ("None", "uthor", "odified", "pdated", "lastmod", "aption", "redit", "dek"):
        assert absent not in text


# Projects


@pytest.mark.parametrize("peer", [NEWSARC, *PEERS], ids=lambda peer: peer.key)
def test_a_project_is_set_up_written_and_forgotten(peer: Peer, tmp_path: Path) -> None:
    project = tmp_path / "project"
    peer.set_up(project)
    kept = set(project.rglob("*"))
    made = peer.write(project, STORY)
    assert made[0] == project / peer.articles / STORY.path
    assert made[0].read_text(encoding="utf-8") == peer.source(STORY)
    for name in (peer.output, *peer.caches):
        (project / name).mkdir()
        (project / name / "file").touch()
    peer.forget(project)
    for path in made:
        path.unlink()
    assert {path for path in project.rglob("*") if path.is_file()} == {
        path for path in kept if path.is_file()
    }


def test_folders_of_hugo_have_a_page_each(tmp_path: Path) -> None:
    (hugo,) = (peer for peer in PEERS if peer.key == "hugo")
    content = tmp_path / hugo.articles
    assert hugo.write(tmp_path, STORY)[1:] == tuple(
        content / folder / "_index.md" for folder in ("2020/10/03", "2020/10", "2020")
    )
    assert not hugo.write(tmp_path, replace(STORY, path="2020/10/03/b.md"))[1:]
    assert len(hugo.write(tmp_path, replace(STORY, path="2020/10/04/c.md"))[1:]) == 1


def test_hugo_does_nothing_that_newsarc_does_not() -> None:
    (hugo,) = (peer for peer in PEERS if peer.key == "hugo")
    sites = Path(run_command.__code__.co_filename).parent / "peers" / "sites"
    settings = tomllib.loads((sites / hugo.key / "hugo.toml").read_text(encoding="utf-8"))
    assert settings["enableGitInfo"] is False
    assert settings["taxonomies"] == {"tag": "tags", "author": "authors", "source": "sources"}
    assert "minify" not in settings


# Pages by kind


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("2020/10/03/a.html", "articles"),
        ("2020/10/03/index.html", "days"),
        ("2020/10/index.html", "months"),
        ("2020/index.html", "years"),
        ("tags/iraq.html", "tags"),
        ("tags/iraq/index.html", "tags"),
        ("tags/iraq/2020.html", "periods of terms"),
        ("tags/index.html", "other files"),
        ("authors/ada/index.html", "authors"),
        ("sources/herald.html", "sources"),
        ("feed.xml", "feeds"),
        ("tags/iraq/feed.xml", "feeds"),
        ("tags/iraq.xml", "feeds"),
        ("sitemap.xml", "sitemaps"),
        ("sitemaps/2020.xml", "sitemaps"),
        ("index.html", "other files"),
    ],
)
def test_the_kind_of_a_file(path: str, kind: str) -> None:
    assert kind_of(path) == kind


def test_files_and_cards_are_counted(tmp_path: Path) -> None:
    card = '<li class="card">'
    for path, text in (
        ("2020/10/03/a.html", card),
        ("2020/10/03/index.html", card),
        ("tags/a.html", card * 2),
        ("feed.xml", card),
    ):
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text, encoding="utf-8")
    assert count_kinds(tmp_path) == {"articles": 1, "days": 1, "tags": 1, "feeds": 1, CARDS: 3}


def test_what_a_site_must_have() -> None:
    other = replace(STORY, path="2020/11/01/b.md", tags=("harbours",), authors=())
    expected = expected_kinds([STORY, other])
    assert expected == {
        "articles": 2,
        "days": 2,
        "months": 2,
        "years": 1,
        "tags": 2,
        "authors": 2,
        "sources": 1,
        "feeds": 6,
        "sitemaps": 1,
    }
    assert not fewer({**expected, "feeds": 7}, expected)
    assert fewer({**expected, "days": 1, "tags": 0}, expected) == "1 of 2 days, 0 of 2 tags"


# The report


def test_a_row_for_each_program_and_build() -> None:
    clean, added, unchanged = BUILDS
    results = (
        Result("newsarc 1", 3 << 20, {}, {clean: [run(4), run(2), run(3)], unchanged: [run(1)]}),
        Result("Hugo 2", 0, {}, {clean: [run(6)], added: [run(6)]}),
    )
    assert list(table(results))[2:] == [
        "| newsarc 1 | clean build | 3.00 | 2.00–4.00 | 1.00 | 6.0 | 3 MiB | 1,234 | 5.6 MB |",
        "| Hugo 2 | clean build | 6.00 | once | 2.00 | 12.0 | – | 1,234 | 5.6 MB |",
        "| Hugo 2 | one article added | 6.00 | once | – | 12.0 | – | 1,234 | 5.6 MB |",
        "| newsarc 1 | nothing changed | 1.00 | once | 1.00 | 2.0 | – | 1,234 | 5.6 MB |",
    ]


def test_the_table_of_kinds() -> None:
    lines = list(kinds_table([Result("A", kinds={"tags": 1200})], {"tags": 1100}))
    assert lines[0] == "| files of a clean build | at least | A |"
    assert "| tags | 1,100 | 1,200 |" in lines
    assert "| days | – | 0 |" in lines


def test_steps_are_medians_of_what_newsarc_says() -> None:
    said = "warning: scan     9.000 s late\nscan       {:.3f} s\nrender     {:.3f} s\n300 articles"
    texts = [said.format(*seconds) for seconds in ((1, 3), (2, 6), (3, 9))]
    assert steps_of(texts[0]) == {"scan": 1.0, "render": 3.0}
    assert list(profile({BUILDS[0]: [run(1, text) for text in texts]})) == [
        "| step | clean build | share |",
        "|---|---:|---:|",
        "| scan | 2.000 s | 25% |",
        "| render | 6.000 s | 75% |",
    ]


def test_a_section_is_added_once_and_then_replaced() -> None:
    first = with_section("# Results\n\nBefore.\n", "peers, 10", "## One\n")
    assert first == (
        "# Results\n\nBefore.\n\n<!-- peers, 10 -->\n## One\n<!-- end of peers, 10 -->\n"
    )
    both = with_section(first, "peers, 20", "## Two")
    again = with_section(both, "peers, 10", "## Other")
    assert again == both.replace("## One", "## Other")


# The command


def test_a_build_that_takes_too_long_is_ended(tmp_path: Path) -> None:
    command = ("sh", "-c", "sleep 600 & wait")
    with pytest.raises(BuildFailedError, match=r"took more than 0\.1 s"):
        run_measured(command, tmp_path, tmp_path / "site", checkout_environment(), limit=0.1)


@pytest.mark.parametrize(
    "wrong", [["--peers", "jekyll"], ["--articles", "0"], ["--runs", "0"], ["--limit", "0"]]
)
def test_impossible_comparisons_are_refused(
    wrong: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as stopped:
        run_command(wrong)
    assert stopped.value.code == 2
    assert "--" in capsys.readouterr().err
