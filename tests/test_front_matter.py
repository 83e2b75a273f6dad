"""Front matter: where it begins and ends, its values with their places, and its mistakes."""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from newsarc.errors import Problem
from newsarc.model import Json
from newsarc.reading.front_matter import FrontMatter, split_front_matter
from newsarc.reading.front_matter.values import Items, Place, Table, Text, to_json

CASES = Path(__file__).parent / "cases" / "front_matter"


def split(text: str) -> FrontMatter:
    """The front matter of a text that has some without mistakes."""
    found = split_front_matter(text, "a.md")
    assert isinstance(found, FrontMatter)
    assert found.problems == ()
    return found


def values(found: FrontMatter) -> dict[str, Json]:
    return {name: to_json(value) for name, value in found.values.items()}


def mistakes(text: str) -> list[tuple[str, str | None]]:
    """The messages and hints of all problems of a text, without its path."""
    found = split_front_matter(text, "a.md")
    problems = found.problems if isinstance(found, FrontMatter) else found
    assert problems is not None
    return [(str(problem).removeprefix("a.md:"), problem.hint) for problem in problems]


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("---\ntitle: Flood\n---\nRain.\n", "Rain.\n"),
        ("---\ntitle: Flood\n---\n\n\nRain.\n", "\n\nRain.\n"),
        ("---\ntitle: Flood\n---", ""),
        ("---\ntitle: Flood\n...\nRain.", "Rain."),
        ("---  \ntitle: Flood\n---\t\nRain.", "Rain."),
        ("---\r\ntitle: Flood\r\n---\r\nRain.\r\n", "Rain.\r\n"),
        ("---\rtitle: Flood\r---\rRain.", "Rain."),
        ("\ufeff---\ntitle: Flood\n---\nRain.", "Rain."),
        ("\n\n---\ntitle: Flood\n---\nRain.", "Rain."),
        ("\ufeff \t\r\n\xa0\n---\ntitle: Flood\n---\nRain.", "Rain."),
        ("---\n# from the wire\n\ntitle: Flood\n---\nRain.\n\n---\nMore.", "Rain.\n\n---\nMore."),
        ("---\ntitle: Flood\ndek: |\n  ---\n  x\n---\nRain.", "Rain."),
        ('+++\ntitle = "Flood"\n+++\nRain.', "Rain."),
        ("+++\r\ntitle = 'Flood'\r\n+++\r\nRain.", "Rain."),
        ('{\n  "title": "Flood"\n}\nRain.', "Rain."),
        ('{"title": "Flood"}\n\nRain.', "\nRain."),
        ('\ufeff{"title": "Flood", "x": {"y": "}"}}  \r\nRain.', "Rain."),
        (';;;\n"title": "Flood"\n;;;\nRain.', "Rain."),
        (';;;\n{"title": "Flood"}\n;;;\nRain.', "Rain."),
    ],
)
def test_fences(text: str, body: str) -> None:
    found = split(text)
    assert values(found)["title"] == "Flood"
    assert text[found.body_start :] == body


@pytest.mark.parametrize("text", ["---\n---\nRain.", "---\n\n---\nRain.", "+++\n+++\nRain."])
def test_front_matter_may_be_empty(text: str) -> None:
    found = split(text)
    assert found.values == {}
    assert text[found.body_start :] == "Rain."


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Rain.",
        "title: Flood\n\nRain.",
        "---",
        "---\n",
        "---\nRain fell.\n",
        "---\nRain fell.\n---\nMore rain.",
        "---\nRain fell: a lot of it, they say: more than ever.\n---\nMore rain.",
        "---\nMARL: The river rose.\n---\nMore rain.",
        "---\nThe mayor: We will not wait.\n\nA voice: Good.\n---\nMore rain.",
        "---\n# Flood in Marl\n---\nRain.",
        "---\n- Rain\n- Wind\n---\nMore.",
        "---\n* Rain\n* Wind: strong\n---\nMore.",
        "---\n'Rain\n---\nMore.",
        "----\ntitle: Flood\n----\nRain.",
        "--- title: Flood\n---\nRain.",
        " ---\ntitle: Flood\n ---\nRain.",
        "+++\nRain fell.\n+++\nMore.",
        "+++\nRain fell.",
        ";;;\nRain fell.\n;;;\nMore.",
        "{{< gallery >}}\n\nRain.",
        "{Rain} fell.",
        '{"Rain", she said, "fell."}',
        "{",
        "...\ntitle: Flood\n...\nRain.",
    ],
)
def test_other_beginnings_are_no_front_matter(text: str) -> None:
    assert split_front_matter(text, "a.md") is None


