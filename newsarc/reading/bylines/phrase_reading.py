"""A part of a byline, in a script with capitals: names, roles, places, organisations in a row."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from newsarc.reading.bylines.names import all_letters_of, has_shape_of_name
from newsarc.reading.bylines.organisations import is_known_organisation, reads_as_organisation
from newsarc.reading.bylines.pieces import AUTHORS, Kind, Piece
from newsarc.reading.bylines.roles import employer_before, role_in
from newsarc.reading.bylines.vocabulary import Vocabulary
from newsarc.reading.languages.lexicon import Lexicon, fold

_LONGEST_KNOWN: Final = 4
"""Words of the longest organisation in the lexicon."""
_MOST_BETWEEN: Final = 4
"""Small words between a name and an agency: "con información de EFE"."""
_LONGEST_ROLE: Final = 12
_MOST_JOINS: Final = 8
"""More words for "and" between two separators are no byline's."""
_HYPHENED = re.compile(
    r"(?P<name>\S{1,40}(?:\s\S{1,40}){1,4}[^\W\d_A-Z])-(?P<place>[^\W\d_]{3,30})"
)


def read_phrase(text: str, vocabulary: Vocabulary, lexicon: Lexicon, *, first: bool) -> list[Piece]:
    """What a part between two separators is; several pieces where "and" joins names."""
    folded = fold(text)
    if not first:
        if folded in vocabulary.places:
            return [Piece(Kind.PLACE, text)]
        if folded in vocabulary.sections:
            return [Piece(Kind.SECTION, text)]
    if folded in vocabulary.contacts:
        return [Piece(Kind.CONTACT, text)]
    tokens = text.split()
    words = all_letters_of(tokens)
    joins = list(_joins_in(words, vocabulary))
    if len(joins) > _MOST_JOINS:
        return [Piece(Kind.OTHER, text)]

    def single(start: int, end: int) -> list[Piece]:
        return _read_single(tokens[start:end], words[start:end], vocabulary, lexicon, first=first)

    # From the last "and" on, so that what follows each of them is read but once.
    starts = [0, *(end for _, end in joins)]
    readings: dict[int, list[Piece]] = {}
    for number, start in reversed(list(enumerate(starts))):
        whole = readings[start] = single(start, len(tokens))
        is_role = len(whole) == 1 and whole[0].kind is Kind.ROLE
        for join, end in joins[number:]:
            left, right = single(start, join), readings[end]
            if is_role:
                # "Senior Reporter and Jane Doe", but "Health and Science Reporter".
                if _is_role_and_person(left, right):
                    readings[start] = [*left, *right]
                    break
                continue
            if _are_names(left, right, whole, lexicon, one_letter=len(words[join]) == 1):
                readings[start] = [*left, *right]
                break
    return readings[0]


def _joins_in(words: Sequence[str], vocabulary: Vocabulary) -> Iterator[tuple[int, int]]:
    """Where the words for "and" inside a phrase start and end."""
    end = 0
    for index in range(1, len(words) - 1):
        length = vocabulary.joins.at(words, index) if index > end else 0
        if length and index + length < len(words):
            end = index + length
            yield index, end


def _is_role_and_person(left: Sequence[Piece], right: Sequence[Piece]) -> bool:
    return (
        all(piece.kind is Kind.ROLE for piece in left)
        and right[0].kind is Kind.PERSON
        and " " in right[0].text
    )


def _are_names(
    left: Sequence[Piece],
    right: Sequence[Piece],
    whole: Sequence[Piece],
    lexicon: Lexicon,
    *,
    one_letter: bool,
) -> bool:
    """Whether the halves around an "and" are names, each by itself.

    "Health and Safety Desk" and "Ortega y Gasset" are one name: there, each half must be full.
    """
    halves = [*left, *right]
    if any(piece.kind is Kind.OTHER for piece in halves):
        return False
    named = [[piece for piece in half if piece.kind in AUTHORS] for half in (left, right)]
    if not all(named):
        return False
    is_one_name = one_letter or whole[0].kind is Kind.ORGANISATION
    return not is_one_name or all(
        " " in piece.text or is_known_organisation(piece.text, lexicon)
        for half in named
        for piece in half
    )


def _read_single(
    tokens: list[str], words: list[str], vocabulary: Vocabulary, lexicon: Lexicon, *, first: bool
) -> list[Piece]:
    """The pieces of words without "and" between them."""
    for index in range(1, len(tokens)):
        length = vocabulary.ends.at(words, index)
        if length and _is_end(tokens, index, length, lexicon):
            head = _read_single(tokens[:index], words[:index], vocabulary, lexicon, first=first)
            return _with_tail(head, tokens, index + length, vocabulary, lexicon)
    if found := _before_known(tokens, lexicon):
        return found
    if any(word in vocabulary.role_nouns for word in words):
        return _around_role(tokens, words, vocabulary, lexicon, first=first)
    text = " ".join(tokens)
    if "-" in text and (match := _HYPHENED.fullmatch(text)) and match["place"].isupper():
        return [_read_name(match["name"], lexicon), Piece(Kind.PLACE, match["place"])]
    return [_read_name(text, lexicon)]


