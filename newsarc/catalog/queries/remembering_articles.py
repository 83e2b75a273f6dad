"""Questions about articles that are planned in their order, answered from memory.

For a catalog whose articles stay as they are meanwhile, as they do while pages are made of them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Any

from newsarc.catalog.queries.articles import ArticleQueries
from newsarc.catalog.queries.rows import CARD, Ask, ListedArticle, card_of
from newsarc.catalog.records import article_from_json
from newsarc.model import Card

_SHORTEST_RUN, _LONGEST_RUN = 10, 130  # the latter: those of a batch, and the ones beside them
_CARDS = 8_000  # 8 MB; an article is shown by those around it, which are planned next


class RememberingArticleQueries(ArticleQueries):
    """Remembers a run of articles: those planned next are asked for, and named, in order."""

    def __init__(self, ask: Ask) -> None:
        super().__init__(ask)
        self._run = _Run((), {})
        self._length = _SHORTEST_RUN
        self._cards: dict[int, Card] = {}
        self._count = cache(super().count)

    def count(self) -> int:
        return self._count()

    def get(self, path: str) -> ListedArticle:
        return self._run.get(path) or super().get(path)

    def references(self, path: str) -> tuple[str, ...]:
        known = self._run.references(path)
        return super().references(path) if known is None else known

    def neighbour(self, sort: str, *, newer: bool) -> Card | None:
        if sort < "0":  # an article without a date is in no such order
            return super().neighbour(sort, newer=newer)
        card = self._run.neighbour(sort, newer=newer)
        if card is None:
            self._load(sort)
            card = self._run.neighbour(sort, newer=newer)
        return card or super().neighbour(sort, newer=newer)

    def cards(self, numbers: Sequence[int]) -> dict[int, Card]:
        known = self._cards
        if len(known) > _CARDS:
            known.clear()
        missing = [number for number in numbers if number not in known]
        if missing:
            known |= super().cards(missing)
        return {number: known[number] for number in numbers}

    def _load(self, sort: str) -> None:
        """Remember the run that begins before a place in the order.

        The more of them are asked for one after the other, the longer it is.
        """
        self._length = (
            min(2 * self._length, _LONGEST_RUN) if self._run.ends_with(sort) else _SHORTEST_RUN
        )
        older = self._ask.text("SELECT max(sort) FROM article WHERE sort < ? AND sort >= '0'", sort)
        rows = tuple(
            self._ask.rows(
                f"SELECT id, path, sort, json, {CARD} FROM article"
                " CROSS JOIN record ON record.article = id WHERE sort >= ?"
                " ORDER BY sort LIMIT ?",
                older or sort,
                self._length,
            )
        )
        targets: defaultdict[str, list[str]] = defaultdict(list)
        if rows:
            # CROSS: from the articles to their links, where SQLite might go through all links.
            for path, target in self._ask.rows(
                "SELECT path, target FROM article CROSS JOIN reference"
                " ON reference.article = article.id"
                " WHERE sort BETWEEN ? AND ? AND in_body ORDER BY target",
                rows[0][2],
                rows[-1][2],
            ):
                targets[path].append(target)
        self._run = _Run(rows, targets)
        # Articles without tags ask for no card, so that only runs add to them.
        if len(self._cards) > _CARDS:
            self._cards.clear()
        self._cards.update(self._run.cards())


class _Run:
    """Articles that follow each other."""

    def __init__(self, rows: Sequence[Sequence[Any]], targets: Mapping[str, Sequence[str]]) -> None:
        """``rows`` are number, path, sort, record and the columns of ``CARD``."""
        self._rows = rows
        self._cards = [card_of(row[4:]) for row in rows]
        self._place_of_path = {row[1]: place for place, row in enumerate(rows)}
        self._place_of_sort = {row[2]: place for place, row in enumerate(rows)}
        self._targets = targets

    def ends_with(self, sort: str) -> bool:
        """Whether its last article is the one at a place in the order."""
        return bool(self._rows) and self._rows[-1][2] == sort

    def cards(self) -> Iterator[tuple[int, Card]]:
        """The cards, with the articles' numbers in the catalog."""
        return ((row[0], card) for row, card in zip(self._rows, self._cards, strict=True))

    def get(self, path: str) -> ListedArticle | None:
        place = self._place_of_path.get(path)
        if place is None:
            return None
        return ListedArticle(article_from_json(self._rows[place][3]), self._cards[place])

    def references(self, path: str) -> tuple[str, ...] | None:
        """None where the article is not in the run."""
        return tuple(self._targets.get(path, ())) if path in self._place_of_path else None

    def neighbour(self, sort: str, *, newer: bool) -> Card | None:
        """None where the article or its neighbour is not in the run."""
        place = self._place_of_sort.get(sort)
        if place is None:
            return None
        place += 1 if newer else -1
        return self._cards[place] if 0 <= place < len(self._cards) else None
