"""The views: what each template sees as ``page``, typed and frozen.

Every view has ``route``, the address of its own page. Addresses in views are routes, never links:
a template writes ``{{ link(card.route) }}``, which gives the relative link from its own page.
Nothing here depends on the clock, and nothing counts the whole archive but the pages that show it.

They are structs of msgspec, of which a build makes a hundred for an article: to make a dataclass
takes ten times as long, and to define one forty times.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeAlias

from msgspec import Struct

from newsarc.model import Card as Card
from newsarc.model import Date, Evidence, Json, Taxonomy
from newsarc.site.view_parts import AuthorLink as AuthorLink
from newsarc.site.view_parts import Body as Body
from newsarc.site.view_parts import Calendar as Calendar
from newsarc.site.view_parts import CardGroup as CardGroup
from newsarc.site.view_parts import Correction as Correction
from newsarc.site.view_parts import FeedEntry as FeedEntry
from newsarc.site.view_parts import PeriodCount as PeriodCount
from newsarc.site.view_parts import PeriodLink as PeriodLink
from newsarc.site.view_parts import PeriodTags as PeriodTags
from newsarc.site.view_parts import Picture as Picture
from newsarc.site.view_parts import SitemapEntry as SitemapEntry
from newsarc.site.view_parts import TermCount as TermCount
from newsarc.site.view_parts import TermLink as TermLink
from newsarc.site.view_parts import Timeline as Timeline
from newsarc.site.view_parts import Withdrawal as Withdrawal


class FrontView(Struct, frozen=True):
    """index.html"""

    route: str
    articles: int
    first: Date | None
    """Date of the oldest dated article."""
    last: Date | None
    latest: CardGroup | None
    """The last day with articles; None where no article has a day."""
    earlier: tuple[Card, ...]
    """The newest articles before that day, newest first; undated ones where none has a date."""
    years: tuple[PeriodCount, ...]
    """Every year from the first to the last, those without articles too, newest first; where they
    are more than 200, those with articles only."""
    chart: tuple[PeriodCount, ...]
    """All months of these years, oldest first; the years where they are more than 40 or no month
    is known, nothing where they are more than 200."""
    on_this_day: tuple[Card, ...]
    """Published on the latest day's month and day in other years, newest first."""
    days_of_year: tuple[str, ...]
    """The days of a year (``10-13``) that have articles in any year."""
    undated: PeriodCount | None
    """Where the articles without a date are listed; its period is empty."""
    tags: tuple[TermCount, ...]
    authors: tuple[TermCount, ...]
    sources: tuple[TermCount, ...]


class YearView(Struct, frozen=True):
    """2020/index.html"""

    route: str
    period: str
    articles: int
    calendars: tuple[Calendar, ...]
    """Twelve."""
    months: tuple[PeriodTags, ...]
    """The months with articles, and the tags that stand out in each; they link to the tag's page
    of the year."""
    cards: tuple[Card, ...]
    """The articles of which only the year is known."""
    tags: tuple[TermCount, ...]
    """The year's leading tags, most articles first; they link to the tag's page of the year."""
    previous: PeriodLink | None
    """The nearest year before with articles."""
    next: PeriodLink | None


class MonthView(Struct, frozen=True):
    """2020/10/index.html"""

    route: str
    period: str
    articles: int
    calendar: Calendar
    days: tuple[CardGroup, ...]
    """The days with articles, first day first; without cards where the month is too long."""
    cards: tuple[Card, ...]
    """The articles of which only the month is known."""
    previous: PeriodLink | None
    next: PeriodLink | None


class DayView(Struct, frozen=True):
    """2020/10/13/index.html"""

    route: str
    period: str
    articles: int
    cards: tuple[Card, ...]
    previous: PeriodLink | None
    next: PeriodLink | None


class OnThisDayView(Struct, frozen=True):
    """on-this-day/10-13.html"""

    route: str
    day: str
    """``10-13``"""
    articles: int
    years: tuple[CardGroup, ...]
    """The day in each year that has articles of it, newest first, with the first few of them."""
    previous: PeriodLink | None
    """The nearest day of a year before that has articles; its period is ``10-12``."""
    next: PeriodLink | None


class UndatedView(Struct, frozen=True):
    """undated/index.html"""

    route: str
    articles: int
    cards: tuple[Card, ...]


