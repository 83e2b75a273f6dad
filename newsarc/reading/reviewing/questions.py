"""What an editor should look at in a record: what was read with doubt, and what stayed open."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final, Literal, NamedTuple, TypeAlias

from newsarc.errors import Problem
from newsarc.model import Article, Diagnostic, Evidence
from newsarc.reading.reviewing.shown_values import shown_values

Threshold: TypeAlias = Literal["low", "medium"]
_LONGEST_VALUE: Final = 60


@dataclass(frozen=True, slots=True)
class Remark:
    """Something to look at; its code is that of a diagnostic, or says which confidence it had."""

    code: str
    problem: Problem


class _Question(NamedTuple):
    """What a diagnostic asks of an editor."""

    field: str | None
    hint: str


_DATE = _Question("date", "write the date as YYYY-MM-DD")
_QUESTIONS: Mapping[str, _Question] = MappingProxyType(
    {
        "NO_TITLE": _Question("title", "give it a title"),
        "MULTI_RECORD": _Question(None, "put each article into a file of its own"),
        "DATE_AMBIGUOUS": _DATE,
        "DATE_NO_YEAR": _DATE,
        "DATE_RELATIVE": _DATE,
        "DATE_ONLY_UPDATED": _Question("date", "write the date of publication, if it is known"),
        "UNASSIGNED": _Question(None, "say what it is, or leave it in the body"),
        "DEK_OR_LEAD": _Question("dek", "make it the dek, or leave it in the body"),
    }
)
_NO_DATE: Final = "NO_DATE"
ASKING: Final = frozenset(_QUESTIONS) | {_NO_DATE}
"""The codes of the diagnostics that ask for an editor."""
_HINTS: Mapping[str, str] = MappingProxyType(
    {
        "title": "is this the headline?",
        "dek": "is this the standfirst, and not how the story begins?",
        "date": "is this the day on which it was published?",
        "updated": "is this the day on which it was last changed?",
        "byline": "is this who wrote it?",
        "source": "is this the publisher?",
        "dateline": "is this the place from which it was reported?",
        "caption": "is this about a picture, and not how the story begins?",
        "credit": "is this who made the picture?",
        "tags": "are these its tags?",
        "section": "is this the paper's section?",
        "url": "is this the address that it came from?",
    }
)
"""Of the fields that are looked at. That a language is detected is no news, and the authors are as
sure as the byline."""


def remarks_on(article: Article, shown: str, threshold: Threshold = "low") -> tuple[Remark, ...]:
    """What to look at in a record, by line; ``shown`` is what messages call its source.

    Of a field with a question no confidence is told besides: the question says more. That there
    is no date is asked of every record, also of one with front matter: such an article is undated.
    """
    questions = tuple(_remark_of(found, shown) for found in questions_on(article))
    asked = {remark.problem.field for remark in questions}
    if article.date is None and "date" not in asked:
        problem = Problem(shown, "no date was found", None, None, "date", _DATE.hint, "warning")
        questions = (Remark(_NO_DATE, problem), *questions)
    doubts = (remark for remark in _doubts(article, shown, threshold))
    remarks = (*questions, *(remark for remark in doubts if remark.problem.field not in asked))
    return tuple(sorted(remarks, key=lambda remark: remark.problem.line or 0))


def questions_on(article: Article) -> Iterator[Diagnostic]:
    """The diagnostics that ask for an editor: of dates, only where the article has none."""
    for found in article.diagnostics:
        question = _QUESTIONS.get(found.code)
        if question is not None and not (question.field == "date" and article.date):
            yield found


def _remark_of(found: Diagnostic, shown: str) -> Remark:
    field, hint = _QUESTIONS[found.code]
    problem = Problem(shown, found.message, found.line, None, field, hint, "warning")
    return Remark(found.code, problem)


def _doubts(article: Article, shown: str, threshold: Threshold) -> Iterator[Remark]:
    values = shown_values(article)
    counted = {"low"} if threshold == "low" else {"low", "medium"}
    for reason in article.evidence:
        if reason.confidence in counted and reason.field in _HINTS and reason.field in values:
            yield _doubt(reason, values[reason.field], shown)


def _doubt(reason: Evidence, value: str, shown: str) -> Remark:
    cut = value if len(value) <= _LONGEST_VALUE else f"{value[: _LONGEST_VALUE - 1].rstrip()}…"
    message = f'"{cut}" was read with {reason.confidence} confidence ({reason.rule})'
    line = reason.lines[0] if reason.lines else None
    hint = _HINTS[reason.field]
    problem = Problem(shown, message, line, None, reason.field, hint, "warning")
    return Remark(f"{reason.confidence.upper()}_CONFIDENCE", problem)
