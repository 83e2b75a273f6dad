"""The plan of any small archive is what a plain count of its articles gives."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsarc.config import Configuration, ListingSettings
from newsarc.model import Article
from newsarc.site.plan import all_keys
from tests.helpers.archives import archives
from tests.helpers.records import catalog_with, plan
from tests.helpers.reference import Reference

limits = st.builds(
    ListingSettings, newest=st.sampled_from((1, 3, 30)), longest=st.sampled_from((1, 2, 3, 200))
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("catalogs")


@given(archives(), limits)
def test_every_page_shows_what_the_articles_say(
    folder: Path, archive: tuple[Article, ...], listings: ListingSettings
) -> None:
    configuration = Configuration(listings=listings)
    reference = Reference(archive, configuration)
    with closing(catalog_with(folder, archive)) as catalog:
        keys = list(all_keys(catalog, configuration))
        assert sorted(keys) == sorted(reference.keys())
        for key in keys:
            page = plan(catalog, key, configuration)
            if expected := reference.view(key):
                assert page.view == expected
