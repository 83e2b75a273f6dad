"""Pages for everyone: axe-core's rules, keyboards, small screens and large letters.

With ``NEWSARC_SCREENSHOTS`` set to a folder, pictures of all pages are left there.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, Route

from newsarc.config import ThemeSettings
from tests.helpers.browsing import CHROMIUM, served
from tests.helpers.reading_rooms import ARABIC, ENGLISH, write_archive

pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="chromium is not installed here")

Scheme = Literal["light", "dark"]
ARTICLE = "2021/05/04/everything.html"
LANGUAGES = {"en": ENGLISH, "ar": ARABIC}
SCREENSHOTS = os.environ.get("NEWSARC_SCREENSHOTS", "")

# Text at AAA, and places to touch of 24 pixels: axe leaves both out unless it is asked. What has
# the contrast of AAA has that of AA.
RULES = {
    "color-contrast-enhanced": {"enabled": True},
    "color-contrast": {"enabled": False},
    "target-size": {"enabled": True},
}
RULES_OF_COLOURS = ["color-contrast-enhanced", "link-in-text-block"]


@pytest.fixture(scope="module", params=LANGUAGES)
def site(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("reading-room") / request.param
    return write_archive(folder, LANGUAGES[request.param]).site


@pytest.fixture(scope="module")
def root(site: Path) -> Iterator[str]:
    with served(site) as address:
        yield address


KINDS = (
    *("front", "year", "month", "day", "article", "withdrawn", "tag", "tag-in-a-year", "tags"),
    *("authors", "on-this-day", "undated", "404"),
)


def routes(site: Path) -> dict[str, str]:
    """A page of each kind."""
    tag = next(path.parent for path in sorted(site.glob("tags/*/2021.html")))
    return {
        "front": "index.html",
        "year": "2021/index.html",
        "month": "2021/05/index.html",
        "day": "2021/05/04/index.html",
        "article": ARTICLE,
        "withdrawn": next(
            path.relative_to(site).as_posix()
            for path in sorted(site.glob("2021/05/03/*.html"))
            if path.name != "index.html"
        ),
        "tag": f"tags/{tag.name}/index.html",
        "tag-in-a-year": f"tags/{tag.name}/2021.html",
        "tags": "tags/index.html",
        "authors": "authors/index.html",
        "on-this-day": "on-this-day/05-04.html",
        "undated": "undated/index.html",
        "404": "404.html",
    }


def opened(browser: Browser, width: int, scheme: Scheme = "light") -> Page:
    page = browser.new_page(viewport={"width": width, "height": 800}, color_scheme=scheme)
    page.set_default_timeout(10_000)
    return page


@pytest.mark.parametrize("width", [360, 1280])
def test_axe_finds_nothing(browser: Browser, site: Path, root: str, width: int) -> None:
    """In the light by all rules; in the dark, which has other colours only, by those of colours."""
    page = opened(browser, width)
    found: list[str] = []
    for kind, route in routes(site).items():
        page.emulate_media(color_scheme="light")
        page.goto(f"{root}{route}")
        result: Any = Axe().run(page, options={"resultTypes": ["violations"], "rules": RULES})
        if result.violations_count:
            found.append(f"{kind}: {result.generate_report()}")
        page.emulate_media(color_scheme="dark")
        in_the_dark = page.evaluate(_AXE_AGAIN, RULES_OF_COLOURS)
        found += [f"{kind}, dark: {violation}" for violation in in_the_dark]
    page.close()
    assert not found, "\n".join(found)


_AXE_AGAIN = """async (rules) => (
  await axe.run(document, {resultTypes: ['violations'], runOnly: rules})
).violations.flatMap((each) => each.nodes.map((node) => `${each.id}: ${node.html}`))"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_an_accent_of_the_sites_own_leaves_days_readable(
    browser: Browser, tmp_path: Path, scheme: Scheme
) -> None:
    theme = ThemeSettings(colors={"accent": "#0b3d60"}, dark_colors={"accent": "#9fd0f5"})
    site = write_archive(tmp_path, ENGLISH, theme).site
    page = opened(browser, 1280, scheme)
    for route in ("2021/index.html", "2021/05/index.html"):
        page.goto((site / route).as_uri())
        result: Any = Axe().run(page, options={"resultTypes": ["violations"], "rules": RULES})
        assert result.violations_count == 0, result.generate_report()
    shades = page.evaluate(
        "[...document.querySelectorAll('.calendar [class*=day-]')]"
        ".map((day) => getComputedStyle(day).backgroundColor)"
    )
    for shade in shades:
        red, _, blue = (float(part) for part in re.findall(r"[\d.]+", shade)[:3])
        assert blue > red, f"{shade} is no shade of blue"
    assert shades
    page.close()


