"""Names: what the runs of a passage mention."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import Enum
from typing import NamedTuple

from newsarc.reading.tagging.gazetteer import Form, Kind
from newsarc.reading.tagging.initials import explained_by, join_explained, short_form_after
from newsarc.reading.tagging.joins import OF
from newsarc.reading.tagging.parts import Part, parts_of
from newsarc.reading.tagging.passages import Passage
from newsarc.reading.tagging.runs import Run
from newsarc.reading.tagging.tokens import Token
from newsarc.reading.tagging.words import Lexicon

VERB_ENDING = "ing"
"""Of words that begin sentences about a name: "Citing Jane Roe"."""
_INSIDE = 0.5
"""A country inside a longer name ("Iraqi Airways") is half a mention."""
_LONGEST_PERSON = 4
_IN = (" in ", "In ", " near ", "Near ", " outside ", " into ")
_LETTERS_OF_NAMES = frozenset({"X", "I"})
"""Malcolm X, World War I."""


class Shape(Enum):
    """What a name looks like; the scoring trusts them differently."""

    KNOWN = "a country, or an organisation known before"
    FULL_NAME = "two words or more, none of them common: a person's, mostly"
    LED_NAME = "a name, then common words: Gordon Brown, Google Analytics"
    MIXED = "common words before a name"
    ORGANISATION = "the same, one of them such as Ministry"
    BODY = "common words only, one of them such as Ministry"
    PHRASE = "common words only"
    WORD = "one word"


class Mention(NamedTuple):
    """One place where a text names something."""

    text: str
    """As it stands there."""
    shape: Shape
    passage: Passage
    known: Form | None = None
    weight: float = 1.0
    doubtful_start: bool = False
    """Whether its first word may be capitalised only because it begins a sentence."""
    role: str = ""
    """The title or role in front of it; empty without one."""
    located: bool = False
    """Whether it is where something is: "in Baghdad"."""
    introduces: str = ""
    """The short form in brackets that follows; empty without one."""


def mentions_of(passage: Passage, runs: Sequence[Run], lexicon: Lexicon) -> Iterator[Mention]:
    """What the runs of a passage mention, in their order."""
    text = passage.text
    for run in join_explained(text, runs) if "(" in text else runs:
        first = run.tokens[0]
        if run.work or run.headline:
            yield from _read_headline(passage, run)
        elif len(run.tokens) > 1:
            for part in parts_of(text, run, lexicon):
                yield from _read_part(passage, run, part, lexicon)
        elif first.known:
            yield Mention(first.text, Shape.KNOWN, passage, first.known)
        elif " " in first.text:
            yield from _read_part(
                passage, run, Part(run.tokens, run.joins, run.initial, ""), lexicon
            )
        elif not _is_no_name(run, first, lexicon):
            yield _word(passage, run, first)


def _read_headline(passage: Passage, run: Run) -> Iterator[Mention]:
    """What words in title case mention: they show no names, but may hold known or unlisted words.

    Half mentions, so that they need others.
    """
    tokens = run.tokens
    for token in tokens:
        if token.known and not token.known.surname:
            yield Mention(token.text, Shape.KNOWN, passage, token.known, _INSIDE)
    verb = tokens[0].text.endswith(VERB_ENDING)
    person = not run.work and not verb and 1 < len(tokens) <= _LONGEST_PERSON
    if person and all(token.unknown for token in tokens):
        text = passage.text[tokens[0].start : tokens[-1].end]
        yield Mention(text, Shape.FULL_NAME, passage, weight=_INSIDE)


def _is_no_name(run: Run, token: Token, lexicon: Lexicon) -> bool:
    if token.plain in lexicon.calendar or token.plain in lexicon.titles:
        return True
    return run.initial and token.text in lexicon.lexical


def _word(passage: Passage, run: Run, token: Token) -> Mention:
    """One word by itself; at the start of a sentence only NASA or McBride shows a name."""
    doubtful = run.initial and token.text[1:].islower()
    located = run.before.endswith(_IN)
    return Mention(token.text, Shape.WORD, passage, doubtful_start=doubtful, located=located)


def _read_part(passage: Passage, run: Run, part: Part, lexicon: Lexicon) -> Iterator[Mention]:
    text, tokens, initial = passage.text, part.tokens, part.initial
    while len(tokens) > 1 and _is_ending(tokens[-1], lexicon):
        initial = False  # a company's name, not a sentence's first word
        tokens = tokens[:-1]
    if not tokens:
        return
    if len(tokens) == 1 and tokens[0].known:
        yield Mention(tokens[0].text, Shape.KNOWN, passage, tokens[0].known)
        return
    short = short_form_after(text, tokens[-1].end) if len(tokens) > 1 else ""
    explained = explained_by(short, text, tokens) if short else ()
    tokens = explained or tokens
    shape = _shape_of(tokens, part.joins, lexicon)
    if explained and short not in lexicon.initialisms and shape in (None, Shape.PHRASE):
        shape = Shape.BODY
    for index, token in enumerate(tokens):
        if token.known:
            weight = 1.0 if shape is None else _weight_inside(tokens, index)
            if weight:
                yield Mention(token.text, Shape.KNOWN, passage, token.known, weight)
    office = shape is Shape.PHRASE and part.role != ""  # "Chief Customer Experience Officer"
    common = shape is Shape.WORD and initial and tokens[0].text in lexicon.lexical
    if shape is None or office or common:
        return
    organisation = shape is Shape.ORGANISATION or shape is Shape.BODY
    doubtful = initial and not part.role and _may_be_common(tokens[0], shape, lexicon)
    yield Mention(
        text=text[tokens[0].start : tokens[-1].end],
        shape=shape,
        passage=passage,
        doubtful_start=doubtful,
        role="" if organisation else part.role,
        located=shape is Shape.WORD and tokens[0] is run.tokens[0] and run.before.endswith(_IN),
        # In another language the short form has other letters.
        introduces=short if explained or organisation else "",
    )


def _is_ending(token: Token, lexicon: Lexicon) -> bool:
    """Whether a last token is a legal form such as Ltd, or a letter."""
    if len(token.text.rstrip(".")) == 1:
        return token.text not in _LETTERS_OF_NAMES
    return token.text.replace(".", "").capitalize() in lexicon.endings


def _shape_of(tokens: Sequence[Token], joins: Sequence[str], lexicon: Lexicon) -> Shape | None:
    """The shape of a part; None where only the countries in it count, as in "Iraqi troops"."""
    if len(tokens) == 1 and " " not in tokens[0].text:
        return Shape.WORD
    unknown = [
        token.unknown
        or token.plain in lexicon.names_too
        or (token.known is not None and token.known.surname and len(tokens) > 1)
        for token in tokens
    ]
    body = any(token.plain in lexicon.heads for token in tokens)
    if body or not OF.isdisjoint(joins):
        if any(unknown):
            return Shape.ORGANISATION
        return Shape.BODY if body and len(tokens) > 1 else None
    if all(unknown):
        return Shape.FULL_NAME
    if any(unknown):
        return Shape.LED_NAME if unknown[0] else Shape.MIXED
    return None if any(token.known for token in tokens) else Shape.PHRASE


def _weight_inside(tokens: Sequence[Token], index: int) -> float:
    """What a country's word inside a longer name says about the country."""
    form = tokens[index].known
    if form is None or form.kind is Kind.DEMONYM or form.kind is Kind.ORGANISATION:
        return _INSIDE
    before = index > 0 and tokens[index - 1].unknown
    after = index + 1 < len(tokens) and tokens[index + 1].unknown
    if before or (after and form.surname):
        return 0.0  # Michael Jordan, Jordan Smith
    return _INSIDE


def _may_be_common(first: Token, shape: Shape, lexicon: Lexicon) -> bool:
    """Whether a sentence's first word may be an ordinary one: not NASA, not McBride."""
    if first.known or not first.text[1:].islower():
        return False
    word = first.plain
    return (
        shape is Shape.WORD
        or word in lexicon.lexical
        or word in lexicon.names_too
        or word.endswith(VERB_ENDING)
    )
