"""Joins: whether a name goes on across more than a space."""

from __future__ import annotations

from collections.abc import Sequence

from newsarc.reading.tagging.tokens import Token
from newsarc.reading.tagging.words import Lexicon

OF = frozenset({" of ", " of the ", " for ", " for the "})
_AND = frozenset({" and ", " and the "})
_ON = frozenset({" on ", " on the "})
_DELIBERATING = frozenset(
    {"Committee", "Subcommittee", "Commission", "Council", "Conference", "Convention"}
)
LONGEST_JOIN = 12
"""Characters of " of the ", " van der "."""
_CONTRACTED = ("d'", "d’", "l'", "l’")


def is_joined(
    tokens: Sequence[Token], joins: Sequence[str], gap: str, token: Token, lexicon: Lexicon
) -> bool:
    """Whether the tokens of a run and the next one, with the gap between them, are one name."""
    last = tokens[-1]
    if gap == " & ":
        return True
    if gap == ". ":
        return last.plain in lexicon.abbreviations
    if gap in ("' ", "’ "):
        return f"{last.text.lower()}'" in lexicon.possessives
    if gap in OF:
        return last.plain in lexicon.titles or any(t.plain in lexicon.heads for t in tokens)
    if gap in _AND:
        return _joins_offices(last.plain, token.plain, not OF.isdisjoint(joins), lexicon)
    if gap in _ON:
        return last.plain in _DELIBERATING and token.plain not in lexicon.calendar
    if gap == " at ":
        return not OF.isdisjoint(joins) and tokens[0].plain == "University"
    return _is_particles(gap, lexicon)


def _joins_offices(last: str, following: str, has_of: bool, lexicon: Lexicon) -> bool:
    """Whether "and" joins offices, as in "Health and Human Services", rather than two names."""
    if following in lexicon.portfolios or following == "Levant":
        return last in lexicon.portfolios or has_of
    if not has_of or last not in lexicon.lexical or following not in lexicon.lexical:
        return False
    other = (lexicon.heads, lexicon.titles, lexicon.calendar)
    return not any(following in names for names in other)


def _is_particles(gap: str, lexicon: Lexicon) -> bool:
    particles = gap.split()
    return (
        0 < len(particles) <= 2
        and gap[0] == " "
        and (gap[-1] == " " or particles[-1] in _CONTRACTED)
        and all(word.rstrip("'’") in lexicon.particles for word in particles)
    )
