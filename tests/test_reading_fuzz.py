"""Damaged articles: whatever happens to a text, it is read without an exception and without loss.

``NEWSARC_FUZZ_SECONDS=600 pytest tests/test_reading_fuzz.py -s`` goes on for so long, with damage
that is another each time.
"""

from __future__ import annotations

import os
import random
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from newsarc.config import Configuration
from newsarc.reading.reader import Reader
from tests.helpers.readings import assert_nothing_is_lost
from tests.test_pasted import TELLING

CASES = Path(__file__).parent / "cases" / "reading"
READER = Reader(Configuration())
SEED = 20201013
ROUNDS = 2
"""Over all texts."""
MOST_DAMAGES = 6

Damage = Callable[[list[str], random.Random], None]


def _swap(lines: list[str], chance: random.Random) -> None:
    first, second = chance.randrange(len(lines)), chance.randrange(len(lines))
    lines[first], lines[second] = lines[second], lines[first]


def _delete(lines: list[str], chance: random.Random) -> None:
    start = chance.randrange(len(lines))
    del lines[start : start + chance.randint(1, 3)]


def _repeat(lines: list[str], chance: random.Random) -> None:
    start, place = chance.randrange(len(lines)), chance.randrange(len(lines))
    lines[place:place] = lines[start : start + chance.randint(1, 3)]


def _cut_off(lines: list[str], chance: random.Random) -> None:
    place = chance.randrange(len(lines))
    line = lines[place]
    lines[place] = line[: chance.randint(0, len(line))]
    if chance.random() < 0.3:
        del lines[place + 1 :]


def _join(lines: list[str], chance: random.Random) -> None:
    place = chance.randrange(len(lines))
    between = chance.choice(("", " ", "\r", "\u2028", "\u00a0", "|"))
    lines[place : place + 2] = [between.join(lines[place : place + 2])]


def _break(lines: list[str], chance: random.Random) -> None:
    place = chance.randrange(len(lines))
    line = lines[place]
    middle = chance.randint(0, len(line))
    lines[place : place + 1] = [line[:middle], line[middle:]]


def _change_case(lines: list[str], chance: random.Random) -> None:
    place = chance.randrange(len(lines))
    change = chance.choice((str.upper, str.lower, str.title, str.swapcase))
    lines[place] = change(lines[place])


def _drop_blanks(lines: list[str], _chance: random.Random) -> None:
    lines[:] = [line for line in lines if line.strip()]


def _insert(lines: list[str], chance: random.Random) -> None:
    lines.insert(chance.randrange(len(lines) + 1), chance.choice(TELLING))


DAMAGES: tuple[Damage, ...] = (
    *(_swap, _delete, _repeat, _cut_off, _join, _break, _change_case, _drop_blanks, _insert),
)


def damaged(text: str, chance: random.Random) -> bytes:
    """A text with some damage, as bytes of which a few may be others."""
    lines = text.split("\n")
    for _ in range(chance.randint(1, MOST_DAMAGES)):
        chance.choice(DAMAGES)(lines, chance)
        lines = lines or [""]
    line_break = chance.choice(("\n", "\n", "\n", "\r\n", "\r"))
    data = bytearray(line_break.join(lines).encode())
    if data and chance.random() < 0.2:
        for _ in range(chance.randint(1, 4)):
            data[chance.randrange(len(data))] = chance.randrange(256)
    return bytes(data)


def test_damaged_articles_are_read_without_loss() -> None:
    seconds = float(os.environ.get("NEWSARC_FUZZ_SECONDS", "0"))
    seed = random.SystemRandom().randrange(10**9) if seconds else SEED
    print(f"seed {seed}")  # noqa: T201 - so that a failure can be had again
    for path, text, chance in _rounds(seed, seconds):
        data = damaged(text, chance)
        try:
            assert_nothing_is_lost(READER.read(path.name, data), data)
        except Exception as error:
            raise AssertionError(f"{path.name} with seed {seed}, damaged: {data!r}") from error


def _rounds(seed: int, seconds: float) -> Iterator[tuple[Path, str, random.Random]]:
    """The texts again and again: for so long, or a few times over."""
    texts = [(path, _text_of(path)) for path in sorted(CASES.rglob("*.*"))]
    chance, end, rounds = random.Random(seed), time.monotonic() + seconds, 0
    while rounds < ROUNDS if not seconds else time.monotonic() < end:
        rounds += 1
        for path, text in texts:
            yield path, text, chance
            if seconds and time.monotonic() >= end:
                return


def _text_of(path: Path) -> str:
    return path.read_text(encoding="utf-8").partition("\n----\n")[0] + "\n"
