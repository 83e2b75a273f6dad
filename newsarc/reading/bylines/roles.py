"""Where the role stands among the words of a byline."""

from __future__ import annotations

from collections.abc import Sequence

from newsarc.reading.bylines.organisations import reads_as_organisation
from newsarc.reading.bylines.pieces import Kind, Piece
from newsarc.reading.bylines.vocabulary import Vocabulary
from newsarc.reading.languages.lexicon import Lexicon


def employer_before(
    tokens: list[str], words: list[str], start: int, vocabulary: Vocabulary, lexicon: Lexicon
) -> list[Piece] | None:
    """The organisation before a role and the role: "Example News reporter"."""
    end = start
    while words[end] not in vocabulary.role_nouns:
        end += 1
    # "News" may be of the organisation's name, and of the role.
    for cut in range(end, start - 1, -1):
        name = " ".join(tokens[:cut])
        if reads_as_organisation(name, lexicon):
            return [Piece(Kind.EMPLOYER, name), Piece(Kind.ROLE, " ".join(tokens[cut : end + 1]))]
    return None


def role_in(words: Sequence[str], vocabulary: Vocabulary) -> tuple[int, int]:
    """Where a role starts and ends: a noun with what belongs to it. A name keeps two words."""
    roles = vocabulary.role_words
    noun = next(index for index, word in enumerate(words) if word in vocabulary.role_nouns)
    start, end = noun, noun + 1
    while end < len(words) and _goes_on(words, end, vocabulary):
        end += 1
    least = 2 if end == len(words) and not roles.issuperset(words) else 0
    while start > least and words[start - 1] in roles:
        start -= 1
    while end - 1 > noun and len(words) - end == 1:
        end -= 1
    return start, end


def _goes_on(words: Sequence[str], index: int, vocabulary: Vocabulary) -> bool:
    """Whether a word after a noun is of the role too, or an "and" within it."""
    roles = vocabulary.role_words
    is_inner = words[index] in vocabulary.joins and roles.issuperset(words[index + 1 : index + 2])
    return words[index] in roles or (is_inner and index + 1 < len(words))
