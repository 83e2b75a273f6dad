"""The configuration: where it is read from, and what is said of every mistake in it."""

from __future__ import annotations

import pickle
from pathlib import Path

import pytest

from newsarc.config import Configuration, ListingSettings, TagSettings, load_configuration
from newsarc.errors import UsageError

EVERYTHING = """
[site]
title = "The Valley Archive"
description = "All that was in the paper"
url = "https://news.example/archive/"
language = "de"

[tags]
suggest = false
limit = 0
ignore = ["Weather", "Sport"]
aliases = { UK = "United Kingdom" }

[listings]
newest = 1
longest = 20

[markdown]
trust_html = true
"""


def load(folder: Path, text: str, name: str = "newsarc.toml") -> Configuration:
    (folder / name).write_text(text, encoding="utf-8")
    return load_configuration(folder)


def mistakes(folder: Path, text: str, name: str = "newsarc.toml") -> str:
    with pytest.raises(UsageError) as caught:
        load(folder, text, name)
    return str(caught.value)


def test_every_setting_has_a_default(tmp_path: Path) -> None:
    assert load_configuration(tmp_path) == Configuration()
    assert load(tmp_path, "") == Configuration()


def test_every_setting_can_be_set(tmp_path: Path) -> None:
    configuration = load(tmp_path, EVERYTHING)
    assert configuration.site.title == "The Valley Archive"
    assert configuration.site.description == "All that was in the paper"
    assert configuration.site.url == "https://news.example/archive/"
    assert configuration.site.language == "de"
    assert configuration.tags == TagSettings(
        suggest=False, limit=0, ignore=("Weather", "Sport"), aliases={"UK": "United Kingdom"}
    )
    assert configuration.listings == ListingSettings(newest=1, longest=20)
    assert configuration.markdown.trust_html is True


def test_it_may_be_a_table_of_pyproject(tmp_path: Path) -> None:
    text = '[project]\nname = "mine"\n[tool.newsarc.site]\ntitle = "Mine"\n'
    assert load(tmp_path, text, "pyproject.toml").site.title == "Mine"


@pytest.mark.parametrize("text", ["", "[tool]\n", "tool = 3\n", '[tool.other]\nsite = "x"\n'])
def test_a_pyproject_of_others_says_nothing(tmp_path: Path, text: str) -> None:
    assert load(tmp_path, text, "pyproject.toml") == Configuration()


def test_its_own_file_comes_before_pyproject(tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text('[tool.newsarc.site]\ntitle = "Shared"\n')
    assert load(tmp_path, '[site]\ntitle = "Own"\n').site.title == "Own"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("colour = 1", "colour: no such setting; there is site, tags, listings, markdown, theme"),
        ('title = "x"', "title: no such setting; did you mean site.title?"),
        (
            '[site]\nlanguage = "deutsch"',
            'site.language: "deutsch" is not a language code; write en or pt-BR',
        ),
        ("[listing]", "listing: no such setting; did you mean listings?"),
        ('[site]\ntitel = "x"', "site.titel: no such setting; did you mean site.title?"),
        (
            "[listings]\nqqq = 1",
            "listings.qqq: no such setting; there is newest, longest",
        ),
        ("site = 3", "site: 3 is not a table"),
        ('site = "News"', 'site: "News" is not a table'),
        ("[site]\ntitle = 3", "site.title: 3 is not text in quotes"),
        ("[site]\ntitle = true", "site.title: true is not text in quotes"),
        ("[site]\ntitle = 2020-10-13", 'site.title: "2020-10-13" is not text in quotes'),
        ('[tags]\nsuggest = "no"', 'tags.suggest: "no" is not true or false'),
        ("[tags]\nsuggest = 0", "tags.suggest: 0 is not true or false"),
        ("[tags]\nlimit = true", "tags.limit: true is not a whole number"),
        ("[tags]\nlimit = 2.5", "tags.limit: 2.5 is not a whole number"),
        ("[tags]\nlimit = -1", "tags.limit: must be 0 or more"),
        ('[tags]\nignore = "x"', 'tags.ignore: "x" is not a list of texts'),
        ('[tags]\nignore = ["x", 1]', 'tags.ignore: ["x", 1] is not a list of texts'),
        ("[tags]\naliases = { UK = 1 }", 'tags.aliases: {"UK": 1} is not a table of texts'),
        ("[listings]\nnewest = 0", "listings.newest: must be 1 or more"),
        ("[listings]\nlongest = 0", "listings.longest: must be 1 or more"),
        (
            '[site]\nurl = "news.example"',
            'site.url: "news.example" is not an address; write https://…',
        ),
        ('[site]\nurl = "https:news"', 'site.url: "https:news" is not an address; write https://…'),
        ('[site]\nurl = "http://["', 'site.url: "http://[" is not an address; write https://…'),
        (
            '[site]\nurl = "https://a.b/?c"',
            'site.url: "https://a.b/?c" is not an address; write https://…',
        ),
        (
            '[site]\nurl = "https://a.b/c d/"',
            'site.url: "https://a.b/c d/" is not an address; write https://…',
        ),
        (
            "[listings]\nnewest = 99999999999",
            "listings.newest: 99999999999 is not a whole number",
        ),
        ('[site]\nurl = "ftp://a.b"', 'site.url: "ftp://a.b" is not an address; write https://…'),
    ],
)  # fmt: skip
def test_a_mistake_is_named_with_what_mends_it(tmp_path: Path, text: str, message: str) -> None:
    assert mistakes(tmp_path, text) == f"newsarc.toml:{text.count(chr(10)) + 1}:1: {message}"


