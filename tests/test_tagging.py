"""The tagger: what it suggests for stories of many kinds, and what it never does."""

from __future__ import annotations

import pickle
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsarc.config import TagSettings
from newsarc.model import SuggestedTag
from newsarc.reading.tagging.folding import fold
from newsarc.reading.tagging.gazetteer import Kind, load_gazetteer
from newsarc.reading.tagging.passages import passages_of
from newsarc.reading.tagging.tagger import Tagger

PROJECT = Path(__file__).parent.parent
CASES = sorted((Path(__file__).parent / "cases" / "tagging").glob("*.toml"))
SEED = PROJECT / "articles" / "iraqi-militias-propose-ceasefire.txt"

# A story in English around a sentence, long enough for the tagger to know the language.
STORY = "The story that they read was from the town, and it had been told by many of them. {}"


def tags(
    body: str, title: str = "", dek: str = "", credited: tuple[str, ...] = (), **options: Any
) -> list[str]:
    """The names of the tags suggested for a text."""
    suggested = Tagger(TagSettings(**options)).suggest(title, dek, body, credited)
    return [tag.name for tag in suggested]


def told(*sentences: str, **options: Any) -> list[str]:
    """The names of the tags suggested for sentences in a story."""
    return tags(STORY.format(" ".join(sentences)), **options)


def seed() -> tuple[str, str, str]:
    """Title, dek and body of the seed."""
    title, dek, _byline_and_caption, body = SEED.read_text(encoding="utf-8").split("\n\n", 3)
    return title.strip(), dek, body


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_story(path: Path) -> None:
    case: Mapping[str, Any] = tomllib.loads(path.read_text(encoding="utf-8"))
    found = tags(case["body"], case["title"], case.get("dek", ""), tuple(case.get("credited", ())))
    assert [tag for tag in case["tags"] if tag not in found] == []
    assert [tag for tag in found if tag in case.get("others", ())] == []
    if case.get("only"):
        assert sorted(found) == sorted(case["tags"])
    if "first" in case:
        assert found[0] == case["first"]


def test_seed() -> None:
    credited = ("Peoples Dispatch", "Middle East Online")
    assert Tagger(TagSettings()).suggest(*seed(), credited) == (
        SuggestedTag("Iraq", 'named 19 times, 15 of them as "Iraqi", in the title and in the dek'),
        SuggestedTag("United States", 'named 14 times as "US", in the title and in the dek'),
        SuggestedTag("Kataib Hezbollah", "named twice"),
        SuggestedTag("Qassem Soleimani", 'named once, after "general"'),
        SuggestedTag("Mohammed Mohi", "named once"),
        SuggestedTag("Abu Mahdi al-Muhandis", "named once"),
    )


@pytest.mark.parametrize(
    ("sentence", "tag"),
    [
        ("Iraq and Iraq again.", "Iraq"),
        ("Two Iraqis met other Iraqis.", "Iraq"),
        ("The U.S. and the USA.", "United States"),
        ("The United States of America, called America.", "United States"),
        ("An anti-US and a US-led plan.", "United States"),
        ("In Côte d’Ivoire, and in the Ivory Coast.", "Côte d’Ivoire"),
        ("From Bosnia & Herzegovina to Bosnia and Herzegovina.", "Bosnia and Herzegovina"),
        ("Saint Lucia is St Lucia.", "St. Lucia"),
        ("Guinea-Bissau is not the other. Guinea-Bissau!", "Guinea-Bissau"),
        ("The DRC is the Democratic Republic of Congo.", "Democratic Republic of the Congo"),
        ("A Scottish plan for Scotland.", "Scotland"),
        ("The Soviet Union and other Soviet things.", "Soviet Union"),
        ("Turkey and Türkiye.", "Turkey"),
        ("The EU and the European Union.", "European Union"),
        ("He asked the WHO. The WHO did not answer.", "World Health Organization"),
    ],
)
def test_known_names(sentence: str, tag: str) -> None:
    assert told(sentence) == [tag]


