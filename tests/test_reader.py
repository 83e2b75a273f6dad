"""From bytes to a record, and the warnings that come with it."""

from __future__ import annotations

from newsarc.config import Configuration
from newsarc.errors import Problem
from newsarc.model import Date
from newsarc.reading.reader import Reader, Reading


def read(data: str, path: str = "a.txt", encoding: str = "utf-8") -> Reading:
    return Reader(Configuration()).read(path, data.encode(encoding), f"articles/{path}")


AMBIGUOUS = "Dam gates open\n\nBy Ada Fenwick\n03/04/2011\n\nThe gates were opened at dawn.\n"


def test_a_date_in_two_readings_is_a_warning_where_there_is_no_other() -> None:
    reading = read(AMBIGUOUS)
    assert reading.article is not None
    assert reading.article.date is None
    [problem] = reading.problems
    assert str(problem) == (
        'articles/a.txt:4: date: "03/04/2011" can be read as 2011-03-04 or 2011-04-03'
    )
    assert (problem.hint, problem.severity) == ("write the date as YYYY-MM-DD", "warning")


def test_a_date_of_the_path_leaves_nothing_to_warn_of() -> None:
    reading = read(AMBIGUOUS, "2011/04/03/dam.txt")
    assert reading.article is not None
    assert reading.article.date == Date("2011-04-03")
    assert reading.problems == ()


def test_a_detected_encoding_is_a_warning() -> None:
    reading = read("Café shut\n\nThe café has shut its doors.\n", encoding="cp1252")
    message = "not UTF-8; the file is read as Windows-1252"
    hint = "save it as UTF-8 to be rid of this warning"
    assert reading.problems == (
        Problem("articles/a.txt", message, 1, hint=hint, severity="warning"),
    )


def test_the_opening_of_markdown_is_plain() -> None:
    article = read("---\ntitle: Dam\n---\nThe **gates** [open](a.md).", "a.md").article
    assert article is not None
    assert article.opening == "The gates open."
