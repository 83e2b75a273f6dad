"""Planning feeds: the newest articles of the site, or of a term."""

from __future__ import annotations

from functools import lru_cache

from newsarc.catalog.queries import CatalogReader
from newsarc.config import Configuration
from newsarc.model import Taxonomy
from newsarc.site import routes
from newsarc.site.editorial import corrections_of, withdrawal_of
from newsarc.site.entries import terms_of
from newsarc.site.keys import PageKey, PageKind
from newsarc.site.plan.articles import identifier_of, urn
from newsarc.site.views import FeedEntry, FeedView

_ENTRIES = 8192  # 12 MB; an article is in the feeds of all its terms, each in two forms


class FeedPlanner:
    """Plans feeds, from a catalog whose articles stay as they are meanwhile."""

    def __init__(self, catalog: CatalogReader, configuration: Configuration) -> None:
        self._catalog = catalog
        self._configuration = configuration
        self._entry = lru_cache(_ENTRIES)(self._entry_of)

    def view(self, key: PageKey) -> FeedView:
        """A feed, as Atom or as JSON Feed by its key's kind. Raises KeyError for a term's that
        no article has."""
        catalog, site = self._catalog, self._configuration.site
        count = self._configuration.listings.newest
        atom = key.kind is PageKind.FEED
        if key.taxonomy:
            taxonomy = Taxonomy(key.taxonomy)
            route = (routes.of_term_feed if atom else routes.of_term_json_feed)(taxonomy, key.name)
            home = routes.of_term(taxonomy, key.name)
            title = f"{catalog.terms.label(taxonomy, key.name)} — {site.title}"
            newest = catalog.terms.newest_paths(taxonomy, key.name, count)
        else:
            route, home = routes.FEED if atom else routes.JSON_FEED, routes.FRONT
            title = site.title
            newest = catalog.articles.newest_paths(count)
        entries = tuple(entry for path in newest if (entry := self._entry(path)))
        return FeedView(
            route=route,
            # The Atom and the JSON feed of one listing are one feed in two forms.
            identifier=urn(site, f"feed:{home}"),
            title=title,
            home=home,
            updated=max((entry.updated for entry in entries), default=None),
            entries=entries,
        )

    def _entry_of(self, path: str) -> FeedEntry | None:
        """An entry; None without a date, which Atom demands (RFC 4287, section 4.1.2)."""
        listed = self._catalog.articles.get(path)
        article = listed.article
        if article.date is None:
            return None
        withdrawal = withdrawal_of(article)
        changes = [article.updated or article.date, withdrawal and withdrawal.date]
        changes += [correction.date for correction in corrections_of(article)]
        return FeedEntry(
            card=listed.card,
            identifier=identifier_of(article, self._configuration.site),
            summary=(withdrawal.reason or "") if withdrawal else article.dek or article.opening,
            updated=max(date for date in changes if date),
            authors=tuple(author.name for author in article.authors),
            tags=tuple(
                term.label
                for term in terms_of(article, self._configuration.tags.aliases)
                if term.taxonomy is Taxonomy.TAG
            ),
        )