@pytest.mark.parametrize(
    "sentence",
    [
        "They told us of us, and paid US$4 and US$5.",
        "Guinea pigs eat. Guinea pigs sleep.",
        "The turkey and the turkey.",
        "On Sunday, in October, Analysts came. Sunday was long, October was longer, Analysts left.",
        "In Monday Talks they spoke. It's It's. Don't Don't. I said I will.",
        "The President met the Prime Minister. The President and the Prime Minister spoke.",
        "The PDF and the PDF, the CEO and the CEO.",
        "Visit www.Example.com/About-Us/Team and www.Example.com/About-Us/Team.",
        "The Arab and the Arab, the Muslim and the Muslim.",
    ],
)
def test_no_names(sentence: str) -> None:
    assert told(sentence) == []


def test_phrases_that_only_look_like_countries() -> None:
    found = told("New Mexico, New Jersey, and Latin America with its Latin American people.")
    assert found == ["New Mexico", "New Jersey", "Latin America"]
    assert told("They swam in the South China Sea.") == ["South China Sea"]


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("It was General Qasim Oduya who came.", "Qasim Oduya"),
        ("It was the Estmark Prime Minister Ada Lowe-Smith who came.", "Ada Lowe-Smith"),
        (
            "It was former Foreign Minister Jean de la Roche-Posay who came.",
            "Jean de la Roche-Posay",
        ),
        ("It was Secretary of State Orla Quennell who came.", "Orla Quennell"),
        ("It was Minister of Health and Social Affairs Orla Quennell who came.", "Orla Quennell"),
        ("It was Mr. Abu Said al-Basri who came.", "Abu Said al-Basri"),
        ("It was Tamim bin Hamad Quraishi who came.", "Tamim bin Hamad Quraishi"),
        ("It was Orla T. Quennell who came.", "Orla T. Quennell"),
        ("It was J.K. Quennell who came.", "J.K. Quennell"),
        ("It was Orla O’Quennell’s turn.", "Orla O’Quennell"),
        ("Orla\nQuennell came.", "Orla Quennell"),
        ("Citing Orla Quennell, they left. Orla Quennell came.", "Orla Quennell"),
        ("In January Orla Quennell came.", "Orla Quennell"),
        ("They asked Orla Quennell Tuesday if she would come.", "Orla Quennell"),
        ("Orla Quennell came. Quennell left. ORLA QUENNELL stayed.", "Orla Quennell"),
        ("It was Élodie Šimůnková who came.", "Élodie Šimůnková"),
        ("It was E\u0301lodie S\u030cimu\u030ankova\u0301 who came.", "Élodie Šimůnková"),
    ],
)
def test_people(sentence: str, name: str) -> None:
    assert told(sentence)[:1] == [name]


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("The Bank of Estmark met the Bank of Estmark.", "Bank of Estmark"),
        ("A Bank of Estmark (BOE) and its BOE building.", "Bank of Estmark"),
        (
            "The Ministry of Quays and Social Affairs. A Ministry of Quays and Social Affairs!",
            "Ministry of Quays and Social Affairs",
        ),
        ("Central Bank of Estmark (CBE) said no. The CBE never does.", "Central Bank of Estmark"),
        ("The Quennell & Sons firm, or Quennell & Sons.", "Quennell & Sons"),
        ("The Estmark People's Party beat the Estmark People's Party.", "Estmark People's Party"),
        ("The Defence Ropes and Quay Office (DRQO) and the DRQO.", "Defence Ropes and Quay Office"),
        ("The shares of Quennell Ltd fell. People left Quennell.", "Quennell"),
        ("The Sunday Quennell printed it. They read the Sunday Quennell.", "Sunday Quennell"),
        ("They asked NRQO, and NRQO answered.", "NRQO"),
    ],
)
def test_organisations(sentence: str, name: str) -> None:
    assert told(sentence) == [name]


