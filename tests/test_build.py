"""Building: what users rely on from a build, whatever the pages look like."""

from __future__ import annotations

import os
import random
import re
import shutil
from collections.abc import Callable
from contextlib import closing, suppress
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from newsarc.building import pages, placing, publish, updating
from newsarc.building.build import build
from newsarc.building.staging import empty_staging
from newsarc.catalog.connecting import opened
from newsarc.config import Configuration, SiteSettings, TagSettings
from newsarc.errors import CatalogError, TemplateProblemError, UsageError
from tests.helpers.project import Project

FLOOD = """---
title: Flood in the valley
date: 2019-05-04
authors: [Mara Lind]
source: The Valley Courier
tags: [weather, rivers]
---
The river rose by two metres in one night.
"""
BRIDGE = """---
title: Bridge reopens
date: 2020-10-13
tags: [Rivers]
---
The bridge carries trains again.
"""


def written(project: Project) -> set[str]:
    return {change.route for change in project.build().changes if change.written}


def test_an_empty_folder_makes_a_site(project: Project) -> None:
    report = project.build()
    assert (report.articles, report.failed) == (0, False)
    assert {"index.html", "tags/index.html", "404.html", "feed.xml"} <= project.built().keys()


def test_every_address_of_an_article_is_made(project: Project) -> None:
    project.write("2019/flood.md", FLOOD)
    project.build()
    assert {
        "index.html",
        "2019/index.html",
        "2019/05/index.html",
        "2019/05/04/index.html",
        "2019/05/04/flood.html",
        "tags/index.html",
        "tags/rivers/index.html",
        "tags/rivers/2019.html",
        "tags/rivers/feed.xml",
        "tags/rivers/feed.json",
        "tags/weather/2019.html",
        "authors/index.html",
        "authors/mara-lind/index.html",
        "authors/mara-lind/2019.html",
        "sources/index.html",
        "sources/the-valley-courier/index.html",
        "feed.xml",
        "feed.json",
        "sitemap.xml",
        "sitemaps/2019.xml",
        "robots.txt",
        "404.html",
    } <= project.built().keys()


def test_a_second_build_reads_and_writes_nothing(project: Project) -> None:
    project.write("flood.md", FLOOD)
    first = project.build()
    second = project.build()
    assert (second.read, second.rendered, second.removed) == (0, 0, 0)
    assert second.kept == second.pages == first.rendered
    assert second.articles == 1


def test_an_edit_of_the_body_writes_the_article_and_what_quotes_it(project: Project) -> None:
    project.write("flood.md", FLOOD)
    project.write("bridge.md", BRIDGE)
    project.build()
    project.write("bridge.md", BRIDGE.replace("again", "and cars"))
    assert written(project) == {
        "2020/10/13/bridge.html",
        # The opening of a body without a dek is the summary in feeds.
        "feed.xml",
        "feed.json",
        "tags/rivers/feed.xml",
        "tags/rivers/feed.json",
    }


def test_a_removed_article_leaves_nothing_behind(project: Project) -> None:
    project.write("bridge.md", BRIDGE)
    project.build()
    before = project.built()
    flood = project.write("flood.md", FLOOD)
    project.build()
    flood.unlink()
    report = project.build()
    assert project.built() == before
    assert report.removed > 0
    assert not (project.site / "2019").exists()


@pytest.mark.parametrize("loss", ["catalog", "site", "both"])
def test_what_is_lost_is_made_again(project: Project, loss: str) -> None:
    project.write("flood.md", FLOOD)
    project.write("photo.jpg", b"not really a picture")
    bridge = project.write("bridge.md", BRIDGE)
    project.build()
    bridge.unlink()
    if loss in {"catalog", "both"}:
        shutil.rmtree(project.settings.catalog.parent)
    if loss in {"site", "both"}:
        shutil.rmtree(project.site)
    project.build()
    after = project.built()
    clean = replace(project.settings, output=project.folder / "elsewhere")
    project.settings = replace(clean, catalog=project.folder / "other.sqlite")
    project.site = clean.output
    project.build()
    assert project.built() == after


