"""What stands below a head of furniture: links, readers' comments.

A page may have a thousand such heads, so what is below one is not gone through again for the next.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice, pairwise
from typing import Final

from newsarc.reading.languages.lexicon import fold
from newsarc.reading.lines import Line, has_digit
from newsarc.reading.pasted.core.grammar import read_meta
from newsarc.reading.pasted.draft import Draft
from newsarc.reading.pasted.labels import is_tags
from newsarc.reading.pasted.shapes import is_link, reads_as_story

_MOST_LINKS: Final = 12
"""Links below a head, where the story goes on below them."""
_FEWEST_MARKS: Final = 2
"""So many names with times, or buttons to reply, show that what follows are comments."""
_LONGEST_NAME: Final = 40
_RULE_OF_MARKS: Final = "furniture.comments"
_RULE_OF_ENDS: Final = "furniture.ends"


class Below:
    """The lines below heads, which are asked for from the first head to the last."""

    def __init__(self, draft: Draft) -> None:
        self._draft = draft
        self.removals: dict[int, str] = {}
        """The lines that were found to be furniture so far, with their rules."""
        self._claimed_to = 0
        """Up to this line all below the last head with links is claimed."""
        self._end, self._story_follows = 0, False
        """The line that ends the links last looked at, and whether it is one of a story."""
        self._marks: _Marks | None = None

    def remove(self, removals: Mapping[int, str]) -> None:
        """Note more lines as furniture."""
        self.removals.update(removals)
        self._claimed_to = max(self._claimed_to, *removals)
        if self._marks:
            self._marks.removed(removals)

    def links(self, head: int) -> tuple[int, ...]:
        """The numbers of the links below a head: lines that are no story's, up to one that is.

        A long list counts only where no line of a story follows: it closes the page.
        """
        first = max(head, self._claimed_to) + 1
        if first > self._end:
            self._find_end(first)
        lines = self._links_from(first)
        if not self._story_follows:
            return tuple(line.number for line in lines)
        links = [line.number for line in islice(lines, _MOST_LINKS + 1)]
        return _without_subhead(self._draft, links) if len(links) <= _MOST_LINKS else ()

    def _links_from(self, first: int) -> Iterator[Line]:
        for line in self._draft.open_lines(first):
            if line.number >= self._end:
                return
            if line.number not in self.removals:
                yield line

    def _find_end(self, first: int) -> None:
        draft = self._draft
        for line in draft.lines_from(first):
            self._end = line.number
            item = draft.furniture.get(line.number)
            if item and item.rule == _RULE_OF_ENDS:
                self._story_follows = False
                return
            if not draft.is_open(line):
                continue
            if reads_as_story(line.value, draft.lexicon) or not is_link(line.value):
                self._story_follows = True
                return
            heads = draft.lexicon.words("endings", "heads")
            if fold(line.value).rstrip(":") in heads or is_tags(line.value, draft.lexicon):
                self._story_follows = False
                return
        self._end, self._story_follows = draft.lines[-1].number + 1, False

    def comments(self, head: int) -> dict[int, str]:
        """The lines of readers' comments below their head, down to the end of the text.

        Only where names with times, or buttons to reply, stand between what they say.
        """
        if self._marks is None:
            self._marks = _Marks(self._draft, self.removals, head)
        marks, lines = self._marks.below(head)
        if marks < _FEWEST_MARKS or marks * 8 < lines:
            return {}
        below = self._draft.open_lines(head + 1)
        found = (line.number for line in below if line.number not in self.removals)
        return dict.fromkeys(found, "furniture.comment")


class _Marks:
    """How many lines below a place are marks of comments."""

    def __init__(self, draft: Draft, removals: Mapping[int, str], first: int) -> None:
        lines = [line for line in draft.lines_from(first) if line.value]
        rules = {**draft.removals, **removals}
        self._lines = [line.number for line in lines[1:]]
        self._marks = {
            line.number
            for above, line in pairwise(lines)
            if _is_mark_of_comment(draft, above, line, rules)
        }
        self._at = 0
        """The first of the lines that is not above the place last asked for."""

    def removed(self, removals: Mapping[int, str]) -> None:
        """Take notice of lines that are furniture of another kind."""
        self._marks.difference_update(removals)

    def below(self, head: int) -> tuple[int, int]:
        """The marks below a line, and all lines that are not blank."""
        while self._at < len(self._lines) and self._lines[self._at] <= head:
            self._marks.discard(self._lines[self._at])
            self._at += 1
        return len(self._marks), len(self._lines) - self._at


def _is_mark_of_comment(draft: Draft, above: Line, line: Line, rules: Mapping[int, str]) -> bool:
    """Whether a line is "Reply" or the like, or when a comment was written: a name stands above
    the time, or beside it."""
    item = draft.furniture.get(line.number)
    rule = rules.get(line.number) or (item.rule if item else None)
    if rule is not None:
        return rule == _RULE_OF_MARKS and " " not in line.value
    meta = read_meta(line.value, draft.lexicon) if has_digit(line.value) else None
    if meta is None or not meta.has_date:
        return False
    return meta.byline is not None or len(above.value) <= _LONGEST_NAME


def _without_subhead(draft: Draft, links: Sequence[int]) -> tuple[int, ...]:
    """The links without the last, where it stands apart from them and touches the story."""
    last = links[-1] if links else 0
    above, below = draft.line(last - 1), draft.line(last + 1)
    if len(links) > 1 and above and below and not above.value and below.value:
        return tuple(links[:-1])
    line = draft.line(last)
    # A question is one of an interview's, or a subhead.
    if line and line.value.endswith(("?", "？", "؟")):
        return tuple(links[:-1])
    return tuple(links)
