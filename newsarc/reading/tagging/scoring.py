"""How telling a candidate is, and whether it is telling enough."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from math import sqrt
from types import MappingProxyType

from newsarc.reading.tagging.candidates import Candidate
from newsarc.reading.tagging.gazetteer import Kind
from newsarc.reading.tagging.names import Shape
from newsarc.reading.tagging.passages import Place
from newsarc.reading.tagging.texts import Text
from newsarc.reading.tagging.words import Lexicon


@dataclass(frozen=True, slots=True)
class Weights:
    """What each piece of evidence adds to a score; chosen by reading results."""

    mention: float = 2.0
    """Times the square root of the mentions: the tenth says less than the second."""
    title: float = 3.0
    """Editors put into the title what a story is about."""
    dek: float = 1.5
    """The same, with more room."""
    opening: float = 1.0
    """The first paragraph of a body says who and where."""
    spread: float = 0.4
    """For each further paragraph, four at most: a subject returns, an aside does not."""
    role: float = 0.6
    """A title or role in front of a name shows that it is a person's."""


@dataclass(frozen=True, slots=True)
class Demand:
    """What a shape of name needs to be a tag, and what it is worth."""

    mentions: int
    """The least, in a text of ordinary length."""
    factor: float
    """A full name tells more than a country, common words less."""


WEIGHTS = Weights()
DEMANDS: Mapping[Shape, Demand] = MappingProxyType(
    {
        Shape.KNOWN: Demand(mentions=2, factor=1.0),
        Shape.FULL_NAME: Demand(mentions=2, factor=1.2),
        Shape.LED_NAME: Demand(mentions=2, factor=1.1),
        Shape.MIXED: Demand(mentions=2, factor=0.9),
        Shape.ORGANISATION: Demand(mentions=2, factor=1.1),
        Shape.BODY: Demand(mentions=2, factor=0.8),
        Shape.PHRASE: Demand(mentions=4, factor=0.6),
        Shape.WORD: Demand(mentions=2, factor=0.9),
    }
)
BRIEF_TEXT = 60
"""Words up to which a country may be a tag that is named once."""
SHORT_TEXT = 600
"""Words up to which a full name may be a tag that is named once."""
MOST_NAMED_ONCE = 4
"""So many of them at most: a list of names is not a list of subjects."""
WORDS_A_MENTION = 1000
"""For so many words of text, one mention more is needed."""
MOST_DEMANDED = 5
CREDITED_MENTIONS = 3
"""What it takes for a name that is on the byline, beside the title."""
# In a text with one of these, "Spanish" is the language.
_OF_LANGUAGES = frozenset(
    {
        *("English", "bilingual", "fluent", "language", "languages", "multilingual"),
        *("speak", "speaker", "speakers", "speaking", "spoken"),
        *("translate", "translated", "translation", "translations", "translator"),
    }
)


def score_of(candidate: Candidate, text: Text) -> float:
    """How telling a candidate is."""
    passages = {mention.passage.order: mention.passage.place for mention in candidate.mentions}
    places = passages.values()
    score = WEIGHTS.mention * sqrt(sum([mention.weight for mention in candidate.mentions]))
    if Place.TITLE in places:
        score += WEIGHTS.title
    if Place.DEK in places:
        score += WEIGHTS.dek
    if text.opening in passages:
        score += WEIGHTS.opening
    if candidate.role:
        score += WEIGHTS.role
    score += WEIGHTS.spread * min(len(passages) - 1, 4)
    return score * DEMANDS[candidate.shape].factor


def is_supported(candidate: Candidate, text: Text, lexicon: Lexicon) -> bool:
    """Whether a text names a candidate enough, and as a name, for it to be a tag."""
    shape = candidate.shape
    once = candidate.count == 1 and candidate.own[0].passage.place is Place.BODY
    if once and shape is not Shape.KNOWN:
        return _is_named_once_enough(candidate, text)
    if candidate.key in text.credited and not _is_beyond_credit(candidate):
        return False
    if shape is Shape.KNOWN:
        return _is_known_supported(candidate, text)
    if shape is Shape.WORD and not _is_word_a_name(candidate, text, lexicon):
        return False
    if shape is Shape.PHRASE and not _is_phrase_a_name(candidate, text):
        return False
    return candidate.count >= _demanded(candidate, text) or _is_named_once_enough(candidate, text)


def _is_named_once_enough(candidate: Candidate, text: Text) -> bool:
    """Whether a full name is worth a tag though a short text names it but once."""
    if candidate.key in text.credited or len(text.words) > SHORT_TEXT:
        return False
    if candidate.own[0].weight < 1:
        return False
    return candidate.shape is Shape.FULL_NAME or (
        candidate.shape is Shape.LED_NAME and bool(candidate.role)
    )


def _is_beyond_credit(candidate: Candidate) -> bool:
    titled = any(mention.passage.place is Place.TITLE for mention in candidate.mentions)
    return titled or candidate.count >= CREDITED_MENTIONS


def _demanded(candidate: Candidate, text: Text) -> int:
    """The mentions that a candidate needs.

    One less if the title names it; for a country or an organisation known before, also if the dek
    or a news in brief does. A demonym is not the name.
    """
    least = DEMANDS[candidate.shape].mentions + len(text.words) // WORDS_A_MENTION
    brief = text.english and len(text.words) <= BRIEF_TEXT
    named = candidate.shape is not Shape.PHRASE and any(
        mention.passage.place is Place.TITLE
        or (mention.known is not None and (brief or mention.passage.place is Place.DEK))
        for mention in candidate.mentions
        if not (mention.known and mention.known.kind is Kind.DEMONYM)
    )
    return min(least, MOST_DEMANDED) - named


def _is_known_supported(candidate: Candidate, text: Text) -> bool:
    forms = [mention.known for mention in candidate.own if mention.known]
    if not text.english and any(form.surname or form.evidence for form in forms):
        return False
    evidence = next((form.evidence for form in forms if form.evidence), ())
    if evidence and not any(place in text.shown for place in evidence):
        return False
    counted = candidate.own
    if any(form.language for form in forms) and not _OF_LANGUAGES.isdisjoint(text.vocabulary):
        counted = [mention for mention in counted if mention.known and not mention.known.language]
    return sum([mention.weight for mention in counted]) >= _demanded(candidate, text)


def _is_word_a_name(candidate: Candidate, text: Text, lexicon: Lexicon) -> bool:
    """Whether one word is capitalised where nothing but its being a name asks for it."""
    form = shown_form(candidate)
    capitals = form.isupper()
    if len(form) < 3 - capitals or form.capitalize() in lexicon.lexical:
        return False
    if not lexicon.initialisms.isdisjoint((candidate.key.upper(), form.removesuffix("s"))):
        return False
    if not capitals and form.lower() in text.vocabulary:
        return False
    firm = sum(not mention.doubtful_start for mention in candidate.own)
    return firm >= max(DEMANDS[Shape.WORD].mentions, _demanded(candidate, text))


def _is_phrase_a_name(candidate: Candidate, text: Text) -> bool:
    """Whether common words are a name: never together in lower case."""
    first, second = candidate.key.split()[:2]
    return (first, second) not in text.pairs


def shown_form(candidate: Candidate) -> str:
    """The spelling most used, one in capitals only if there is no other; the first of equals."""
    forms = Counter(mention.text for mention in candidate.own)
    return max(forms, key=lambda form: (not form.isupper(), forms[form]))
