"""Write a synthetic news archive: the same settings give the same files, byte for byte.

python3 benchmarks/archive.py FOLDER --articles 10000 --seed 1
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

if not __package__:
    # Run as a script, Python looks for modules beside this file and not where the package is.
    sys.path[0] = str(Path(__file__).resolve().parent.parent)

from benchmarks.layouts import write_story
from benchmarks.newsroom import Newsroom
from benchmarks.settings import LAYOUTS, ArchiveSettings

__all__ = ["ArchiveSettings", "sources", "write_archive", "write_sources"]


def sources(settings: ArchiveSettings) -> Iterator[tuple[str, str]]:
    """Path below the articles folder and text of each source, first day first.

    Nothing is kept of what was yielded. A source links only to sources that came before it.
    """
    for story in Newsroom(settings).stories():
        yield story.path, write_story(story)


def write_archive(folder: Path, settings: ArchiveSettings) -> int:
    """Fill an articles folder, which is made if needed, and return the number of files.

    Raises FileExistsError if the folder holds anything already, and OSError.
    """
    folder.mkdir(parents=True, exist_ok=True)
    if any(folder.iterdir()):
        raise FileExistsError(f"{folder} is not empty")
    return write_sources(folder, sources(settings))


def write_sources(folder: Path, texts: Iterator[tuple[str, str]]) -> int:
    """Write sources as UTF-8, and return their number; raises OSError, also if one exists."""
    made: set[Path] = set()
    written = 0
    for path, text in texts:
        place = folder / path
        if place.parent not in made:
            place.parent.mkdir(parents=True, exist_ok=True)
            made.add(place.parent)
        with place.open("xb", buffering=0) as file:
            file.write(text.encode())
        written += 1
    return written


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command and return its exit status."""
    parser = argparse.ArgumentParser(description="Write a synthetic news archive.")
    parser.add_argument("folder", metavar="FOLDER", type=Path, help="an empty or a new folder")
    parser.add_argument("--articles", type=int, default=10_000, metavar="N")
    parser.add_argument("--seed", type=int, default=1, metavar="N")
    parser.add_argument("--words", type=int, default=450, metavar="N", help="of a body, on average")
    parser.add_argument("--layout", choices=LAYOUTS, default="mixed")
    chosen = parser.parse_args(arguments)
    try:
        settings = ArchiveSettings(chosen.articles, chosen.seed, chosen.words, chosen.layout)
        written = write_archive(chosen.folder, settings)
    except (OSError, ValueError) as error:
        parser.error(str(error))
    print(f"{written} articles in {chosen.folder}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
