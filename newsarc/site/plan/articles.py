"""Planning the page of an article, and the pages that stand at its other addresses."""

from __future__ import annotations

import hashlib
import posixpath
from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache
from urllib.parse import unquote

from newsarc.catalog.queries import CatalogReader
from newsarc.catalog.queries.rows import sort_key
from newsarc.catalog.reference_names import links_of_file
from newsarc.config import Configuration, SiteSettings
from newsarc.model import Article, Date, Image, Taxonomy
from newsarc.site import routes
from newsarc.site.editorial import corrections_of, withdrawal_of
from newsarc.site.entries import tag_keys_of
from newsarc.site.plan.periods import DAY, MONTH, YEAR
from newsarc.site.plan.relations import relations
from newsarc.site.views import (
    ArticleView,
    AuthorLink,
    Body,
    PeriodLink,
    Picture,
    RedirectView,
    SharedAddressView,
    TermLink,
)

# The namespace of all identifiers: a random UUID, fixed for ever, since they follow from it.
_IDENTIFIERS = bytes.fromhex("5b9c2d0e6f0a4f579a5e0d7f3f6f1c42")


def article_view(
    path: str,
    catalog: CatalogReader,
    configuration: Configuration,
    body_of: Callable[[Article], str],
) -> ArticleView:
    """The page of an article; ``body_of`` reads its body, which the catalog does not hold."""
    listed = catalog.articles.get(path)
    article, card = listed.article, listed.card
    references = catalog.articles.references(path)
    place = sort_key(article.date, path)
    tags = _tags(article, catalog, configuration)
    previous = catalog.articles.neighbour(place, newer=False) if article.date else None
    following = catalog.articles.neighbour(place, newer=True) if article.date else None
    timeline, related = (
        relations(place, tags, (previous, following), catalog) if article.date else (None, ())
    )
    return ArticleView(
        route=card.route,
        identifier=identifier_of(article, configuration.site),
        path=path,
        digest=article.digest,
        title=card.title,
        dek=article.dek,
        description=article.dek or article.opening,
        date=article.date,
        updated=article.updated,
        byline=card.byline,
        authors=tuple(
            AuthorLink(
                author.name,
                author.organisation,
                routes.of_named_term(Taxonomy.AUTHOR, author.name),
            )
            for author in article.authors
        ),
        source=_source(article),
        dateline=article.dateline,
        section=article.section,
        lang=card.lang,
        url=article.url,
        picture=_picture(article, catalog),
        body=_body(article, body_of(article), resolve(references, path, catalog), catalog),
        tags=tuple(link for _, link in tags),
        tags_suggested=bool(article.suggested_tags),
        periods=_periods(article.date),
        previous=previous,
        next=following,
        timeline=timeline,
        related=related,
        corrections=corrections_of(article),
        withdrawal=withdrawal_of(article),
        evidence=article.evidence,
        extra=article.extra,
    )


def _body(article: Article, text: str, links: Mapping[str, str], catalog: CatalogReader) -> Body:
    sizes = {
        route: size
        for route in links.values()
        if not route.endswith(".html") and (size := catalog.articles.image_size(route))
    }
    return Body(text, article.markup, links, sizes)


def _tags(
    article: Article, catalog: CatalogReader, configuration: Configuration
) -> tuple[tuple[str, TermLink], ...]:
    """The tags of an article: their keys, and links to their pages."""
    terms = catalog.terms
    return tuple(
        [
            (key, _tag_link(key, terms.label(Taxonomy.TAG, key)))
            for key in tag_keys_of(article, configuration.tags.aliases)
        ]
    )


@lru_cache(maxsize=4096)
def _tag_link(key: str, label: str) -> TermLink:
    return TermLink(label, routes.of_term(Taxonomy.TAG, key))


