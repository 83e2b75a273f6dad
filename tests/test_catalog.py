"""The catalog: what is put in comes out, and losing the file costs nothing but time."""

from __future__ import annotations

import errno
import os
import re
import sys
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import apsw
import pytest

import newsarc.catalog
from newsarc.catalog import connecting
from newsarc.catalog.catalog import Catalog, unusable
from newsarc.catalog.connecting import opened, opened_for_reading
from newsarc.catalog.entries import SourceState, StagedFile, Written
from newsarc.catalog.lock import take_lock
from newsarc.catalog.queries import CatalogReader
from newsarc.catalog.queries.rows import sort_key
from newsarc.catalog.schema import VERSION
from newsarc.catalog.source_rows import rows_of
from newsarc.errors import CatalogError, Problem
from newsarc.model import Article, Date, Evidence, Image, Removed, Source, Span, Taxonomy
from tests.helpers.records import SEEN, a_source_entry, an_article, an_image, catalog_with

FULL = an_article(
    "2020/flood \n\t'–.md",
    title='A "title": é\x1f',
    date="2020-10-13T05:52+03:00",
    body=(Span(3, 9), Span(12, 20)),
    authors=("Mara Lind",),
    image=Image("flood.jpg", "The bridge"),
    suggested_tags=("Iraq",),
    extra={"id": 7, "places": [{"name": "Basra", "at": [30.5, None, True]}]},
    evidence=(Evidence("title", (1, 2), "first line", "low"),),
    removed=(Removed(9, "Share this", "a button"),),
    aliases=("/old/",),
)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "state" / "catalog.sqlite"


@pytest.fixture
def catalog(file: Path) -> Iterator[Catalog]:
    with Catalog(file) as opened:
        yield opened


def put(catalog: Catalog, *articles: Article) -> None:
    catalog.put_sources([rows_of(a_source_entry(each)) for each in articles])
    catalog.settle()
    catalog.commit()


def listed(reader: CatalogReader) -> list[str]:
    """Paths in the order of listings: those of the undated, then year by year."""
    periods = ("", *(total.period for total in reader.periods.inside(4)))
    return [path for period in periods for path in reader.articles.paths_of(period)]


def paths(file: Path) -> list[str]:
    with closing(CatalogReader(file)) as reader:
        return listed(reader)


# Records


def test_a_record_comes_out_as_it_went_in(tmp_path: Path) -> None:
    with closing(catalog_with(tmp_path, [FULL])) as reader:
        listed = reader.articles.get(FULL.path)
    assert listed.article == FULL
    assert (listed.card.title, listed.card.date) == (FULL.title, FULL.date)


def test_the_order_of_listings_is_total(tmp_path: Path) -> None:
    ordered = [
        an_article("a.md"),
        an_article("\U0010ffff.md"),
        an_article("z.md", date="2020"),
        an_article("y.md", date="2020-01"),
        an_article("x.md", date="2020-01-01"),
        an_article("v.md", date="2020-01-01T00:00"),
        an_article("w.md", date="2020-01-01T00:00"),
        an_article("a/b.md", date="2021"),
    ]
    keys = [sort_key(article.date, article.path) for article in ordered]
    assert sorted(keys) == keys
    expected = [article.path for article in ordered]
    for order in (ordered, ordered[::-1], ordered[3:] + ordered[:3]):
        with closing(catalog_with(tmp_path, order)) as reader:
            assert listed(reader) == expected
            assert reader.periods.count("") == 2
            assert len(list(reader.periods.cards(""))) == 2


def test_a_source_read_again_takes_the_place_of_what_was_known(
    catalog: Catalog, file: Path
) -> None:
    put(catalog, an_article("a.md", date="2019", tags=("Old",), aliases=("/old/",)))
    put(catalog, an_article("a.md", date="2020-10-13", tags=("New",)))
    with closing(CatalogReader(file)) as reader:
        assert reader.articles.count() == 1
        assert [total.period for total in reader.periods.inside(4)] == ["2020"]
        assert [term.key for term in reader.terms.all(Taxonomy.TAG)] == ["new"]
        assert list(reader.addresses.aliases()) == []


