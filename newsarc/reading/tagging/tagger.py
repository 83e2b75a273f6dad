"""The tagger: from an article's text to suggested tags."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from functools import cached_property

from newsarc.config import TagSettings
from newsarc.model import SuggestedTag
from newsarc.reading.tagging.candidates import Candidate, Gathering
from newsarc.reading.tagging.folding import fold
from newsarc.reading.tagging.gazetteer import Kind, load_gazetteer
from newsarc.reading.tagging.names import Shape, mentions_of
from newsarc.reading.tagging.passages import Passage, Place, passages_of
from newsarc.reading.tagging.reasons import reason_for
from newsarc.reading.tagging.runs import reads_as_title, runs_of
from newsarc.reading.tagging.scoring import MOST_NAMED_ONCE, is_supported, score_of, shown_form
from newsarc.reading.tagging.texts import Text, describe
from newsarc.reading.tagging.words import Lexicon, load_lexicon


class Tagger:
    """Suggests tags, by the text alone and the same on every machine.

    Names of countries and of some organisations are known before; people and other organisations
    are found by their capitals. The data are loaded by the first text that is read.
    """

    def __init__(self, settings: TagSettings) -> None:
        """Take the limit, the tags to ignore and the aliases from the settings."""
        self._limit = settings.limit
        self._ignored = frozenset(map(fold, settings.ignore))
        self._aliases = {fold(name): tag for name, tag in settings.aliases.items()}

    def suggest(
        self, title: str, dek: str, body: str, credited: Collection[str]
    ) -> tuple[SuggestedTag, ...]:
        """The tags of an article, most telling first, each with its reason.

        ``credited`` are the names on the byline, of the source and of the photo credit: they are
        tags only if the text itself speaks of them. Raises nothing, whatever the text.
        """
        passages = passages_of(title, dek, body)
        if not self._limit or not passages:
            return ()
        lexicon = load_lexicon()
        text = describe(passages, frozenset(map(fold, credited)) | lexicon.agencies, lexicon)
        candidates = self._gather(passages, text, lexicon)
        supported = [
            (candidate, tag)
            for candidate in candidates
            if is_supported(candidate, text, lexicon)
            and fold(tag := self._tag(candidate)) not in self._ignored
        ]
        supported.sort(key=lambda pair: -score_of(pair[0], text))
        return tuple(
            SuggestedTag(tag, reason_for(candidate, tag))
            for candidate, tag in self._limited(supported)
        )

    def _gather(self, passages: Sequence[Passage], text: Text, lexicon: Lexicon) -> list[Candidate]:
        """The names of the passages, each with all its mentions."""
        gazetteer = load_gazetteer()
        gathering = Gathering(self._renamed)
        for passage in passages:
            runs = runs_of(passage.text, lexicon, gazetteer)
            for mention in mentions_of(passage, runs, lexicon):
                # Other languages capitalise other words: there only a country's own name counts.
                if text.english or (mention.known and mention.known.kind is Kind.NAME):
                    gathering.add(mention)
        candidates = gathering.merged(text.vocabulary)
        if passages[0].place is Place.TITLE and reads_as_title(passages[0].text, lexicon):
            _find_in_title(candidates, passages[0])
        return candidates

    @cached_property
    def _renamed(self) -> Mapping[str, str]:
        """The aliases, both sides folded; that of one form of a known tag holds for all of them."""
        renamed = {name: fold(tag) for name, tag in self._aliases.items()}
        if renamed:
            for form in load_gazetteer().forms():
                key = renamed.get(fold(form.text))
                if key is not None:
                    renamed.setdefault(form.key, key)
        return renamed

    @cached_property
    def _spelled(self) -> Mapping[str, str]:
        """The aliases' tags by their folded form."""
        return {fold(tag): tag for tag in self._aliases.values()}

    def _tag(self, candidate: Candidate) -> str:
        """The tag of a candidate, as it is shown."""
        spelled = self._spelled.get(candidate.key)
        if spelled is not None:
            return spelled
        known = candidate.own[0].known
        return known.tag if known else shown_form(candidate)

    def _limited(self, ranked: Sequence[tuple[Candidate, str]]) -> Sequence[tuple[Candidate, str]]:
        """The first of the ranked, with not too many that are named only once."""
        kept: list[tuple[Candidate, str]] = []
        once = 0
        for candidate, tag in ranked:
            if candidate.count == 1 and candidate.shape is not Shape.KNOWN:
                once += 1
                if once > MOST_NAMED_ONCE:
                    continue
            kept.append((candidate, tag))
            if len(kept) == self._limit:
                break
        return kept


def _find_in_title(candidates: Sequence[Candidate], title: Passage) -> None:
    """Count names of the body that a title in title case holds: it shows no names by itself."""
    words = f" {fold(title.text)} "
    for candidate in candidates:
        if candidate.shape is not Shape.KNOWN and f" {candidate.key} " in words:
            candidate.own.append(candidate.own[0]._replace(passage=title))
