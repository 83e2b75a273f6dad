"""What changed in the articles folder since the catalog was last brought up to date."""

from __future__ import annotations

import time
from dataclasses import dataclass

from newsarc.building.differences import RACY, Difference, difference
from newsarc.building.scan import Folder, scan
from newsarc.building.settings import BuildSettings
from newsarc.catalog.catalog import Catalog
from newsarc.errors import Problem


@dataclass(frozen=True, slots=True)
class FolderChanges:
    """What the articles folder holds that the catalog does not know, and the other way round."""

    sources: Difference
    images: Difference
    problems: tuple[Problem, ...]
    """Of files that are no sources."""
    file_count: int
    """How many sources and pictures there are."""

    @property
    def count(self) -> int:
        """How many files changed."""
        differences = (self.sources, self.images)
        return sum(len(found.changed) + len(found.removed) for found in differences)


def find_changes(settings: BuildSettings, catalog: Catalog) -> FolderChanges:
    """Scan the articles folder, and compare what is in folders that are not as they were.

    What was found of folders is entered into the catalog, which is then to be brought up to date
    by the differences. Raises UsageError without an articles folder.
    """
    remembered = catalog.folders.listings()
    known = {} if settings.paranoid else remembered
    scanned_at = time.time_ns()
    found = scan(
        settings.articles,
        settings.articles_shown,
        known,
        jobs=settings.jobs,
        expected=catalog.folders.files(),
    )
    changed = [folder for folder in found.folders if known.get(folder.path) != folder.listing]
    gone = remembered.keys() - {folder.path for folder in found.folders}
    looked_into = sorted(gone.union(folder.path for folder in changed))
    sources, images = (
        difference(settings.articles, files, states, paranoid=settings.paranoid)
        for files, states in (
            (found.sources, catalog.source_states(looked_into)),
            (found.images, catalog.image_states(looked_into)),
        )
    )
    catalog.confirm_sources(sources.confirmed)
    catalog.confirm_images(images.confirmed)
    catalog.folders.put(_remembered(folder, scanned_at) for folder in changed)
    catalog.folders.remove(gone)
    return FolderChanges(sources, images, found.problems, found.file_count)


def _remembered(folder: Folder, scanned_at: int) -> tuple[str, bytes, int]:
    """What to remember of a folder.

    No listing where a file may be changed again and look the same, by the rule for single files.
    """
    is_trusted = folder.newest + RACY < scanned_at
    return folder.path, folder.listing if is_trusted else b"", folder.files