def test_an_article_that_becomes_a_draft_is_a_source_only(catalog: Catalog, file: Path) -> None:
    put(catalog, an_article("a.md"))
    put(catalog, an_article("a.md", draft=True))
    assert paths(file) == []
    assert list(catalog.source_states([""])) == ["a.md"]
    assert catalog.articles_count() == 0


def test_what_is_removed_is_gone_with_all_that_hung_on_it(catalog: Catalog, file: Path) -> None:
    put(catalog, FULL, an_article("b.md", tags=("Iraq",)))
    catalog.remove_sources([FULL.path, "never.md"])
    catalog.settle()
    catalog.commit()
    assert list(catalog.source_states([""])) == ["b.md"]
    with closing(CatalogReader(file)) as reader:
        assert [(term.key, term.articles) for term in reader.terms.all(Taxonomy.TAG)] == [
            ("iraq", 1)
        ]
        assert list(reader.terms.all(Taxonomy.AUTHOR)) == []
        assert list(reader.addresses.aliases()) == []
    with closing(opened_for_reading(file)) as connection:
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []


def test_what_was_read_can_be_forgotten_but_not_what_was_written(catalog: Catalog) -> None:
    put(catalog, FULL)
    catalog.put_images([an_image("flood.jpg")])
    catalog.ledger.stage([StagedFile("index.html", "d", 1, 2, "it is new")])
    published(catalog)
    catalog.forget_sources()
    assert (catalog.source_states([""]), catalog.image_states([""])) == ({}, {})
    assert listed(catalog.reader()) == []
    assert not catalog.ledger.is_empty()


def test_only_what_is_committed_counts(catalog: Catalog, file: Path) -> None:
    put(catalog, an_article("a.md"))
    catalog.put_sources([rows_of(a_source_entry(an_article("b.md")))])
    catalog.settle()
    assert paths(file) == ["a.md"]
    catalog.roll_back()
    catalog.commit()
    assert paths(file) == ["a.md"]


def test_states_of_sources_and_pictures(catalog: Catalog) -> None:
    article, image = an_article("a.md"), an_image("a.jpg")
    put(catalog, article)
    catalog.put_images([image])
    state = SourceState(100, 1, SEEN, article.digest)
    assert catalog.source_states([""]) == {"a.md": state}
    assert catalog.image_states([""]) == {"a.jpg": replace(state, digest=image.digest)}
    catalog.confirm_sources([(Source("a.md", 100, 5), SEEN + 9)])
    catalog.confirm_images([(Source("a.jpg", 100, 6), SEEN + 8)])
    assert catalog.source_states([""]) == {"a.md": SourceState(100, 5, SEEN + 9, article.digest)}
    assert catalog.image_states([""]) == {"a.jpg": SourceState(100, 6, SEEN + 8, image.digest)}
    catalog.remove_images(["a.jpg"])
    assert catalog.image_states([""]) == {}


def test_warnings_are_remembered(catalog: Catalog) -> None:
    warnings = (
        Problem("articles/a.md", "a", 1, 2, "date", "hint", "warning"),
        Problem("articles/a.md", "b", severity="warning"),
    )
    entries = [
        replace(a_source_entry(an_article(path)), warnings=found)
        for path, found in (("b.md", warnings[1:]), ("a.md", warnings[:1]), ("c.md", ()))
    ]
    catalog.put_sources([rows_of(entry) for entry in entries])
    assert catalog.warnings() == warnings


def test_values_are_remembered(catalog: Catalog) -> None:
    assert catalog.meta("site") == ""
    catalog.set_meta("site", "one")
    catalog.set_meta("site", "two")
    assert catalog.meta("site") == "two"


# Addresses and pictures


def test_an_address_is_its_own_until_another_asks_for_it(catalog: Catalog, file: Path) -> None:
    put(catalog, an_article("a.md", slug="flood"))
    with closing(CatalogReader(file)) as reader:
        assert list(reader.articles.routes()) == ["undated/flood.html"]
    put(catalog, an_article("b.md", slug="flood"))
    with closing(CatalogReader(file)) as reader:
        assert len({*reader.articles.routes(), "undated/flood.html"}) == 3
        assert list(reader.addresses.shared()) == ["undated/flood.html"]
        assert dict(reader.addresses.sharers()) == {"undated/flood.html": ("a.md", "b.md")}
    catalog.remove_sources(["a.md"])
    put(catalog)
    with closing(CatalogReader(file)) as reader:
        assert list(reader.articles.routes()) == ["undated/flood.html"]
        assert list(reader.addresses.shared()) == []