def test_one_word_needs_two_mentions_inside_sentences() -> None:
    assert told("They went to Ostermoor.") == []
    assert told("Ostermoor is far. Ostermoor is cold.") == []
    assert told("They went to Ostermoor. They like Ostermoor.") == ["Ostermoor"]
    assert told("They went to Ostermoor. They like Ostermoor, or ostermoor.") == []


def test_title_case_shows_no_names() -> None:
    assert told("It was cold.", title="Harbour Workers Agree New Quennell Rules Today") == []
    found = told("A deal with Orla Quennell.", title="Workers Thank Orla Quennell")
    assert found == ["Orla Quennell"]


def test_title_alone() -> None:
    assert tags("", title="Iraq and Iran agree on the border") == ["Iraq", "Iran"]


def test_a_country_named_once_in_a_long_text_is_no_tag() -> None:
    assert told("They went to Peru.") == ["Peru"]
    assert told("They went to Peru.", "They came back from it to the town." * 20) == []


def test_a_name_in_a_list_of_names_is_no_tag() -> None:
    names = [f"{first} Quen{last}" for first in ("Orla", "Ada", "Ugo") for last in ("dor", "mal")]
    assert len(told("Those who came:", *(f"there was {name}." for name in names))) == 4


def test_more_is_asked_of_a_long_text() -> None:
    sentence = "There was Orla Quennell and then Orla Quennell."
    assert told(sentence) == ["Orla Quennell"]
    assert told(sentence, "It was long and they left for the town." * 300) == []


def test_markup_holds_no_names() -> None:
    assert (
        told(
            '{{< img alt="Orla Quennell" >}} <b title="Ada Quennell">bold</b>',
            "[a link](https://quennell.example/Bo_Quennell 'Cy Quennell') `Di Quennell`",
        )
        == []
    )
    assert told("\n\n# Ed Quennell\n\n```\nFi Quennell\n```\n") == []
    assert told("**Orla** Quennell and _Orla Quennell_ &amp; more") == ["Orla Quennell"]


def test_credited_names_are_tags_only_if_the_text_is_about_them() -> None:
    once, often = "Photo by Orla Quennell.", "They met Orla Quennell, Quennell and Quennell."
    assert told(once, credited=("Orla Quennell",)) == []
    assert told(often, credited=("orla quennell",)) == ["Orla Quennell"]


def test_settings() -> None:
    story = "Iraq and Iraq, the US and the US, with Orla Quennell and Quennell and Ada Lowe-Smith."
    assert told(story) == ["Orla Quennell", "Iraq", "United States", "Ada Lowe-Smith"]
    assert told(story, limit=2) == ["Orla Quennell", "Iraq"]
    assert told(story, limit=0) == []
    assert told(story, ignore=("IRAQ", "orla  quennell")) == ["United States", "Ada Lowe-Smith"]
    aliases = {"us": "USA", "Ada Lowe-Smith": "Orla Quennell"}
    assert told(story, aliases=aliases) == ["Orla Quennell", "Iraq", "USA"]
    assert told(story, aliases={"US": "USA"}, ignore=("usa",)) == [
        *("Orla Quennell", "Iraq", "Ada Lowe-Smith"),
    ]


def test_reasons() -> None:
    body = STORY.format("The UK, Britain and Britain. Dr. Orla Quennell met Quennell.")
    reasons = Tagger(TagSettings()).suggest("Britain waits", "Ms Quennell speaks for it", body, ())
    assert reasons == (
        SuggestedTag("United Kingdom", 'named 4 times, 3 of them as "Britain", in the title'),
        SuggestedTag(
            "Orla Quennell", 'named 3 times, 2 of them as "Quennell", after "Dr", in the dek'
        ),
    )


def test_it_can_be_sent_to_another_process() -> None:
    tagger = Tagger(TagSettings(aliases={"US": "USA"}))
    before = tagger.suggest(*seed(), ())
    assert pickle.loads(pickle.dumps(tagger)).suggest(*seed(), ()) == before


