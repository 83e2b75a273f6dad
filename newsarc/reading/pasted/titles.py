"""The title of a pasted text, the name of a section above it, and its repetitions."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice, takewhile
from typing import Final

from newsarc.model import Confidence
from newsarc.reading.bylines import is_name, reads_as_organisation
from newsarc.reading.changing import with_changes
from newsarc.reading.languages.lexicon import Lexicon, fold
from newsarc.reading.lines import Line
from newsarc.reading.pasted.core.grammar import read_meta
from newsarc.reading.pasted.draft import HEAD, Draft, Role, evidence
from newsarc.reading.pasted.pictures.credits import read_bare_credit, read_credit
from newsarc.reading.pasted.sections import find_section, is_trail
from newsarc.reading.pasted.shapes import (
    ends_with_full_stop,
    has_capitals,
    is_plain_title,
    is_prose,
    may_be_title,
    word_count,
)

_LOOKED_AT: Final = 300
"""Lines among which a title's repetition is looked for."""
_FEW_WORDS: Final = 4
_GOOD: Final = 1
"""The score of a line that can well be a title."""
_TITLE_SEPARATORS: Final = (" - ", " – ", " — ", " | ", " · ", " : ", " « ", " » ")
"""What stands between a title and the site's name in a browser's title bar."""


def find_title(draft: Draft) -> Draft:
    """Claim the title, and the lines that repeat it.

    With date, byline or caption below it much can be a title; with nothing but a story, only what
    is short and no sentence.
    """
    if draft.fields.title is not None:
        return _without_repeats(draft)
    head = draft.head()
    anchors = draft.lines_of_role(Role.META, Role.BODY) or _lines_of_pictures(draft, head)
    # A date may stand above the title: what counts is whether more stands below it.
    anchor = next((number for number in reversed(anchors) if head and number > head[0].number), 0)
    above = [line for line in head if line.number < anchor]
    below = [line for line in head if line.number > anchor]
    if above and below and _is_better(draft, below, above):
        above = []
    if above and (found := _best(draft, above)):
        draft = _claim(draft, found, "title.above-core", "high")
        return _without_repeats(find_section(draft, above[: above.index(found[0])]))
    if above and draft.story is None:
        return draft.remark("NO_TITLE", None, "No line of the text reads as its title")
    return _find_alone(draft, head, below_core=bool(anchors))


def _lines_of_pictures(draft: Draft, head: Sequence[Line]) -> tuple[int, ...]:
    """The first line that holds a credit; with neither date nor byline, it ends the head."""
    found = (line.number for line in head[1:4] if read_credit(line.value, draft.lexicon))
    return tuple(islice(found, 1))


def _is_better(draft: Draft, below: Sequence[Line], above: Sequence[Line]) -> bool:
    """Whether a line below the date is a better title than what stands above it: sections, say."""
    if draft.story is None:
        return False
    repeated = _repeated(draft)
    best_above = max(_score(draft, above, index, repeated) for index in range(len(above)))
    if best_above >= _GOOD:
        return False
    best_below = max(_score(draft, below, index, repeated) for index in range(len(below)))
    return best_below >= _GOOD


def _find_alone(draft: Draft, head: Sequence[Line], *, below_core: bool) -> Draft:
    """Claim a title that nothing but its own shape speaks for."""
    opening = draft.opening()
    if draft.story is not None and len(head) > 1 and (found := _best(draft, head)):
        rule = "title.below-core" if below_core else "title.above-story"
        is_plain = is_plain_title(found[0].value, draft.lexicon)
        if is_plain and (below_core or _stands_alone(draft, found[-1])):
            draft = _claim(draft, found, rule, "medium")
            return _without_repeats(find_section(draft, head[: head.index(found[0])]))
    if opening and _is_title_alone(draft, opening, below_core=below_core):
        rule = "title.below-core" if below_core else "title.first-line"
        confidence: Confidence = "medium" if len(opening) > 1 else "low"
        return _without_repeats(_claim(draft, [opening[0]], rule, confidence))
    if not opening and not draft.roles:
        return draft
    return draft.remark("NO_TITLE", None, "No line of the text reads as its title")


def _best(draft: Draft, lines: Sequence[Line]) -> list[Line] | None:
    """The lines of the best title among lines above the core: one, or two that are wrapped."""
    if draft.story is None or len(lines) == 1:
        return [lines[0]] if may_be_title(lines[0].value, draft.lexicon) else None
    repeated = _repeated(draft)
    scores = [_score(draft, lines, index, repeated) for index in range(len(lines))]
    best = max(range(len(lines)), key=lambda index: (scores[index], -index), default=None)
    if best is None or scores[best] <= -10:
        return None
    return _with_rest(draft, lines, best)