def test_pictures_of_the_same_bytes_and_name_are_one_file(tmp_path: Path) -> None:
    images = [an_image("b/flood.jpg"), an_image("a/flood.jpg"), an_image("a/other.jpg", "x")]
    with closing(catalog_with(tmp_path, (), images)) as reader:
        assert list(reader.articles.images()) == [
            (images[1].route, "a/flood.jpg", images[1].digest),
            (images[2].route, "a/other.jpg", images[2].digest),
        ]
        assert reader.articles.route_of_image("b/flood.jpg") == images[0].route
        assert reader.articles.route_of_image("c.jpg") is None


def test_a_sources_last_change_is_that_of_its_record(tmp_path: Path) -> None:
    archive = [
        an_article("a.md", title="a", date="2020", updated=Date("2021-02-03")),
        an_article("b.md", title="b", date="2020"),
    ]
    with closing(catalog_with(tmp_path, archive)) as reader:
        assert reader.periods.routes("2020", 0, 10) == (
            ("2020/a.html", "2021-02-03", 0),
            ("2020/b.html", "2020", 0),
        )
        assert reader.periods.routes("2020", 1, 1) == (("2020/b.html", "2020", 0),)


# The ledger


def published(catalog: Catalog) -> None:
    """What is staged is in the site."""
    catalog.ledger.announce_staged()
    catalog.ledger.settle()


def file_of(route: str, reason: str = "it is new", digest: str = "d") -> StagedFile:
    return StagedFile(route, digest, 10, 20, reason)


def test_what_was_staged_is_what_was_written(catalog: Catalog, file: Path) -> None:
    assert catalog.ledger.is_empty()
    catalog.ledger.stage([file_of("b.html"), file_of("a.html")])
    assert catalog.ledger.staged_count() == (2, 2)
    published(catalog)
    catalog.commit()
    assert catalog.ledger.staged_count() == (0, 0)
    assert list(catalog.ledger.files()) == [
        Written("a.html", "d", 10, 20),
        Written("b.html", "d", 10, 20),
    ]
    with closing(CatalogReader(file)) as reader:
        assert reader.written("a.html") == Written("a.html", "d", 10, 20)
        assert reader.written("c.html") is None


def test_new_files_are_written_first_and_the_front_page_last(catalog: Catalog) -> None:
    catalog.ledger.stage(
        [file_of(route) for route in ("index.html", "b.html", "kept.html", "dead.html")]
    )
    published(catalog)
    catalog.ledger.stage([file_of("index.html"), file_of("b.html"), file_of("new.html")])
    catalog.ledger.stage([file_of("a.html"), file_of("kept.html", reason="")])
    assert [route for route, _ in catalog.ledger.to_write("index.html")] == [
        *("a.html", "new.html"),
        *("b.html", "index.html"),
    ]
    assert [file.route for file in catalog.ledger.to_remove()] == ["dead.html"]
    assert catalog.ledger.staged_count() == (5, 4)


def test_a_kept_file_keeps_its_line(catalog: Catalog) -> None:
    catalog.ledger.stage([file_of("a.html")])
    published(catalog)
    catalog.ledger.stage([StagedFile("a.html", "d", 10, 0, "")])
    published(catalog)
    assert list(catalog.ledger.files()) == [Written("a.html", "d", 10, 20)]


def test_files_are_announced_before_they_are_written(catalog: Catalog) -> None:
    catalog.ledger.stage([file_of("old.html")])
    published(catalog)
    catalog.ledger.stage([file_of("old.html", digest="e"), file_of("new.html")])
    catalog.ledger.announce_staged()
    # What a build leaves that is killed now: what was written before, and the new name.
    assert list(catalog.ledger.files()) == [
        Written("new.html", "d", -1, -1),
        Written("old.html", "d", 10, 20),
    ]
    assert [route for route, _ in catalog.ledger.to_write("index.html")] == [
        "new.html",
        "old.html",
    ]


def test_two_pages_at_one_route_are_a_mistake(catalog: Catalog) -> None:
    with pytest.raises(apsw.ConstraintError):
        catalog.ledger.stage([file_of("a.html"), file_of("a.html")])


