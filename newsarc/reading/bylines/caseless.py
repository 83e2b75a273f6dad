"""Bylines in scripts without capitals, where only words beside a name tell that it is one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from newsarc.reading.bylines.names import all_letters_of, has_shape_of_name
from newsarc.reading.bylines.organisations import reads_as_organisation
from newsarc.reading.bylines.pieces import Kind, Piece
from newsarc.reading.bylines.vocabulary import Vocabulary
from newsarc.reading.languages.lexicon import Lexicon
from newsarc.reading.languages.scripts import has_caseless_letter, is_unspaced

_HAN = re.compile(r"[々〇\u3400-\u9fff\U00020000-\U000323af]{1,8}")
_HAN_SHORT, _HAN_LONG, _HAN_LONGEST = 2, 4, 6
_FOREIGN = re.compile(r"[\u3400-\u9fff]{1,8}(?:[·・•‧][\u3400-\u9fff]{1,8}){1,4}")
_KANA = re.compile(r"[ァ-ヺー]{2,12}(?:[・＝][ァ-ヺー]{1,12}){0,4}|[ぁ-ゖ]{2,8}")
_HAN_AND_KANA = re.compile(r"[々\u3400-\u9fff]{1,4}[ぁ-ゖァ-ヺー]{1,4}")
_HANGUL = re.compile(r"[\uac00-\ud7af]{1,6}")
_WORD = re.compile(r"[^\s\d,;:!?()\[\]{}<>|/@#$%&*+=^~_\"“”„«»…。！？、，।॥؟،؛]{1,24}")
_LONGEST: Final = 60
_MOST_WORDS: Final = 5
_SURNAMES: Final = frozenset(
    "김이박최정강조윤장임한오서신권황안송류전홍고문양손배백허유남심노하곽성차주우구민진지엄채원천방공현함"
    "변염여추도소석선설마길연위표명기반왕금옥육인맹제모탁국어은편용예경봉사부황감"
)
"""First letters of Korean names: what begins with another is a name from abroad."""
_JOINED: Final = ("و", "ו")
"""Arabic and Hebrew write "and" as one letter before the next word."""
_NO_JOINS: Final = frozenset(
    "وليد وائل وفاء وسيم وجدي وداد وردة وصفي وحيد وديع ولاء وئام وسام وهيب وهبة وفيق واصف "
    "ורד ויקטור ולדימיר ויקי ויולט".split()
)
"""Names that begin with that letter."""


def read_caseless(
    part: str, vocabulary: Vocabulary, lexicon: Lexicon, *, first: bool
) -> list[Piece]:
    """What a part of a byline is, of whose words at least one is in such a script."""
    if not first and part in vocabulary.places:
        return [Piece(Kind.PLACE, part)]
    if not first and part in vocabulary.sections:
        return [Piece(Kind.SECTION, part)]
    if len(part) > _LONGEST:
        return [Piece(Kind.OTHER, part)]
    pieces: list[Piece] = []
    for group in _groups(_spaced(part, vocabulary).split(), vocabulary):
        pieces.extend(_read_group(group, vocabulary, lexicon, first=first and not pieces))
    return pieces


def _spaced(text: str, vocabulary: Vocabulary) -> str:
    """A text with spaces around its roles and by-words: ``本报 记者 张三``."""
    found, start, at = list[str](), 0, 0
    while at < len(text):
        length = vocabulary.markers.glued(text[at:]) if is_unspaced(text[at]) else 0
        if length:
            found += [text[start:at], text[at : at + length]]
            start = at + length
        at += length or 1
    return " ".join([*found, text[start:]]) if found else text


def _groups(tokens: Sequence[str], vocabulary: Vocabulary) -> list[list[str]]:
    """Words cut at "and", alone or at the head of a word."""
    groups: list[list[str]] = [[]]
    for index, token in enumerate(tokens):
        if token.casefold() in vocabulary.joins and groups[-1]:
            groups.append([])
        elif _is_joined(token, vocabulary) and len(groups[-1]) > 1 and len(tokens) - index > 1:
            groups.append([token[1:]])
        else:
            groups[-1].append(token)
    return [group for group in groups if group]


def _is_joined(token: str, vocabulary: Vocabulary) -> bool:
    return (
        token[0] in _JOINED
        and token[0] in vocabulary.joins
        and len(token) > 2
        and token not in _NO_JOINS
    )


def _read_group(
    tokens: list[str], vocabulary: Vocabulary, lexicon: Lexicon, *, first: bool
) -> list[Piece]:
    whole = " ".join(tokens)
    if reads_as_organisation(whole, lexicon):
        return [Piece(Kind.ORGANISATION, whole)]
    words = all_letters_of(tokens)
    for index in range(1, len(tokens)):
        if length := vocabulary.ends.at(words, index):
            head = _read_group(tokens[:index], vocabulary, lexicon, first=first)
            rest = " ".join(tokens[index + length :])
            return [*head, *_place(rest, lexicon)] if head[0].kind is not Kind.OTHER else head
    roles = [index for index, word in enumerate(words) if word in vocabulary.role_nouns]
    if not roles:
        # By-words and labels in the middle stand between an organisation and names.
        marks = [index for index, word in enumerate(words) if word in vocabulary.markers]
        return _around(tokens, marks, lexicon) if marks else _names(tokens, lexicon)
    first_role, last_role = roles[0], roles[-1]
    while first_role and words[first_role - 1] in vocabulary.role_words:
        first_role -= 1
    return _around(tokens, [first_role, last_role], lexicon)


def _around(tokens: list[str], marks: Sequence[int], lexicon: Lexicon) -> list[Piece]:
    """The names before and after a role."""
    before, after = tokens[: marks[0]], tokens[marks[-1] + 1 :]
    role = [Piece(Kind.ROLE, " ".join(tokens[marks[0] : marks[-1] + 1]))]
    if not after:
        return [*_names(before, lexicon), *role] if before else role
    names = _names(after, lexicon)
    if names[0].kind is Kind.OTHER and before:
        return [*_names(before, lexicon), Piece(Kind.ROLE, " ".join(tokens[marks[0] :]))]
    return [*_employer(before), *role, *names]


def _employer(tokens: list[str]) -> list[Piece]:
    return [Piece(Kind.EMPLOYER, " ".join(tokens))] if 0 < len(tokens) <= _MOST_WORDS else []


def _place(text: str, lexicon: Lexicon) -> list[Piece]:
    if not text:
        return []
    kind = Kind.EMPLOYER if reads_as_organisation(text, lexicon) else Kind.PLACE
    return [Piece(kind if len(text.split()) <= _MOST_WORDS else Kind.OTHER, text)]


def _names(tokens: list[str], lexicon: Lexicon) -> list[Piece]:
    """The persons, or the organisation, that words name; one piece of another kind for neither."""
    whole = " ".join(tokens)
    if reads_as_organisation(whole, lexicon):
        return [Piece(Kind.ORGANISATION, whole)]
    if not has_caseless_letter(whole):
        kind = Kind.PERSON if has_shape_of_name(whole, lexicon) else Kind.OTHER
        return [Piece(kind, whole)]
    if _are_several(tokens, lexicon):
        return [Piece(Kind.PERSON, token) for token in tokens]
    if (joined := _joined_pair(whole, lexicon)) is not None:
        return [Piece(Kind.PERSON, name) for name in joined]
    kind = Kind.PERSON if _has_shape(tokens, lexicon) else Kind.OTHER
    return [Piece(kind, whole)]


def _are_several(tokens: list[str], lexicon: Lexicon) -> bool:
    """Whether each word is a name by itself: ``张三丰 李四``, but ``佐藤 太郎`` is one name."""
    if len(tokens) < 2:
        return False
    if all(_HANGUL.fullmatch(token) for token in tokens):
        return all(len(token) == 3 and token[0] in _SURNAMES for token in tokens)
    if lexicon.language == "ja" and len(tokens) == 2:
        return all(_HAN.fullmatch(token) and len(token) > 3 for token in tokens)
    return all(_HAN.fullmatch(token) and _HAN_SHORT <= len(token) <= _HAN_LONG for token in tokens)


def _joined_pair(whole: str, lexicon: Lexicon) -> tuple[str, ...] | None:
    """Two names that a letter or dot joins: ``张三丰和李四``, ``佐藤太郎・山田花子``."""
    if " " in whole or not 5 <= len(whole) <= 14:
        return None
    signs = ["・"] if lexicon.language in ("ja", None) else []
    signs += [sign for sign in "和与與及跟" if sign in lexicon.words("byline", "and")]
    for sign in signs:
        halves = tuple(whole.split(sign))
        if len(halves) == 2 and all(_has_shape([half], lexicon) for half in halves):
            if sign == "・" and not all(map(_HAN.match, halves)):
                continue
            return halves
    return None


def _has_shape(tokens: Sequence[str], lexicon: Lexicon) -> bool:
    """Whether words are one name: their number and length are all that there is to see."""
    if not 1 <= len(tokens) <= _MOST_WORDS or not all(tokens):
        return False
    if tokens[0] in lexicon.words("byline", "never"):
        return False
    whole = "".join(tokens)
    if _HAN.match(whole) or _KANA.match(whole):
        return len(tokens) <= 2 and _has_eastern_shape(whole, lexicon)
    if _HANGUL.match(whole):
        return _has_korean_shape(tokens)
    if whole[0] > "\u0e00" and is_unspaced(whole[0]):
        return all(len(token) <= 20 and _WORD.fullmatch(token) for token in tokens)
    return len(whole) > 1 and all(
        _WORD.fullmatch(token) and (token[0].isalpha() or token[0] in "'’\"") for token in tokens
    )


def _has_eastern_shape(whole: str, lexicon: Lexicon) -> bool:
    if _HAN.fullmatch(whole):
        longest = _HAN_LONGEST if lexicon.language == "ja" else _HAN_LONG
        return _HAN_SHORT <= len(whole) <= longest
    if _FOREIGN.fullmatch(whole):
        return len(whole) <= 20
    return bool(_KANA.fullmatch(whole)) or bool(
        lexicon.language in ("ja", None) and _HAN_AND_KANA.fullmatch(whole) and len(whole) <= 6
    )


def _has_korean_shape(tokens: Sequence[str]) -> bool:
    if not all(map(_HANGUL.fullmatch, tokens)):
        return False
    return 2 <= len(tokens[0]) <= 4 if len(tokens) == 1 else len(tokens) <= 3
