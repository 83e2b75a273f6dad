"""An article as programs for references take it: BibTeX, RIS and CSL-JSON, each in a data link.

A data link (RFC 2397) carries the file itself: no page more, no script, and it works from a disk.
No name is taken apart by guess: which part of it is the family's differs among languages.
"""

from __future__ import annotations

import json
import posixpath
import re
from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import quote

from newsarc.config import Configuration
from newsarc.model import Date, Json
from newsarc.site import routes
from newsarc.site.views import ArticleView

_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()  # BibTeX's own macros
_SAFE = "/:;,@=?!$()*+"  # what RFC 3986 allows in a path, and HTML need not escape
# ``urllib.parse.quote`` goes through a text byte by byte, which for three files took a third of the
# time of a page. Here the few ASCII signs to be escaped are replaced, and the rest is left to it.
_SIGNS = sorted(set(map(chr, (0x0A, 0x0D, *range(0x20, 0x7F)))) - {"%"})
_ESCAPES = tuple(
    (sign, escaped) for sign in ("%", *_SIGNS) if (escaped := quote(sign, safe=_SAFE)) != sign
)
_OTHERS = re.compile(r"[^ -~]+")
_ADDRESS = f"{_SAFE}%&#[]'~"  # what an address may hold (RFC 3986), escapes included
_BIBTEX_SIGNS = {
    "\\": r"\textbackslash{}",
    "{": r"\{",
    "}": r"\}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    **{sign: f"\\{sign}" for sign in "%&#$_"},
}
_BIBTEX_ESCAPES = str.maketrans(_BIBTEX_SIGNS)
_encoded = json.JSONEncoder(ensure_ascii=False).encode


@dataclass(frozen=True, slots=True)
class CitationFile:
    """An article's reference in one format."""

    format: str
    """What the format is called."""
    name: str
    """What the file may be saved as."""
    link: str
    """A data link that holds the file."""


def citation_files(page: ArticleView, configuration: Configuration) -> tuple[CitationFile, ...]:
    """The reference of an article in every format."""
    stem = posixpath.basename(page.route).removesuffix(".html")
    return tuple(
        CitationFile(name, f"{stem}.{suffix}", f"data:{media};charset=utf-8,{_in_address(text)}")
        for name, suffix, media, text in (
            ("BibTeX", "bib", "application/x-bibtex", bibtex(page, configuration)),
            ("RIS", "ris", "application/x-research-info-systems", ris(page, configuration)),
            (
                "CSL-JSON",
                "json",
                "application/vnd.citationstyles.csl+json",
                csl_json(page, configuration),
            ),
        )
    )


def bibtex(page: ArticleView, configuration: Configuration) -> str:
    """An ``@article`` of a newspaper, else a ``@misc``.

    ``date`` is what biblatex reads, ``year`` and ``month`` what BibTeX does.
    """
    date, publisher = page.date, _publisher(page)
    authors = " and ".join(
        f"{{{_bibtex(author.name)}}}" if author.organisation else f"{_bibtex(author.name)}"
        for author in page.authors
    )
    fields: dict[str, str | None] = {
        # Doubled braces keep the capitals of a title.
        "title": f"{{{_bibtex(page.title)}}}",
        "author": authors or _bibtex(page.byline),
        "journal": _bibtex(publisher),
        "date": date.iso[:10] if date else None,
        "year": date.year if date else None,
        "url": _address(page, configuration),
        "note": _bibtex(configuration.site.title),
    }
    lines = [f"  {name} = {{{value}}}" for name, value in fields.items() if value]
    if date and date.month:
        lines.append(f"  month = {_MONTHS[int(date.month[5:]) - 1]}")
    kind = "article" if publisher else "misc"
    return "".join((f"@{kind}{{{_key(page)},\n", ",\n".join(lines), "\n}\n"))


def ris(page: ArticleView, configuration: Configuration) -> str:
    """A ``NEWS`` reference; the lines end as the format's definition has it."""
    date = page.date
    lines: Iterable[tuple[str, str | None]] = (
        ("TY", "NEWS"),
        ("TI", page.title),
        *(("AU", name) for name in _names(page)),
        ("T2", _publisher(page)),
        ("PY", date.year if date else None),
        ("DA", _ris_date(date) if date else None),
        ("LA", page.lang or configuration.site.language),
        ("UR", _address(page, configuration)),
        ("DB", configuration.site.title),
        ("ID", _key(page)),
    )
    shown = (f"{tag}  - {_one_line(value)}\r\n" for tag, value in lines if value)
    return f"{''.join(shown)}ER  - \r\n"


def csl_json(page: ArticleView, configuration: Configuration) -> str:
    """A list of one item, in the schema 1.0 of the Citation Style Language."""
    date = page.date
    item: dict[str, Json] = {
        "id": page.identifier,
        "type": "article-newspaper",
        "title": page.title,
        "author": [{"literal": name} for name in _names(page)],
        "container-title": _publisher(page),
        "issued": date and {"date-parts": [[int(part) for part in date.iso[:10].split("-")]]},
        "URL": _address(page, configuration),
        "archive": configuration.site.title,
        "language": page.lang or configuration.site.language,
    }
    return _encoded([{name: value for name, value in item.items() if value}])


def _names(page: ArticleView) -> list[str]:
    """Of the authors; the byline stands for them where none is known."""
    return [author.name for author in page.authors] or ([page.byline] if page.byline else [])


def _publisher(page: ArticleView) -> str | None:
    return page.source.label if page.source else None


def _address(page: ArticleView, configuration: Configuration) -> str | None:
    """Where the article is: in this archive, else where it was first."""
    site_url = configuration.site.url
    address = routes.absolute(page.route, site_url) if site_url else page.url
    # An address that a text gives may hold what would end a field.
    return quote(address, safe=_ADDRESS) if address else None


def _in_address(text: str) -> str:
    """The UTF-8 of a text, percent-encoded (RFC 3986, section 2.1)."""
    for sign, escaped in _ESCAPES:
        text = text.replace(sign, escaped)
    # Half a character, which a record in JSON may hold, becomes a question mark.
    return _OTHERS.sub(lambda found: quote(found[0], safe=_SAFE, errors="replace"), text)


def _key(page: ArticleView) -> str:
    """``2020-0d0c8f4e``: ASCII, as BibTeX wants it, and the same when the title changes."""
    year = page.date.year if page.date else "undated"
    return f"{year}-{page.identifier.removeprefix('urn:uuid:')[:8]}"


def _ris_date(date: Date) -> str:
    """``2020/10/13/``: year, month, day and what else is known."""
    parts = [*date.iso[:10].split("-"), "", ""]
    return "/".join(parts[:3]) + "/"


def _bibtex(text: str | None) -> str | None:
    return _one_line(text).translate(_BIBTEX_ESCAPES) if text else None


def _one_line(text: str) -> str:
    return " ".join(text.split())