# The file


def test_a_clean_catalog_starts_from_nothing(file: Path) -> None:
    with Catalog(file) as catalog:
        put(catalog, an_article("a.md"))
    with Catalog(file, clean=True) as catalog:
        assert catalog.source_states([""]) == {}


def test_a_catalog_has_one_writer(file: Path) -> None:
    refused = pytest.raises(
        CatalogError, match=f"another build, process {os.getpid()}, is using this"
    )
    with Catalog(file), refused:
        Catalog(file)
    with Catalog(file):  # given up when the first was closed
        pass


def test_an_open_catalog_can_be_read_by_others(catalog: Catalog, file: Path) -> None:
    put(catalog, an_article("a.md"))
    with closing(CatalogReader(file)) as reader:
        put(catalog, an_article("b.md"))
        assert listed(reader) == ["a.md", "b.md"]


@pytest.mark.parametrize(
    "content",
    [
        b"garbage",
        b"\x00" * 5000,
        b"SQLite format 3\x00" + b"\xff" * 5000,
        "не база данных\n".encode() * 300,
    ],
)
def test_a_damaged_catalog_starts_over(file: Path, content: bytes) -> None:
    Catalog(file).__exit__()
    file.write_bytes(content)
    with Catalog(file) as catalog:
        assert catalog.source_states([""]) == {}
        put(catalog, an_article("a.md"))
    assert paths(file) == ["a.md"]
    # It may have been anything, so it is still there.
    assert file.with_name("catalog.sqlite.damaged").read_bytes() == content


def test_an_empty_file_is_a_new_catalog(file: Path) -> None:
    file.parent.mkdir()
    file.touch()
    with Catalog(file) as catalog:
        assert catalog.source_states([""]) == {}


def test_a_damaged_list_of_tables_starts_over(file: Path) -> None:
    with Catalog(file) as catalog:
        put(catalog, an_article("a.md"))
    content = bytearray(file.read_bytes())
    content[100:4096] = b"\x07" * 3996
    file.write_bytes(content)
    with Catalog(file) as catalog:
        assert catalog.source_states([""]) == {}


def test_a_catalog_whose_header_asks_for_no_checksums_starts_over(file: Path) -> None:
    with Catalog(file) as catalog:
        put(catalog, an_article("a.md"))
    content = bytearray(file.read_bytes())
    content[20] = 9  # where its 8 bytes for a checksum are noted
    file.write_bytes(content)
    with Catalog(file) as catalog:
        assert catalog.source_states([""]) == {}
    assert file.read_bytes()[20] == 8


@pytest.mark.parametrize("version", [0, VERSION + 1])
def test_a_catalog_of_another_version_starts_over(file: Path, version: int) -> None:
    with Catalog(file) as catalog:
        put(catalog, an_article("a.md"))
    with closing(opened(file)) as connection:
        connection.execute(f"PRAGMA user_version = {version}")
    with Catalog(file) as catalog:
        assert catalog.source_states([""]) == {}


@pytest.mark.parametrize("table", ["photo", "ledger"])
@pytest.mark.parametrize("mode", ["DELETE", "WAL"])
def test_the_database_of_another_program_is_left_alone(file: Path, table: str, mode: str) -> None:
    file.parent.mkdir()
    log = file.with_name("catalog.sqlite-wal")
    with closing(opened(file)) as connection:
        connection.config(apsw.SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1)  # as if it were killed
        connection.execute(f"PRAGMA journal_mode = {mode}")
        connection.execute(f"CREATE TABLE {table} (name TEXT)")
    content = file.read_bytes()
    logged = log.read_bytes() if mode == "WAL" else b""
    with pytest.raises(CatalogError) as caught:
        Catalog(file)
    assert str(caught.value) == (
        f"{file}: is the database of another program\nhint: name another file with --catalog"
    )
    assert file.read_bytes() == content
    assert not logged or log.read_bytes() == logged


def test_a_file_that_never_was_a_catalog_is_left_alone(tmp_path: Path) -> None:
    article = tmp_path / "flood.md"
    article.write_text("Flood in the valley")
    for _ in range(2):
        with pytest.raises(CatalogError) as caught:
            Catalog(article, clean=True)
        assert str(caught.value) == (
            f"{article}: is no catalog\nhint: name another file with --catalog, or remove this one"
        )
    assert [file.name for file in tmp_path.iterdir()] == ["flood.md"]
    assert article.read_text() == "Flood in the valley"


