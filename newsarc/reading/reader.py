"""From a source's bytes to its record.

A source is decoded, its front matter is read, and where that names no title the text itself is read
as pasted; ``title: ""`` says outright that there is none. A field that the front matter gives is
never overridden by the text; a date that neither gives is taken from the path. Tags are suggested
only where there are none.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, fields, replace
from functools import cached_property
from typing import TYPE_CHECKING

from newsarc.config import Configuration
from newsarc.errors import Problem, has_errors
from newsarc.model import Article, Evidence, Span, SuggestedTag
from newsarc.reading.decoding import Decoded, decode
from newsarc.reading.endings import markup_of
from newsarc.reading.fields import read_fields
from newsarc.reading.front_matter import FrontMatter, split_front_matter
from newsarc.reading.given import is_left_empty
from newsarc.reading.openings import opening_of
from newsarc.reading.paths import date_in_path, words_in_path
from newsarc.reading.record import Fields, Part
from newsarc.reading.tidying import tidied

if TYPE_CHECKING:
    from newsarc.reading.tagging.tagger import Tagger


@dataclass(frozen=True, slots=True)
class Reading:
    """What reading a source gave: a record, or errors that say why there is none."""

    article: Article | None
    problems: tuple[Problem, ...]
    body: str = ""
    """The text of the article's body."""
    text: str = ""
    """The source's whole decoded text."""
    parts: tuple[Part, ...] = ()
    """What each piece of the text is; in order they are the whole of it."""


class Reader:
    """Reads sources; the same bytes under the same path always give the same record."""

    def __init__(self, configuration: Configuration) -> None:
        self._settings = configuration.tags

    def read(self, path: str, data: bytes, shown_path: str | None = None) -> Reading:
        """Read one source.

        ``path`` is its path below the articles folder, ``shown_path`` what messages call it.
        Never raises for anything that the bytes hold.
        """
        shown = shown_path or path
        decoded = decode(data, shown)
        if isinstance(decoded, Problem):
            return Reading(None, (decoded,))
        found, problems = _fields(decoded.text, path, shown)
        if found is None or has_errors(problems):
            return Reading(None, problems)
        body = body_text(decoded.text, found.body)
        article = self._article(path, data, decoded, found, body)
        warnings = (*_encoding_warnings(decoded, shown), *_date_warnings(article, shown))
        parts = _all_parts(decoded.text, found)
        return Reading(article, (*problems, *warnings), body, decoded.text, parts)

    def _article(
        self, path: str, data: bytes, decoded: Decoded, found: Fields, body: str
    ) -> Article:
        markup = markup_of(path)
        known = dict(vars(_with_date_of_path(found, path)))
        del known["parts"]
        known["diagnostics"] = (*decoded.diagnostics, *found.diagnostics)
        return Article(
            path=path,
            digest=hashlib.sha256(data).hexdigest(),
            encoding=decoded.encoding,
            markup=markup,
            opening=opening_of(body, markup),
            file_words=words_in_path(path),
            suggested_tags=self._suggested(found, body),
            **known,
        )

    @cached_property
    def _tagger(self) -> Tagger:
        from newsarc.reading.tagging.tagger import Tagger  # noqa: PLC0415

        return Tagger(self._settings)

    def _suggested(self, found: Fields, body: str) -> tuple[SuggestedTag, ...]:
        if found.tags or not (self._settings.suggest and self._settings.limit):
            return ()
        credited = [author.name for author in found.authors]
        credited += [name for name in (found.source, found.image and found.image.credit) if name]
        return self._tagger.suggest(found.title or "", found.dek or "", body, credited)


def body_text(text: str, body: tuple[Span, ...]) -> str:
    """The body, as exact pieces of a source's decoded text."""
    return "".join(text[span.start : span.end] for span in body)


def _fields(text: str, path: str, shown: str) -> tuple[Fields | None, tuple[Problem, ...]]:
    front_matter = split_front_matter(text, shown)
    if front_matter is None:
        return _pasted(text, 0, path, None), ()
    if not isinstance(front_matter, FrontMatter):
        return None, front_matter
    given, problems = read_fields(front_matter, text, shown)
    if not says_all(front_matter, given):
        pasted = _pasted(text, front_matter.body_start, path, given.lang)
        given = _completed(given, pasted)
    return given, problems


def _pasted(text: str, start: int, path: str, lang: str | None) -> Fields:
    from newsarc.reading.pasted import read_pasted  # noqa: PLC0415

    return tidied(read_pasted(text, start, markup_of(path), lang))


def says_all(front_matter: FrontMatter, given: Fields) -> bool:
    """Whether front matter has all fields, so that the text below it is nothing but the body."""
    return given.title is not None or is_left_empty(front_matter, "title")


def _completed(given: Fields, pasted: Fields) -> Fields:
    """The fields of the front matter, and those of the text where it gives none."""
    own = {evidence.field for evidence in given.evidence}
    missing = {
        field.name: getattr(pasted, field.name)
        for field in fields(Fields)
        if not getattr(given, field.name)
    }
    return replace(
        given,
        **missing
        | {
            "body": pasted.body,
            "extra": {**(pasted.extra if given.date is None else {}), **given.extra},
            "evidence": (
                *given.evidence,
                *(evidence for evidence in pasted.evidence if evidence.field not in own),
            ),
            "diagnostics": (*given.diagnostics, *pasted.diagnostics),
            "removed": pasted.removed,
            "parts": pasted.parts,
        },
    )


def _all_parts(text: str, found: Fields) -> tuple[Part, ...]:
    """The parts of a whole source, front matter included."""
    parts = found.parts or tuple(Part(span, "body") for span in found.body)
    start = parts[0].span.start if parts else len(text)
    end = parts[-1].span.end if parts else len(text)
    head = (Part(Span(0, start), "front-matter"),) if start else ()
    foot = (Part(Span(end, len(text)), "blank"),) if end < len(text) else ()
    return (*head, *parts, *foot)


def _with_date_of_path(found: Fields, path: str) -> Fields:
    if found.date is not None or (date := date_in_path(path)) is None:
        return found
    evidence = Evidence("date", (), "path", "medium")
    return replace(found, date=date, evidence=(*found.evidence, evidence))


def _encoding_warnings(decoded: Decoded, shown: str) -> Iterator[Problem]:
    hint = "save it as UTF-8 to be rid of this warning"
    for found in decoded.diagnostics:
        yield Problem(shown, found.message, line=found.line, hint=hint, severity="warning")


def _date_warnings(article: Article, shown: str) -> Iterator[Problem]:
    """The dates in two readings, where the article has no other."""
    if article.date is not None:
        return
    for found in article.diagnostics:
        if found.code == "DATE_AMBIGUOUS":
            hint = "write the date as YYYY-MM-DD"
            yield Problem(
                shown, found.message, line=found.line, field="date", hint=hint, severity="warning"
            )
