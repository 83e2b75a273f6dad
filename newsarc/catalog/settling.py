"""Settling: bringing the derived tables up to date with the articles and their terms.

Final addresses, periods with their numbers, terms with their labels and numbers: all of them, or
those alone that a change touches. Both give the same tables.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Self

import apsw

from newsarc.catalog.entries import KnownArticle
from newsarc.catalog.queries.rows import range_of
from newsarc.model import Date

_ADDRESS = """CASE
    WHEN EXISTS (SELECT 1 FROM article AS other
        WHERE other.address = article.address AND other.id != article.id)
    THEN own_address ELSE address END"""
# Only where it is another: a row is written as a whole.
_ROUTE = f"UPDATE article SET route = {_ADDRESS} WHERE route != {_ADDRESS}"

_ALL = f"""{_ROUTE};

DELETE FROM period;
INSERT INTO period
    SELECT 0, '', articles FROM (
        SELECT count(*) AS articles FROM article WHERE date IS NULL) WHERE articles;
INSERT INTO period
    SELECT 4, substr(date, 1, 4), count(*) FROM article WHERE date IS NOT NULL GROUP BY 2;
INSERT INTO period
    SELECT 7, substr(date, 1, 7), count(*) FROM article WHERE length(date) >= 7 GROUP BY 2;
INSERT INTO period
    SELECT 10, substr(date, 1, 10), count(*) FROM article WHERE length(date) >= 10 GROUP BY 2;

DELETE FROM term;
INSERT INTO term
    SELECT taxonomy, key, label, articles FROM (
        SELECT taxonomy, key, label,
            sum(uses) OVER (PARTITION BY taxonomy, key) AS articles,
            row_number() OVER (PARTITION BY taxonomy, key ORDER BY uses DESC, label) AS place
        FROM (SELECT taxonomy, key, label, count(*) AS uses FROM article_term GROUP BY 1, 2, 3)
    ) WHERE place = 1;

DELETE FROM term_year;
INSERT INTO term_year
    SELECT taxonomy, key, CASE substr(sort, 1, 1) WHEN char(9) THEN '' ELSE substr(sort, 1, 4) END,
        count(*) FROM article_term GROUP BY 1, 2, 3;
"""

_PERIOD = """
INSERT INTO period SELECT ?, ?, articles FROM (
    SELECT count(*) AS articles FROM article WHERE sort >= ? AND sort < ?) WHERE articles"""
_TERM = """
INSERT INTO term
    SELECT taxonomy, key, label, sum(uses) OVER () FROM (
        SELECT taxonomy, key, label, count(*) AS uses FROM article_term
        WHERE taxonomy = ? AND key = ? GROUP BY label)
    ORDER BY uses DESC, label LIMIT 1"""
_TERM_YEAR = """
INSERT INTO term_year SELECT ?, ?, ?, articles FROM (
    SELECT count(*) AS articles FROM article_term
    WHERE taxonomy = ? AND key = ? AND sort >= ? AND sort < ?) WHERE articles"""


@dataclass(frozen=True, slots=True)
class Touched:
    """What a change of articles may have changed in the derived tables."""

    addresses: frozenset[str]
    periods: frozenset[str]
    """Years, months and days; the empty one stands for the articles without a date."""
    terms: frozenset[tuple[str, str]]
    """Taxonomy and key."""
    term_years: frozenset[tuple[str, str, str]]
    """The year is empty for articles without a date."""

    @classmethod
    def by(cls, articles: Iterable[KnownArticle]) -> Self:
        """What articles touch: give them as they were and as they are."""
        entries = [known.entry for known in articles]
        terms = [(entry.article.date, term) for entry in entries for term in entry.terms]
        return cls(
            frozenset(entry.card.route for entry in entries),
            frozenset(period for entry in entries for period in _periods_of(entry.article.date)),
            frozenset((term.taxonomy.value, term.key) for _, term in terms),
            frozenset(
                (term.taxonomy.value, term.key, date.year if date else "") for date, term in terms
            ),
        )


def _periods_of(date: Date | None) -> tuple[str, ...]:
    return tuple(filter(None, (date.year, date.month, date.day))) if date else ("",)


def settle_all(connection: apsw.Connection) -> None:
    """Count everything anew."""
    for statement in _ALL.split(";\n"):
        connection.execute(statement)


def settle(connection: apsw.Connection, touched: Touched) -> None:
    """Count anew what was touched."""
    connection.executemany(
        f"{_ROUTE} AND address = ?", [(address,) for address in touched.addresses]
    )
    periods = [(len(period), period, *range_of(period)) for period in touched.periods]
    connection.executemany(
        "DELETE FROM period WHERE length = ? AND period = ?", [row[:2] for row in periods]
    )
    connection.executemany(_PERIOD, periods)
    connection.executemany("DELETE FROM term WHERE taxonomy = ? AND key = ?", touched.terms)
    connection.executemany(_TERM, touched.terms)
    connection.executemany(
        "DELETE FROM term_year WHERE taxonomy = ? AND key = ? AND year = ?", touched.term_years
    )
    connection.executemany(
        _TERM_YEAR,
        [
            (taxonomy, key, year, taxonomy, key, *range_of(year))
            for taxonomy, key, year in touched.term_years
        ],
    )