@pytest.mark.parametrize("start", [0, 5000])
def test_a_damaged_catalog_is_made_again(project: Project, start: int) -> None:
    project.write("flood.md", FLOOD)
    project.build()
    before = project.built()
    catalog = project.settings.catalog.read_bytes()
    damage = b"this is no catalog" * 3000
    project.settings.catalog.write_bytes(catalog[:start] + damage[: len(catalog) - start])
    project.write("bridge.md", BRIDGE)
    project.build()
    (project.articles / "bridge.md").unlink()
    project.build()
    assert project.built() == before


@pytest.mark.parametrize("seed", range(8))
@pytest.mark.parametrize("clean", [False, True])
def test_a_catalog_with_bytes_that_rotted_is_made_again(
    project: Project, seed: int, clean: bool
) -> None:
    """Also where what rotted is the schema, whose bytes SQLite then quotes."""
    project.write("flood.md", FLOOD)
    project.build()
    before = project.built()
    rotten = bytearray(project.settings.catalog.read_bytes())
    chance = random.Random(seed)
    for place in range(100 if seed % 2 else 4096, len(rotten), 97):
        rotten[place] = chance.randrange(128, 256)
    project.settings.catalog.write_bytes(rotten)
    report = project.build(clean=clean)
    assert project.built() == before
    warned = [problem for problem in report.problems if "was made anew" in problem.message]
    assert [problem.severity for problem in warned] in ([], ["warning"])
    assert warned or clean or not report.read
    assert project.build().problems == ()


def test_no_bit_that_rotted_in_the_catalog_goes_into_the_site(project: Project) -> None:
    project.write("flood.md", FLOOD)
    project.write("bridge.md", BRIDGE)
    project.build()
    before = project.built()
    catalog = project.settings.catalog
    content = catalog.read_bytes()
    titles = [found.start() for found in re.finditer(b"Bridge", content)]
    assert titles
    for place in (*titles, *random.Random(1).sample(range(len(content)), 20)):
        rotten = bytearray(content)
        rotten[place] ^= 1
        catalog.write_bytes(rotten)
        project.write("flood.md", FLOOD + "\nMore.\n")
        project.build()
        project.write("flood.md", FLOOD)
        project.build()
        assert project.built() == before


def test_without_a_catalog_pages_are_said_to_be_of_another_build(project: Project) -> None:
    project.write("flood.md", FLOOD)
    project.build()
    shutil.rmtree(project.settings.catalog.parent)
    changes = project.build().changes
    assert {change.reason for change in changes if change.route.endswith(".html")} == {
        "it is from another build"
    }


@pytest.mark.parametrize("damage", ["edited", "removed", "touched"])
def test_a_damaged_page_is_made_again(project: Project, damage: str) -> None:
    project.write("flood.md", FLOOD)
    project.build()
    before = project.built()
    page = project.site / "2019/05/04/flood.html"
    match damage:
        case "edited":
            page.write_text("something else")
        case "removed":
            page.unlink()
        case "touched":
            os.utime(page, ns=(1, 1))
    report = project.build()
    assert project.built() == before
    assert report.rendered == 1


def test_files_of_others_stay(project: Project) -> None:
    project.write("flood.md", FLOOD)
    project.site.mkdir()
    (project.site / "CNAME").write_text("news.example")
    (project.site / "2019").mkdir()
    (project.site / "2019" / "notes.html").write_text("<p>mine</p>")
    project.build()
    (project.articles / "flood.md").unlink()
    project.build()
    assert (project.site / "CNAME").read_text() == "news.example"
    assert (project.site / "2019" / "notes.html").read_text() == "<p>mine</p>"


def test_a_file_of_others_in_the_way_stops_the_build(project: Project) -> None:
    project.write("flood.md", FLOOD)
    project.site.mkdir()
    (project.site / "index.html").write_text("<p>mine</p>")
    report = project.build()
    assert [str(problem) for problem in report.problems] == [
        f"{project.site / 'index.html'}: is in the way, and was not written by newsarc"
    ]
    assert project.built() == {"index.html": b"<p>mine</p>"}


def test_another_output_folder_is_not_taken_for_the_first(project: Project) -> None:
    project.write("flood.md", FLOOD)
    project.build()
    before = project.built()
    other = project.folder / "other"
    other.mkdir()
    (other / "index.html").write_text("<p>mine</p>")
    project.settings = replace(project.settings, output=other)
    assert [problem.path for problem in project.build().problems] == [str(other / "index.html")]
    assert (other / "index.html").read_text() == "<p>mine</p>"
    (other / "index.html").unlink()
    project.build()
    project.site = other
    assert project.built() == before


