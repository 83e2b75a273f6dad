"""What pages should show, worked out from a list of articles in the plainest way.

Nothing here asks a catalog, and nothing is quick: it is what the planner is compared with.
"""

from __future__ import annotations

import calendar
from collections.abc import Callable, Sequence
from math import log2

from newsarc.model import Taxonomy
from newsarc.site import routes
from newsarc.site.keys import PageKey, PageKind
from newsarc.site.slugs import slug_of
from newsarc.site.views import (
    Calendar,
    CardGroup,
    DayView,
    FrontView,
    MonthView,
    OnThisDayView,
    PeriodCount,
    PeriodLink,
    PeriodTags,
    SharedAddressView,
    SitemapEntry,
    SitemapView,
    TermCount,
    TermIndexView,
    TermLink,
    TermPeriodView,
    TermView,
    UndatedView,
    View,
    YearView,
)
from tests.helpers.plain_archive import Articles, PlainArchive, key_of


class Reference(PlainArchive):
    """The views of a small archive."""

    def view(self, key: PageKey) -> View | None:
        """The view of a page; None for a kind that is worked out elsewhere."""
        match key.kind:
            case PageKind.FRONT:
                return self._front()
            case PageKind.YEAR:
                return self._year(key.period)
            case PageKind.MONTH:
                return self._month(key.period)
            case PageKind.DAY:
                found = self.inside(key.period)
                neighbours = self._around(key.period)
                return DayView(
                    route_of(key.period), key.period, len(found), self.cards(found), *neighbours
                )
            case PageKind.ON_THIS_DAY:
                return self._on_this_day(key.period)
            case PageKind.UNDATED:
                found = self.inside("")
                return UndatedView(routes.UNDATED, len(found), self.cards(found))
            case PageKind.TERM:
                return self._term(Taxonomy(key.taxonomy), key.name)
            case PageKind.TERM_PERIOD:
                return self._term_period(Taxonomy(key.taxonomy), key.name, key.period)
            case PageKind.TERM_INDEX:
                return self._term_index(Taxonomy(key.taxonomy))
            case PageKind.SITEMAP:
                return self._sitemap(key.period)
            case PageKind.SHARED_ADDRESS:
                sharing = [a for a in self.articles if routes.address_of(a) == key.name]
                return SharedAddressView(key.name, self.cards(sharing))
            case _:
                return None

    def _front(self) -> FrontView:
        dated = [article for article in self.articles if article.date]
        dates = [article.date.without_time for article in dated if article.date]
        days = self.periods(10)
        day = days[-1] if days else ""
        latest = self.inside(day) if day else []
        before = [a for a in dated if not day or str(a.date) < day]
        same_day = [a for a in dated if day and str(a.date)[5:10] == day[5:] and a not in latest]
        years = range(int(dates[-1].year), int(dates[0].year) - 1, -1) if dates else ()
        undated = self.inside("")
        return FrontView(
            route="index.html",
            articles=len(self.articles),
            first=dates[0] if dates else None,
            last=dates[-1] if dates else None,
            latest=CardGroup(self._count(day), self.cards(latest)[:24]) if day else None,
            earlier=self.cards((before[::-1] or ([] if day else undated))[:12]),
            years=tuple(self._count(str(year)) for year in years),
            chart=self._chart(dates[0].year, dates[-1].year) if dates else (),
            on_this_day=self.cards(same_day[::-1][:5]),
            days_of_year=tuple(self.days_of_year()),
            undated=PeriodCount("", routes.UNDATED, len(undated)) if undated else None,
            tags=self._leading(Taxonomy.TAG, 20),
            authors=self._leading(Taxonomy.AUTHOR, 20),
            sources=self._leading(Taxonomy.SOURCE, 20),
        )

    def _chart(self, first: str, last: str) -> tuple[PeriodCount, ...]:
        if self.periods(7):
            return self._months_of_years(first, last, route_of)
        return tuple(self._count(str(year)) for year in range(int(first), int(last) + 1))

    def _months_of_years(
        self,
        first: str,
        last: str,
        route: Callable[[str], str],
        articles: Articles | None = None,
    ) -> tuple[PeriodCount, ...]:
        return tuple(
            PeriodCount(month, route(month) if found else None, found)
            for year in range(int(first), int(last) + 1)
            for number in range(1, 13)
            for month in [f"{year}-{number:02}"]
            for found in [len(self.inside(month, articles))]
        )

    def _on_this_day(self, day: str) -> OnThisDayView:
        dates = [date for date in self.periods(10)[::-1] if date[5:] == day]
        others = self.days_of_year()
        place = others.index(day)
        return OnThisDayView(
            f"on-this-day/{day}.html",
            day,
            sum(len(self.inside(date)) for date in dates),
            tuple(
                CardGroup(self._count(date), self.cards(self.inside(date))[:4]) for date in dates
            ),
            *(
                PeriodLink(other[0], f"on-this-day/{other[0]}.html") if other else None
                for other in (others[:place][-1:], others[place + 1 :][:1])
            ),
        )

    def _year(self, year: str) -> YearView:
        found = self.inside(year)
        tags = self.terms(Taxonomy.TAG, found)[:24]
        return YearView(
            route_of(year),
            year,
            len(found),
            tuple(self._calendar(f"{year}-{month:02}") for month in range(1, 13)),
            tuple(self._month_tags(month, found) for month in self.periods(7, found)),
            self.cards(self.known_to(year, found)),
            tuple(
                TermCount(tag.label, tag.route.replace("index.html", f"{year}.html"), tag.articles)
                for tag in tags
            ),
            *self._around(year),
        )

    def _month_tags(self, month: str, of_year: Articles) -> PeriodTags:
        """The tags that a month has more often than its share of the year would have it."""
        known = [article for article in of_year if article.date and article.date.month]
        found = self.inside(month, known)
        scores = {}
        for tag in self.terms(Taxonomy.TAG, found):
            usual = self.inside_term(tag, known)
            expected = len(usual) * len(found) / len(known)
            if tag.articles > 1:
                scores[tag] = round(tag.articles * log2(tag.articles / expected), 6)
        ranked = sorted(scores, key=lambda tag: (-scores[tag], key_of(tag)))[:3]
        return PeriodTags(
            self._count(month),
            tuple(
                TermLink(tag.label, tag.route.replace("index.html", f"{month[:4]}.html"))
                for tag in ranked
                if scores[tag] > 0
            ),
        )

    def inside_term(self, tag: TermCount, articles: Articles) -> Articles:
        return [
            article for article in self.of_term(Taxonomy.TAG, key_of(tag)) if article in articles
        ]

    def _month(self, month: str) -> MonthView:
        found = self.inside(month)
        short = len(found) <= self.listings.longest
        return MonthView(
            route_of(month),
            month,
            len(found),
            self._calendar(month),
            tuple(
                CardGroup(self._count(day), self.cards(self.inside(day)) if short else ())
                for day in self.periods(10, found)
            ),
            self.cards(self.known_to(month, found)),
            *self._around(month),
        )

    def _calendar(self, month: str) -> Calendar:
        weeks: list[list[PeriodCount | None]] = []
        first, days = calendar.monthrange(int(month[:4]), int(month[5:]))
        places: list[PeriodCount | None] = [None] * first
        places += [self._count(f"{month}-{day:02}") for day in range(1, days + 1)]
        places += [None] * (-len(places) % 7)
        while places:
            weeks.append(places[:7])
            places = places[7:]
        return Calendar(self._count(month), tuple(map(tuple, weeks)))

    def _count(self, period: str) -> PeriodCount:
        number = len(self.inside(period))
        return PeriodCount(period, route_of(period) if number else None, number)

    def _around(self, period: str) -> tuple[PeriodLink | None, PeriodLink | None]:
        return around(period, self.periods(len(period)), route_of)

    def _term(self, taxonomy: Taxonomy, key: str) -> TermView:
        found = self.of_term(taxonomy, key)
        dates = [article.date.without_time for article in found if article.date]
        years = [*self.periods(4, found)[::-1], *([""] if self.inside("", found) else [])]
        return TermView(
            route=routes.of_term(taxonomy, key),
            taxonomy=taxonomy,
            label=self.label(taxonomy, key),
            articles=len(found),
            first=dates[0] if dates else None,
            last=dates[-1] if dates else None,
            newest=self.cards(found[::-1][: self.listings.newest]),
            periods=tuple(
                PeriodCount(
                    year, routes.of_term_period(taxonomy, key, year), len(self.inside(year, found))
                )
                for year in years
            ),
            chart=self._chart_of_term(taxonomy, key, found),
            related=self._related_tags(taxonomy, key, found),
            feed=routes.of_term_feed(taxonomy, key),
            json_feed=routes.of_term_json_feed(taxonomy, key),
        )

    def _chart_of_term(
        self, taxonomy: Taxonomy, key: str, found: Articles
    ) -> tuple[PeriodCount, ...]:
        years = self.periods(4, found)
        if not years:
            return ()

        def route(period: str) -> str:
            year, _, month = period.partition("-")
            if not month or len(self.inside(year, found)) > self.listings.longest:
                return routes.of_term_period(taxonomy, key, period)
            return f"{routes.of_term_period(taxonomy, key, year)}#period-{period}"

        if int(years[-1]) - int(years[0]) < 6 and self.periods(7, found):
            return self._months_of_years(years[0], years[-1], route, found)
        counts = [
            (f"{year}", len(self.inside(f"{year}", found)))
            for year in range(int(years[0]), int(years[-1]) + 1)
        ]
        return tuple(PeriodCount(year, route(year) if n else None, n) for year, n in counts)

    def _related_tags(self, taxonomy: Taxonomy, key: str, found: Articles) -> tuple[TermCount, ...]:
        def power(number: int) -> int:
            return next(1 << n for n in range(64) if 1 << n > number)

        scores = {}
        for tag in self.terms(Taxonomy.TAG, found):
            total = len(self.of_term(Taxonomy.TAG, key_of(tag)))
            expected = 2 * len(found) * power(total) / power(len(self.articles))
            if tag.articles >= 3 and (taxonomy, key) != (Taxonomy.TAG, key_of(tag)):
                scores[tag] = round(tag.articles * log2(tag.articles / expected), 6)
        ranked = sorted(scores, key=lambda tag: (-scores[tag], key_of(tag)))[:12]
        return tuple(tag for tag in ranked if scores[tag] > 0)

    def _term_period(self, taxonomy: Taxonomy, key: str, period: str) -> TermPeriodView:
        def route(shorter: str) -> str:
            return routes.of_term_period(taxonomy, key, shorter)

        everything = self.of_term(taxonomy, key)
        found = self.inside(period, everything)
        divisible = len(period) in {4, 7}
        cut = divisible and len(found) > self.listings.longest
        groups = [
            CardGroup(
                PeriodCount(shorter, route(shorter) if cut else None, len(inside)),
                () if cut else self.cards(inside[::-1]),
            )
            for shorter in (self.periods(len(period) + 3, found)[::-1] if divisible else [])
            if (inside := self.inside(shorter, found))
        ]
        parent = period[:-3] if len(period) > 4 else ""
        siblings = [
            other for other in self.periods(len(period), everything) if other.startswith(parent)
        ]
        return TermPeriodView(
            route(period),
            taxonomy,
            TermLink(self.label(taxonomy, key), routes.of_term(taxonomy, key)),
            period,
            len(found),
            tuple(groups),
            self.cards(self.known_to(period, found) if divisible else found),
            PeriodLink(parent, route(parent)) if parent else None,
            *(around(period, siblings, route) if period else (None, None)),
        )

    def _leading(self, taxonomy: Taxonomy, count: int) -> tuple[TermCount, ...]:
        terms = sorted(self.terms(taxonomy)[:count], key=_place)
        return tuple(sorted(terms, key=lambda term: -term.articles))

    def _term_index(self, taxonomy: Taxonomy) -> TermIndexView:
        terms = self.terms(taxonomy)
        by_letter: dict[str, list[TermCount]] = {}
        for term in sorted(terms, key=_place):
            by_letter.setdefault(_letter(term), []).append(term)
        letters = sorted(by_letter, key=lambda letter: (letter == "#", letter))
        return TermIndexView(
            routes.of_taxonomy(taxonomy),
            taxonomy,
            len(terms),
            self._leading(taxonomy, 40),
            tuple((letter, tuple(by_letter[letter])) for letter in letters),
        )

    def _sitemap(self, year: str) -> SitemapView:
        found = self.inside(year)
        if year:
            periods = [year, *self.periods(7, found), *self.periods(10, found)]
            listings = [route_of(period) for period in periods]
        else:
            listings = ["index.html", *map(routes.of_taxonomy, Taxonomy)]
            listings += [routes.UNDATED] if found else []
        return SitemapView(
            routes.of_sitemap(year, 1),
            (
                *(SitemapEntry(route, None) for route in listings),
                *(
                    SitemapEntry(self.route(a), a.updated or a.date)
                    for a in found
                    if not self.card(a).withdrawn
                ),
            ),
        )


def route_of(period: str) -> str:
    return "/".join((*period.split("-"), "index.html"))


def around(
    period: str, periods: Sequence[str], route: Callable[[str], str]
) -> tuple[PeriodLink | None, PeriodLink | None]:
    """The periods before and after one."""
    before = [other for other in periods if other < period]
    after = [other for other in periods if other > period]
    return (
        PeriodLink(before[-1], route(before[-1])) if before else None,
        PeriodLink(after[0], route(after[0])) if after else None,
    )


def _letter(term: TermCount) -> str:
    first = slug_of(term.label)[:1]
    letter = "漢字" if first > "一" else first.upper()
    return letter if first.isalpha() else "#"


def _place(term: TermCount) -> tuple[bool, str, str, str]:
    letter = _letter(term)
    return (letter == "#", letter, slug_of(term.label), key_of(term))