def _is_end(tokens: Sequence[str], index: int, length: int, lexicon: Lexicon) -> bool:
    """Whether "for" and the like end a name: in capitals they may be part of one."""
    if tokens[index] in lexicon.words("byline", "particles"):
        return index > 1
    if tokens[index].islower() or length > 1:
        return True
    rest = " ".join(tokens[index + length :])
    return index > 1 and reads_as_organisation(rest, lexicon)


def _read_name(text: str, lexicon: Lexicon) -> Piece:
    if reads_as_organisation(text, lexicon):
        return Piece(Kind.ORGANISATION, text)
    return Piece(Kind.PERSON if has_shape_of_name(text, lexicon) else Kind.OTHER, text)


def _with_tail(
    head: list[Piece],
    tokens: list[str],
    end: int,
    vocabulary: Vocabulary,
    lexicon: Lexicon,
) -> list[Piece]:
    """The pieces before "in", "for" and the like, and what follows them: a place, an outlet."""
    text = " ".join(tokens)
    # "Ministry for Fisheries"
    if reads_as_organisation(text, lexicon) and (" " not in head[0].text or len(head) > 1):
        return [Piece(Kind.ORGANISATION, text)]
    tail = " ".join(tokens[end:])
    folded = tail.casefold()
    if not tail:
        return head
    if head[-1].kind is Kind.ROLE:
        kind = Kind.EMPLOYER if reads_as_organisation(tail, lexicon) else Kind.ROLE
    elif folded in vocabulary.sections:
        kind = Kind.SECTION
    elif reads_as_organisation(tail, lexicon):
        kind = Kind.EMPLOYER
    elif folded in vocabulary.places or has_shape_of_name(tail.removeprefix("the "), lexicon):
        kind = Kind.PLACE
    else:
        kind = Kind.OTHER
    return [*head, Piece(kind, tail)]


def _before_known(tokens: list[str], lexicon: Lexicon) -> list[Piece] | None:
    """The name and the organisation of "Jane Doe Associated Press" and "Jane Doe avec AFP"."""
    for index in range(max(2, len(tokens) - _LONGEST_KNOWN), len(tokens)):
        organisation = " ".join(tokens[index:])
        if not is_known_organisation(organisation, lexicon):
            continue
        end = index
        while end > 2 and index - end < _MOST_BETWEEN and tokens[end - 1].islower():
            end -= 1
        name = _read_name(" ".join(tokens[:end]), lexicon)
        if name.kind is not Kind.PERSON:
            return None
        kind = Kind.ORGANISATION if end == index else Kind.EMPLOYER
        return [name, Piece(kind, organisation)]
    return None


def _around_role(
    tokens: list[str], words: list[str], vocabulary: Vocabulary, lexicon: Lexicon, *, first: bool
) -> list[Piece]:
    """The role among some words, and the name before or after it."""
    start, end = role_in(words, vocabulary)
    before, after = tokens[:start], tokens[end:]
    role = Piece(Kind.ROLE, " ".join(tokens[start:end]))
    if not before and not after:
        return [role]
    if before and not after:
        found = _names_before(before, lexicon)
        if found and not first and len(found) == 1 and found[0].kind is Kind.ORGANISATION:
            found = [Piece(Kind.EMPLOYER, found[0].text)]
        return [*found, role] if found else _no_name(tokens, first=first)
    of = after[0].islower() and len(after) > 1
    name = _read_name(" ".join(after[of:]), lexicon)
    if name.kind is Kind.PERSON and len(after) > 1 and not after[0].islower():
        if not before:
            return [role, name]
        if employer := employer_before(tokens, words, start, vocabulary, lexicon):
            return [*employer, name]
    if before and len(before) > 1:
        found = _names_before(before, lexicon)
        if found and after[0].islower():
            return [*found, Piece(Kind.ROLE, " ".join(tokens[start:]))]
        if found and name.kind is Kind.ORGANISATION:
            return [*found, role, Piece(Kind.EMPLOYER, name.text)]
    if not before and name.kind is Kind.ORGANISATION and not first:
        return [role, Piece(Kind.EMPLOYER, name.text)]
    return _no_name(tokens, first=first)


def _names_before(tokens: list[str], lexicon: Lexicon) -> list[Piece] | None:
    """The name before a role: a person, an organisation, or a person and an organisation."""
    while len(tokens) > 2 and tokens[-1].islower():
        tokens = tokens[:-1]
    if found := _before_known(tokens, lexicon):
        return [
            Piece(Kind.EMPLOYER if piece.kind is Kind.ORGANISATION else piece.kind, piece.text)
            for piece in found
        ]
    name = _read_name(" ".join(tokens), lexicon)
    is_full = name.kind is Kind.PERSON and len(tokens) > 1
    return [name] if is_full or name.kind is Kind.ORGANISATION else None


def _no_name(tokens: list[str], *, first: bool) -> list[Piece]:
    """Words with a role among them and no name: a role, unless they open a byline."""
    is_role = not first and len(tokens) <= _LONGEST_ROLE
    return [Piece(Kind.ROLE if is_role else Kind.OTHER, " ".join(tokens))]
