"""Planning feeds: the newest articles of the site, or of a term."""

from __future__ import annotations

import uuid

from newsarc.catalog.queries import CatalogReader, ListedArticle
from newsarc.config import Configuration
from newsarc.model import Taxonomy
from newsarc.site import routes
from newsarc.site.keys import PageKey, PageKind
from newsarc.site.plan.articles import identifier_of
from newsarc.site.views import FeedEntry, FeedView

_IDENTIFIERS = uuid.UUID("c1f4a5c8-6d0b-4b8e-8d53-3a1a6f0a9f27")


def feed_view(key: PageKey, catalog: CatalogReader, configuration: Configuration) -> FeedView:
    """A feed, as Atom or as JSON Feed by its key's kind."""
    atom = key.kind is PageKind.FEED
    count = configuration.listings.newest
    if not key.taxonomy:
        return _view(
            routes.FEED if atom else routes.JSON_FEED,
            routes.FRONT,
            configuration.site.title,
            catalog.articles.newest(count),
        )
    taxonomy = Taxonomy(key.taxonomy)
    route = routes.of_term_feed if atom else routes.of_term_json_feed
    return _view(
        route(taxonomy, key.name),
        routes.of_term(taxonomy, key.name),
        f"{catalog.terms.label(taxonomy, key.name)} — {configuration.site.title}",
        catalog.terms.newest(taxonomy, key.name, count),
    )


def _view(route: str, home: str, title: str, listed: tuple[ListedArticle, ...]) -> FeedView:
    entries = tuple(entry for article in listed if (entry := _entry(article)))
    return FeedView(
        route=route,
        # The Atom and the JSON feed of one listing are one feed in two forms.
        identifier=uuid.uuid5(_IDENTIFIERS, home).urn,
        title=title,
        home=home,
        updated=max((entry.updated for entry in entries), default=None),
        entries=entries,
    )


def _entry(listed: ListedArticle) -> FeedEntry | None:
    """An entry; None without a date, which Atom demands (RFC 4287, section 4.1.2)."""
    article = listed.article
    if article.date is None:
        return None
    return FeedEntry(
        card=listed.card,
        identifier=identifier_of(article),
        summary=article.dek or article.opening,
        updated=article.updated or article.date,
        authors=tuple(author.name for author in article.authors),
        tags=(*article.tags, *(tag.name for tag in article.suggested_tags)),
    )