def test_values_are_as_written() -> None:
    text = (
        "---\ntitle: 1984\ndek: null\ntags: [no, 2020, 2020-10-13, 'x', 0x1F, ~]\n"
        "date: 2020-10-13 05:52:00 -0500\nversion: 1.10\n---\n"
    )
    found = split(text)
    tags = found.values["tags"]
    assert isinstance(tags, Items)
    written = [item.text for item in tags.items if isinstance(item, Text)]
    assert written == ["no", "2020", "2020-10-13", "x", "0x1F", "~"]
    assert found.values["title"] == Text("1984", Place(2, 8), quoted=False)
    assert found.values["dek"] == Text("null", Place(3, 6), quoted=False)
    assert found.values["version"] == Text("1.10", Place(6, 10), quoted=False)


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("7", 7),
        ("-7", -7),
        ("0", 0),
        ("1.5", 1.5),
        ("true", True),
        ("false", False),
        ("null", None),
        ("~", None),
        ("007", "007"),
        ("-0", "-0"),
        ("1.10", "1.10"),
        ("1e5", "1e5"),
        (".inf", ".inf"),
        ("1_000", "1_000"),
        ("12345678901234567890", "12345678901234567890"),
        ("yes", "yes"),
        ("True", "True"),
        ("2020-10-13", "2020-10-13"),
        ('"7"', "7"),
        ("'true'", "true"),
        ("!!str 7", "7"),
        ("[1, a, {b: 2}]", [1, "a", {"b": 2}]),
    ],
)
def test_values_of_unknown_fields(written: str, value: Json) -> None:
    assert values(split(f"---\nweight: {written}\n---\n")) == {"weight": value}


def test_toml_values() -> None:
    text = (
        "+++\ntitle = 'Flood'\ndate = 2020-10-13T05:52:00-05:00\nday = 2020-10-13\nn = 7\n"
        "price = 1.10\nshare = 1.5\ndraft = true\ntags = ['a', 'b']\n[image]\nfile = 'x.jpg'\n+++\n"
    )
    found = split(text)
    assert values(found) == {
        "title": "Flood",
        "date": "2020-10-13T05:52:00-05:00",
        "day": "2020-10-13",
        "n": 7,
        "price": "1.10",
        "share": 1.5,
        "draft": True,
        "tags": ["a", "b"],
        "image": {"file": "x.jpg"},
    }
    assert (found.places["title"], found.places["image"]) == (Place(2, 1), Place(10, 2))


def test_json_values() -> None:
    text = '{\n  "title": "Fl\\u00f6\\ud800d",\n  "n": 7, "price": 1.10,\n  "x": [null, true]\n}\n'
    found = split(text)
    assert values(found) == {"title": "Flö\ufffdd", "n": 7, "price": "1.10", "x": [None, True]}
    assert (found.places["price"], found.values["price"].place) == (Place(3, 11), Place(3, 20))


def test_places_are_those_of_the_file() -> None:
    found = split(
        "\ufeff\n---\r\ntitle: Flood\r\n\r\nimage:\r\n  caption: é\r\ntags:\r\n  - a\r\n---"
    )
    assert found.places == {"title": Place(3, 1), "image": Place(5, 1), "tags": Place(7, 1)}
    image, tags = found.values["image"], found.values["tags"]
    assert isinstance(image, Table)
    assert isinstance(tags, Items)
    assert (image.names["caption"], image.entries["caption"].place) == (Place(6, 3), Place(6, 12))
    assert tags.items[0].place == Place(8, 5)


def cases_of_mistakes() -> Iterator[tuple[str, list[str]]]:
    """The texts of ``cases/front_matter``, each with its messages and hints as it has them."""
    for path in sorted(CASES.glob("*-mistakes.txt")):
        for case in path.read_text(encoding="utf-8").split("========\n"):
            text, told = re.split("^(?=> )", case, maxsplit=1, flags=re.MULTILINE)
            yield text, told.splitlines()


