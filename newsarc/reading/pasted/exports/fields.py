"""What the labels of an exported record give."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date as calendar_date
from email.utils import parsedate_tz
from functools import cache
from types import MappingProxyType

from newsarc.model import Date
from newsarc.reading.bylines import after_by_word, names_of, reads_as_organisation
from newsarc.reading.changing import with_changes
from newsarc.reading.dates.finding import DateMatch, find_dates
from newsarc.reading.languages.lexicon import Lexicon, fold
from newsarc.reading.lines import Line
from newsarc.reading.pasted.draft import Draft, Role, evidence
from newsarc.reading.record import Fields

_PAGE = re.compile(r"\s{0,3};.{0,200}|\s{0,3}[,-]?\s{0,3}\b(?:[Pp]g?\.|[Pp]age)\s{0,2}\w{1,6}\Z")
_TAGS = re.compile(r"\s{0,3}[,;|]\s{0,3}")
_ADDRESS = re.compile(r"https?://[^\s<>\"]{3,2000}", re.IGNORECASE)
_MAIL = re.compile(r"\s{0,3}<[^<>\s]{3,100}>|\S{1,64}@\S{1,64}\s{0,3}\((?P<name>[^()]{1,60})\)")

# What mail programs write before the subject of a mail that is sent on or answered: "Re:" of RFC
# 5322, section 3.6.5, and what stands for it and for "Fwd:" in English, German, French, Spanish,
# Dutch and Swedish programs. A blank follows, for a title may begin with "re:born".
_SENT_ON = re.compile(
    r"(?:(?:re|fwd?|aw|wg|tr|rv|doorst|sv|vb)\s?:\s{0,9}){1,9}(?<=\s)", re.IGNORECASE
)


def fill(draft: Draft, key: str, value: str, lines: Sequence[Line]) -> Draft:
    """The draft with what a label gives; where it gives nothing for a record, it is furniture."""
    read = _READERS.get(key)
    fields = read(draft.fields, value, draft.lexicon) if read and value else draft.fields
    if fields == draft.fields:
        return draft.remove({line.number: "export.label" for line in lines})
    changed = [name for name in _NAMES[key] if getattr(fields, name) != getattr(draft.fields, name)]
    reasons = (evidence(name, lines, f"{key}.export", "high") for name in changed)
    return draft.claim(lines, Role.LABEL).fill(fields, *reasons)


def subject_of(value: str) -> str:
    """The subject of a mail as it was before it was sent on or answered."""
    return value[sent_on.end() :] if (sent_on := _SENT_ON.match(value)) else value


def _title(fields: Fields, value: str, _lexicon: Lexicon) -> Fields:
    return fields if fields.title else with_changes(fields, title=value)


def _dek(fields: Fields, value: str, _lexicon: Lexicon) -> Fields:
    return fields if fields.dek else with_changes(fields, dek=value)


def _byline(fields: Fields, value: str, lexicon: Lexicon) -> Fields:
    if fields.byline:
        return fields
    byline = after_by_word(_MAIL.sub(lambda match: match["name"] or "", value).strip(' "'), lexicon)
    if not byline:
        return fields
    authors = names_of(byline, lexicon)
    organisations = [author.name for author in authors if author.organisation]
    persons = tuple(author for author in authors if not author.organisation)
    source = fields.source or next(iter(organisations), None)
    return with_changes(fields, byline=byline, authors=persons or authors, source=source)


def _sender(fields: Fields, value: str, lexicon: Lexicon) -> Fields:
    """Who sent a mail: its publisher, perhaps, and never for certain who wrote the story."""
    name = _MAIL.sub(lambda match: match["name"] or "", value).strip(' "')
    if fields.source or not name or not reads_as_organisation(name, lexicon):
        return fields
    return with_changes(fields, source=name)


def _date(fields: Fields, value: str, lexicon: Lexicon) -> Fields:
    found = next((date for date in find_dates(value, lexicon) if isinstance(date, DateMatch)), None)
    date = found.date if found else _date_of_mail(value)
    return fields if fields.date or date is None else with_changes(fields, date=date)


def _date_of_mail(value: str) -> Date | None:
    """A date as RFC 5322 and its forerunners write it: ``6 Nov 91 20:57 GMT``."""
    parts = parsedate_tz(value)
    if parts is None or not 1970 <= parts[0] <= 2100:
        return None
    try:
        day = calendar_date(parts[0], parts[1], parts[2]).isoformat()
    except ValueError:
        return None
    return Date(f"{day}T{parts[3]:02}:{parts[4]:02}{'Z' if value.endswith(('GMT', 'UTC')) else ''}")


def _source(fields: Fields, value: str, _lexicon: Lexicon) -> Fields:
    return fields if fields.source else with_changes(fields, source=value)


def _section(fields: Fields, value: str, _lexicon: Lexicon) -> Fields:
    section = _PAGE.sub("", value)
    return fields if fields.section or not section else with_changes(fields, section=section)


def _place(fields: Fields, value: str, _lexicon: Lexicon) -> Fields:
    return fields if fields.dateline else with_changes(fields, dateline=value.rstrip(" -–—"))


def _lang(fields: Fields, value: str, _lexicon: Lexicon) -> Fields:
    lang = _language_named(value)
    return with_changes(fields, lang=lang) if lang else fields


def _tags(fields: Fields, value: str, _lexicon: Lexicon) -> Fields:
    tags = tuple(dict.fromkeys(filter(None, _TAGS.split(value))))
    return fields if fields.tags else with_changes(fields, tags=tags)


def _url(fields: Fields, value: str, _lexicon: Lexicon) -> Fields:
    is_address = _ADDRESS.fullmatch(value)
    return with_changes(fields, url=value) if is_address and not fields.url else fields


_READERS: Mapping[str, Callable[[Fields, str, Lexicon], Fields]] = MappingProxyType(
    {
        "title": _title,
        "dek": _dek,
        "byline": _byline,
        "date": _date,
        "source": _source,
        "section": _section,
        "place": _place,
        "lang": _lang,
        "tags": _tags,
        "url": _url,
        "sender": _sender,
    }
)
_NAMES: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        **{key: (key,) for key in ("title", "dek", "date", "source", "section", "lang")},
        **{key: (key,) for key in ("tags", "url")},
        "sender": ("source",),
        "byline": ("byline", "authors", "source"),
        "place": ("dateline",),
    }
)


def _language_named(value: str) -> str | None:
    """The code of a language that is given by its English or its own name, or as its code."""
    name = fold(value).split(",")[0].split(";")[0].strip(" .")
    return name if re.fullmatch(r"[a-z]{2}", name) else _language_names().get(name)


@cache
def _language_names() -> Mapping[str, str]:
    # Imported here: only exported records ask for it.
    from babel import Locale  # noqa: PLC0415

    english = Locale("en")
    names = {fold(name): code for code, name in english.languages.items() if len(code) == 2}
    for code in ("es", "pt", "fr", "de", "it", "nl", "tr", "ru", "pl"):
        names |= {fold(str(Locale(code).get_display_name())): code}
    return names
