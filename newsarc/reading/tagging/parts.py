"""Parts: a run of capitalised words, cut where titles and dates stand between names."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from newsarc.reading.tagging.joins import OF
from newsarc.reading.tagging.runs import Run
from newsarc.reading.tagging.tokens import Token
from newsarc.reading.tagging.words import Lexicon

_LONGEST_ROLE = 40
"""Characters before a name in which its role is looked for."""


class Part(NamedTuple):
    """Tokens of a run that may be one name."""

    tokens: Sequence[Token]
    joins: Sequence[str]
    initial: bool
    """Whether it begins a sentence."""
    role: str
    """The title or role in front of it; empty without one."""


def parts_of(text: str, run: Run, lexicon: Lexicon) -> Iterator[Part]:
    """Cut a run of a text at titles and at words of the calendar, which belong to no name."""
    tokens, joins = run.tokens, run.joins
    role = _role_before(run.before, lexicon)
    if all(token.unknown for token in tokens):
        yield Part(tokens, joins, run.initial, role)
        return
    begin = index = 0
    while index < len(tokens):
        plain = tokens[index].plain
        if plain in lexicon.titles and _is_title(run, begin, index, lexicon):
            yield _without_portfolio(_part(run, begin, index, role), lexicon)
            role = _role_at(text, run, index, lexicon)
            begin = index + 1
            if begin < len(tokens) and joins[begin] in OF:
                after = _complement_end(run, begin)
                yield _part(run, begin, after, "")
                begin = after
            index = begin
        elif plain in lexicon.calendar and _is_date(text, run, begin, index, lexicon):
            yield _part(run, begin, index, role)
            begin = index = index + 1
            role = ""
        else:
            index += 1
    yield _part(run, begin, len(tokens), role)


def _role_before(before: str, lexicon: Lexicon) -> str:
    """The role in lower case in front of a name: "general" of "the top Iranian general"."""
    if not before.endswith(" "):
        return ""
    role: list[str] = []
    for word in reversed(before[-_LONGEST_ROLE:].split()):
        if word not in lexicon.roles and not (role and word.capitalize() in lexicon.portfolios):
            break
        role.insert(0, word)
    return " ".join(role)


def _role_at(text: str, run: Run, index: int, lexicon: Lexicon) -> str:
    """The role that a title ends: all of "Chief Financial Officer", "Home Secretary"."""
    begin = index
    while begin and run.joins[begin] == " ":
        plain = run.tokens[begin - 1].plain
        if plain not in lexicon.titles and plain not in lexicon.portfolios:
            break
        begin -= 1
    return text[run.tokens[begin].start : run.tokens[index].end]


def _part(run: Run, begin: int, end: int, role: str) -> Part:
    return Part(run.tokens[begin:end], run.joins[begin:end], run.initial and begin == 0, role)


def _is_title(run: Run, begin: int, index: int, lexicon: Lexicon) -> bool:
    """Whether the token is a person's title here, not a word of a name ("General Motors")."""
    tokens, joins = run.tokens, run.joins
    if index > begin and (joins[index] in OF or tokens[index - 1].plain in lexicon.titles):
        return False  # Office of the President, Office of Inspector General
    after = tokens[index + 1 :]
    if not after:
        before = tokens[index - 1] if index > begin else None
        surname = tokens[index].plain in lexicon.names_too
        return not (surname and before and before.unknown)
    if joins[index + 1] in OF:
        return True
    if all(token.plain in lexicon.lexical for token in after):
        return any(token.plain in lexicon.titles for token in after)
    return not any(token.plain in lexicon.bodies for token in after)


def _complement_end(run: Run, begin: int) -> int:
    """Where the office of a title ends: after "Health" in "Minister of Health Jane Roe"."""
    end = begin
    while end < len(run.tokens) and not run.tokens[end].unknown:
        end += 1
    return max(end, begin + 1)


def _without_portfolio(part: Part, lexicon: Lexicon) -> Part:
    """The part before a title, without what the title is for: "Defence" of a minister."""
    end = len(part.tokens)
    if not any(token.plain in lexicon.bodies for token in part.tokens):
        while end and part.tokens[end - 1].plain in lexicon.portfolios:
            end -= 1
    return part._replace(tokens=part.tokens[:end], joins=part.joins[:end])


def _is_date(text: str, run: Run, begin: int, index: int, lexicon: Lexicon) -> bool:
    """Whether a word of the calendar is no part of a name such as Theresa May or Black Friday."""
    token = run.tokens[index]
    if text[token.end + 1 : token.end + 2].isdigit():
        return True
    has_next = index + 1 < len(run.tokens)
    if token.plain in lexicon.names_too:
        return not has_next and index == begin
    if index > begin:
        return not has_next
    return not (has_next and run.before.endswith(("the ", "The ")))
