"""Small archives, drawn by Hypothesis: few values, so that articles meet in every way."""

from __future__ import annotations

from hypothesis import strategies as st

from newsarc.model import Article, Author, Date
from tests.helpers.records import an_article

DATES = tuple(
    """2019 2019-12 2019-12-31 2019-12-31T23:59 2020 2020-01-01 2020-10 2020-10-13
    2020-10-13T05:52 2020-10-13T23:00-08:00 2020-10-14 2020-11-02T10:00 2022-02-28 2022-10-13
    1999-10-13 2023 2023-05""".split()
)
TAGS = ("Iraq", "IRAQ", "C++", "C", "2020", "Élan", "!!!", "新闻", "index")
AUTHORS = ("Mara Lind", "mara lind", "Ali Rahmani")
SOURCES = ("The Valley Courier", "Valley Wire")
WORDS = ("flood", "bridge", "index", "新闻")

dates = st.sampled_from((None, *map(Date, DATES)))


def few(values: tuple[str, ...]) -> st.SearchStrategy[tuple[str, ...]]:
    return st.lists(st.sampled_from(values), max_size=3, unique=True).map(tuple)


@st.composite
def articles(draw: st.DrawFn, path: str) -> Article:
    """An article of a path, with a date of any precision, terms and perhaps another's slug."""
    tags = draw(few(TAGS))
    return an_article(
        path,
        title=draw(st.sampled_from((None, "Flood in the valley", "Bridge reopens"))),
        slug=draw(st.sampled_from((None, *WORDS))),
        date=draw(dates),
        updated=draw(st.sampled_from((None, Date("2024-01-01")))),
        tags=tags,
        suggested_tags=() if tags else draw(few(TAGS)),
        authors=tuple(map(Author, draw(few(AUTHORS)))),
        source=draw(st.sampled_from((None, *SOURCES))),
        lang=draw(st.sampled_from((None, "en", "de"))),
    )


@st.composite
def archives(draw: st.DrawFn, most: int = 12) -> tuple[Article, ...]:
    """Some articles, in any order."""
    names = draw(st.lists(st.integers(0, 99), max_size=most, unique=True))
    return tuple(draw(articles(f"{name % 3}/{name:02}.md")) for name in names)
