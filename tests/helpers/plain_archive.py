"""A small archive as a list of articles, counted in the plainest way."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import TypeAlias

from newsarc.config import Configuration
from newsarc.model import Article, Card, Taxonomy
from newsarc.site import routes
from newsarc.site.editorial import withdrawal_of
from newsarc.site.entries import byline_of, heading_of, terms_of
from newsarc.site.keys import PageKey, PageKind
from newsarc.site.views import TermCount
from tests.helpers.records import LANGUAGE

Articles: TypeAlias = Sequence[Article]
_KINDS = {4: PageKind.YEAR, 7: PageKind.MONTH, 10: PageKind.DAY}
_FIXED = (
    *(PageKind.FRONT, PageKind.FEED, PageKind.JSON_FEED, PageKind.SITEMAP_INDEX),
    *(PageKind.ROBOTS, PageKind.NOT_FOUND),
)


class PlainArchive:
    """A small archive, by brute force."""

    def __init__(self, articles: Iterable[Article], configuration: Configuration) -> None:
        self.articles = sorted(
            articles, key=lambda article: (str(article.date or ""), article.path)
        )
        self.listings = configuration.listings
        self.terms_of = {article.path: terms_of(article) for article in self.articles}
        self.asked = Counter(map(routes.address_of, self.articles))

    # Articles

    def route(self, article: Article) -> str:
        address = routes.address_of(article)
        return address if self.asked[address] == 1 else routes.own_address_of(article)

    def card(self, article: Article) -> Card:
        return Card(
            self.route(article),
            heading_of(article),
            article.dek,
            article.date,
            byline_of(article),
            article.lang if article.lang != LANGUAGE else None,
            withdrawal_of(article) is not None,
        )

    def cards(self, articles: Iterable[Article]) -> tuple[Card, ...]:
        return tuple(map(self.card, articles))

    def inside(self, period: str, articles: Articles | None = None) -> Articles:
        """Articles of a period, oldest first; of an empty one, those without a date."""
        given = self.articles if articles is None else articles
        return [article for article in given if is_in(article, period)]

    def known_to(self, period: str, articles: Articles) -> Articles:
        return [article for article in articles if str(article.date) == period]

    def periods(self, length: int, articles: Articles | None = None) -> list[str]:
        """The periods of a length that hold articles, oldest first."""
        given = self.articles if articles is None else articles
        return sorted({str(a.date)[:length] for a in given if a.date and len(a.date.iso) >= length})

    def days_of_year(self) -> list[str]:
        """The months and days that hold articles in any year."""
        return sorted({day[5:] for day in self.periods(10)})

    def of_term(self, taxonomy: Taxonomy, key: str) -> Articles:
        return [
            article
            for article in self.articles
            if any(
                (term.taxonomy, term.key) == (taxonomy, key) for term in self.terms_of[article.path]
            )
        ]

    def terms(self, taxonomy: Taxonomy, articles: Articles | None = None) -> list[TermCount]:
        """Terms with their numbers of articles, most first, then by key."""
        given = self.articles if articles is None else articles
        keys = sorted(
            {t.key for a in given for t in self.terms_of[a.path] if t.taxonomy is taxonomy}
        )
        counts = [
            TermCount(
                self.label(taxonomy, key),
                routes.of_term(taxonomy, key),
                sum(article in given for article in self.of_term(taxonomy, key)),
            )
            for key in keys
        ]
        return sorted(counts, key=lambda count: -count.articles)

    def label(self, taxonomy: Taxonomy, key: str) -> str:
        forms = Counter(
            term.label
            for article in self.articles
            for term in self.terms_of[article.path]
            if (term.taxonomy, term.key) == (taxonomy, key)
        )
        return min(forms, key=lambda label: (-forms[label], label))

    # Keys

    def keys(self) -> list[PageKey]:
        """The keys of all pages but redirects."""
        years = self.periods(4)
        return [
            *map(PageKey, _FIXED),
            *(PageKey(PageKind.ARTICLE, article.path) for article in self.articles),
            *(PageKey(PageKind.SHARED_ADDRESS, route) for route, n in self.asked.items() if n > 1),
            *(PageKey(_KINDS[n], period=period) for n in _KINDS for period in self.periods(n)),
            *(PageKey(PageKind.ON_THIS_DAY, period=day) for day in self.days_of_year()),
            *([PageKey(PageKind.UNDATED)] if self.inside("") else []),
            *(PageKey(PageKind.SITEMAP, period=year) for year in ("", *years)),
            *(key for taxonomy in Taxonomy for key in self._keys_of(taxonomy)),
        ]

    def _keys_of(self, taxonomy: Taxonomy) -> Iterable[PageKey]:
        yield PageKey(PageKind.TERM_INDEX, taxonomy=taxonomy)
        for term in self.terms(taxonomy):
            key = key_of(term)
            articles = self.of_term(taxonomy, key)
            for kind in (PageKind.TERM, PageKind.FEED, PageKind.JSON_FEED):
                yield PageKey(kind, key, taxonomy)
            for period in self._pages(articles):
                yield PageKey(PageKind.TERM_PERIOD, key, taxonomy, period)

    def _pages(self, articles: Articles) -> Iterable[str]:
        """The periods of a term that have a page: all years, and what a long one is cut into."""
        if self.inside("", articles):
            yield ""
        yield from self.periods(4, articles)
        for length in (7, 10):
            for period in self.periods(length, articles):
                if len(self.inside(period[: length - 3], articles)) > self.listings.longest:
                    yield period


def key_of(term: TermCount) -> str:
    return term.route.split("/")[1]


def is_in(article: Article, period: str) -> bool:
    if article.date is None:
        return not period
    return bool(period) and article.date.iso.startswith(period)
