"""What an article's page may cost a reader, and what of it reaches paper."""

from __future__ import annotations

import gzip
import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.helpers.browsing import CHROMIUM, served
from tests.helpers.project import SEED, Project

ARTICLE = "2020/10/13/iraqi-militias-propose-ceasefire.html"
OVER_THE_WIRE = 14 * 1024  # what a server may send before it first waits for the reader

in_chromium = pytest.mark.skipif(CHROMIUM is None, reason="chromium is not installed here")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    project = Project(tmp_path_factory.mktemp("budgets") / "project")
    project.write(SEED.name, SEED.read_bytes())
    project.build()
    return project.site


def test_an_article_and_all_that_it_loads_are_light(site: Path) -> None:
    page = site / ARTICLE
    loaded = re.findall(
        r'<(?:link rel="stylesheet"|link rel="icon"|script)[^>]* (?:href|src)="([^"]+)"',
        page.read_text("utf-8"),
    )
    assert len([each for each in loaded if each.endswith(".css")]) == 1
    files = [page, *((page.parent / each).resolve() for each in loaded)]
    sizes = {file.name: len(gzip.compress(file.read_bytes(), 6, mtime=0)) for file in files}
    assert sum(sizes.values()) <= OVER_THE_WIRE, sizes


@in_chromium
def test_an_article_is_whole_without_scripts(site: Path, browser: Browser) -> None:
    texts = []
    with served(site) as root:
        for scripts in (True, False):
            context = browser.new_context(java_script_enabled=scripts)
            page = context.new_page()
            page.goto(f"{root}{ARTICLE}", timeout=10_000)
            texts.append(page.inner_text("main"))
            context.close()
    assert texts[0] == texts[1]
    assert len(texts[0]) > 1000


@in_chromium
def test_the_article_alone_asks_for_nothing_else(site: Path, browser: Browser) -> None:
    asked: list[str] = []
    with served(site) as root:
        page = browser.new_page()
        page.on("request", lambda request: asked.append(request.url.removeprefix(root)))
        page.goto(f"{root}{ARTICLE}", timeout=10_000)
        page.close()
    kinds = sorted(
        re.sub(r"\.[0-9a-f]{8}\.", ".", each)
        for each in asked
        if not each.startswith("assets/icon.")
    )
    assert kinds == [ARTICLE, "assets/keys.js", "assets/style.css"]


@in_chromium
def test_a_dark_reader_prints_black_on_white(site: Path, browser: Browser) -> None:
    with served(site) as root:
        page = browser.new_page(color_scheme="dark")
        page.goto(f"{root}{ARTICLE}", timeout=10_000)
        page.emulate_media(media="print", color_scheme="dark")
        ground, ink = page.evaluate(
            "[getComputedStyle(document.documentElement).backgroundColor,"
            " getComputedStyle(document.querySelector('.body p')).color]"
        )
        page.close()
    assert (ground, ink) == ("rgb(255, 255, 255)", "rgb(0, 0, 0)")


@in_chromium
def test_a_clipping_says_when_it_was_published(site: Path, browser: Browser) -> None:
    with served(site) as root:
        page = browser.new_page()
        page.goto(f"{root}{ARTICLE}", timeout=10_000)
        page.emulate_media(media="print")
        clipping = page.inner_text("main")
        page.close()
    assert "October 13, 2020" in clipping
    assert "BibTeX" not in clipping
