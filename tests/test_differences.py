"""What changed in the articles folder: times and sizes first, digests where they leave doubt."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

import pytest

from newsarc.building import differences
from newsarc.building.differences import Difference, difference
from newsarc.building.files import digest_file
from newsarc.building.scan import scan
from newsarc.catalog.entries import SourceState
from newsarc.model import Source

SECOND = 1_000_000_000
CHANGED = 1_600_000_000 * SECOND
LONG_AFTER = CHANGED + 3600 * SECOND


@pytest.fixture
def flood(tmp_path: Path) -> Path:
    """A file that was changed at a known time."""
    file = tmp_path / "flood.md"
    write(file, "two metres")
    return file


def write(file: Path, text: str, modified: int = CHANGED) -> None:
    file.write_text(text)
    os.utime(file, ns=(modified, modified))


def state_of(file: Path, seen: int = LONG_AFTER) -> SourceState:
    """What is known of a file that was read at some time."""
    stat = file.stat()
    return SourceState(stat.st_size, stat.st_mtime_ns, seen, digest_file(file))


def compare(file: Path, known: SourceState | None) -> Difference:
    folder = file.parent
    return difference(
        folder, scan(folder, "articles").sources, {file.name: known} if known else {}
    )  # fmt: skip


def test_a_file_that_is_not_known_is_new(flood: Path) -> None:
    found = compare(flood, None)
    assert found == Difference((Source("flood.md", 10, CHANGED),), (), ())
    assert found


def test_a_file_as_it_was_is_not_even_opened(flood: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    known = state_of(flood)
    monkeypatch.setattr(differences, "digest_file", None)
    found = compare(flood, known)
    assert found == Difference((), (), ())
    assert not found


def test_an_edit_is_noticed(flood: Path) -> None:
    known = state_of(flood)
    write(flood, "six metres", LONG_AFTER + SECOND)
    assert [source.path for source in compare(flood, known).changed] == ["flood.md"]
    write(flood, "twelve metres", LONG_AFTER + SECOND)
    assert [source.path for source in compare(flood, known).changed] == ["flood.md"]


def test_a_file_with_an_older_time_is_noticed_too(flood: Path) -> None:
    known = state_of(flood)
    write(flood, "six metres", CHANGED - SECOND)
    assert [source.path for source in compare(flood, known).changed] == ["flood.md"]


def test_a_touched_file_is_confirmed(flood: Path) -> None:
    known = state_of(flood)
    os.utime(flood, ns=(LONG_AFTER, LONG_AFTER))
    found = compare(flood, known)
    assert (found.changed, found.removed) == ((), ())
    ((source, seen),) = found.confirmed
    assert source == Source("flood.md", 10, LONG_AFTER)
    assert seen > LONG_AFTER
    assert not found
    # Confirmed once, it need not be digested again.
    confirmed = replace(known, modified=source.modified, seen=seen)
    assert compare(flood, confirmed) == Difference((), (), ())


@pytest.mark.parametrize(
    ("age", "noticed"),
    [(-3600, True), (0, True), (1, True), (2, True), (2.000001, False), (3600, False)],
)
def test_an_edit_of_the_same_size_and_time_is_noticed_while_fresh(
    flood: Path, age: float, noticed: bool
) -> None:
    """File systems keep times as coarse as two seconds."""
    known = state_of(flood, seen=CHANGED + int(age * SECOND))
    flood.write_text("six metres")
    os.utime(flood, ns=(CHANGED, CHANGED))
    assert flood.stat().st_size == known.size
    assert bool(compare(flood, known).changed) is noticed


def test_a_fresh_file_that_stayed_as_it_was_is_confirmed(flood: Path) -> None:
    found = compare(flood, state_of(flood, seen=CHANGED + SECOND))
    assert [source.path for source, _ in found.confirmed] == ["flood.md"]
    assert not found


def test_a_file_that_is_gone_is_removed(flood: Path) -> None:
    known = state_of(flood)
    flood.unlink()
    found = compare(flood, known)
    assert found == Difference((), ("flood.md",), ())
    assert found


def test_a_file_that_cannot_be_read_is_left_to_the_reader(flood: Path) -> None:
    known = state_of(flood)
    source = Source("flood.md", 10, LONG_AFTER)
    flood.unlink()  # after the scan
    assert difference(flood.parent, [source], {"flood.md": known}).changed == (source,)


def test_a_renamed_file_is_one_removed_and_one_new(flood: Path) -> None:
    known = state_of(flood)
    flood.rename(flood.with_name("bridge.md"))
    found = compare(flood, known)
    assert [source.path for source in found.changed] == ["bridge.md"]
    assert found.removed == ("flood.md",)
