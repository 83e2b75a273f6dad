"""Settling what was touched gives the same tables as settling all."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given

from newsarc.catalog.catalog import Catalog
from newsarc.catalog.connecting import opened_for_reading
from newsarc.catalog.settling import Touched
from newsarc.catalog.source_rows import rows_of
from newsarc.model import Article
from tests.helpers.archives import archives
from tests.helpers.records import a_source_entry

_TABLES = ("article", "period", "term", "term_year")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("catalogs")


def tables(file: Path) -> dict[str, list[tuple[object, ...]]]:
    with closing(opened_for_reading(file)) as connection:
        return {
            table: connection.execute(f"SELECT * FROM {table} ORDER BY 1, 2, 3").fetchall()
            for table in _TABLES
        }


@given(archives(8), archives(4))
def test_a_change_settled_by_itself_gives_what_settling_all_gives(
    folder: Path, before: tuple[Article, ...], after: tuple[Article, ...]
) -> None:
    file = folder / "catalog.sqlite"
    with Catalog(file, clean=True) as catalog:
        catalog.put_sources([rows_of(a_source_entry(each)) for each in before])
        catalog.settle()
        reader = catalog.reader()
        removed = [article.path for article in before[:2]]
        paths = {*removed, *(article.path for article in after)}
        known = [reader.articles.known(path) for path in paths]
        catalog.remove_sources(removed)
        catalog.put_sources([rows_of(a_source_entry(each)) for each in after])
        known += [reader.articles.known(path) for path in paths]
        catalog.settle(Touched.by(article for article in known if article))
        catalog.commit()
        little = tables(file)
        catalog.settle()
        catalog.commit()
        assert tables(file) == little
        assert reader.articles.count() == len(little["article"])
        assert reader.periods.count("") == sum(1 for _ in reader.periods.cards(""))
