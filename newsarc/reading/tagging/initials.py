"""Short forms in brackets: "World Health Organization (WHO)"."""

from __future__ import annotations

from collections.abc import Sequence

from newsarc.reading.tagging.runs import Run
from newsarc.reading.tagging.tokens import Token

_LONGEST = 10
_LINKS = frozenset({" and ", " and the ", " for ", " for the ", " of ", " of the ", " in ", " on "})


def short_form_after(text: str, end: int) -> str:
    """The short form that follows a name in brackets; empty without one."""
    if text[end : end + 2] in ("'s", "’s"):
        end += 2
    if text[end : end + 2] != " (":
        return ""
    short = text[end + 2 : end + _LONGEST + 5].partition(")")[0].strip("“”‘’\"'")
    return short if 2 <= len(short) <= _LONGEST and short[0].isupper() and short.isalnum() else ""


def explained_by(short: str, text: str, tokens: Sequence[Token]) -> Sequence[Token]:
    """The last of the tokens, from the one that the short form begins with.

    None if it is not theirs: its letters must come in the name in their order, as those of FedRAMP
    do in "Federal Risk and Authorization Management Program".
    """
    for index, token in enumerate(tokens):
        if token.text[0] == short[0]:
            letters = iter(text[token.start : tokens[-1].end].casefold())
            if all(letter in letters for letter in short.casefold()):
                return tokens[index:]
    return ()


def join_explained(text: str, runs: Sequence[Run]) -> Sequence[Run]:
    """Join runs that only their short form shows to be one name.

    "Defense Finance and Accounting Service (DFAS)" is one name, other neighbours of "and" are two.
    """
    joined: list[Run] = []
    for run in runs:
        if joined and run.before in _LINKS:
            before = joined[-1]
            short = short_form_after(text, run.tokens[-1].end)
            both = [*before.tokens, *run.tokens]
            explained = short and not explained_by(short, text, run.tokens)
            if explained and explained_by(short, text, both):
                joins = [*before.joins, run.before, *run.joins[1:]]
                joined[-1] = before._replace(tokens=both, joins=joins)
                continue
        joined.append(run)
    return joined
