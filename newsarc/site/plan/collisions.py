"""Former addresses that cannot become redirect pages, for a page stands there already."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain

from newsarc.catalog.queries import CatalogReader
from newsarc.config import Configuration
from newsarc.errors import Problem
from newsarc.model import Taxonomy
from newsarc.site import routes
from newsarc.site.keys import PageKey, PageKind, key_from_text
from newsarc.site.plan.all_keys import all_keys

_HINT = "remove it from aliases, or choose another address"


@dataclass(frozen=True, slots=True)
class AliasConflicts:
    """Former addresses that are something else."""

    routes: frozenset[str]
    problems: tuple[Problem, ...]


def may_conflict(catalog: CatalogReader, stale: Iterable[str]) -> bool:
    """Whether there may be conflicts where there were none before some keys became stale."""
    if not catalog.addresses.has_aliases():
        return False
    keys = (key for key in map(key_from_text, stale) if key is not None)
    return any(
        key.kind is PageKind.REDIRECT or _is_in_the_way(_route(key, catalog), catalog)
        for key in keys
    )


def _is_in_the_way(route: str | None, catalog: CatalogReader) -> bool:
    return route is not None and catalog.addresses.is_alias_or_above(route)


def _route(key: PageKey, catalog: CatalogReader) -> str | None:
    if key.kind is PageKind.ARTICLE:
        return catalog.articles.route_of_source(key.name)
    return route_of_listing(key)


def alias_conflicts(
    catalog: CatalogReader, configuration: Configuration, folder: str
) -> AliasConflicts:
    """Find each alias that is the address of a page, of another alias, or above one.

    Addresses that differ in case alone are one: so they are on the disks of many computers.
    ``folder`` is what the articles folder is called in messages.
    """
    aliases = tuple(catalog.addresses.aliases())
    if not aliases:
        return AliasConflicts(frozenset(), ())
    taken = _taken({route.casefold() for route, _, _ in aliases}, catalog, configuration)
    owners: dict[str, str] = {}
    conflicts: dict[str, None] = {}
    problems = []
    for route, _, path in aliases:
        message = _conflict(route, taken) or _other_owner(route, owners, path, folder)
        if message:
            conflicts[route] = None
            place = f"{folder}/{path}"
            problems.append(Problem(place, f'"{route}" {message}', field="aliases", hint=_HINT))
    return AliasConflicts(frozenset(conflicts), tuple(problems))


def _taken(wanted: set[str], catalog: CatalogReader, configuration: Configuration) -> set[str]:
    """Which wanted routes, or folders of them, are pages; all in lower case."""
    folders = {parent for route in wanted for parent in _parents(route)}
    places = wanted | folders
    pages = (route for route in _page_routes(catalog, configuration) if route in places)
    return {"assets", *(wanted & folders), *pages}


def _conflict(route: str, taken: set[str]) -> str | None:
    route = route.casefold()
    blocking = next((step for step in (route, *_parents(route)) if step in taken), None)
    return (
        blocking and f"cannot lead to the article: {blocking} is an address of the archive itself"
    )


def _other_owner(route: str, owners: dict[str, str], path: str, folder: str) -> str | None:
    owner = owners.setdefault(route.casefold(), path)
    return None if owner == path else f"is also an alias of {folder}/{owner}"


def _parents(route: str) -> Iterator[str]:
    folder = route
    while folder := folder.rpartition("/")[0]:
        yield folder


def _page_routes(catalog: CatalogReader, configuration: Configuration) -> Iterator[str]:
    """The routes of all pages but redirects."""
    keys = (key for key in all_keys(catalog, configuration) if key.kind is not PageKind.REDIRECT)
    listings = (route_of_listing(key) for key in keys if key.kind is not PageKind.ARTICLE)
    return chain(catalog.articles.routes(), listings)


def route_of_listing(key: PageKey) -> str:
    """The route of a page that is neither an article nor a redirect: its key says it."""
    taxonomy = Taxonomy(key.taxonomy) if key.taxonomy else None
    if taxonomy is None:
        return _site_route(key)
    match key.kind:
        case PageKind.TERM_INDEX:
            return routes.of_taxonomy(taxonomy)
        case PageKind.FEED:
            return routes.of_term_feed(taxonomy, key.name)
        case PageKind.JSON_FEED:
            return routes.of_term_json_feed(taxonomy, key.name)
        case PageKind.TERM_PERIOD:
            return routes.of_term_period(taxonomy, key.name, key.period)
        case _:
            return routes.of_term(taxonomy, key.name)


def _site_route(key: PageKey) -> str:
    match key.kind:
        case PageKind.YEAR | PageKind.MONTH | PageKind.DAY:
            return routes.of_period(key.period)
        case PageKind.ON_THIS_DAY:
            return routes.of_day_of_year(key.period)
        case PageKind.SITEMAP:
            return routes.of_sitemap(key.period, key.part)
        case PageKind.SHARED_ADDRESS:
            return key.name
        case _:
            return _FIXED_ROUTES[key.kind]


_FIXED_ROUTES = {
    PageKind.FRONT: routes.FRONT,
    PageKind.UNDATED: routes.UNDATED,
    PageKind.NOT_FOUND: routes.NOT_FOUND,
    PageKind.FEED: routes.FEED,
    PageKind.JSON_FEED: routes.JSON_FEED,
    PageKind.SITEMAP_INDEX: routes.SITEMAP,
    PageKind.ROBOTS: routes.ROBOTS,
}
