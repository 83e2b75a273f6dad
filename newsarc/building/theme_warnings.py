"""Warnings of a site's own templates, found once for each state of them."""

from __future__ import annotations

from newsarc.building.settings import BuildSettings
from newsarc.catalog.catalog import Catalog
from newsarc.catalog.records import problems_from_json, problems_to_json
from newsarc.errors import Problem
from newsarc.rendering.theme_files import template_folders

_META = "theme warnings"


def theme_warnings(settings: BuildSettings, catalog: Catalog, site: str) -> tuple[Problem, ...]:
    """What no page shows of the site's own templates.

    ``site`` is the fingerprint of what shapes pages. To find it takes Jinja, for which a build with
    nothing to do need not wait, so the catalog keeps it: commit it after this.
    """
    folders = template_folders(settings.templates)
    if len(folders) < 2:
        return ()
    state = f"{site} {settings.templates}"
    known_state, _, known = catalog.meta(_META).partition("\n")
    if known_state == state:
        return problems_from_json(known)
    from newsarc.rendering.own_templates import unheard  # noqa: PLC0415

    problems = unheard(folders)
    catalog.set_meta(_META, f"{state}\n{problems_to_json(problems)}")
    return problems
