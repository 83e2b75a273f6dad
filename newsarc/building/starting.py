"""What a build starts from: what changed in the articles folder, and what became of the site."""

from __future__ import annotations

from dataclasses import dataclass, replace

from newsarc.building.damage import inspect
from newsarc.building.fingerprints import code_fingerprint
from newsarc.building.folder_changes import FolderChanges, find_changes
from newsarc.building.ownership import own_files
from newsarc.building.settings import BuildSettings
from newsarc.building.site_parts import parts_of_site, what_changed
from newsarc.catalog.catalog import Catalog
from newsarc.errors import has_errors
from newsarc.rendering.theme_files import read_theme_files, template_folders

CODE, SITE, PARTS = "code", "site", "parts"
ARTICLES, OUTPUT = "articles", "output"
"""Names in the catalog's meta table: what records were read with, what the published site was made
with (empty while all of it is made anew) and that part by part, and the folders that the sources
and the ledger are of."""

_MOST_CHANGES = 5_000
"""With more changed sources all pages are planned: both states of each are held in memory."""
_MOST_OF_ARCHIVE = 4
"""Nor is it worth to ask what is stale where more than a fourth of the archive changed."""


@dataclass(frozen=True, slots=True)
class Start:
    """What a build starts from."""

    changes: FolderChanges
    site: str
    """Fingerprint of what shapes pages: code, libraries, configuration and templates."""
    only_stale: bool
    """Whether the site is known, so that only what is stale has to be looked at."""
    parts: str
    """What shapes pages, part by part; empty where it is what the site was made with."""
    reason: str
    """What makes all pages be looked at, as a clause; empty where only stale ones are, or it is not
    known."""

    def is_up_to_date(self, catalog: Catalog) -> bool:
        """Whether the site is as it should be."""
        return (
            self.only_stale
            and not self.changes.count
            and not has_errors(self.changes.problems)
            and not catalog.ledger.has_stale()
        )


def start_of(settings: BuildSettings, catalog: Catalog) -> Start:
    """Look at the articles folder and at the site, and enter what is found into the catalog.

    Raises UsageError without an articles folder.
    """
    code = code_fingerprint(settings.configuration)
    files = read_theme_files(template_folders(settings.templates))
    site = f"{code} {files.fingerprint()}"
    is_read = catalog.meta(CODE) == code
    if not is_read:
        catalog.forget_sources()
        catalog.set_meta(CODE, code)
    if catalog.meta(OUTPUT) != str(settings.output):
        catalog.ledger.forget()
        catalog.set_meta(OUTPUT, str(settings.output))
        catalog.set_meta(SITE, "")
    is_same = catalog.meta(SITE) == site
    parts = "" if is_same else parts_of_site(settings.configuration, files)
    changes = _changes(settings, catalog)
    most = min(_MOST_CHANGES, max(changes.file_count // _MOST_OF_ARCHIVE, 20))
    only_stale = is_same and changes.count <= most
    if only_stale or settings.paranoid:
        inspection = inspect(settings.output, catalog.ledger, paranoid=settings.paranoid)
        catalog.ledger.add_stale(inspection.damaged)
        only_stale = only_stale and not inspection.is_ruin
        is_whole = only_stale and not inspection.damaged
    else:
        is_whole = False
    if not is_whole:
        # The site may be another day's than the catalog: of one a backup, or the catalog was lost.
        catalog.ledger.announce(own_files(settings.output, settings.staging, catalog.ledger.has))
    reason = _reason(
        what_changed(catalog.meta(PARTS), parts),
        0 if only_stale or not is_read else changes.count,
        settings.articles_shown,
    )
    return Start(changes, site, only_stale, parts, reason)


def _reason(part: str, files: int, shown: str) -> str:
    """What changed of all that shapes pages, and how many files of articles did, as a clause."""
    counted = f"{files:,} file{'s' * (files != 1)} of {shown}" if files else ""
    if not part:
        return counted and f"{counted} changed"
    return part + (counted and f", and {counted} did too")


def _changes(settings: BuildSettings, catalog: Catalog) -> FolderChanges:
    """What changed in the articles folder, of which no file is trusted where it is another one.

    Files of two folders may well have the same paths, sizes and times.
    """
    is_same = catalog.meta(ARTICLES) == str(settings.articles)
    if not is_same:
        catalog.set_meta(ARTICLES, str(settings.articles))
    return find_changes(settings if is_same else replace(settings, paranoid=True), catalog)
