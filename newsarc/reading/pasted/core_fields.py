"""What the lines of the core give: date, update, byline, authors and source."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from newsarc.model import Confidence, Evidence, Image
from newsarc.reading.bylines import names_of
from newsarc.reading.pasted.core_lines import CoreLine, whole_of
from newsarc.reading.pasted.draft import Draft, evidence


def read_core(draft: Draft, core: Sequence[CoreLine]) -> Draft:
    """The draft with the fields of a core, their evidence, and what is to be said about them."""
    whole = whole_of(core)
    authors = names_of(whole.byline) if whole.byline else ()
    organisations = [author.name for author in authors if author.organisation]
    source = whole.source or next(iter(organisations), None)
    known_source = draft.fields.source is not None
    # Beside a person, an organisation is where the story stood, and nobody who wrote it.
    persons = tuple(author for author in authors if not author.organisation)
    fields = replace(
        draft.fields,
        date=whole.date.date if whole.date else None,
        updated=whole.updated.date if whole.updated else draft.fields.updated,
        byline=whole.byline,
        authors=persons or authors,
        image=Image(credit=whole.credit) if whole.credit else draft.fields.image,
        source=draft.fields.source if known_source else source,
        section=draft.fields.section or whole.section,
    )
    reasons = _joined(reason for found in core for reason in _reasons(found))
    if source is not None and not known_source:
        of_byline = next(reason for reason in reasons if reason.field == "byline")
        reasons.append(replace(of_byline, field="source", rule="source.byline"))
    draft = draft.fill(fields, *reasons)
    return _remarked(draft, core, all_organisations=len(organisations) == len(authors) > 0)


def _reasons(found: CoreLine) -> Iterator[Evidence]:
    meta, lines = found.meta, found.lines
    confidence: Confidence = "high" if meta.labelled or meta.byline else "medium"
    if meta.date:
        yield evidence("date", lines, f"date.core.{meta.date.rule}", confidence)
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
        rule, confidence = "byline.core.bare", "low"
    yield evidence("byline", lines, rule, confidence)
    yield evidence("authors", lines, "authors.names", confidence)


def _joined(reasons: Iterable[Evidence]) -> list[Evidence]:
    """One reason a field: a date may stand above the title and once more below it."""
    joined: dict[str, Evidence] = {}
    for reason in reasons:
        first = joined.get(reason.field)
        lines = (*first.lines, *reason.lines) if first else reason.lines
        joined[reason.field] = replace(first or reason, lines=lines)
    return list(joined.values())


def _remarked(draft: Draft, core: Sequence[CoreLine], *, all_organisations: bool) -> Draft:
    whole = whole_of(core)
    for found in core:
        if found.meta.doubtful:
            message = f"The date {found.meta.doubtful.message}"
            draft = draft.remark(found.meta.doubtful.code, found.lines[0], message)
        if found.meta.byline and all_organisations:
            message = f'The byline "{found.meta.byline}" names no person'
            draft = draft.remark("BYLINE_ORG", found.lines[0], message)
    if whole.updated and not whole.date:
        message = "Only the date of an update is given, not that of publication"
        draft = draft.remark("DATE_ONLY_UPDATED", core[0].lines[0], message)
    return draft
