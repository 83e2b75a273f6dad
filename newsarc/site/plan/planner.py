"""From a key to its page. Every page is planned by itself: no page's plan needs another's."""

from __future__ import annotations

from collections.abc import Callable

from newsarc.catalog.queries import CatalogReader
from newsarc.config import Configuration
from newsarc.model import Article, Page, Taxonomy
from newsarc.site import routes
from newsarc.site.keys import PageKey, PageKind
from newsarc.site.plan.articles import (
    article_view,
    redirect_view,
    shared_address_view,
)
from newsarc.site.plan.feeds import FeedPlanner
from newsarc.site.plan.front import front_view
from newsarc.site.plan.periods import (
    day_view,
    month_view,
    on_this_day_view,
    undated_view,
    year_view,
)
from newsarc.site.plan.sitemaps import robots_view, sitemap_index_view, sitemap_view
from newsarc.site.plan.terms import term_index_view, term_period_view, term_view
from newsarc.site.views import NotFoundView, View

_TEMPLATES = {
    PageKind.ARTICLE: "article.html",
    PageKind.SHARED_ADDRESS: "shared_address.html",
    PageKind.REDIRECT: "redirect.html",
    PageKind.FRONT: "front.html",
    PageKind.YEAR: "year.html",
    PageKind.MONTH: "month.html",
    PageKind.DAY: "day.html",
    PageKind.ON_THIS_DAY: "on_this_day.html",
    PageKind.UNDATED: "undated.html",
    PageKind.TERM_INDEX: "term_index.html",
    PageKind.TERM: "term.html",
    PageKind.TERM_PERIOD: "term_period.html",
    PageKind.FEED: "feed.xml",
    PageKind.JSON_FEED: "feed.json",
    PageKind.SITEMAP_INDEX: "sitemap_index.xml",
    PageKind.SITEMAP: "sitemap.xml",
    PageKind.ROBOTS: "robots.txt",
    PageKind.NOT_FOUND: "404.html",
}


class Planner:
    """Plans pages by key, from the configuration and a catalog that stays as it is meanwhile."""

    def __init__(
        self,
        catalog: CatalogReader,
        configuration: Configuration,
        body_of: Callable[[Article], str],
    ) -> None:
        """``body_of`` gives the text of an article's body, which the catalog does not hold."""
        self._catalog = catalog
        self._configuration = configuration
        self._body_of = body_of
        self._feeds = FeedPlanner(catalog, configuration)

    def page(self, key: PageKey) -> Page:
        """The page of a key. Raises KeyError if the catalog knows nothing to show on it."""
        view = self._view(key)
        return Page(view.route, _TEMPLATES[key.kind], view)

    def _view(self, key: PageKey) -> View:  # noqa: C901, PLR0912 - a line a kind
        catalog, configuration = self._catalog, self._configuration
        match key.kind:
            case PageKind.ARTICLE:
                return article_view(key.name, catalog, configuration, self._body_of)
            case PageKind.SHARED_ADDRESS:
                return shared_address_view(key.name, catalog)
            case PageKind.REDIRECT:
                return redirect_view(key.name, catalog)
            case PageKind.FRONT:
                return front_view(catalog, configuration.site.language)
            case PageKind.YEAR:
                return year_view(key.period, catalog)
            case PageKind.MONTH:
                return month_view(key.period, catalog, configuration)
            case PageKind.DAY:
                return day_view(key.period, catalog)
            case PageKind.ON_THIS_DAY:
                return on_this_day_view(key.period, catalog)
            case PageKind.UNDATED:
                return undated_view(catalog)
            case PageKind.TERM_INDEX:
                return term_index_view(Taxonomy(key.taxonomy), catalog, configuration)
            case PageKind.TERM:
                return term_view(Taxonomy(key.taxonomy), key.name, catalog, configuration)
            case PageKind.TERM_PERIOD:
                return term_period_view(
                    Taxonomy(key.taxonomy), key.name, key.period, catalog, configuration
                )
            case PageKind.FEED | PageKind.JSON_FEED:
                return self._feeds.view(key)
            case PageKind.SITEMAP_INDEX:
                return sitemap_index_view(catalog)
            case PageKind.SITEMAP:
                return sitemap_view(key.period, key.part, catalog)
            case PageKind.ROBOTS:
                return robots_view()
            case PageKind.NOT_FOUND:
                return NotFoundView(routes.NOT_FOUND)
