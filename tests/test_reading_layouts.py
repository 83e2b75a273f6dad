"""A record that is written in one of the layouts of news reads back as itself."""

from __future__ import annotations

import pytest
from hypothesis import given, settings

from newsarc.config import Configuration, TagSettings
from newsarc.reading.reader import Reader
from tests.helpers.news_layouts import LAYOUTS, Layout
from tests.helpers.news_records import Written, fields_read, fields_written, written

READER = Reader(Configuration(tags=TagSettings(suggest=False)))


@pytest.mark.parametrize("layout", LAYOUTS.values(), ids=LAYOUTS)
@settings(max_examples=25)
@given(written)
def test_layouts_read_back(layout: Layout, record: Written) -> None:
    record = layout.fitting(record)
    reading = READER.read("a.txt", layout.text(record).encode())
    assert reading.article is not None
    assert fields_read(reading.article) == fields_written(record, layout.given)
    assert _paragraphs(reading.body, rewrap=layout.wrapped) == _paragraphs(layout.story(record))


def _paragraphs(body: str, *, rewrap: bool = False) -> list[str]:
    """The paragraphs of a body, those that were broken into lines put together again."""
    if rewrap:
        return [" ".join(block.split()) for block in body.split("\n\n") if block.strip()]
    return [line for line in body.split("\n") if line]