MISTAKES = list(cases_of_mistakes())


@pytest.mark.parametrize(("text", "told"), MISTAKES)
def test_mistakes(text: str, told: list[str]) -> None:
    lines = []
    for message, hint in mistakes(text):
        lines += [f"> {message}", f"  {hint}"] if hint else [f"> {message}"]
    assert lines == told


@pytest.mark.parametrize(
    "line",
    [
        line.removeprefix("  write ")
        for text, told in MISTAKES
        for line in told
        if text.startswith("---") and line.startswith("  write ") and "start of" not in line
    ],
)
def test_what_a_hint_says_to_write_is_valid(line: str) -> None:
    assert isinstance(yaml.safe_load(line), dict | list)


def test_invisible_characters() -> None:
    message = "2:12: an invisible character (U+0007) is read as a space"
    assert mistakes("---\ntitle: Marl\x07floods\n---\n") == [(message, "delete it")]
    assert values(split("---\ntitle: Marl\u2028floods\x85\n---\n")) == {"title": "Marl floods"}


def test_a_blank_that_yaml_takes_for_text() -> None:
    message = "3:1: what this line begins with looks like a space and is none"
    assert mistakes("---\n# Marl\n\u00a0\ntitle: Floods\n---\n") == [(message, "delete it")]


def test_all_mistakes_are_told_at_once_and_the_rest_is_read() -> None:
    text = (
        "---\ntitle: Marl: a flood\nlang: en\nauthors:\n  - @jane\n  - 'O'Neil'\ndate: 2020\n"
        'dek: "Rain\nsection: Local\n---\nRain.'
    )
    assert mistakes(text) == [
        ('2:12: title: a value with ": " needs quotes', 'write title: "Marl: a flood"'),
        ("5:5: authors: a value that starts with @ needs quotes", 'write - "@jane"'),
        ("6:7: authors: an apostrophe ends a value in single quotes", 'write - "O\'Neil"'),
        ("8:6: dek: the quotation mark is not closed", 'write dek: "Rain"'),
    ]
    found = split_front_matter(text, "a.md")
    assert isinstance(found, FrontMatter)
    assert values(found) == {"lang": "en", "date": 2020, "section": "Local"}
    assert text[found.body_start :] == "Rain."


def test_severity() -> None:
    def severities(block: str) -> list[str]:
        found = split_front_matter(f"---\n{block}\n---\n", "a.md")
        assert isinstance(found, FrontMatter)
        return [problem.severity for problem in found.problems]

    assert severities("title: a: b") == ["error"]
    assert severities("title: a\ntitle: b") == ["error"]
    assert severities("title: a\ntitle: a") == ["warning"]
    assert severities("weight: 1\nweight: 2") == ["warning"]
    assert severities("title: a #b") == ["warning"]


def test_a_value_too_long_to_repeat_is_not_repeated() -> None:
    [(message, hint)] = mistakes(f"---\ntitle: {'Marl ' * 100}: x\n---\n")
    assert message == '2:508: title: a value with ": " needs quotes'
    assert hint == "put the whole value in double quotes"


@pytest.mark.parametrize(
    ("text", "message", "hint"),
    [
        (
            "---\ntitle: Flood\ntags:\n  - rain\n\nRain fell.",
            "1:1: the front matter that begins here is not closed",
            "write --- on a line of its own after line 4",
        ),
        (
            "\n\n---\nweight: 1\nlayout: wide\n",
            "3:1: the front matter that begins here is not closed",
            "write --- on a line of its own after line 5",
        ),
        (
            "+++\ntitle = 'Flood'\n\nRain fell.",
            "1:1: the front matter that begins here is not closed",
            "write +++ on a line of its own after line 2",
        ),
    ],
)
def test_unclosed(text: str, message: str, hint: str) -> None:
    assert mistakes(text) == [(message, hint)]


