"""The names in bylines."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsarc.reading.bylines import LONGEST, names_of, reads_as_byline, reads_as_organisation

# An organisation is marked with an asterisk.
NAMES = {
    "Ada Fenwick": ["Ada Fenwick"],
    "By Ada Fenwick": ["Ada Fenwick"],
    "BY ADA FENWICK": ["ADA FENWICK"],
    "by Ada Fenwick": ["Ada Fenwick"],
    "Author: Ada Fenwick": ["Ada Fenwick"],
    "Words: Ada Fenwick": ["Ada Fenwick"],
    "By Ada Fenwick and Tomas Berg": ["Ada Fenwick", "Tomas Berg"],
    "By Ada Fenwick & Tomas Berg": ["Ada Fenwick", "Tomas Berg"],
    "By Ada Fenwick, Tomas Berg and Ines de la Roca": [
        "Ada Fenwick",
        "Tomas Berg",
        "Ines de la Roca",
    ],
    "By Ada Fenwick, Tomas Berg, and Ines Roca": ["Ada Fenwick", "Tomas Berg", "Ines Roca"],
    "Ada Fenwick; Tomas Berg": ["Ada Fenwick", "Tomas Berg"],
    "Ada Fenwick / Tomas Berg": ["Ada Fenwick", "Tomas Berg"],
    "Ada Fenwick, Ada Fenwick": ["Ada Fenwick"],
    # Roles
    "By Ada Fenwick and Tomas Berg, Staff Writers": ["Ada Fenwick", "Tomas Berg"],
    "Ada Fenwick, Political editor": ["Ada Fenwick"],
    "Ada Fenwick | Senior Science Correspondent": ["Ada Fenwick"],
    "Ada Fenwick Staff Writer": ["Ada Fenwick"],
    "Political Editor Ada Fenwick": ["Ada Fenwick"],
    "Ada Fenwick, a freelance journalist based in Quillon": ["Ada Fenwick"],
    "Staff Writer": ["Staff Writer *"],
    # Places, addresses, handles
    "Ada Fenwick in Quillon": ["Ada Fenwick"],
    "By Ada Fenwick in Quillon and Tomas Berg in Port Merrow": ["Ada Fenwick", "Tomas Berg"],
    "Ada Fenwick | Quillon": ["Ada Fenwick"],
    "Ada Fenwick, New York": ["Ada Fenwick"],
    "Ada Fenwick @adafenwick": ["Ada Fenwick"],
    "Ada Fenwick (@adafenwick)": ["Ada Fenwick"],
    "Ada Fenwick ada@herald.example": ["Ada Fenwick"],
    "Ada Fenwick https://herald.example/ada": ["Ada Fenwick"],
    "@adafenwick": [],
    # Names of every kind
    "Ludwig van den Berg": ["Ludwig van den Berg"],
    "Maria d’Angelo": ["Maria d’Angelo"],
    "J. R. Fenwick": ["J. R. Fenwick"],
    "Ada O’Brien-Smith": ["Ada O’Brien-Smith"],
    "Ada Fenwick, Jr., and Tomas Berg": ["Ada Fenwick, Jr.", "Tomas Berg"],
    "José Roca y Berg": ["José Roca y Berg"],
    "王小明": ["王小明"],
    "أمل حداد": ["أمل حداد"],
    "ada fenwick": ["ada fenwick"],
    # Organisations
    "Peoples Dispatch": ["Peoples Dispatch *"],
    "By Reuters": ["Reuters *"],
    "Quillon Herald and Ada Fenwick": ["Quillon Herald *", "Ada Fenwick"],
    "Ada Fenwick/Reuters": ["Ada Fenwick", "Reuters *"],
    "Ada Fenwick, Quillon Times": ["Ada Fenwick", "Quillon Times *"],
    "Ada Fenwick (Quillon Times)": ["Ada Fenwick", "Quillon Times *"],
    "Ada Fenwick for Quillon Times": ["Ada Fenwick"],
    "Ada Fenwick Associated Press": ["Ada Fenwick", "Associated Press *"],
    "By ADA FENWICK, Associated Press Writer": ["ADA FENWICK"],
    "AFP, MANILA": ["AFP *"],
    "Health and Safety Desk": ["Health and Safety Desk *"],
    # Nothing there
    "": [],
    "By": [],
    " , ": [],
}


@pytest.mark.parametrize(("byline", "names"), NAMES.items())
def test_names(byline: str, names: list[str]) -> None:
    found = [f"{name.name} *" if name.organisation else name.name for name in names_of(byline)]
    assert found == names


@pytest.mark.parametrize(
    "name",
    [
        "Peoples Dispatch",
        "Associated Press",
        "the associated press",
        "Reuters",
        "AFP",
        "Staff",
        "Staff Reports",
        "staff reports",
        "MND Staff",
        "Our Foreign Staff",
        "Web Desk",
        "Quillon News",
        "Quillon Morning Post",
        "The Quillon Sun",
        "Merrow News Agency",
        "Ministry of Fisheries",
        "herald.example.com",
        "Herald.net",
        "TPN",
    ],
)
def test_organisation(name: str) -> None:
    assert reads_as_organisation(name)


@pytest.mark.parametrize(
    "name",
    [
        "",
        "Ada Fenwick",
        "J. Post",
        "Wiley B. Press",
        "Dr. Ada Star",
        "Madonna",
        "the time they arrived",
        "王小明",
        "a b c d e f g h i news",
    ],
)
def test_no_organisation(name: str) -> None:
    assert not reads_as_organisation(name)


@pytest.mark.parametrize(
    "text",
    [
        "By Friday",
        "By the time they arrived",
        "By Dawn’s Early Light",
        "By a vote of 7 to 2",
        "Storm kills dozens",
        "ada fenwick",
        "By 2030",
        "",
        "By",
        "A " * LONGEST,
    ],
)
def test_no_byline(text: str) -> None:
    assert not reads_as_byline(text)


@given(st.one_of(st.text(), st.text(alphabet="ABab ,/&|.@'’()-")))
def test_any_text(text: str) -> None:
    for author in names_of(text):
        assert author.name == author.name.strip() != ""
    reads_as_organisation(text)
