"""Records of invented articles, as they are written and as they should be read."""

from __future__ import annotations

import calendar
import datetime
from dataclasses import dataclass
from typing import Final

from hypothesis import strategies as st

from newsarc.model import Article, Author
from tests.helpers.news_words import PLACES, caption, dek, name, one_of, paragraph, title

ROLES: Final = (
    *("Staff Writer", "Science Editor", "Political Correspondent", "Senior Reporter"),
    *("Environment Editor", "Transport Correspondent", "Business Writer"),
)
SECTIONS: Final = ("Business", "Politics", "World", "Science", "Culture", "Travel", "Opinion")
_LONGEST_BYLINE: Final = 140
AGENCIES: Final = ("Reuters", "AP", "AFP", "Xinhua")

_MONTHS: Final = "Jan. Feb. March April May June July Aug. Sept. Oct. Nov. Dec.".split()
DATE_FORMS: Final = (
    "{1} {0.day}, {0.year}",
    "{0.day} {1} {0.year}",
    "{0.day} {0:%b} {0.year}",
    "{2} {0.day}, {0.year}",
    "{0:%A}, {1} {0.day}, {0.year}",
    "{0:%a} {0.day} {0:%b} {0.year}",
    "{1} {0.day}, {0.year} at 9:30 AM",
    "{0:%Y-%m-%d}",
)
"""How newspapers write a day: of the day, its month's name and its short one."""

days = st.dates(datetime.date(1950, 1, 1), datetime.date(2049, 12, 31))


def in_form(form: str, day: datetime.date) -> str:
    """A day as it is written."""
    return form.format(day, calendar.month_name[day.month], _MONTHS[day.month - 1])


date_as_written = st.builds(in_form, st.sampled_from(DATE_FORMS), days)


@dataclass(frozen=True)
class Written:
    """What an article says, and how it says it."""

    title: str
    dek: str | None
    date: str
    """As it is written."""
    iso: str
    authors: tuple[str, ...]
    roles: tuple[str | None, ...]
    """One for each author."""
    caption: str | None
    credit: str
    section: str | None
    place: str
    agency: str
    paragraphs: tuple[str, ...]

    @property
    def byline(self) -> str:
        """The names with their roles."""
        named = zip(self.authors, self.roles, strict=True)
        link = ", and " if self.roles[0] else " and "
        return link.join(f"{name}, {role}" if role else name for name, role in named)

    @property
    def body(self) -> str:
        """The paragraphs, parted by blank lines."""
        return "\n\n".join(self.paragraphs)


def _one_role_for_each(authors: list[str]) -> st.SearchStrategy[tuple[tuple[str, ...], ...]]:
    roles = st.tuples(*(st.none() | one_of(ROLES) for _ in authors))
    return st.tuples(st.just(tuple(authors)), roles.filter(lambda roles: _is_short(authors, roles)))


def _is_short(authors: list[str], roles: tuple[str | None, ...]) -> bool:
    """Whether names and roles leave room for a date on a line: no longer one is a byline's."""
    return sum(map(len, filter(None, (*authors, *roles)))) <= _LONGEST_BYLINE


@st.composite
def _written(draw: st.DrawFn) -> Written:
    day, form = draw(days), draw(st.sampled_from(DATE_FORMS))
    authors, roles = draw(
        st.lists(name, min_size=1, max_size=2, unique=True).flatmap(_one_role_for_each)
    )
    return Written(
        title=draw(title),
        dek=draw(st.none() | dek),
        date=in_form(form, day),
        iso=f"{day.isoformat()}T09:30" if "9:30" in form else day.isoformat(),
        authors=authors,
        roles=roles,
        caption=draw(st.none() | caption),
        credit=draw(name),
        section=draw(st.none() | one_of(SECTIONS)),
        place=draw(one_of(PLACES)).upper(),
        agency=draw(one_of(AGENCIES)),
        paragraphs=tuple(draw(st.lists(paragraph, min_size=3, max_size=5))),
    )


written = _written()


def fields_written(record: Written, given: frozenset[str]) -> dict[str, object]:
    """The fields that a text says, of those that its layout can give."""
    values: dict[str, object] = {
        "title": record.title,
        "dek": record.dek,
        "date": record.iso,
        "byline": record.byline,
        "authors": tuple(map(Author, record.authors)),
        "caption": record.caption,
        "credit": record.credit if record.caption else None,
        "section": record.section,
        "dateline": f"{record.place} ({record.agency})" if "source" in given else record.place,
        "source": record.agency,
    }
    return {field: value if field in given else None for field, value in values.items()}


def fields_read(article: Article) -> dict[str, object]:
    """The same fields of a record that was read."""
    image = article.image
    return {
        "title": article.title,
        "dek": article.dek,
        "date": article.date and article.date.iso,
        "byline": article.byline,
        "authors": article.authors or None,
        "caption": image and image.caption,
        "credit": image and image.credit,
        "section": article.section,
        "dateline": article.dateline,
        "source": article.source,
    }