@pytest.mark.parametrize(
    "text",
    [
        "---\ntitle: " + "[" * 200_000 + "\n---\n",
        "---\ntitle: " + "[" * 900 + "]" * 900 + "\n---\n",
        "---\ntitle:\n" + "- " * 200_000 + "\n---\n",
        "---\ntitle: &a [*a]\n---\n",
        "---\ntitle: &a [x, x]\nb: &b [*a, *a, *a]\n"
        + "".join(
            f"c{n}: &c{n} [{', '.join([f'*c{n - 1}' if n else '*b'] * 9)}]\n" for n in range(9)
        )
        + "---\n",
        "+++\ntitle = " + "[" * 200_000 + "\n+++\n",
        "+++\ntitle = " + "9" * 5_000 + "\n+++\n",
        '{"title": ' + "[" * 200_000,
    ],
    ids=["brackets", "closed brackets", "dashes", "itself", "laughs", "toml", "digits", "json"],
)
def test_what_is_too_much_is_a_problem_and_no_crash(text: str) -> None:
    [(message, _)] = mistakes(text)
    assert message.endswith("the front matter is too long or too deep")


plain_text = st.text(st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufeff"))
records = st.dictionaries(
    st.sampled_from(["title", "dek", "section", "weight", "note"]),
    plain_text | st.lists(plain_text) | st.dictionaries(plain_text, plain_text, max_size=3),
    min_size=1,
)


@given(records)
def test_yaml_reads_as_it_was_dumped(record: dict[str, Json]) -> None:
    text = f"---\n{yaml.safe_dump(record, allow_unicode=True)}---\nRain."
    found = split(text)
    assert values(found) == record
    assert text[found.body_start :] == "Rain."


@given(records)
def test_json_reads_as_it_was_dumped(record: dict[str, Json]) -> None:
    found = split(json.dumps(record) + "\nRain.")
    assert values(found) == record


@given(records)
def test_toml_reads_as_it_was_dumped(record: dict[str, Json]) -> None:
    lines = "".join(f"{name} = {toml(value)}\n" for name, value in record.items())
    assert tomllib.loads(lines) == record
    assert values(split(f"+++\n{lines}+++\nRain.")) == record


def toml(value: Json) -> str:
    """A value as TOML writes it; its strings are JSON's, of which TOML takes all but DEL."""
    if isinstance(value, list):
        return f"[{', '.join(map(toml, value))}]"
    if isinstance(value, dict):
        return (
            "{" + ", ".join(f"{toml(name)} = {toml(entry)}" for name, entry in value.items()) + "}"
        )
    return json.dumps(value, ensure_ascii=False)


pieces = st.sampled_from(
    [
        *("---", "+++", ";;;", "...", "\n", "\r\n", "\r", "\t", " ", "- ", ": ", ":", ",", "?"),
        *("'", '"', "[", "]", "{", "}", "#", "&", "*", "!", "|", ">", "%", "@", "`", "=", "\\"),
        *(
            "title",
            "tags",
            "Marl",
            "é",
            "2020-10-13",
            "<<",
            "~",
            "\ufeff",
            "\x07",
            "\x85",
            "\u2028",
        ),
    ]
)


@given(st.lists(pieces).map("".join) | st.text(), st.sampled_from(["---", "+++", ";;;"]))
@example("? - a\n", "---")
@example("a: *b\nb: &b 1\ntitle: 'x'y'\n", "---")
def test_no_text_raises(text: str, fence: str) -> None:
    for whole in (text, f"{fence}\n{text}\n{fence}\nRain.", f"{fence}\ntitle: {text}\n{fence}\n"):
        found = split_front_matter(whole, "a.md")
        problems = found.problems if isinstance(found, FrontMatter) else found or ()
        lines = 1 + whole.count("\n") + whole.count("\r")
        assert all(isinstance(problem, Problem) for problem in problems)
        assert all(1 <= (problem.line or 1) <= lines for problem in problems)
        assert all((problem.column or 1) >= 1 for problem in problems)
        if isinstance(found, FrontMatter):
            assert 0 <= found.body_start <= len(whole)


@given(plain_text)
def test_a_hint_mends_a_title(title: str) -> None:
    """Whatever an editor writes as a title, following the hint gives that title or more of it."""
    line = f"title: {title.strip()}"
    found = split_front_matter(f"---\n{line}\n---\n", "a.md")
    if not isinstance(found, FrontMatter) or not found.problems:
        return
    hint = found.problems[0].hint or ""
    if hint.startswith("write title: "):
        assert values(split(f"---\n{hint.removeprefix('write ')}\n---\n")).keys() == {"title"}
