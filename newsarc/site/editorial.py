"""What an editor did to an article after publication: corrected it, or withdrew it.

Both are read from the record's further fields. ``corrections`` is a text, or a list of texts or of
``date`` and ``text``; ``withdrawn`` is true, the reason, or ``date`` and ``reason``. Whatever else
``withdrawn`` holds withdraws the article too, unless it says no: in doubt nothing is shown.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from newsarc.model import Article, Date, Json
from newsarc.site.view_parts import Correction, Withdrawal

_NO = frozenset(("", "false", "no", "none", "null", "off", "0"))
_YES = frozenset(("true", "yes", "on", "1"))
_TEXTS = ("text", "reason", "note", "correction", "description")
_KEPT = ("withdrawn", "corrections", "id")
"""Further fields of a withdrawn article that say nothing of its text."""


def corrections_of(article: Article) -> tuple[Correction, ...]:
    """The corrections of a record, in its own order."""
    given = article.extra.get("corrections")
    values: Iterable[Json] = given if isinstance(given, list) else [given]
    # A bare yes or no corrects nothing.
    found = (_dated(value) for value in values if not isinstance(value, bool))
    return tuple(Correction(date, text) for date, text in found if text)


def withdrawal_of(article: Article) -> Withdrawal | None:
    """Whether a record is withdrawn, when and why."""
    given = article.extra.get("withdrawn")
    if given is None or str(given).strip().lower() in _NO:
        return None
    if str(given).strip().lower() in _YES:
        return Withdrawal(None, None)
    date, reason = _dated(given)
    if date is None and (alone := Date.from_iso(reason)):
        return Withdrawal(alone, None)
    return Withdrawal(date, reason or None)


def as_published(article: Article) -> Article:
    """The record as the archive knows it: of a withdrawn article, without what it said."""
    if withdrawal_of(article) is None:
        return article
    return replace(
        article,
        body=(),
        opening="",
        dek=None,
        dateline=None,
        image=None,
        suggested_tags=(),
        removed=(),
        diagnostics=(),
        extra={name: value for name, value in article.extra.items() if name in _KEPT},
    )


def _dated(value: Json) -> tuple[Date | None, str]:
    """A date and a text: of a mapping by their names, else all of it is the text."""
    if not isinstance(value, Mapping):
        return None, _text(value)
    text = next((_text(value[name]) for name in _TEXTS if value.get(name)), "")
    written = _text(value.get("date"))
    date = Date.from_iso(written)
    if written and date is None:
        text = f"{written}: {text}" if text else written
    return date, text


def _text(value: Json) -> str:
    """A value in words: of what is no text, all that is in it."""
    if isinstance(value, Mapping):
        return "; ".join(f"{name}: {_text(each)}" for name, each in value.items())
    if isinstance(value, list):
        return "; ".join(map(_text, value))
    return "" if value is None else str(value).strip()