@pytest.mark.parametrize("count", range(0, 60, 7))
def test_a_build_killed_at_any_file_is_mended_by_the_next(
    project: Project, monkeypatch: pytest.MonkeyPatch, count: int
) -> None:
    """Even where the catalog was lost before it, and a source was removed since."""
    project.write("flood.md", FLOOD)
    project.build()
    clean = project.built()
    bridge = project.write("bridge.md", BRIDGE)
    project.build()
    shutil.rmtree(project.settings.catalog.parent)
    bridge.unlink()
    left = iter(range(count))

    def stopping(step: Callable[..., Any]) -> Callable[..., Any]:
        def stop_or_do(*arguments: Any) -> Any:
            if next(left, None) is None:
                raise OSError("stopped")
            return step(*arguments)

        return stop_or_do

    with monkeypatch.context() as patch:
        patch.setattr(placing.Placer, "put", stopping(placing.Placer.put))
        patch.setattr(publish, "remove", stopping(placing.remove))
        with suppress(OSError):
            project.build()
    project.build()
    assert project.built() == clean


def test_two_builds_of_one_site_do_not_mix(project: Project) -> None:
    project.write("flood.md", FLOOD)
    project.build()
    before = project.built()
    project.write("bridge.md", BRIDGE)
    other = replace(project.settings, catalog=project.folder / "other.sqlite")
    with empty_staging(project.settings), pytest.raises(CatalogError, match="another build"):
        build(other)
    assert project.built() == before
    assert not build(other).failed
    assert "2020/10/13/bridge.html" in project.built()


@pytest.mark.parametrize("make", [Path.mkdir, lambda file: file.write_text("mine" * 30)])
def test_what_is_no_lock_in_the_place_of_one_is_named(
    project: Project, make: Callable[[Path], object]
) -> None:
    project.write("flood.md", FLOOD)
    project.settings.staging.mkdir(parents=True)
    make(project.settings.staging / "lock")
    with pytest.raises(CatalogError, match=r"lock: cannot be used: .*\nhint: remove it"):
        project.build()


def test_errors_are_told_until_they_are_mended_though_the_rest_is_published(
    project: Project,
) -> None:
    project.write("flood.md", FLOOD.replace("tags:", "aliases: [/tags/]\ntags:"))
    assert project.build(keep_going=True).failed
    assert project.build(keep_going=True).failed
    assert project.build().failed


def test_jobs_do_not_change_the_site(project: Project) -> None:
    for number in range(300):
        text = FLOOD.replace("2019-05-04", f"2019-05-{number % 28 + 1:02}")
        project.write(f"{number % 7}/story-{number}-of-the-valley.md", text)
    project.build(jobs=1)
    before = project.built()
    shutil.rmtree(project.site)
    shutil.rmtree(project.settings.catalog.parent)
    project.build(jobs=3)
    assert project.built() == before


