"""The names in bylines, and the pieces around them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsarc.reading.bylines import (
    LONGEST,
    Kind,
    after_by_word,
    is_name,
    names_of,
    read_byline,
    reads_as_byline,
    reads_as_organisation,
    reads_as_outlet,
    reads_as_signature,
)
from newsarc.reading.languages.lexicon import lexicon_of

EN = lexicon_of("en")

# An organisation is marked with an asterisk.
NAMES = {
    "Ada Fenwick": ["Ada Fenwick"],
    "By Ada Fenwick": ["Ada Fenwick"],
    "BY ADA FENWICK": ["ADA FENWICK"],
    "by Ada Fenwick": ["Ada Fenwick"],
    "By\u00a0Ada\u00a0Fenwick": ["Ada Fenwick"],
    "Author: Ada Fenwick": ["Ada Fenwick"],
    "Author | Ada Fenwick": ["Ada Fenwick"],
    "Words: Ada Fenwick": ["Ada Fenwick"],
    "Author: By Ada Fenwick": ["Ada Fenwick"],
    "ByAda Fenwick": ["Ada Fenwick"],
    "Byby Ada Fenwick": ["Ada Fenwick"],
    "Ada Fenwick reports": ["Ada Fenwick"],
    "By Ada Fenwick.": ["Ada Fenwick"],
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
    "Ada Fenwick\nTomas Berg\nInes Roca": ["Ada Fenwick", "Tomas Berg", "Ines Roca"],
    "Ada Fenwick, Ada Fenwick": ["Ada Fenwick"],
    "AF / TB": ["AF", "TB"],
    # Roles
    "By Ada Fenwick and Tomas Berg, Staff Writers": ["Ada Fenwick", "Tomas Berg"],
    "Ada Fenwick, Political editor": ["Ada Fenwick"],
    "Ada Fenwick | Senior Science Correspondent": ["Ada Fenwick"],
    "Ada Fenwick Staff Writer": ["Ada Fenwick"],
    "BY ADA FENWICK STAFF WRITER": ["ADA FENWICK"],
    "Political Editor Ada Fenwick": ["Ada Fenwick"],
    "Political editor Ada Fenwick and Tomas Berg": ["Ada Fenwick", "Tomas Berg"],
    "Ada Fenwick, Political Editor Tomas Berg": ["Ada Fenwick", "Tomas Berg"],
    "Ada Fenwick, a freelance journalist based in Quillon": ["Ada Fenwick"],
    "Quillon News reporter Ada Fenwick": ["Ada Fenwick"],
    "Ada Fenwick staff writer at Quillon Times": ["Ada Fenwick"],
    "Ada Fenwick, Editor of Quillon Times": ["Ada Fenwick"],
    "Staff Writer": ["Staff Writer *"],
    # Places, addresses, handles, sections
    "Ada Fenwick in Quillon": ["Ada Fenwick"],
    "By Ada Fenwick in Quillon and Tomas Berg in Port Merrow": ["Ada Fenwick", "Tomas Berg"],
    "Ada Fenwick | Quillon": ["Ada Fenwick"],
    "Ada Fenwick-QUILLON": ["Ada Fenwick"],
    "Ada Fenwick, New York": ["Ada Fenwick"],
    "Ada Fenwick in Trinidad and Tobago": ["Ada Fenwick"],
    "Ada Fenwick @adafenwick": ["Ada Fenwick"],
    "Ada Fenwick@adafenwick": ["Ada Fenwick"],
    "Ada Fenwick (@adafenwick)": ["Ada Fenwick"],
    "Ada Fenwick ada@herald.example": ["Ada Fenwick"],
    "Ada Fenwick | Email: ada@herald.example | Twitter: @ada": ["Ada Fenwick"],
    "Ada Fenwick https://herald.example/ada": ["Ada Fenwick"],
    "By Ada Fenwick in News, Portugal, Business": ["Ada Fenwick"],
    "@adafenwick": [],
    # Pictures and others who are no authors
    "Text: Ada Fenwick · Photos: Tomas Berg": ["Ada Fenwick"],
    "Text: Ada Fenwick Photos: Tomas Berg": ["Ada Fenwick"],
    "Ada Fenwick (text) and Tomas Berg (photos)": ["Ada Fenwick"],
    "By Ada Fenwick, photos by Tomas Berg": ["Ada Fenwick"],
    "Words by Ada Fenwick; photographs by Tomas Berg": ["Ada Fenwick"],
    "By Ada Fenwick (Photo: Tomas Berg)": ["Ada Fenwick"],
    "Text and photos: Ada Fenwick": ["Ada Fenwick"],
    "Story and photos by Ada Fenwick": ["Ada Fenwick"],
    "By Ada Fenwick; edited by Tomas Berg": ["Ada Fenwick"],
    "By Ada Fenwick, translated by Tomas Berg": ["Ada Fenwick"],
    "Photo by Ada Fenwick": [],
    "Editor: Ada Fenwick": [],
    # Names of every kind
    "Ludwig van den Berg": ["Ludwig van den Berg"],
    "Maria d’Angelo": ["Maria d’Angelo"],
    "J. R. Fenwick": ["J. R. Fenwick"],
    "Fenwick A.": ["Fenwick A."],
    "Fenwick A., Berg T.": ["Fenwick A.", "Berg T."],
    "Fenwick, A.": ["Fenwick, A."],
    "Omar al-Haddad": ["Omar al-Haddad"],
    "Ada O’Brien-Smith": ["Ada O’Brien-Smith"],
    "Ada FENWICK": ["Ada FENWICK"],
    "Ada Fenwick, Jr., and Tomas Berg": ["Ada Fenwick, Jr.", "Tomas Berg"],
    "By Ada Fenwick, Ph.D.": ["Ada Fenwick, Ph.D."],
    "Dr. Ada Fenwick": ["Dr. Ada Fenwick"],
    "José Roca y Berg": ["José Roca y Berg"],
    "王小明": ["王小明"],
    "أمل حداد": ["أمل حداد"],
    "ada fenwick": ["ada fenwick"],
    # Organisations
    "Peoples Dispatch": ["Peoples Dispatch *"],
    "By Reuters": ["Reuters *"],
    "By The Associated Press": ["The Associated Press *"],
    "Quillon Herald and Ada Fenwick": ["Quillon Herald *", "Ada Fenwick"],
    "By Ada Fenwick and The Associated Press": ["Ada Fenwick", "The Associated Press *"],
    "Ada Fenwick/Reuters": ["Ada Fenwick", "Reuters *"],
    "Ada Fenwick, Quillon Times": ["Ada Fenwick", "Quillon Times *"],
    "Ada Fenwick - Quillon Times": ["Ada Fenwick", "Quillon Times *"],
    "Ada Fenwick (Quillon Times)": ["Ada Fenwick", "Quillon Times *"],
    "Ada Fenwick for Quillon Times": ["Ada Fenwick"],
    "Ada Fenwick For Quillon Times": ["Ada Fenwick"],
    "Ada Fenwick Special to Quillon Times": ["Ada Fenwick"],
    "Ada Fenwick Associated Press": ["Ada Fenwick", "Associated Press *"],
    "Ada Fenwick Associated Press Writer": ["Ada Fenwick"],
    "By ADA FENWICK, Associated Press Writer": ["ADA FENWICK"],
    "Ada Fenwick and agencies": ["Ada Fenwick"],
    "Ada Fenwick avec AFP": ["Ada Fenwick"],
    "Ada Fenwick con información de EFE": ["Ada Fenwick"],
    "Agencia EFE": ["Agencia EFE *"],
    "AFP, MANILA": ["AFP *"],
    "PTI, Washington,": ["PTI *"],
    "Staff Reports -": ["Staff Reports *"],
    "dpa/jd": ["dpa *"],
    "Health and Safety Desk": ["Health and Safety Desk *"],
    # Nothing there
    "": [],
    "By": [],
    " , ": [],
}


@pytest.mark.parametrize(("byline", "names"), NAMES.items())
def test_names(byline: str, names: list[str]) -> None:
    found = [f"{name.name} *" if name.organisation else name.name for name in names_of(byline, EN)]
    assert found == names


@pytest.mark.parametrize(
    ("byline", "pieces"),
    [
        ("Ada Fenwick Associated Press Writer", "PERSON EMPLOYER=Associated Press ROLE=Writer"),
        ("Ada Fenwick for Quillon Times", "PERSON EMPLOYER=Quillon Times"),
        ("Ada Fenwick, Quillon Times", "PERSON ORGANISATION=Quillon Times"),
        ("Ada Fenwick avec AFP", "PERSON EMPLOYER=AFP"),
        ("Ada Fenwick, Editor of Quillon Times", "PERSON ROLE=Editor EMPLOYER=Quillon Times"),
        ("Quillon News reporter Ada Fenwick", "EMPLOYER=Quillon News ROLE=reporter PERSON"),
        ("Ada Fenwick-QUILLON", "PERSON PLACE=QUILLON"),
        ("Ada Fenwick in News, Portugal, Business", "PERSON SECTION=News PLACE=Portugal SECTION"),
        ("Ada Fenwick@ada", "PERSON CONTACT=@ada"),
        ("AFP, MANILA", "ORGANISATION=AFP PLACE=MANILA"),
        ("Ada Fenwick (text), Tomas Berg (photos)", "PERSON CREDIT=Tomas Berg"),
        ("By 2030", "OTHER=2030"),
    ],
)
def test_pieces(byline: str, pieces: str) -> None:
    found = " ".join(f"{piece.kind.name}={piece.text}" for piece in read_byline(byline, EN))
    shown = found.replace("=Ada Fenwick", "").replace("SECTION=Business", "SECTION")
    assert shown == pieces


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
        "Agencia EFE",
        "JIJI",
        "herald.example.com",
        "Herald.net",
        "TPN",
    ],
)
def test_organisation(name: str) -> None:
    assert reads_as_organisation(name, EN)


@pytest.mark.parametrize(
    "name",
    [
        "",
        "Ada Fenwick",
        "J. Post",
        "JD",
        "Wiley B. Press",
        "Dr. Ada Star",
        "Madonna",
        "LIVE",
        "the time they arrived",
        "The Time They Arrived",
        "王小明",
        "a b c d e f g h i news",
    ],
)
def test_no_organisation(name: str) -> None:
    assert not reads_as_organisation(name, EN)


@pytest.mark.parametrize("name", ["Latest News", "Breaking News", "City Council", "Ada Fenwick"])
def test_no_outlet(name: str) -> None:
    assert not reads_as_outlet(name, EN)


@given(st.one_of(st.text(), st.text(alphabet="ABab ,/&|.@'’()-:=文记者")))
def test_any_text(text: str) -> None:
    for language in ("en", None):
        lexicon = lexicon_of(language)
        for author in names_of(text, lexicon):
            assert author.name == author.name.strip() != ""
        if reads_as_byline(text, lexicon) and not reads_as_signature(text, lexicon):
            assert names_of(text, lexicon)
        reads_as_organisation(text, lexicon)
        is_name(text, lexicon)
        assert text.endswith(after_by_word(text, lexicon))


def test_a_long_text_is_not_read() -> None:
    assert [piece.kind for piece in read_byline("A " * LONGEST, EN)] == [Kind.OTHER]


@pytest.mark.parametrize("word", ["Health", "ada", "Ada Fenwick", "Ada Fenwick editor"])
def test_many_words_for_and(word: str) -> None:
    text = " and ".join([word] * 12)
    assert not reads_as_byline(f"By {text}", EN)
    assert not reads_as_byline(f"By {word} in {text}", EN)