def test_all_mistakes_come_at_once(tmp_path: Path) -> None:
    text = '[site]\ntitel = "x"\nurl = "x"\n[tags]\nlimit = "3"\n[listings]\nnewest = 0\n'
    assert mistakes(tmp_path, text) == (
        "newsarc.toml:2:1: site.titel: no such setting; did you mean site.title?\n"
        'newsarc.toml:5:1: tags.limit: "3" is not a whole number\n'
        'newsarc.toml:3:1: site.url: "x" is not an address; write https://…\n'
        "newsarc.toml:7:1: listings.newest: must be 1 or more"
    )


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            '[tool.newsarc.site]\ntitel = "x"',
            "tool.newsarc.site.titel: no such setting; did you mean tool.newsarc.site.title?",
        ),
        ("[tool]\nnewsarc = 3", "tool.newsarc: 3 is not a table"),
        ("[tool.newsarc.listings]\nnewest = 0", "tool.newsarc.listings.newest: must be 1 or more"),
    ],
)
def test_in_pyproject_settings_are_named_in_full(tmp_path: Path, text: str, message: str) -> None:
    assert mistakes(tmp_path, text, "pyproject.toml") == f"pyproject.toml:2:1: {message}"


def test_what_is_not_toml_is_said_with_its_place(tmp_path: Path) -> None:
    message = mistakes(tmp_path, "[site]\ntitle = News\n")
    assert message == (
        "newsarc.toml:2:9: not valid TOML: Invalid value\n"
        'hint: texts stand between straight quotes: title = "The Example Archive"'
    )


def test_other_encodings_are_not_toml(tmp_path: Path) -> None:
    (tmp_path / "newsarc.toml").write_bytes('[site]\ntitle = "Zürich"\n'.encode("latin-1"))
    with pytest.raises(UsageError, match=r"newsarc\.toml: not valid TOML: 'utf-8' codec"):
        load_configuration(tmp_path)


def test_a_byte_order_mark_is_no_mistake(tmp_path: Path) -> None:
    (tmp_path / "newsarc.toml").write_bytes(b'\xef\xbb\xbf[site]\ntitle = "Mine"\n')
    assert load_configuration(tmp_path).site.title == "Mine"


def test_a_configuration_travels_and_can_be_hashed(tmp_path: Path) -> None:
    configuration = load(tmp_path, EVERYTHING)
    copy = pickle.loads(pickle.dumps(configuration))
    assert copy == configuration
    assert hash(copy) == hash(configuration)
    assert hash(configuration) != hash(Configuration())


def test_usage_errors_have_a_status_of_their_own(tmp_path: Path) -> None:
    with pytest.raises(UsageError) as caught:
        load(tmp_path, "x")
    assert caught.value.exit_status == 2