class TermView(Struct, frozen=True):
    """tags/iraq/index.html"""

    route: str
    taxonomy: Taxonomy
    label: str
    articles: int
    first: Date | None
    last: Date | None
    newest: tuple[Card, ...]
    periods: tuple[PeriodCount, ...]
    """The years that hold its articles, newest first; last, with an empty period, the undated."""
    chart: tuple[PeriodCount, ...]
    """Its articles over time, oldest first, with the periods between that have none: all months of
    its years where they are six at most and a month is known, else the years; empty where they are
    more than 200."""
    related: tuple[TermCount, ...]
    """Tags that occur together with it more than chance would have it, with the number of the
    articles that have both, of its newest thousand."""
    feed: str
    """Route of its Atom feed."""
    json_feed: str


class TermPeriodView(Struct, frozen=True):
    """tags/iraq/2020.html"""

    route: str
    taxonomy: Taxonomy
    term: TermLink
    period: str
    """Empty for the articles without a date."""
    articles: int
    groups: tuple[CardGroup, ...]
    """The shorter periods, newest first; without cards where the listing is cut into pages of
    their own."""
    cards: tuple[Card, ...]
    """The articles that fit in no shorter period."""
    parent: PeriodLink | None
    """The longer period that was cut, such as ``tags/iraq/2020.html`` of ``2020-10``."""
    previous: PeriodLink | None
    next: PeriodLink | None


class TermIndexView(Struct, frozen=True):
    """tags/index.html"""

    route: str
    taxonomy: Taxonomy
    terms: int
    leading: tuple[TermCount, ...]
    """Most articles first."""
    letters: tuple[tuple[str, tuple[TermCount, ...]], ...]
    """All terms by their first letter."""


class ArticleView(Struct, frozen=True):
    """2020/10/13/iraqi-militias-propose-ceasefire.html"""

    route: str
    identifier: str
    """A URN that stays the same when the address changes."""
    path: str
    """Path of its source below the articles folder."""
    digest: str
    """SHA-256 of the source, hexadecimal."""
    title: str
    dek: str | None
    description: str
    """The dek, or the opening of the body, in one line."""
    date: Date | None
    updated: Date | None
    byline: str | None
    """As written; where it is not, the authors' names."""
    authors: tuple[AuthorLink, ...]
    source: TermLink | None
    dateline: str | None
    section: str | None
    lang: str | None
    """Where it is not the site's."""
    url: str | None
    """The original address."""
    picture: Picture | None
    body: Body
    tags: tuple[TermLink, ...]
    tags_suggested: bool
    """Whether the tags were found by newsarc rather than given."""
    periods: tuple[PeriodLink, ...]
    """The year, month and day pages that list it, longest first; none without a date."""
    previous: Card | None
    """The article before it in time."""
    next: Card | None
    timeline: Timeline | None
    """Its leading tag's articles around it, three before and three after."""
    related: tuple[Card, ...]
    """Others that share tags with it and are near in time, at most four."""
    corrections: tuple[Correction, ...]
    withdrawal: Withdrawal | None
    """Where there is one, text, dek and picture are empty."""
    evidence: tuple[Evidence, ...]
    extra: Mapping[str, Json]


class SharedAddressView(Struct, frozen=True):
    """An address that several articles would have: it names them all."""

    route: str
    cards: tuple[Card, ...]


class RedirectView(Struct, frozen=True):
    """A former address, leading to the present one."""

    route: str
    target: str


class NotFoundView(Struct, frozen=True):
    """404.html"""

    route: str


class FeedView(Struct, frozen=True):
    """feed.xml and feed.json, of the site or of a term"""

    route: str
    identifier: str
    title: str
    home: str
    """Route of the page whose articles it carries."""
    updated: Date | None
    entries: tuple[FeedEntry, ...]


class SitemapView(Struct, frozen=True):
    """sitemaps/2020.xml, or sitemap.xml with the sitemaps as entries"""

    route: str
    entries: tuple[SitemapEntry, ...]


class RobotsView(Struct, frozen=True):
    """robots.txt"""

    route: str
    sitemap: str


View: TypeAlias = (
    FrontView
    | YearView
    | MonthView
    | DayView
    | OnThisDayView
    | UndatedView
    | TermView
    | TermPeriodView
    | TermIndexView
    | ArticleView
    | SharedAddressView
    | RedirectView
    | NotFoundView
    | FeedView
    | SitemapView
    | RobotsView
)