def _score(draft: Draft, lines: Sequence[Line], index: int, repeated: frozenset[str]) -> float:
    """How much a line of the head looks like its title; -10 where it cannot be one."""
    text, lexicon = lines[index].value, draft.lexicon
    if not may_be_title(text, lexicon) or read_meta(text, lexicon) is not None:
        return -10
    words, folded = word_count(text), fold(text)
    score = _score_of_length(len(text) if text.isascii() else max(len(text), words * 5))
    score -= 3 * (words <= 3)
    score -= 4 * (words <= 6 and reads_as_organisation(text, lexicon))
    score -= 4 * (folded in lexicon.words("sections", "names"))
    score -= 4 * (folded in lexicon.words("menus", "names"))
    score -= 1.5 * ends_with_full_stop(text, lexicon)
    score -= 2 * is_prose(text)
    score -= 2 * (text[0].islower())
    score -= 2 * (words <= 5 and is_name(text, lexicon))
    score -= 4 * _is_credit(text, lexicon)
    score -= 10 * is_trail(text, lexicon)
    score += 3 * (folded in repeated)
    score += _score_of_place(lines, index, lexicon)
    return score


def _is_credit(text: str, lexicon: Lexicon) -> bool:
    return (read_credit(text, lexicon) or read_bare_credit(text, lexicon)) is not None


def _score_of_length(length: int) -> float:
    if 25 <= length <= 100:
        return 2
    if 15 <= length <= 140:
        return 1
    return 0 if length <= 200 else -2


def _score_of_place(lines: Sequence[Line], index: int, lexicon: Lexicon) -> float:
    """What the lines above and below say: first, below short lines, above what can be a dek."""
    text = lines[index].value
    # The first line that is more than a word or two; what stands above are sections and buttons.
    above = (line.value for line in lines[:index])
    is_first = all(word_count(value) < _FEW_WORDS or is_trail(value, lexicon) for value in above)
    score = 1.5 if is_first else 0.0
    if index and not is_first and word_count(lines[index - 1].value) >= _FEW_WORDS:
        score -= 1.5
    below = [line.value for line in lines[index + 1 :]]
    if not below:
        return score + 0.5
    for value in below:
        if len(value) >= 40 and (len(value) > len(text) or value.endswith((".", "…", "。"))):
            score += 1.5 if value is below[0] else 0.5
        elif len(value) < 40 and word_count(value) <= 5:
            score -= 0.5
    return score


def _repeated(draft: Draft) -> frozenset[str]:
    """The lines that stand in the first part of the text more than once."""
    seen: set[str] = set()
    twice: set[str] = set()
    for line in islice((line for line in draft.lines if line.value), _LOOKED_AT):
        if 12 <= len(line.value) <= 200:
            folded = fold(line.value)
            (twice if folded in seen else seen).add(folded)
    return frozenset(twice)


def _with_rest(draft: Draft, lines: Sequence[Line], index: int) -> list[Line]:
    """A title with the line below, where it was broken in two."""
    first = lines[index]
    rest = lines[index + 1] if index + 1 < len(lines) else None
    if rest is None or rest.number != first.number + 1:
        return [first]
    both_capitals = first.value.isupper() and rest.value.isupper()
    broken = draft.wrapped and (rest.value[0].islower() or both_capitals)
    fits = len(first.value) <= 80 and not ends_with_full_stop(first.value, draft.lexicon)
    return [first, rest] if broken and fits and len(rest.value) <= 80 else [first]


def _is_title_alone(draft: Draft, lines: Sequence[Line], *, below_core: bool) -> bool:
    """Whether the first line is a title with no date, byline or caption to say so.

    In a text without blank lines only where a paragraph follows: two short lines that touch may
    be verse, or one sentence that was wrapped.
    """
    title = lines[0].value
    if not is_plain_title(title, draft.lexicon):
        return False
    if len(lines) == 1 or draft.stands_apart(lines[1]):
        return True
    paragraph = lines[1].value
    if below_core and not paragraph[0].islower():
        return True
    return is_prose(paragraph) and len(paragraph) > len(title) and not paragraph[0].islower()


def _stands_alone(draft: Draft, line: Line) -> bool:
    """Whether a blank line, furniture or the story is right below a line."""
    below = draft.line(line.number + 1)
    if below is None or not below.value or below.number in draft.roles:
        return True
    return below.number == draft.story and is_prose(below.value) and not below.value[0].islower()


def _claim(draft: Draft, lines: Sequence[Line], rule: str, confidence: Confidence) -> Draft:
    title = " ".join(line.value for line in lines)
    return draft.claim(lines, Role.TITLE).fill(
        with_changes(draft.fields, title=title), evidence("title", lines, rule, confidence)
    )


def _without_repeats(draft: Draft) -> Draft:
    """The draft with the other lines claimed that are the title again, in the head or right above
    the story."""
    title = draft.fields.title
    if title is None or not has_capitals(title):
        return draft
    folded = fold(title)
    last = (draft.story or 0) + 1
    found = {
        line.number: "furniture.title-repeat"
        for line in takewhile(lambda line: line.number < last, draft.unclaimed[: 2 * HEAD])
        if _opens_alike(line.value, title) and _repeats(fold(line.value), folded)
    }
    return draft.remove(found)


def _opens_alike(line: str, title: str) -> bool:
    """Whether two lines may begin with the same letters; what is not of ASCII may be folded."""
    is_plain = line[:2].isascii() and title[:2].isascii()
    return not is_plain or line[:1].lower() == title[:1].lower()


def _repeats(line: str, title: str) -> bool:
    if not line.startswith(title):
        return False
    rest = line[len(title) :]
    return not rest or (len(rest) <= 60 and rest.startswith(_TITLE_SEPARATORS))
