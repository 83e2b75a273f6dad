"""Where every page lives. The only place that knows addresses.

A route is a path in the site with ``/``, without a leading one, that ends in a file name. The
tests hold that two different pages never have one route.
"""

from __future__ import annotations

import re
import unicodedata
from pathlib import PurePosixPath
from urllib.parse import quote, unquote

from newsarc.model import Article, Date, Taxonomy
from newsarc.site.slugs import digest_suffix, fold, slug_of

FRONT = "index.html"
UNDATED = "undated/index.html"
NOT_FOUND = "404.html"
FEED = "feed.xml"
JSON_FEED = "feed.json"
SITEMAP = "sitemap.xml"
ROBOTS = "robots.txt"

_QUERY = re.compile(r"[?#]")
_SLASHES = re.compile(r"[/\\]")
_CONTROL = re.compile(r"[\x00-\x1f\x7f]")


def of_period(period: str) -> str:
    """``2020-10-13`` → ``2020/10/13/index.html``; likewise a month and a year."""
    return f"{period.replace('-', '/')}/{FRONT}"


def of_day_of_year(day: str) -> str:
    """``10-13`` → ``on-this-day/10-13.html``"""
    return f"on-this-day/{day}.html"


def of_article(date: Date | None, slug: str) -> str:
    """The address of an article: below its day, or what is known of it."""
    return f"{_folder_of(date)}/{slug}.html"


def address_of(article: Article) -> str:
    """The address that an article asks for; ``own_address_of`` if others ask for it too."""
    return of_article(article.date, article_slug(article))


def own_address_of(article: Article) -> str:
    """The address of an article whose slug is not its own alone: with a suffix from its path.

    The double hyphen keeps it apart from every slug, in which there is none.
    """
    return of_article(article.date, f"{article_slug(article)}--{digest_suffix(article.path)}")


def article_slug(article: Article) -> str:
    """The record's own slug, else the words of the file name, of the title, of the body."""
    for text in (article.slug, article.file_words, article.title, article.opening[:60]):
        if text and (slug := slug_of(text)):
            return slug
    return "article"


def _folder_of(date: Date | None) -> str:
    if date is None:
        return "undated"
    return (date.day or date.month or date.year).replace("-", "/")


def of_taxonomy(taxonomy: Taxonomy) -> str:
    """``tags/index.html``"""
    return f"{taxonomy}/{FRONT}"


def of_term(taxonomy: Taxonomy, key: str) -> str:
    """``tags/iraq/index.html``"""
    return f"{taxonomy}/{key}/{FRONT}"


def of_term_period(taxonomy: Taxonomy, key: str, period: str) -> str:
    """``tags/iraq/2020.html``; without a period ``tags/iraq/undated.html``"""
    return f"{taxonomy}/{key}/{period or 'undated'}.html"


def of_term_feed(taxonomy: Taxonomy, key: str) -> str:
    """``tags/iraq/feed.xml``"""
    return f"{taxonomy}/{key}/{FEED}"


def of_term_json_feed(taxonomy: Taxonomy, key: str) -> str:
    """``tags/iraq/feed.json``"""
    return f"{taxonomy}/{key}/{JSON_FEED}"


def of_named_term(taxonomy: Taxonomy, name: str) -> str:
    """The page of the term that a name folds to."""
    return of_term(taxonomy, fold(name))


def of_sitemap(year: str, part: int) -> str:
    """``sitemaps/2020.xml``, then ``sitemaps/2020-part-2.xml``; without a year ``undated``."""
    return f"sitemaps/{year or 'undated'}{f'-part-{part}' if part > 1 else ''}.xml"


def of_image(path: str, digest: str) -> str:
    """``assets/images/flood.3fa9c2d1.jpg``: named by its bytes, so it never goes stale."""
    image = PurePosixPath(path)
    return f"assets/images/{slug_of(image.stem) or 'image'}.{digest[:8]}{image.suffix.lower()}"


def of_alias(alias: str) -> str:
    """The route of a former address: ``/news/flood/`` → ``news/flood/index.html``.

    An address without an extension is taken for a folder, as the servers that had it do. A query or
    a fragment is left out: servers of files do not look at it. No route leads out of the site.
    """
    path = unquote(_QUERY.split(alias.strip(), maxsplit=1)[0])
    clean = _CONTROL.sub("", unicodedata.normalize("NFC", path))
    steps = [step for step in _SLASHES.split(clean) if step not in ("", ".", "..")]
    if not clean.lower().endswith((".html", ".htm")):
        steps.append(FRONT)
    return "/".join(steps)


def relative(target: str, page: str) -> str:
    """The link from one route to another, both ending in a file name."""
    return "../" * page.count("/") + target


def absolute(target: str, site_url: str) -> str:
    """The full address of a route below ``site.url``, as RFC 3986 writes it."""
    return f"{site_url.rstrip('/')}/{quote(target)}"
