"""Looking into the pages of a site."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping
from html.parser import HTMLParser
from urllib.parse import unquote, urlsplit


class _Links(HTMLParser):
    """Collects what a page leads to, loads, and can be led to."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.targets: list[str] = []
        self.ids: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        if identifier := values.get("id"):
            self.ids.add(identifier)
        for name in ("href", "src"):
            if (target := values.get(name)) is not None:
                self.targets.append(target)
        if tag == "meta" and (values.get("http-equiv") or "").lower() == "refresh":
            self.targets.append((values.get("content") or "").partition("url=")[2])


def links_of(html: str) -> tuple[list[str], set[str]]:
    """All targets of a page's links and loads, and its identifiers."""
    parser = _Links()
    parser.feed(html)
    parser.close()
    return parser.targets, parser.ids


def broken_links(site: Mapping[str, bytes]) -> Iterator[str]:
    """Every relative link that leads to no file of the site, or to no place in it."""
    pages = {
        route: links_of(content.decode())
        for route, content in site.items()
        if route.endswith(".html")
    }
    for route, (targets, _) in pages.items():
        for target in targets:
            parts = urlsplit(target)
            if parts.scheme or parts.netloc:
                continue
            path = unquote(parts.path)
            goal = (
                posixpath.normpath(posixpath.join(posixpath.dirname(route), path))
                if path
                else route
            )
            if path.startswith("/") or goal not in site:
                yield f"{route}: {target}"
            elif parts.fragment and parts.fragment not in pages[goal][1]:
                yield f"{route}: {target} (no such place)"


def foreign_requests(html: str) -> list[str]:
    """What a page would load from another host."""
    parser = _Loads()
    parser.feed(html)
    parser.close()
    return parser.loads


class _Loads(HTMLParser):
    """Collects addresses from which a browser loads by itself."""

    _LOADING = ("img", "script", "iframe", "video", "audio", "source", "embed", "object")

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.loads: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        candidates = [values.get("src"), values.get("srcset"), values.get("data")]
        loading = tag in self._LOADING
        if tag == "link" and (values.get("rel") or "") in {"stylesheet", "icon", "preload"}:
            candidates, loading = [values.get("href")], True
        if loading:
            self.loads += [link for link in candidates if link and urlsplit(link).netloc]
