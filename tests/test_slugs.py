"""Slugs and the folding of terms."""

from __future__ import annotations

import re
import sys
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsarc.site.slugs import SLUG_BYTES, digest_suffix, fold, slug_of

DEVICES = ("con", "prn", "aux", "nul", "com0", "com1", "com9", "lpt0", "lpt3", "lpt9")
SUFFIX_BYTES = len("-") + 8
# Characters that have gone wrong in slugs elsewhere, besides any.
TELLING = (
    "aZ9éÅßŁıİŉǅﬁﷺ①x²ᾳΐ한がनि中- .,'’'\"\u0301\u0308\u0345\u200d\ufe0f\u20e3\u3164\u00ad\t\n_-+#&"
)
texts = st.text(max_size=60) | st.text(alphabet=TELLING, max_size=24)


def is_slug(text: str) -> bool:
    """Whether a text is what every slug is, whatever it was made of."""
    return (
        text == unicodedata.normalize("NFC", text.casefold())
        and all(unicodedata.category(char)[0] in "LMN" or char == "-" for char in text)
        and "--" not in text
        and not text.startswith("-")
        and unicodedata.category(text[0])[0] != "M"
        and text not in DEVICES
    )


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("Iraqi militias propose ceasefire", "iraqi-militias-propose-ceasefire"),
        ("  A story -- of 2020!  ", "a-story-of-2020"),
        ("snake_case and/or dots.md", "snake-case-and-or-dots-md"),
        ("The mayor's “plan”: it’s off", "the-mayors-plan-its-off"),
        ("Café Zürich, Ångström", "cafe-zurich-angstrom"),
        ("Straße", "strasse"),
        ("Łódź, Sørland, Đakovo, Þingvellir", "lodz-sorland-dakovo-thingvellir"),
        ("İstanbul'da kış, Işık", "istanbulda-kis-isik"),
        ("ﬁnal x² ①", "final-x2-1"),
        ("新闻 档案", "新闻-档案"),
        ("Новости Й", "новости-й"),
        ("मराठी बातम्या", "मराठी-बातम्या"),
        ("한국 소식", "한국-소식"),
        ("خبر‌ها", "خبرها"),
        ("❤️ of the town", "of-the-town"),
        ("1️⃣ first", "1-first"),
        ("so\N{SOFT HYPHEN}ft", "soft"),
        ("e\u200d\u0301", "e"),
        ("C++ & C#", "c-c"),
        ("", ""),
        ("?!… —", ""),
        ("\u3164 \ufe0f \u0301", ""),
        ("CON", "con-"),
        ("Com1", "com1-"),
        ("COM¹", "com1-"),
        ("con air", "con-air"),
        ("Index", "index-"),
        ("undated", "undated-"),
    ],
)
def test_slugs(text: str, slug: str) -> None:
    assert slug_of(text) == slug


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("word " * 16 + "word", "-".join(["word"] * 16)),
        ("a" * 79 + " bcd", "a" * 79),
        ("a" * 80 + " bcd", "a" * 80),
        ("a" * 81, "a" * 80),
        ("新" * 30, "新" * 26),
        ("ab " + "新" * 30, "ab"),
    ],
)
def test_long_slugs_are_cut_at_a_word(text: str, slug: str) -> None:
    assert slug_of(text) == slug


def test_a_text_of_any_length_gives_a_slug() -> None:
    assert len(slug_of("Überschwemmung im Tal " * 500).encode()) <= SLUG_BYTES


@given(texts)
def test_a_slug_is_safe_and_stays_as_it_is(text: str) -> None:
    slug = slug_of(text)
    assert slug == "" or is_slug(slug)
    assert len(slug.encode()) <= SLUG_BYTES
    assert slug_of(slug) == slug


def test_every_character_that_has_other_forms_gives_a_slug_that_stays_as_it_is() -> None:
    characters = [
        char
        for char in map(chr, range(sys.maxunicode + 1))
        if char != unicodedata.normalize("NFKC", char.casefold()) or not char.isprintable()
        if unicodedata.category(char) not in {"Cn", "Co", "Cs"}
    ]
    unsafe = [
        f"U+{ord(char):04X}"
        for char in characters
        if (slug := slug_of(f"a{char}b")) != slug_of(slug) or not is_slug(slug)
    ]
    assert len(characters) > 5_000
    assert unsafe == []


@given(texts)
def test_the_key_of_a_term_is_a_safe_name(text: str) -> None:
    key = fold(text)
    assert is_slug(key)
    assert len(key.encode()) <= SLUG_BYTES + SUFFIX_BYTES


@given(texts)
def test_case_accents_spaces_and_forms_make_no_other_term(text: str) -> None:
    key = fold(text)
    assert fold(unicodedata.normalize("NFD", text)) == key
    assert fold(unicodedata.normalize("NFC", text)) == key
    assert fold(f"  {text}\t") == key


@given(st.text(alphabet="abcdefghijklmnopqrstuvwxyz áéíóúñçåäö'-", min_size=1, max_size=40))
def test_spellings_of_one_name_are_one_term(name: str) -> None:
    if slug_of(name):
        bare = "".join(
            char for char in unicodedata.normalize("NFD", name) if not unicodedata.combining(char)
        )
        assert fold(name.upper()) == fold(name) == fold(bare)
        assert fold(re.sub("[ -]+", " - ", name)) == fold(name)


@pytest.mark.parametrize(
    "spellings",
    [
        ("United States", "united states", "UNITED  STATES", "United-States", "United\u00a0States"),
        ("José Álvarez", "Jose Alvarez", "JOSE\u0301 A\u0301LVAREZ"),
        ("Lech Wałęsa", "Lech Walesa"),
        ("O'Brien", "O’Brien", "OBrien"),
        ("Straße", "STRASSE", "strasse"),
        ("C++", "C + +", "\N{FULLWIDTH LATIN CAPITAL LETTER C}++", "c＋＋"),
        ("AT&T", "at & t", "AT and T"),
        ("U.S.", "U S"),
        ("Σίσυφος", "ΣΊΣΥΦΟΣ"),
        ("❤️", "❤️ "),
    ],
)
def test_these_are_one_term(spellings: tuple[str, ...]) -> None:
    assert len({fold(spelling) for spelling in spellings}) == 1


@pytest.mark.parametrize(
    "names",
    [
        ("C", "C++", "C#", "C+"),
        ("A", "A&A", "AA"),
        ("❤", "★", "!!!"),
        ("Й", "И"),  # accents of other scripts tell letters apart
        ("か", "が"),
        ("नि", "नी"),
        ("word " * 40 + "one", "word " * 40 + "two"),
    ],
)
def test_these_are_different_terms(names: tuple[str, ...]) -> None:
    assert len({fold(name) for name in names}) == len(names)


def test_a_term_that_had_to_be_cut_ends_in_a_digest_of_all_its_words() -> None:
    name = "Committee for " + "the Very " * 10 + "Long Names"
    key = fold(name)
    assert re.fullmatch(r"committee-for-(the-very-)+the-[0-9a-f]{8}", key)
    assert fold(name.upper()) == key


def test_suffixes_are_eight_digits_that_tell_texts_apart() -> None:
    assert re.fullmatch("[0-9a-f]{8}", digest_suffix("2020/flood.md"))
    assert digest_suffix("2020/flood.md") != digest_suffix("2021/flood.md")
    assert digest_suffix("\udcff") != digest_suffix("")
