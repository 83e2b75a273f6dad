"""The site as a reader has it: in Chromium, from a host and from the disk."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.helpers.browsing import CHROMIUM, POLICY, served
from tests.helpers.project import Project

ARTICLE = "2019/05/04/flood.html"
PAGES = (
    *("index.html", "2019/index.html", "2019/05/index.html", "2019/05/04/index.html", ARTICLE),
    *("tags/index.html", "tags/rivers/index.html", "tags/rivers/2019.html", "authors/index.html"),
    *("on-this-day/05-04.html", "undated/index.html", "404.html"),
)

pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="chromium is not installed here")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    project = Project(tmp_path_factory.mktemp("browser") / "project")
    head = "---\ntitle: {}\ndate: {}\nauthors: [Ada Quill]\ntags: [Rivers]\n---\nThe river rose.\n"
    project.write("flood.md", head.format("Flood takes the lower road", "2019-05-04"))
    project.write("bridge.md", head.format("Bridge reopens", "2020-10-13"))
    for number in range(40):
        text = head.replace("Rivers", f"Rivers, Notice {number}, Élan")
        project.write(f"{number}.md", text.format(f"Tag {number}", f"2017-01-{number % 28 + 1:02}"))
    project.write("harvest.md", "Harvest\n\nNobody knows when.\n")
    # A script leads to today's page, whichever day that is.
    for day in range(1, 32):
        for month in range(1, 13):
            if day <= (29 if month == 2 else 30 if month in (4, 6, 9, 11) else 31):
                text = head.format(f"Notice {month}/{day}", f"2016-{month:02}-{day:02}")
                project.write(f"2016/{month:02}-{day:02}.md", text)
    project.build()
    return project.site


@pytest.fixture(scope="module", params=["http", "file"])
def root(request: pytest.FixtureRequest, site: Path) -> Iterator[str]:
    """Where the site's addresses begin."""
    if request.param == "file":
        yield f"{site.as_uri()}/"
        return
    with served(site) as address:
        yield address


@pytest.fixture(params=[True, False], ids=["with scripts", "without scripts"])
def page(request: pytest.FixtureRequest, browser: Browser, root: str) -> Iterator[Page]:
    """A phone's page; whatever the console says, or another host is asked, fails the test."""
    context = browser.new_context(
        viewport={"width": 320, "height": 700}, java_script_enabled=request.param
    )
    page = context.new_page()
    page.set_default_timeout(10_000)
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on("request", lambda request: said.extend(_foreign(request.url, root)))
    yield page
    context.close()
    assert said == []


def _foreign(address: str, root: str) -> list[str]:
    return [] if address.startswith((root, "data:")) else [address]


def test_a_reader_gets_from_the_front_page_to_an_article_and_on(page: Page, root: str) -> None:
    page.goto(f"{root}index.html")
    page.click(".years a:text('2019')")
    page.click(".calendar a:text-is('4')")
    page.click("h2 a:text('Flood')")
    assert page.url == f"{root}{ARTICLE}"
    page.click(".after a")
    assert page.inner_text("h1") == "Bridge reopens"
    page.click("a[rel=tag]")
    assert page.url == f"{root}tags/rivers/index.html"


def test_the_policy_is_the_one_in_the_documentation() -> None:
    text = (Path(__file__).parent.parent / "docs" / "templates.md").read_text("utf-8")
    assert f"Content-Security-Policy: {POLICY}\n" in text


def test_no_page_is_wider_than_a_small_phone(browser: Browser, root: str) -> None:
    page = browser.new_page(viewport={"width": 320, "height": 700})
    for route in PAGES:
        page.goto(f"{root}{route}")
        assert page.evaluate("document.documentElement.scrollWidth") <= 320, route
    page.close()


def test_dark_pages_are_dark(browser: Browser, root: str) -> None:
    grounds = []
    for scheme in ("light", "dark"):
        page = browser.new_page(color_scheme=scheme)
        page.goto(f"{root}{ARTICLE}")
        grounds.append(page.evaluate("getComputedStyle(document.documentElement).backgroundColor"))
        page.close()
    assert grounds == ["rgb(253, 251, 247)", "rgb(21, 20, 19)"]


def test_a_reference_is_saved_as_a_file(browser: Browser, root: str) -> None:
    page = browser.new_page(accept_downloads=True)
    page.goto(f"{root}{ARTICLE}")
    with page.expect_download(timeout=10_000) as download:
        page.click("text=BibTeX")
    assert download.value.suggested_filename == "flood.bib"
    assert "title = {{Flood takes the lower road}}" in download.value.path().read_text("utf-8")
    page.close()


