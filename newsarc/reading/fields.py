"""From the values of front matter to the fields of an article."""

from __future__ import annotations

from newsarc.errors import Problem
from newsarc.model import Span
from newsarc.reading.editorial_fields import check_editorial
from newsarc.reading.field_groups import read_authors, read_image, read_tags
from newsarc.reading.field_types import (
    read_address,
    read_aliases,
    read_date,
    read_language,
    read_lines,
    read_text,
    read_title,
    read_truth,
    read_verbatim,
)
from newsarc.reading.front_matter import FrontMatter
from newsarc.reading.given import Notes, choose, is_left_empty
from newsarc.reading.record import Fields


def read_fields(
    front_matter: FrontMatter, text: str, path: str
) -> tuple[Fields, tuple[Problem, ...]]:
    """The fields that front matter gives, and all that is wrong with them, by line.

    ``text`` is the source's whole decoded text, ``path`` is for messages. A field with an error is
    left out. What newsarc does not know is in the fields' ``extra``. Never raises.
    """
    notes = Notes(path, text, problems=list(front_matter.problems))
    given = choose(front_matter, notes).get
    # ``authors: []`` says that the byline names nobody.
    byline_of_names = None if is_left_empty(front_matter, "authors") else given("byline")
    fields = Fields(
        body=(Span(front_matter.body_start, len(text)),),
        title=read_title(given("title"), notes),
        dek=read_lines(given("dek"), notes),
        date=read_date(given("date"), notes),
        updated=read_date(given("updated"), notes),
        byline=read_lines(given("byline"), notes),
        authors=read_authors(given("authors"), byline_of_names, given("lang"), notes),
        source=read_text(given("source"), notes),
        dateline=read_text(given("dateline"), notes),
        image=read_image(given("image"), given("caption"), given("credit"), notes),
        tags=read_tags(given("tags"), notes),
        section=read_text(given("section"), notes),
        lang=read_language(given("lang"), notes),
        url=read_address(given("url"), notes),
        slug=read_verbatim(given("slug"), notes),
        aliases=read_aliases(given("aliases"), notes),
        draft=read_truth(given("draft"), notes),
        extra=notes.extra,
        evidence=tuple(notes.evidence),
        diagnostics=tuple(notes.diagnostics),
    )
    check_editorial(front_matter, notes)
    problems = sorted(notes.problems, key=lambda problem: (problem.line or 0, problem.column or 0))
    return fields, tuple(problems)
