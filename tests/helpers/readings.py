"""What holds for every reading, whatever the text."""

from __future__ import annotations

from newsarc.reading.lines import lines_of
from newsarc.reading.reader import Reading


def assert_nothing_is_lost(reading: Reading, data: bytes) -> None:
    """Each byte of a source is in one part of its reading, or there is a reason why it has none."""
    article, text = reading.article, reading.text
    if article is None:
        assert reading.problems
        return
    assert text.encode(article.encoding) == data
    assert "".join(text[part.span.start : part.span.end] for part in reading.parts) == text
    position = 0
    for part in reading.parts:
        assert part.span.start == position <= part.span.end
        position = part.span.end
    assert article.body == tuple(
        part.span for part in reading.parts if part.role in ("body", "unassigned")
    )
    assert reading.body == "".join(text[span.start : span.end] for span in article.body)
    assert [removed.line for removed in article.removed] == _lines_of_furniture(reading)


def _lines_of_furniture(reading: Reading) -> list[int]:
    furniture = [part.span for part in reading.parts if part.role == "furniture"]
    return [
        line.number
        for line in lines_of(reading.text)
        if line.value and any(span.start <= line.start < span.end for span in furniture)
    ]
