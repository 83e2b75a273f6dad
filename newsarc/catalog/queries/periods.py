"""Questions about years, months, days and their articles."""

from __future__ import annotations

from collections.abc import Iterator

from newsarc.catalog.queries.rows import (
    CARD,
    Ask,
    PeriodTotal,
    card_of,
    date_of,
    range_of,
    whole,
)
from newsarc.model import Card, Date


class PeriodQueries:
    """Questions about years, months, days and their articles.

    An empty period stands for the articles without a date.
    """

    def __init__(self, ask: Ask) -> None:
        self._ask = ask

    def inside(self, length: int, within: str = "") -> tuple[PeriodTotal, ...]:
        """The years (4), months (7) or days (10) with articles inside a longer period."""
        rows = self._ask.rows(
            "SELECT period, articles FROM period WHERE length = ? AND period >= ? AND period < ?"
            " ORDER BY period",
            length,
            within,
            f"{within}~",
        )
        return tuple(PeriodTotal(*row) for row in rows)

    def count(self, period: str) -> int:
        """How many articles a period has; an empty one stands for the undated."""
        row = self._ask.one(
            "SELECT articles FROM period WHERE length = ? AND period = ?", len(period), period
        )
        return row[0] if row else 0

    def neighbour(self, period: str, *, later: bool) -> str | None:
        """The nearest period of the same length with articles."""
        best, compare = ("min", ">") if later else ("max", "<")
        return self._ask.text(
            f"SELECT {best}(period) FROM period WHERE length = ? AND period {compare} ?",
            len(period),
            period,
        )

    def cards(self, period: str) -> Iterator[Card]:
        """The articles of a period, oldest first; an empty period stands for the undated."""
        rows = self._ask.rows(
            f"SELECT {CARD} FROM article WHERE sort >= ? AND sort < ? ORDER BY sort",
            *range_of(period),
        )
        return map(card_of, rows)

    def cards_known_to(self, period: str) -> tuple[Card, ...]:
        """The articles whose date is known to this period and no shorter one."""
        rows = self._ask.rows(
            f"SELECT {CARD} FROM article WHERE sort >= ? AND sort < ? ORDER BY sort",
            f"{period}\t",
            f"{period}\n",
        )
        return tuple(map(card_of, rows))

    def routes(
        self, period: str, first: int, count: int
    ) -> tuple[tuple[str, str | None, int], ...]:
        """Route and last change of a period's articles, ``count`` of them from ``first`` on, and
        whether they are withdrawn."""
        rows = self._ask.rows(
            "SELECT route, coalesce(updated, date), withdrawn FROM article"
            " WHERE sort >= ? AND sort < ? ORDER BY sort LIMIT ? OFFSET ?",
            *range_of(period),
            count,
            first,
        )
        return tuple((whole(route), changed, withdrawn) for route, changed, withdrawn in rows)

    def cards_before(self, period: str, count: int) -> tuple[Card, ...]:
        """The newest dated articles before a period, newest first."""
        rows = self._ask.rows(
            f"SELECT {CARD} FROM article WHERE sort < ? AND sort >= '0' ORDER BY sort DESC LIMIT ?",
            period,
            count,
        )
        return tuple(map(card_of, rows))

    def cards_on(self, month_and_day: str, excluded_day: str, count: int) -> tuple[Card, ...]:
        """Articles of the same month and day (``10-13``) in other years, newest first."""
        rows = self._ask.rows(
            f"SELECT {CARD} FROM article WHERE substr(date, 6, 5) = ? AND length(date) >= 10"
            " AND substr(date, 1, 10) != ? ORDER BY sort DESC LIMIT ?",
            month_and_day,
            excluded_day,
            count,
        )
        return tuple(map(card_of, rows))

    def cards_of_day_of_year(self, day: str) -> Iterator[Card]:
        """The articles of a month and day (``10-13``) in all years, oldest first."""
        rows = self._ask.rows(
            f"SELECT {CARD} FROM article WHERE substr(date, 6, 5) = ? AND length(date) >= 10"
            " ORDER BY sort",
            day,
        )
        return map(card_of, rows)

    def days_of_year(self) -> tuple[str, ...]:
        """The months and days (``10-13``) with articles in any year, in their order."""
        # There are fewer days than articles, and the table of periods has each once.
        rows = self._ask.rows(
            "SELECT DISTINCT substr(period, 6) AS day FROM period WHERE length = 10 ORDER BY day"
        )
        return tuple(day for (day,) in rows)

    def day_of_year_beside(self, day: str, *, later: bool) -> str | None:
        """The nearest month and day with articles in any year; none beyond the year's ends."""
        compare, order = (">", "ASC") if later else ("<", "DESC")
        return self._ask.text(
            "SELECT substr(date, 6, 5) FROM article WHERE length(date) >= 10"
            f" AND substr(date, 6, 5) {compare} ? ORDER BY substr(date, 6, 5) {order} LIMIT 1",
            day,
        )

    def count_of_day_of_year(self, day: str) -> int:
        """How many articles a month and day has in all years."""
        return self._ask.number(
            "SELECT count(*) FROM article WHERE substr(date, 6, 5) = ? AND length(date) >= 10", day
        )

    def first_and_last_date(self) -> tuple[Date | None, Date | None]:
        first = self._ask.text("SELECT min(sort) FROM article WHERE sort >= '0'")
        last = self._ask.text("SELECT max(sort) FROM article WHERE sort >= '0'")
        return date_of(first), date_of(last)
