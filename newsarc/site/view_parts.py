"""What views are made of: links, counts, groups of cards and the parts of an article's page."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct, field

from newsarc.model import Card, Date, Markup, Size


class TermLink(Struct, frozen=True):
    """A term, named on an article."""

    label: str
    route: str


class TermCount(Struct, frozen=True):
    """A term with the number of its articles."""

    label: str
    route: str
    articles: int


class PeriodLink(Struct, frozen=True):
    """A period that has a page: ``period`` is ``2020``, ``2020-10`` or ``2020-10-13``."""

    period: str
    route: str


class PeriodCount(Struct, frozen=True):
    """A period with the number of its articles; without articles there is no route."""

    period: str
    route: str | None
    articles: int


class Calendar(Struct, frozen=True):
    """A month as weeks of seven places, Monday first; None is a place of another month."""

    month: PeriodCount
    weeks: tuple[tuple[PeriodCount | None, ...], ...]


class CardGroup(Struct, frozen=True):
    """The articles of one period on a longer listing."""

    period: PeriodCount
    cards: tuple[Card, ...]


class PeriodTags(Struct, frozen=True):
    """A period with the tags that stand out in it, compared with the longer one around it."""

    period: PeriodCount
    tags: tuple[TermLink, ...]


class Timeline(Struct, frozen=True):
    """The articles of a tag around one of them, oldest first."""

    tag: TermLink
    before: tuple[Card, ...]
    after: tuple[Card, ...]


class Correction(Struct, frozen=True):
    """What an editor set right after publication."""

    date: Date | None
    text: str


class Withdrawal(Struct, frozen=True):
    """That an article was withdrawn: its text is no longer shown."""

    date: Date | None
    reason: str | None


class Body(Struct, frozen=True):
    """The text of an article, to be rendered by the filter ``html``."""

    text: str
    markup: Markup
    links: Mapping[str, str]
    """Links of the text to other sources and pictures, and the routes they lead to."""
    sizes: Mapping[str, Size] = field(default_factory=dict)
    """Of the pictures among them, by their routes, as far as they are known."""


class AuthorLink(Struct, frozen=True):
    """An author, with the page of all that they wrote."""

    name: str
    organisation: bool
    route: str


class Picture(Struct, frozen=True):
    """The picture of an article, or what is known of it."""

    route: str | None
    """Where the file is, if it came with the source."""
    caption: str | None
    credit: str | None
    file: str | None = None
    """Where the file is not in the archive, its path or address as the source gives it."""
    size: Size | None = None
    """Where the file is in the archive, and could be measured."""


class FeedEntry(Struct, frozen=True):
    """An article in a feed."""

    card: Card
    identifier: str
    summary: str
    updated: Date
    """When it was last changed, else when it was published."""
    authors: tuple[str, ...]
    tags: tuple[str, ...]

    def __hash__(self) -> int:
        return hash(self.identifier)


class SitemapEntry(Struct, frozen=True):
    """An address in a sitemap."""

    route: str
    modified: Date | None