def identifier_of(article: Article, site: SiteSettings) -> str:
    """A URN that stays the same when title, date, slug or site address change.

    It follows from the archive's identity and the source's path, or a field ``id`` of the record,
    which keeps it the same when the file is renamed too.
    """
    own = article.own_id
    name = f"id:{own}" if own else f"path:{article.path}"
    return urn(site, name)


def urn(site: SiteSettings, name: str) -> str:
    """A URN of something in an archive; no two archives have the same (RFC 9562, version 5)."""
    digest = hashlib.sha1(
        _IDENTIFIERS + f"{site.id or site.title}\n{name}".encode(), usedforsecurity=False
    )
    # What ``uuid.uuid5`` gives, which takes 15 µs for every article.
    text = digest.hexdigest()
    variant = "89ab"[int(text[16], 16) % 4]
    return f"urn:uuid:{text[:8]}-{text[8:12]}-5{text[13:16]}-{variant}{text[17:20]}-{text[20:32]}"


def resolve(references: Iterable[str], path: str, catalog: CatalogReader) -> Mapping[str, str]:
    """Where the local link targets of a source lead, as far as they lead anywhere.

    A target is a path beside the source, a path from the articles folder, or a file's name alone
    where only one source has it (as in the references of Hugo's shortcodes).
    """
    found = ((reference, _resolve(reference, path, catalog)) for reference in references)
    return {reference: route for reference, route in found if route}


def _resolve(reference: str, path: str, catalog: CatalogReader) -> str | None:
    target = target_of(reference)
    if not target:
        return None
    for candidate in candidates(target, path):
        route = catalog.articles.route_of_source(candidate) or catalog.articles.route_of_image(
            candidate
        )
        if route:
            return route
    return catalog.articles.route_of_name(posixpath.basename(target)) or _of_alias(target, catalog)


def target_of(reference: str) -> str:
    """A link without its fragment and query, as a path."""
    return unquote(reference.partition("#")[0].partition("?")[0])


def candidates(target: str, path: str) -> tuple[str, str]:
    """The sources or pictures that a target may name in the source at a path, the first first."""
    beside = posixpath.normpath(posixpath.join(posixpath.dirname(path), target))
    return beside, posixpath.normpath(target.lstrip("/"))


def _of_alias(target: str, catalog: CatalogReader) -> str | None:
    """A link to a former address of an article in this archive."""
    return (
        catalog.addresses.alias_target(routes.of_alias(target)) if target.startswith("/") else None
    )


def _source(article: Article) -> TermLink | None:
    if article.source is None:
        return None
    return TermLink(article.source, routes.of_named_term(Taxonomy.SOURCE, article.source))


def _picture(article: Article, catalog: CatalogReader) -> Picture | None:
    image = article.image
    if image is None or image == Image():
        return None
    links = links_of_file(image.file) if image.file else ()
    found = (_resolve(link, article.path, catalog) for link in links)
    route = next(filter(None, found), None)
    return Picture(
        route,
        image.caption,
        image.credit,
        file=None if route else image.file,
        size=catalog.articles.image_size(route) if route else None,
    )


@lru_cache(maxsize=256)
def _periods(date: Date | None) -> tuple[PeriodLink, ...]:
    if date is None:
        return ()
    return tuple(
        PeriodLink(date.iso[:length], routes.of_period(date.iso[:length]))
        for length in (YEAR, MONTH, DAY)
        if len(date.iso) >= length
    )


def shared_address_view(address: str, catalog: CatalogReader) -> SharedAddressView:
    """The page at an address that several articles ask for. Raises KeyError if fewer do."""
    cards = catalog.addresses.cards(address)
    if len(cards) < 2:
        raise KeyError(address)
    return SharedAddressView(address, cards)


def redirect_view(route: str, catalog: CatalogReader) -> RedirectView:
    """The page at a former address. Raises KeyError if no article had it."""
    target = catalog.addresses.alias_target(route)
    if target is None:
        raise KeyError(route)
    return RedirectView(route, target)
