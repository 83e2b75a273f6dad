"""What the lines of the core give: date, update, byline, authors and source."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from newsarc.model import Confidence, Date, Evidence, Image, Json
from newsarc.reading.bylines import Kind, names_of, read_byline
from newsarc.reading.bylines.organisations import is_desk
from newsarc.reading.changing import with_changes
from newsarc.reading.dates.finding import DateMatch, find_dates
from newsarc.reading.languages.lexicon import Lexicon
from newsarc.reading.pasted.core.lines import CoreLine, whole_of
from newsarc.reading.pasted.core.meta import Meta
from newsarc.reading.pasted.datelines.finding import read_dateline
from newsarc.reading.pasted.draft import Draft, evidence


def read_core(draft: Draft, core: Sequence[CoreLine]) -> Draft:
    """The draft with the fields of a core, their evidence, and what is to be said about them."""
    whole = _with_time_of_update(_settled(draft, whole_of(core)))
    authors = names_of(whole.byline, draft.lexicon) if whole.byline else ()
    roles = _roles(whole.byline or "", draft.lexicon)
    organisations = [
        author.name for author in authors if author.organisation and author.name not in roles
    ]
    organisations += _employers(whole.byline or "", draft.lexicon)
    # A desk signs for the paper that it is of; the agency beside it is named.
    named = (name for name in organisations if not is_desk(name, draft.lexicon))
    source = whole.source or next(named, None) or next(iter(organisations), None)
    known_source = draft.fields.source is not None
    # Beside a person, an organisation is where the story stood, and nobody who wrote it.
    persons = tuple(author for author in authors if not author.organisation)
    fields = with_changes(
        draft.fields,
        date=draft.fields.date or (whole.date.date if whole.date else None),
        updated=draft.fields.updated or (whole.updated.date if whole.updated else None),
        byline=draft.fields.byline or whole.byline,
        authors=draft.fields.authors or persons or authors,
        image=Image(credit=whole.credit) if whole.credit else draft.fields.image,
        source=draft.fields.source if known_source else source,
        section=draft.fields.section or whole.section,
        extra=_with_words_for_date(draft, whole),
    )
    dated = whole.has_date
    reasons = _joined(reason for found in core for reason in _reasons(found, dated=dated))
    if whole.date and not any(found.meta.date for found in core):
        lines = next(found.lines for found in core if found.meta.doubtful)
        reasons.append(evidence("date", lines, whole.date.rule, "medium"))
    if source is not None and not known_source:
        lines = next(found.lines for found in core if found.meta.source or found.meta.byline)
        reasons.append(evidence("source", lines, "source.byline", "high"))
    draft = draft.fill(fields, *reasons)
    return _remarked(
        draft,
        core,
        all_organisations=bool(authors) and all(author.organisation for author in authors),
    )


def _with_time_of_update(whole: Meta) -> Meta:
    """What a core says, with the update at a time of the day of publication."""
    if whole.updated or not whole.date or not whole.update_time or not whole.date.date.day:
        return whole
    updated = Date(f"{whole.date.date.day}T{whole.update_time}")
    return replace(whole, updated=replace(whole.date, date=updated))


def _with_words_for_date(draft: Draft, whole: Meta) -> Mapping[str, Json]:
    """The extra fields, with the words for a date that do not say which day they mean."""
    if whole.doubtful is None or whole.date or draft.fields.date:
        return draft.fields.extra
    return {**draft.fields.extra, "date_text": whole.doubtful.text}


def _settled(draft: Draft, whole: Meta) -> Meta:
    """What a core says, where another date of the head tells which reading of its date is meant."""
    doubtful = whole.doubtful
    if doubtful is None or whole.date or len(doubtful.readings) < 2:
        return whole
    days = {day for line in draft.settling() for day in _days(line.value, draft.lexicon)}
    if whole.updated and whole.updated.date.day:
        days.add(whole.updated.date.day[5:])
    meant = [date for date in doubtful.readings if date.day and date.day[5:] in days]
    if len(meant) != 1 and whole.updated:
        meant = [date for date in doubtful.readings if date.iso[:7] == whole.updated.date.month]
    if len(meant) != 1:
        return whole
    settled = DateMatch(meant[0], doubtful.start, doubtful.end, "date.core.numeric-settled")
    return with_changes(whole, date=settled, doubtful=None)


def _days(text: str, lexicon: Lexicon) -> Iterator[str]:
    """The months and days, as ``MM-DD``, that a line names without doubt."""
    dateline = read_dateline(text, lexicon)
    for found in find_dates(dateline.text if dateline else text, lexicon):
        if isinstance(found, DateMatch):
            yield found.date.iso[5:10]
        elif found.month_and_day:
            month, day = found.month_and_day
            yield f"{month:02}-{day:02}"


def _roles(byline: str, lexicon: Lexicon) -> set[str]:
    """What signs for nobody in particular, such as "Staff Reporter": no publisher."""
    return {piece.text for piece in read_byline(byline, lexicon) if piece.kind is Kind.ROLE}


def _employers(byline: str, lexicon: Lexicon) -> list[str]:
    """The organisations for which those who are named write: "Jane Doe, Example News"."""
    return [piece.text for piece in read_byline(byline, lexicon) if piece.kind is Kind.EMPLOYER]


def _reasons(found: CoreLine, *, dated: bool) -> Iterator[Evidence]:
    meta, lines = found.meta, found.lines
    confidence: Confidence = "high" if meta.labelled or meta.byline else "medium"
    if meta.date:
        yield evidence("date", lines, f"date.core.{meta.date.rule}", confidence)
    if meta.doubtful:
        yield evidence("date_text", lines, "date.doubtful", "high")
    if meta.update_time:
        yield evidence("updated", lines, "updated.core.time", "medium")
    if meta.updated:
        yield evidence("updated", lines, f"updated.core.{meta.updated.rule}", confidence)
    if meta.section:
        yield evidence("section", lines, "section.core", "high")
    if meta.credit:
        yield evidence("credit", lines, "credit.core", "high")
    if not meta.byline:
        return
    rule: str
    if meta.named:
        rule, confidence = "byline.core.by-word", "high"
    elif meta.signed:
        rule, confidence = "byline.core.role", "medium"
    elif meta.has_date:
        rule, confidence = "byline.core.beside-date", "medium"
    else:
        rule, confidence = "byline.core.bare", "medium" if dated else "low"
    yield evidence("byline", lines, rule, confidence)
    yield evidence("authors", lines, "authors.names", confidence)


def _joined(reasons: Iterable[Evidence]) -> list[Evidence]:
    """One reason a field: a date may stand above the title and once more below it."""
    joined: dict[str, Evidence] = {}
    for reason in reasons:
        first = joined.get(reason.field)
        lines = (*first.lines, *reason.lines) if first else reason.lines
        joined[reason.field] = replace(first, lines=lines) if first else reason
    return list(joined.values())


def _remarked(draft: Draft, core: Sequence[CoreLine], *, all_organisations: bool) -> Draft:
    whole = _settled(draft, whole_of(core))
    for found in core:
        if found.meta.doubtful and whole.doubtful:
            doubtful = found.meta.doubtful
            draft = draft.remark(doubtful.code, found.lines[0], doubtful.message)
        if found.meta.byline and all_organisations:
            message = f'The byline "{found.meta.byline}" names no person'
            draft = draft.remark("BYLINE_ORG", found.lines[0], message)
    if whole.updated and not whole.date:
        message = "Only the date of an update is given, not that of publication"
        draft = draft.remark("DATE_ONLY_UPDATED", core[0].lines[0], message)
    return draft