def test_fold() -> None:
    same = ("Al-Qāʿida’s", "al qaʿida's", "AL QAʿIDA'S")
    assert len({fold(name) for name in same}) == 1
    assert fold("  St.  Łukasz\u00a0Straße ") == "st łukasz strasse"


def test_every_country_has_its_names() -> None:
    forms = list(load_gazetteer().forms())
    named = {form.tag for form in forms if form.kind is Kind.NAME}
    described = {form.tag for form in forms if form.kind is Kind.DEMONYM}
    assert described <= named
    assert {"Palestine", "Taiwan", "Kosovo", "Vatican City", "Scotland", "South Sudan"} <= named
    assert all(form.text and form.text == form.text.strip() for form in forms)


def test_a_spelling_has_one_meaning() -> None:
    data = tomllib.loads((PROJECT / "newsarc/data/demonyms.toml").read_text(encoding="utf-8"))
    codes: dict[str, list[str]] = {}
    for table in ("names", "demonyms"):
        for code, texts in data[table].items():
            for text in texts:
                codes.setdefault(text, []).append(code)
    assert {text: meant for text, meant in codes.items() if len(meant) > 1} == {}
    demonyms = {text for texts in data["demonyms"].values() for text in texts}
    assert set(data["languages"]) <= demonyms


# Texts of the pieces that the tagger looks for, in any order.
pieces = st.sampled_from(
    [
        *(
            "Orla",
            "Quennell",
            "Iraq",
            "Iraqi",
            "US",
            "U.S.",
            "NRQO",
            "The",
            "May",
            "President",
            "I",
        ),
        *(
            "Ministry",
            "of",
            "and",
            "the",
            "al-Basri",
            "de",
            "(NRQO)",
            "(",
            ")",
            "'s",
            "’s",
            ".",
            ",",
        ),
        *(
            "\n",
            "\n\n",
            "\n# ",
            "\n- ",
            "“",
            "”",
            "&",
            "-",
            "é",
            "e\u0301",
            "Š",
            "{{",
            "}}",
            "<",
            ">",
        ),
        *(
            "](",
            "`",
            "```",
            "_",
            "*",
            "@",
            "://",
            "\u00a0",
            "\u00ad",
            "\x00",
            "\ud800",
            "中",
            "&amp;",
        ),
    ]
)
texts = st.one_of(
    st.text(),
    st.lists(pieces, max_size=60).map(" ".join),
    st.lists(pieces, max_size=60).map("".join),
    st.lists(pieces, max_size=60).map(lambda parts: STORY.format(" ".join(parts))),
)


@settings(max_examples=300, deadline=None)
@given(
    texts,
    texts,
    texts,
    st.lists(st.text(), max_size=3),
    st.integers(0, 9),
    st.lists(texts, max_size=2),
)
def test_any_text(
    title: str, dek: str, body: str, credited: list[str], limit: int, names: list[str]
) -> None:
    """It raises nothing, gives the same again, keeps to the limit, and shows names of the text."""
    options = TagSettings(limit=limit, ignore=tuple(names[:1]))
    suggested = Tagger(options).suggest(title, dek, body, credited)
    assert suggested == Tagger(options).suggest(title, dek, body, credited)
    assert len(suggested) <= limit
    keys = [fold(tag.name) for tag in suggested]
    assert len(set(keys)) == len(keys)
    assert not {fold(name) for name in names[:1]} & set(keys)
    known = {form.tag for form in load_gazetteer().forms()}
    read = " ".join(passage.text for passage in passages_of(title, dek, body))
    shown = "".join(fold(read).split())
    for tag in suggested:
        assert tag.name == tag.name.strip() != ""
        assert tag.reason.startswith("named ")
        evidence = tag.reason.split('"')[1] if tag.name in known and '"' in tag.reason else tag.name
        assert "".join(fold(evidence).split()) in shown


@settings(max_examples=100, deadline=None)
@given(st.dictionaries(st.text(), st.text(), max_size=3), texts)
def test_any_alias(aliases: dict[str, str], body: str) -> None:
    Tagger(TagSettings(aliases=aliases)).suggest("", "", body, ())