_OUTSIDE = """() => [...document.querySelectorAll('main *, header *, footer *')].filter((each) => {
  const box = each.getBoundingClientRect();
  const scrolls = each.closest('.numbers div, .body table, .body pre, svg, .skip');
  const says = [...each.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
  return says && box.width && !scrolls && (box.left < -1 || box.right > innerWidth + 1);
}).map((each) => each.outerHTML.slice(0, 120))"""


def test_a_page_fits_a_small_phone_and_letters_of_four_times_the_size(
    browser: Browser, site: Path, root: str
) -> None:
    """1,280 pixels at 400 % are 320 (WCAG 2.2, 1.4.10); nothing lies beside the page."""
    page = opened(browser, 320)
    for kind, route in routes(site).items():
        page.goto(f"{root}{route}")
        assert page.evaluate("document.documentElement.scrollWidth") <= 320, kind
        assert page.evaluate(_OUTSIDE) == [], kind
    page.close()


_REACHABLE = """() => [...document.querySelectorAll('a[href], button, input, summary')].filter(
  (each) => each.tabIndex >= 0 && each.checkVisibility({visibilityProperty: true})
).length"""
# Before each key is pressed, and at the end: where the key before it led.
_NOTING = """() => {
  const all = [...document.querySelectorAll('*')];
  const places = new Map(all.map((each, place) => [each, place]));
  const focused = [];
  const note = () => {
    const each = document.activeElement;
    const style = getComputedStyle(each);
    const box = each.getBoundingClientRect();
    focused.push({
      place: places.get(each),
      what: each.outerHTML.slice(0, 120),
      seen: style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2,
      inside: box.bottom > 0 && box.top < innerHeight,
    });
  };
  document.addEventListener('keydown', note, true);
  globalThis.focusedSoFar = () => { note(); return focused.slice(1); };
}"""


@pytest.mark.parametrize("kind", KINDS)
def test_every_link_is_reached_and_seen_by_keyboard(
    browser: Browser, site: Path, root: str, kind: str
) -> None:
    page = opened(browser, 1280)
    page.goto(f"{root}{routes(site)[kind]}")
    number = page.evaluate(_REACHABLE)
    assert number > 5
    page.evaluate(_NOTING)
    for _ in range(number):
        page.keyboard.press("Tab")
    focused = page.evaluate("focusedSoFar()")
    page.close()
    assert [each["what"] for each in focused if not (each["seen"] and each["inside"])] == []
    assert len(focused) == len({each["place"] for each in focused}) == number
    assert "#main" in focused[0]["what"]


def test_the_first_link_skips_to_the_content(browser: Browser, root: str) -> None:
    page = opened(browser, 1280)
    page.goto(f"{root}{ARTICLE}")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('main') !== null")
    page.close()


_PICTURES = re.compile(r"\.png$")
_STYLED = "() => [...document.querySelectorAll('link[rel=stylesheet]')].every((link) => link.sheet)"
_ALL_COME = """() => Promise.all([...document.images].map((image) => {
  image.loading = 'eager';
  return image.decode();
})).then((all) => all.length)"""
# What the browser leaves undrawn outside the window has a height that is an estimate until then.
_PLACES = """() => {
  const elements = [...document.body.querySelectorAll('*')];
  for (const {style} of elements) style.contentVisibility = 'visible';
  return elements.map((element) => {
    const {x, y, width, height} = element.getBoundingClientRect();
    return [element.tagName, x, y, width, height];
  });
}"""


@pytest.mark.parametrize("width", [360, 1280])
def test_nothing_moves_when_pictures_come_late(
    browser: Browser, site: Path, root: str, width: int
) -> None:
    page = opened(browser, width)
    pictures = 0

    def hold(picture: Route) -> None:
        """Leaves the browser waiting."""

    for kind, route in routes(site).items():
        page.route(_PICTURES, hold)
        page.goto(f"{root}{route}", wait_until="domcontentloaded")
        page.wait_for_function(_STYLED)
        places = page.evaluate(_PLACES)
        page.unroute(_PICTURES)
        page.goto(f"{root}{route}")
        pictures += page.evaluate(_ALL_COME)
        assert page.evaluate(_PLACES) == places, kind
    assert pictures
    page.close()


@pytest.mark.skipif(not SCREENSHOTS, reason="NEWSARC_SCREENSHOTS names no folder")
@pytest.mark.parametrize("width", [360, 1280])
def test_pictures_of_all_pages_are_left_to_be_looked_at(
    browser: Browser, site: Path, root: str, width: int
) -> None:
    folder = Path(SCREENSHOTS) / site.parent.name
    page = opened(browser, width)
    schemes: tuple[Scheme, ...] = ("light", "dark")
    for kind, route in routes(site).items():
        page.goto(f"{root}{route}")
        for scheme in schemes:
            page.emulate_media(color_scheme=scheme)
            file = folder / f"{kind}-{width}-{scheme}.png"
            picture = page.screenshot(path=file, full_page=True)
            assert picture.startswith(b"\x89PNG")
    page.close()