def test_no_more_views_are_in_memory_than_make_a_group(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(9):
        project.write(f"story-{number}.md", FLOOD + "The river rose.\n" * 100)
    project.build()
    before = project.built()
    at_once = []
    made = pages._made

    def watched(commission: Any, workshop: Any, group: Any) -> Any:
        at_once.append(sum(planned.page.template == "article.html" for planned in group))
        return made(commission, workshop, group)

    monkeypatch.setattr(pages, "_made", watched)
    monkeypatch.setattr(pages, "_GROUP", 6_000)  # three articles
    project.build(clean=True)
    assert project.built() == before
    assert sum(at_once) == 9
    assert 1 < max(at_once) <= 4


@pytest.mark.parametrize(
    "environment",
    [
        {"PYTHONHASHSEED": "1", "TZ": "Pacific/Kiritimati", "LC_ALL": "C"},
        {"PYTHONHASHSEED": "2", "TZ": "Pacific/Pago_Pago", "LC_ALL": "de_DE.UTF-8"},
    ],
)
def test_the_environment_does_not_change_the_site(
    seed_project: Project, environment: dict[str, str]
) -> None:
    seed_project.write("flood.md", FLOOD)
    seed_project.build()
    before = seed_project.built()
    result = seed_project.run("build", "--clean", **environment)
    assert (result.returncode, result.stderr) == (0, "")
    assert seed_project.built() == before


def test_unreadable_sources_publish_nothing(project: Project) -> None:
    project.write("bridge.md", BRIDGE)
    project.build()
    before = project.built()
    project.write("flood.md", FLOOD.replace("2019-05-04", "2019-13-02"))
    project.write("empty.txt", "")
    project.write("fine.txt", "Something new\n\nThis is new.")
    report = project.build()
    assert report.failed
    assert {problem.path for problem in report.problems} == {
        "articles/flood.md",
        "articles/empty.txt",
    }
    assert project.built() == before


def test_keep_going_publishes_the_rest(project: Project) -> None:
    project.write("bridge.md", BRIDGE)
    flood = project.write("flood.md", FLOOD)
    project.build()
    flood.write_text(FLOOD.replace("2019-05-04", "2019-13-02"))
    report = project.build(keep_going=True)
    assert report.failed
    assert report.articles == 1
    assert "2019/05/04/flood.html" not in project.built()
    flood.write_text(FLOOD)
    assert not project.build().failed
    assert "2019/05/04/flood.html" in project.built()


def test_problems_are_told_until_they_are_mended(project: Project) -> None:
    project.write("flood.md", FLOOD.replace("2019-05-04", "2019-13-02"))
    first = project.build()
    second = project.build()
    assert first.problems == second.problems
    assert second.failed


def test_warnings_of_unchanged_sources_are_told_again(project: Project) -> None:
    project.write("latin.txt", "Un été à la montagne\n\nL’été a commencé.".encode("cp1252"))
    first = project.build()
    second = project.build()
    assert [problem.severity for problem in first.problems] == ["warning"]
    assert first.problems == second.problems
    assert "Un été à la montagne" in project.page("index.html")


def test_a_template_that_fails_leaves_the_site_as_it_was(project: Project) -> None:
    project.write("flood.md", FLOOD)
    project.build()
    before = project.built()
    templates = project.folder / "templates"
    templates.mkdir()
    (templates / "article.html").write_text("<p>{{ page.nonsense }}</p>\n")
    with pytest.raises(TemplateProblemError, match=r"templates/article\.html:1"):
        project.build()
    assert project.built() == before
    shutil.rmtree(templates)
    assert project.build().rendered == 0
    assert project.built() == before


def test_a_template_of_the_site_comes_before_the_theme(project: Project) -> None:
    project.write("flood.md", FLOOD)
    (project.folder / "templates").mkdir()
    (project.folder / "templates" / "article.html").write_text(
        '<!doctype html><meta name="generator" content="newsarc"><h1>{{ page.title }}</h1>'
    )
    project.build()
    assert "<h1>Flood in the valley</h1>" in project.page("2019/05/04/flood.html")
    assert "<h1>Flood" not in project.page("index.html")


def test_a_configuration_that_changes_changes_the_pages(project: Project) -> None:
    project.write("flood.md", FLOOD)
    project.build()
    project.configure(Configuration(site=SiteSettings(title="The Valley Archive")))
    project.build()
    assert "The Valley Archive" in project.page("2019/05/04/flood.html")


def test_tags_are_suggested_only_where_asked_for(seed_project: Project) -> None:
    seed_project.build()
    assert (seed_project.site / "tags/iraq/index.html").exists()
    seed_project.configure(Configuration(tags=TagSettings(suggest=False)))
    seed_project.build()
    assert not (seed_project.site / "tags/iraq").exists()


def test_other_names_of_a_tag_lead_to_the_tag(project: Project) -> None:
    project.write("flood.md", FLOOD)
    project.configure(Configuration(tags=TagSettings(aliases={"Weather": "Climate"})))
    project.build()
    assert ">Climate</a>" in project.page("2019/05/04/flood.html")
    assert "tags/climate/index.html" in project.built()
    assert "tags/weather/index.html" not in project.built()


def test_drafts_are_read_but_not_published(project: Project) -> None:
    project.write("flood.md", FLOOD.replace("date:", "draft: true\ndate:"))
    report = project.build()
    assert (report.read, report.articles) == (1, 0)
    assert "2019/index.html" not in project.built()


def test_pictures_are_copied_under_names_of_their_content(project: Project) -> None:
    project.write("2019/flood.md", FLOOD + "\n![The river](pictures/river.jpg)\n")
    picture = project.write("2019/pictures/river.jpg", b"\xff\xd8\xff river")
    project.build()
    route = next(route for route in project.built() if route.endswith(".jpg"))
    assert route.startswith("assets/images/river.")
    assert project.built()[route] == b"\xff\xd8\xff river"
    assert f"../../../{route}" in project.page("2019/05/04/flood.html")
    picture.write_bytes(b"\xff\xd8\xff flood")
    project.build()
    assert route not in project.built()


def test_a_picture_that_can_no_longer_be_read_is_left_out(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    picture = project.write("river.jpg", b"\xff\xd8\xff river")
    project.build()
    picture.write_bytes(b"\xff\xd8\xff another river")

    def refuse(path: Path) -> str:
        raise PermissionError(13, "Permission denied", str(path))

    with monkeypatch.context() as patch:
        patch.setattr(updating, "digest_file", refuse)
        assert [str(problem) for problem in project.build(keep_going=True).problems] == [
            "articles/river.jpg: cannot be read: Permission denied"
        ]
    assert not [route for route in project.built() if route.endswith(".jpg")]


def test_links_between_sources_lead_to_articles(project: Project) -> None:
    project.write("2019/flood.md", FLOOD + "\nSee [the bridge](../2020/bridge.md#trains).\n")
    project.write("2020/bridge.md", BRIDGE)
    project.build()
    assert 'href="../../../2020/10/13/bridge.html#body-trains"' in project.page(
        "2019/05/04/flood.html"
    )


def test_two_articles_that_ask_for_one_address_both_get_one(project: Project) -> None:
    project.write("a/flood.md", FLOOD)
    project.build()
    project.write("b/flood.md", FLOOD.replace("Flood in", "Another flood in"))
    report = project.build()
    assert [problem.severity for problem in report.problems] == ["warning"]
    pages = sorted(route for route in project.built() if route.startswith("2019/05/04/flood"))
    assert len(pages) == 3
    shared = project.page("2019/05/04/flood.html")
    assert "Flood in the valley" in shared
    assert "Another flood in the valley" in shared
    assert all(page.rpartition("/")[2] in shared for page in pages if "--" in page)


def test_former_addresses_lead_to_the_article(project: Project) -> None:
    project.write("flood.md", FLOOD.replace("tags:", "aliases: [/news/flood/, old.html]\ntags:"))
    project.build()
    assert "../../2019/05/04/flood.html" in project.page("news/flood/index.html")
    assert "2019/05/04/flood.html" in project.page("old.html")


def test_an_alias_that_is_a_page_is_an_error(project: Project) -> None:
    project.write("flood.md", FLOOD.replace("tags:", "aliases: [/tags/]\ntags:"))
    report = project.build()
    assert report.failed
    assert [problem.field for problem in report.problems] == ["aliases"]
    assert not project.built()
    assert project.build(keep_going=True).articles == 1
    assert "<h1" in project.page("tags/index.html")


def test_without_a_folder_of_articles_it_says_what_to_do(project: Project) -> None:
    project.articles.rmdir()
    with pytest.raises(UsageError, match="there is no such folder"):
        project.build()


def test_an_edit_of_the_same_size_at_the_same_time_is_seen(project: Project) -> None:
    flood = project.write("flood.md", FLOOD)
    project.build()
    stat = flood.stat()
    flood.write_text(FLOOD.replace("two metres", "six metres"))
    os.utime(flood, ns=(stat.st_atime_ns, stat.st_mtime_ns))
    assert flood.stat().st_size == stat.st_size
    project.build()
    assert "six metres" in project.page("2019/05/04/flood.html")


@pytest.mark.parametrize("output", ["articles", "articles/site", ".", "templates/site"])
def test_the_site_lies_apart_from_what_it_is_made_of(project: Project, output: str) -> None:
    project.write("flood.md", FLOOD)
    (project.folder / "templates").mkdir()
    project.settings = replace(project.settings, output=project.folder / output)
    with pytest.raises(UsageError, match=r"would mix with the (articles|templates) in"):
        project.build()
    assert sorted(path.name for path in project.folder.rglob("*")) == [
        "articles",
        "flood.md",
        "templates",
    ]


@pytest.mark.parametrize(
    "damage",
    [
        "UPDATE record SET json = '{'",
        "ALTER TABLE record RENAME COLUMN json TO jsonx",
        "UPDATE article SET title = CAST(x'FE' AS TEXT)",
        "UPDATE article SET route = route || char(0)",
    ],
)
def test_a_catalog_that_makes_no_sense_is_made_again(project: Project, damage: str) -> None:
    project.write("flood.md", FLOOD)
    project.build()
    before = project.built()
    with closing(opened(project.settings.catalog)) as catalog:
        catalog.execute(damage)
    project.write("bridge.md", BRIDGE)
    project.build()
    (project.articles / "bridge.md").unlink()
    project.build()
    assert project.built() == before


def test_no_page_holds_what_html_cannot_carry(project: Project) -> None:
    strange = "\x1b\x85\ufdd0\uffff\U0010ffff"
    project.write("flood.txt", f"Flood {strange} in the valley\n\nThe river {strange} rose.\n")
    project.write("bridge.md", BRIDGE.replace("Rivers", 'Rivers, "a\\uFFFFb"'))
    project.build()
    html = "".join(page.decode() for route, page in project.built().items() if route[-1] == "l")
    assert "rose" in html
    assert "\ufffd" in html
    assert not set(strange) & set(html)


def test_a_former_address_may_become_a_folder_and_a_file_again(project: Project) -> None:
    for alias, page in (
        ("/flood.html", "flood.html"),
        ("/flood.html/2019.html", "flood.html/2019.html"),
        ("/flood.html", "flood.html"),
    ):
        project.write("flood.md", FLOOD.replace("tags:", f"aliases: [{alias}]\ntags:"))
        assert not project.build().failed
        assert (project.site / page).is_file()


def test_a_file_of_others_where_a_folder_is_to_be_is_left_alone(project: Project) -> None:
    project.site.mkdir()
    (project.site / "tags").write_text("mine")
    project.write("flood.md", FLOOD)
    report = project.build()
    assert [str(problem) for problem in report.problems] == [
        f"{project.site / 'tags'}: is in the way, and was not written by newsarc"
    ]
    assert list(project.built()) == ["tags"]


def test_a_page_that_others_replaced_is_not_removed(project: Project) -> None:
    source = project.write("flood.md", FLOOD)
    project.build()
    page = project.site / "2019/05/04/flood.html"
    page.write_text("mine")
    source.unlink()
    project.build()
    assert page.read_text() == "mine"


def test_a_template_that_includes_itself_is_named(project: Project) -> None:
    (project.folder / "templates").mkdir()
    (project.folder / "templates" / "404.html").write_text('{% include "mine.html" %}')
    (project.folder / "templates" / "mine.html").write_text('{% include "mine.html" %}')
    with pytest.raises(TemplateProblemError, match=r"templates/mine\.html:1: RecursionError"):
        project.build()


def test_an_empty_folder_where_a_page_is_to_be_gives_way(project: Project) -> None:
    project.write("flood.md", FLOOD)
    project.build()
    clean = project.built()
    page = project.site / "2019/05/04/flood.html"
    page.unlink()
    (page / "empty").mkdir(parents=True)
    project.build()
    assert project.built() == clean


def test_a_folder_of_others_where_a_page_is_to_be_stops_the_build(project: Project) -> None:
    project.write("flood.md", FLOOD)
    project.build()
    page = project.site / "2019/05/04/flood.html"
    page.unlink()
    page.mkdir()
    notes = page / "notes.txt"
    notes.write_text("mine")
    (problem,) = project.build().problems
    assert str(problem) == f"{notes}: is in the way, and was not written by newsarc"
    assert problem.hint == "move it away, or name another folder with --output"
    assert notes.read_text() == "mine"


def test_another_folder_of_articles_is_not_taken_for_the_first(project: Project) -> None:
    modified = 1_600_000_000
    for folder, text in (("articles", BRIDGE), ("others", BRIDGE.replace("Bridge", "Border"))):
        file = project.write(f"../{folder}/bridge.md", text)
        os.utime(file, (modified, modified))
    project.build()
    settings = replace(project.settings, articles=project.folder / "others")
    assert build(settings).read == 1
    assert "Border" in project.page("2020/10/13/bridge.html")
    assert build(settings).rendered == 0
