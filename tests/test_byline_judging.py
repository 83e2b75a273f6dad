"""Which lines are bylines, and which only look like them."""

from __future__ import annotations

import pytest

from newsarc.reading.bylines import (
    adds_to_byline,
    is_name,
    reads_as_byline,
    reads_as_signature,
)
from newsarc.reading.languages.lexicon import lexicon_of

EN = lexicon_of("en")

NAMES = """
Ada Fenwick | Tomas Berg | Ines de la Roca | Mary Park | Emily Price | Grace King | Anna Rivers
Will Brown | Frank Banks | Joan Baker | Dawn West | Hope Hill | Ludwig van den Berg | J. R. Fenwick
Ada O'Brien-Smith | Maria d'Angelo | Omar al-Haddad | Sun Li | Kim Min-su | Nguyen Van An
José Roca | Zoë Ümit | Ada M. Fenwick | Ada Fenwick Jr. | Ada Fenwick, Jr. | ADA FENWICK
Ada FENWICK | AJ Brown | Abdul Rahman Khan | Fenwick A. | Dr. Ada Fenwick
"""

HEADLINES = """
Harbour Bridge Closes | Storm Hits North Coast | Mayor Quits | Schools Reopen Monday | Ferry Sinks
Gaza Ceasefire Holds | Ferry Disaster Inquiry | Gold Prices Soar | Oil Slips | Three Dead
Police Seek Witnesses | Council Approves Budget | Senate Votes Today | Election Results
Fenwick Resigns | Berg Wins Vote | Fenwick Visits Oslo | Berg Signs Bill | Apple Unveils Phone
Vaccine Rollout Begins | Wildfires Rage | Saudi Arabia | South Sudan | Costa Rica | Los Angeles
White House | World Cup Final | Photo Gallery | Live Updates | Opinion | Rail Strike Off
Peace At Last | Markets Wrap | Dog Bites Man | Judge Rules | Strong Quake | New Rules | Green Light
Rising Tide | Winter Storm | King Charles | Prince Speaks | Lagos Floods | Delhi Smog | Central Park
Related Stories | Read More | Top Stories | Crime Wave | Breaking News | Latest News | NATO Summit
EU Leaders Meet | The Storm Hits Coast | City Council | Fenwick Arrives in Paris | VIDEO | LIVE
Fenwick Resigns, Writer Says | Storm kills dozens | ada fenwick | Madonna | Trinidad and Tobago
"""

NO_BYLINES = """
By Friday | By Friday the storm had passed | By the time they arrived | By Dawn’s Early Light
By a vote of 7 to 2 | By 2030 | By | By far the best | By Sea and By Land | By Land, Sea and Air
By Design | By Popular Demand | By Hook or by Crook | By Any Means Necessary | By Night
By the Numbers | By Train | By Candlelight | By Royal Appointment | By Invitation Only | By Law
By Himself | By Then | By Wednesday Night | By Order of the Court | By Hand | By Christmas
By The Time They Arrived | By-election result | Bypass opens
Photo by Ada Fenwick | Illustration by Ada Fenwick | Image by Ada Fenwick | Read by Ada Fenwick
Reporting by Ada Fenwick; Editing by Tomas Berg | Edited by Ada Fenwick | Editor: Ada Fenwick
Translated by Ada Fenwick | Photo: Ada Fenwick | Brought to you by Quillon Times
责任编辑：王五 | 大桥关闭 | أمل حداد
"""

BYLINES = """
By Ada Fenwick | By Madonna | By Will Hunter | By Ada | Ada Fenwick and Tomas Berg
Ada Fenwick, Staff Writer | Ada Fenwick in Quillon | AF / TB | By Quillon Council Report
Ada Fenwick@ada | By The Quillon | AFP, MANILA | Staff Reports - | MND Staff | Staff Writer
Peoples Dispatch | Our Foreign Staff | Agencia EFE | JIJI | Text: Ada Fenwick · Photos: Tomas Berg
by Ada Fenwick, a freelance journalist based in Quillon | dpa
"""


def listed(texts: str) -> list[str]:
    """The texts between strokes and line breaks."""
    return [text.strip() for line in texts.strip().splitlines() for text in line.split(" | ")]


@pytest.mark.parametrize("text", listed(NAMES))
def test_name(text: str) -> None:
    assert is_name(text, EN)
    assert reads_as_byline(text, EN)
    assert reads_as_byline(f"By {text}", EN)


@pytest.mark.parametrize("text", listed(HEADLINES))
def test_headline(text: str) -> None:
    assert not is_name(text, EN)
    assert not reads_as_byline(text, EN)
    assert not reads_as_signature(text, EN)


@pytest.mark.parametrize("text", ["", *listed(NO_BYLINES)])
def test_no_byline(text: str) -> None:
    assert not reads_as_byline(text, EN)
    assert not is_name(text, EN)


@pytest.mark.parametrize("text", listed(BYLINES))
def test_byline(text: str) -> None:
    assert reads_as_byline(text, EN)


def test_a_by_word_may_stand_elsewhere() -> None:
    assert not reads_as_byline("Madonna", EN)
    assert reads_as_byline("Madonna", EN, introduced=True)
    assert not reads_as_byline("Friday", EN, introduced=True)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ada Fenwick, Staff Writer", True),
        ("Ada Fenwick | Quillon Times Correspondent", True),
        ("Political Editor Ada Fenwick", True),
        ("Quillon News reporter Ada Fenwick", True),
        ("Ada Fenwick", False),
        ("Ada Fenwick, Quillon", False),
        ("Staff Writer", False),
        ("Ferry sinks, editor says", False),
        ("A " * 200, False),
    ],
)
def test_signature(text: str, expected: bool) -> None:
    assert reads_as_signature(text, EN) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Staff Writer", True),
        ("Senior Science Correspondent", True),
        ("@adafenwick", True),
        ("ada@herald.example", True),
        ("Quillon Times", True),
        ("Quillon Times Writer", True),
        ("Reuters", True),
        ("Tomas Berg", False),
        ("By Tomas Berg", False),
        ("Storm kills dozens", False),
        ("", False),
        ("The writer has lived in the town for all of the past thirty years.", False),
    ],
)
def test_addition(text: str, expected: bool) -> None:
    assert adds_to_byline(text, EN) is expected
