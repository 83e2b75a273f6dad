"""How often the catalog is asked: a page takes a few questions, an edit as few as it is large."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import apsw
import pytest

from newsarc.building import damage
from newsarc.catalog.connecting import opened_for_reading
from newsarc.catalog.queries import remembering_articles
from newsarc.catalog.queries.rows import Ask
from newsarc.config import Configuration, ListingSettings
from newsarc.model import Article, Author, Date
from newsarc.site.keys import PageKind
from newsarc.site.plan import Planner, all_keys
from tests.helpers.project import Project
from tests.helpers.records import an_article, catalog_with
from tests.test_build import FLOOD


def an_archive(size: int) -> list[Article]:
    """Articles of 28 days a month, each with four terms."""
    return [
        an_article(
            f"{number}.md",
            title=f"Story {number}",
            date=Date(f"{2001 + number // 336}-{number // 28 % 12 + 1:02}-{number % 28 + 1:02}"),
            tags=(f"tag {number % 5}", f"tag {number % 7 + 10}"),
            authors=(Author(f"Author {number % 3}"),),
            source="The Valley Courier",
        )
        for number in range(size)
    ]


def test_runs_of_articles_without_tags_are_forgotten(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(remembering_articles, "_CARDS", 200)
    articles = [
        an_article(
            f"{day}.md", date=Date(f"{2001 + day // 336}-{day // 28 % 12 + 1:02}-{day % 28 + 1:02}")
        )
        for day in range(1000)
    ]
    with closing(catalog_with(tmp_path, articles)) as catalog:
        for article in articles:
            assert article.date
            catalog.articles.neighbour(f"{article.date}\t{article.path}", newer=True)
        most = 200 + remembering_articles._LONGEST_RUN
        assert len(catalog.articles._cards) <= most  # type: ignore[attr-defined]


@contextmanager
def counted() -> Iterator[Counter[str]]:
    """How many questions are asked, under ``questions``."""
    asked: Counter[str] = Counter()
    rows, one = Ask.rows, Ask.one

    def counting_rows(self: Ask, query: str, *values: object) -> object:
        asked["questions"] += 1
        return rows(self, query, *values)

    def counting_one(self: Ask, query: str, *values: object) -> object:
        asked["questions"] += 1
        return one(self, query, *values)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Ask, "rows", counting_rows)
        patch.setattr(Ask, "one", counting_one)
        yield asked


@pytest.mark.parametrize(
    ("kind", "most"),
    [
        # The record, its links, the cards of what is related; and for a batch, a run of neighbours
        # and one of each of its tags.
        (PageKind.ARTICLE, 3.2),
        (PageKind.DAY, 3),
        (PageKind.ON_THIS_DAY, 3),
        # Its articles, the cards of those that no page showed before; the term and its years are
        # asked for once, here for three pages.
        (PageKind.TERM_PERIOD, 2.3),
        # Its number, dates, years, newest articles, the months of its chart, the tags beside it.
        (PageKind.TERM, 7.1),
        # The newest; an entry is asked for once, however many feeds have it.
        (PageKind.FEED, 16),
        (PageKind.JSON_FEED, 16),
    ],
)
def test_a_page_takes_a_few_questions(tmp_path: Path, kind: PageKind, most: float) -> None:
    configuration = Configuration(listings=ListingSettings(longest=1000))
    with closing(catalog_with(tmp_path, an_archive(700))) as catalog:
        planner = Planner(catalog, configuration, lambda _: "")
        keys = [key for key in all_keys(catalog, configuration) if key.kind is kind]
        assert keys
        with counted() as asked:
            for key in keys:
                planner.page(key)
        assert asked["questions"] / len(keys) <= most


def test_an_edit_takes_no_more_questions_in_a_larger_archive(project: Project) -> None:
    """Nor more statements of any kind, but for those that are about all files of a folder."""
    numbers = []
    for stories in (8, 64):
        for number in range(stories):
            text = FLOOD.replace("2019-05-04", f"{1950 + number}-05-04")
            project.write(f"{number}/story.md", text)
        project.build()
        project.write("5/story.md", text.replace("Flood", "Great flood").replace("2013", "1955"))
        with statements() as made:
            project.build()
        numbers.append(len(made))
        project.write("5/story.md", text)
        project.build()
    small, large = numbers
    assert large <= small * 1.5


@contextmanager
def statements() -> Iterator[list[tuple[str, apsw.Bindings]]]:
    """All that SQLite is told to do, each with its values."""
    made: list[tuple[str, apsw.Bindings]] = []

    def note(_: apsw.Cursor, statement: str, values: apsw.Bindings | None) -> bool:
        made.append((statement.strip(), values or ()))
        return True

    def trace(connection: apsw.Connection) -> None:
        connection.exec_trace = note

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(apsw, "connection_hooks", [trace])
        yield made


_WHOLE_ON_PURPOSE = (
    "SELECT 1 FROM ",
    "SELECT count(*) FROM article",
    "SELECT path, listing",
    "SELECT path FROM folder",
)
"""What is asked of a whole table: its first line, a number, and the few folders."""


def test_an_edit_goes_through_no_table_of_articles_or_pages(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(damage, "_EVERY_FILE", 0)
    for number in range(40):
        text = FLOOD.replace("2019-05-04", f"{1950 + number}-05-04")
        project.write(f"{number}/story.md", text)
    project.build()
    project.write("5/story.md", FLOOD.replace("Flood", "Great flood").replace("2019", "1955"))
    with statements() as made:
        assert project.build().rendered > 5
    with closing(opened_for_reading(project.settings.catalog)) as connection:
        through = {
            f"{row[3]}: {statement}"
            for statement, values in made
            if statement.split()[0] in ("SELECT", "UPDATE", "DELETE", "INSERT")
            for row in connection.execute(f"EXPLAIN QUERY PLAN {statement}", values)
            if _goes_through(row[3]) and not statement.startswith(_WHOLE_ON_PURPOSE)
        }
    assert through == set()


def _goes_through(step: str) -> bool:
    """Whether a step of a query's plan looks at every line of a large table."""
    words = step.split()
    tables = ("article", "article_term", "ledger", "source", "reference", "term", "term_year")
    # Indexes of few lines are gone through: of what is announced, of sources with warnings.
    few = {"ledger_announced", "source_problems", "article_sharing"}
    return words[0] == "SCAN" and words[1] in tables and not few.intersection(words)