def test_a_day_that_no_other_year_has_is_no_empty_section(browser: Browser, tmp_path: Path) -> None:
    project = Project(tmp_path / "project")
    project.write("ice.md", "---\ntitle: Ice\ndate: 2024-02-29\n---\nIce.\n")
    project.build()
    root = f"{project.site.as_uri()}/"
    page = browser.new_page()
    page.clock.set_fixed_time("2031-05-04T12:00:00")
    page.goto(f"{root}index.html")
    assert not page.is_visible("text=On this day")
    page.clock.set_fixed_time("2032-02-29T12:00:00")
    page.reload()
    assert page.inner_text("#today") == "February 29 (today)"
    page.goto(f"{root}2024/02/29/index.html")
    page.click("text=February 29 in all years")
    assert page.inner_text("h1") == "February 29"
    page.close()


def test_the_front_page_leads_to_todays_page(browser: Browser, root: str) -> None:
    page = browser.new_page()
    page.clock.set_fixed_time("2031-05-04T12:00:00")
    page.goto(f"{root}index.html")
    assert page.inner_text("#today") == "May 4 (today)"
    page.click("#today")
    assert page.url == f"{root}on-this-day/05-04.html"
    page.close()


def test_an_article_prints(browser: Browser, root: str) -> None:
    page = browser.new_page()
    page.goto(f"{root}{ARTICLE}")
    assert not page.is_visible(".printed")
    page.emulate_media(media="print")
    clipping = page.inner_text("body")
    for said in ("Flood takes the lower road", "Ada Quill", "May 4, 2019", "News archive", ARTICLE):
        assert said in clipping
    for left_out in ("Front page", "Related", "Previous", "Keyboard", "BibTeX", "SHA-256"):
        assert left_out not in clipping
    assert page.pdf().startswith(b"%PDF")
    page.close()


def test_keys_lead_on(browser: Browser, root: str) -> None:
    page = browser.new_page(viewport={"width": 1280, "height": 700})
    page.goto(f"{root}2016/05/04/index.html")
    for key, route in [
        ("ArrowRight", "2016/05/05/index.html"),
        ("ArrowLeft", "2016/05/04/index.html"),
        ("u", "2016/05/index.html"),
        ("u", "2016/index.html"),
    ]:
        page.keyboard.press(key)
        page.wait_for_url(f"{root}{route}", timeout=10_000)
    # What is the browser's own stays so.
    for key in ("Control+u", "Shift+ArrowRight", "Alt+ArrowDown", "q"):
        page.keyboard.press(key)
    page.wait_for_timeout(200)
    assert page.url == f"{root}2016/index.html"
    page.close()


def test_keys_can_be_switched_off(browser: Browser, root: str) -> None:
    context = browser.new_context(viewport={"width": 1280, "height": 700})
    page = context.new_page()
    page.goto(f"{root}2016/05/04/index.html")
    page.click(".keys summary")
    page.uncheck(".keys input")
    page.goto(f"{root}2016/05/05/index.html")
    page.click("h1")
    page.keyboard.press("ArrowRight")
    page.wait_for_timeout(200)
    assert page.url == f"{root}2016/05/05/index.html"
    context.close()


def test_the_way_back_to_the_top_is_there_where_it_is_long(browser: Browser, root: str) -> None:
    page = browser.new_page(viewport={"width": 320, "height": 500})
    page.goto(f"{root}2016/05/index.html")
    assert not page.is_visible(".to-top")
    page.mouse.wheel(0, 4000)
    page.wait_for_selector(".to-top", state="visible", timeout=10_000)
    page.click(".to-top")
    page.wait_for_function("scrollY === 0", timeout=10_000)
    page.wait_for_selector(".to-top", state="hidden", timeout=10_000)
    page.close()


def test_an_index_is_filtered_by_letters(browser: Browser, root: str) -> None:
    page = browser.new_page(viewport={"width": 1280, "height": 700})
    page.goto(f"{root}authors/index.html")
    assert not page.is_visible(".filter"), "one author needs none"
    page.goto(f"{root}tags/index.html")
    page.keyboard.press("s")
    page.keyboard.type("ELan")
    assert [each.strip() for each in page.locator(".letter li a:visible").all_inner_texts()] == [
        "Élan"
    ]
    assert page.inner_text(".filter output") == "1"
    assert not page.is_visible(".letters")
    # By weight: all terms in one list, of which the field still hides the others.
    page.check(".filter [type=checkbox]")
    assert page.inner_text(".filter output") == "1"
    page.fill(".filter [type=search]", "")
    heaviest = page.locator("main .terms a:visible").all_inner_texts()
    assert (len(heaviest), heaviest[0]) == (42, "Rivers")
    assert page.inner_text(".terms .count >> nth=0") == "408"
    page.uncheck(".filter [type=checkbox]")
    assert page.locator(".letter li a:visible").count() == 42
    assert page.locator("main .terms a:visible").count() == 42 + 40
    page.focus(".filter [type=search]")
    page.keyboard.type("elan")
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("u")
    assert page.url == f"{root}tags/index.html"
    page.close()