@pytest.mark.skipif(sys.platform == "win32", reason="there are no such places")
def test_what_is_no_file_is_left_alone(tmp_path: Path) -> None:
    place = tmp_path / "device"
    os.mkfifo(place)
    place.with_name("device-lock").touch()  # as after a build
    with pytest.raises(CatalogError) as caught:
        Catalog(place, clean=True)
    assert str(caught.value) == f"{place}: is no file\nhint: name another place with --catalog"
    assert place.is_fifo()


def test_a_catalog_that_others_hold_is_not_thrown_away(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Catalog(file) as catalog:
        put(catalog, an_article("a.md"))
    monkeypatch.setattr(connecting, "_PATIENCE", 0)
    with closing(opened(file, patience=0)) as other:
        other.execute("PRAGMA locking_mode = EXCLUSIVE")
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(CatalogError, match="the catalog cannot be used: database is locked"):
            Catalog(file)
    assert paths(file) == ["a.md"]


def test_a_place_where_no_file_can_be_is_said(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    with pytest.raises(CatalogError, match=r"/folder: is no file"):
        Catalog(tmp_path / "folder")
    (tmp_path / "file").touch()
    with pytest.raises(CatalogError, match=r"/file: a file is where the catalog's folder is"):
        Catalog(tmp_path / "file" / "catalog.sqlite")


def test_a_path_that_is_not_utf_8_is_said(tmp_path: Path) -> None:
    with pytest.raises(CatalogError, match="its path is not UTF-8\nhint: rename the folder"):
        Catalog(tmp_path / "caf\udce9" / "catalog.sqlite")
    assert not list(tmp_path.iterdir())


def test_what_a_killed_build_condemned_is_written_before_what_it_announced(
    catalog: Catalog,
) -> None:
    catalog.ledger.stage([file_of(route) for route in ("a.html", "left.html")])
    published(catalog)
    catalog.ledger.announce(["announced.html"])
    catalog.ledger.condemn(["left.html"])
    catalog.ledger.stage([file_of(r) for r in ("a.html", "announced.html", "left.html")])
    assert [route for route, _ in catalog.ledger.to_write("index.html")] == [
        *("left.html", "announced.html", "a.html"),
    ]


def test_the_number_of_files_is_kept(catalog: Catalog) -> None:
    def number() -> int:
        return len(list(catalog.ledger.files()))

    assert catalog.ledger.count() == 0
    catalog.ledger.stage([file_of(route) for route in ("a.html", "b.html")])
    published(catalog)
    assert catalog.ledger.count() == number() == 2
    catalog.ledger.announce([])
    catalog.ledger.announce(["b.html", "left.html"])
    assert catalog.ledger.count() == number() == 3
    catalog.ledger.stage([file_of("a.html", digest="e"), file_of("c.html")])
    catalog.ledger.announce_staged()
    catalog.ledger.announce_staged()
    assert catalog.ledger.count() == number() == 4
    published(catalog)
    assert catalog.ledger.count() == number() == 2
    catalog.ledger.forget()
    assert catalog.ledger.count() == number() == 0


def test_no_query_has_numbered_placeholders() -> None:
    """Python 3.12 warns of them where values come in a sequence, and 3.14 refuses them."""
    folder = Path(newsarc.catalog.__file__).parent
    sources = {path: path.read_text(encoding="utf-8") for path in folder.rglob("*.py")}
    assert len(sources) > 10
    assert [path.name for path, source in sources.items() if re.search(r"\?\d", source)] == []


def test_what_keeps_the_catalog_from_being_used_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    nowhere = tmp_path / "missing" / "lock"
    with pytest.raises(CatalogError, match=r"lock: cannot be used: .*\nhint: see that you may"):
        take_lock(nowhere, nowhere)
    assert "hint: see that there is room" in str(unusable(tmp_path, apsw.IOError()))

    def refuse(*_: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(Path, "write_text", refuse)
    with pytest.raises(CatalogError, match=r"-lock-owner'\nhint: make room, then build again"):
        Catalog(tmp_path / "catalog.sqlite")
