"""A source's text with what each line was read as in the margin, for a terminal.

5 │ date, byline │ October 13, 2020 by Mara Lind
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from types import MappingProxyType
from typing import Any, Final

import click

from newsarc.cli.columns import cells, cut, harmless, wrapped
from newsarc.cli.paragraphs import paragraphs_of
from newsarc.reading.reviewing.line_roles import (
    BLANK,
    BODY,
    FRONT_MATTER,
    REMOVED,
    UNASSIGNED,
    LineRole,
)

_MARGIN: Final = 12
"""Columns for the words of the margin."""
_ROWS_OF_PARAGRAPH: Final = 2
_LINES_OF_PARAGRAPH: Final = 2
"""Of a paragraph that is itself broken into lines."""
_MOST_REMOVED: Final = 6
"""Removed lines on end that are all shown."""
_BAR: Final = " │ "

_COLOURS: Mapping[str, Mapping[str, Any]] = MappingProxyType(
    {
        "title": {"fg": "green", "bold": True},
        "dek": {"fg": "green"},
        **{word: {"fg": "bright_blue"} for word in ("byline", "authors", "source", "dateline")},
        **{word: {"fg": "cyan"} for word in ("caption", "credit", "image")},
        BODY: {"dim": True},
        FRONT_MATTER: {"dim": True},
        REMOVED: {"fg": "red"},
        UNASSIGNED: {"fg": "black", "bg": "yellow"},
    }
)
_OTHER: Final[Mapping[str, Any]] = MappingProxyType({"fg": "magenta"})


def text_for_people(lines: Sequence[LineRole], width: int) -> str:
    """Every line with its number, what it was read as, and its text; of a long body, the ends."""
    while lines and lines[-1].role == BLANK:
        lines = lines[:-1]
    digits = max(3, len(str(len(lines))))
    rows = _Rows(digits, width - digits - _MARGIN - len(_BAR) - 2)
    return "\n".join(row for run in _runs(lines) for row in rows.of_run(run))


def _runs(lines: Sequence[LineRole]) -> Iterator[list[LineRole]]:
    """Lines on end that are shown in one way: a run of the body has its blank lines inside."""
    keys = [line.role for line in lines]
    for index in range(1, len(keys) - 1):
        if keys[index] == BLANK and keys[index - 1] in (BODY, REMOVED):
            following = next((key for key in keys[index:] if key != BLANK), BLANK)
            keys[index] = keys[index - 1] if following == keys[index - 1] else BLANK
    for _, run in groupby(zip(keys, lines, strict=True), key=lambda pair: pair[0]):
        yield [line for _, line in run]


class _Rows:
    """Rows of a terminal for lines of the text."""

    def __init__(self, digits: int, width: int) -> None:
        self._digits = digits
        self._width = width

    def of_run(self, run: Sequence[LineRole]) -> Iterator[str]:
        """The rows of lines that are shown in one way."""
        if run[0].role == BODY:
            yield from self._of_body(run)
        elif run[0].role == REMOVED:
            yield from self._of_removed(run)
        else:
            for line in run:
                # What is indented in front matter belongs to the name above it.
                text = line.text.rstrip() if line.in_front_matter else line.text.strip()
                yield from self._of_line(line, wrapped(harmless(text), self._width))

    def _of_body(self, run: Sequence[LineRole]) -> Iterator[str]:
        """The first and the last paragraph, those that say something, and how many are between."""
        paragraphs = paragraphs_of(run)
        left_out: list[Sequence[LineRole]] = []
        for number, paragraph in enumerate(paragraphs):
            is_end = number in (0, len(paragraphs) - 1)
            if not is_end and len(paragraphs) > 3 and not any(map(_is_telling, paragraph)):
                left_out.append(paragraph)
                continue
            if left_out:
                yield self._gap(left_out, "paragraph")
                left_out = []
            elif number and paragraph[0].number > paragraphs[number - 1][-1].number + 1:
                yield self._row(str(paragraph[0].number - 1), "", "")
            yield from self._of_paragraph(paragraph)

    def _of_paragraph(self, paragraph: Sequence[LineRole]) -> Iterator[str]:
        rest = 0
        for index, line in enumerate(paragraph):
            if index < _LINES_OF_PARAGRAPH or _is_telling(line):
                text = harmless(line.text.strip())
                yield from self._of_line(line, wrapped(text, self._width, _ROWS_OF_PARAGRAPH))
            else:
                rest += 1
        if rest:
            yield self._row("", "", click.style(f"… {rest} more line{'s' * (rest != 1)}", dim=True))

    def _of_removed(self, run: Sequence[LineRole]) -> Iterator[str]:
        """All of them where they are few, else the first and the last."""
        lines = [line for line in run if line.role == REMOVED]
        half = _MOST_REMOVED // 2 if len(lines) > _MOST_REMOVED else len(lines)
        for line in lines[:half]:
            yield from self._of_line(line, [self._removed_text(line)])
        if len(lines) > half:
            yield self._gap([lines[half:-1]], "line")
            yield from self._of_line(lines[-1], [self._removed_text(lines[-1])])

    def _removed_text(self, line: LineRole) -> str:
        """A removed line in one row, struck, with the rule by which it was removed."""
        rule = f"  {line.rule}" if line.rule else ""
        text = cut(harmless(line.text.strip()), self._width - cells(rule))
        return click.style(text, dim=True, strikethrough=True) + click.style(rule, dim=True)

    def _gap(self, left_out: Sequence[Sequence[LineRole]], noun: str) -> str:
        count = len(left_out) if noun == "paragraph" else len(left_out[0])
        first, last = left_out[0][0].number, left_out[-1][-1].number
        where = f"line {first}" if first == last else f"lines {first}–{last}"
        text = f"{count:,} more {noun}{'s' * (count != 1)}, {where}"
        return self._row("…", "", click.style(text, dim=True))

    def _of_line(self, line: LineRole, rows: Sequence[str]) -> Iterator[str]:
        margin = _margin(line)
        for index in range(max(len(rows), len(margin))):
            number = str(line.number) if index == 0 else ""
            words = margin[index] if index < len(margin) else ""
            text = rows[index] if index < len(rows) else ""
            yield self._row(number, words, _styled_text(line, text))

    def _row(self, number: str, margin: str, text: str) -> str:
        shown = click.style(f"{number:>{self._digits}}", dim=True)
        bar = click.style("│", dim=True)
        return f"{shown} {margin or ' ' * _MARGIN} {bar} {text}".rstrip()


def _is_telling(line: LineRole) -> bool:
    """Whether a line of the body is more than that."""
    return line.open_question or any(word != BODY for word in line.words)


def _margin(line: LineRole) -> list[str]:
    """The words of a line's margin, each in its colour, in rows that the margin is wide enough for.

    Yellow is what was read with low confidence, or asks for an editor.
    """
    doubtful = line.confidence == "low" or line.open_question
    rows: list[list[str]] = []
    for word in line.words:
        if rows and len(", ".join([*rows[-1], word])) <= _MARGIN:
            rows[-1].append(word)
        else:
            rows.append([word])
    return [_margin_row(row, doubtful=doubtful) for row in rows]


def _margin_row(words: Sequence[str], *, doubtful: bool) -> str:
    styled = []
    for word in words:
        style = dict(_COLOURS.get(word, _OTHER))
        if doubtful and word not in (BODY, UNASSIGNED):
            style = {"fg": "yellow", "bold": True}
        styled.append(click.style(word, **style))
    return ", ".join(styled) + " " * (_MARGIN - len(", ".join(words)))


def _styled_text(line: LineRole, text: str) -> str:
    if line.role == UNASSIGNED:
        return click.style(text, fg="yellow")
    if "title" in line.words:
        return click.style(text, bold=True)
    if line.words == (FRONT_MATTER,):
        return click.style(text, dim=True)
    return text
