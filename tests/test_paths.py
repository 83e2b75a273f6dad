"""What a source's path tells: its date and its words."""

from __future__ import annotations

from pathlib import PurePosixPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsarc.reading.paths import _stem_of, date_in_path, words_in_path


@pytest.mark.parametrize(
    ("path", "iso"),
    [
        ("2020-10-13-flood.md", "2020-10-13"),
        ("2020_10_13 flood.md", "2020-10-13"),
        ("2020.10.13.txt", "2020-10-13"),
        ("20201013-flood.txt", "2020-10-13"),
        ("20201013T0552-flood.txt", "2020-10-13"),
        ("20201013055200.txt", "2020-10-13"),
        ("2020-10-13T05-52-flood.txt", "2020-10-13"),
        ("1897-03-02-ferry.txt", "1897-03-02"),
        ("2020/10/13/flood.txt", "2020-10-13"),
        ("2020/1/3/flood.txt", "2020-01-03"),
        ("2020/10/flood.txt", "2020-10"),
        ("2020/flood.txt", "2020"),
        ("wire/2020/10/flood.txt", "2020-10"),
        ("2020-10/13/flood.txt", "2020-10-13"),
        ("2020-10/flood.txt", "2020-10"),
        ("2020-10-13-flood/index.md", "2020-10-13"),
        ("2020/2019-10-13-flood.md", "2019-10-13"),
        ("1999/2020/10/flood.txt", "2020-10"),
        ("2020/sport/flood.txt", "2020"),
        ("2020/13/flood.txt", "2020"),
        ("2020/02/30/flood.txt", "2020-02"),
        ("2020/10/13-flood.txt", "2020-10"),
        ("2020-13-02-flood.md", None),
        ("2020-10-131.md", None),
        ("12345678.txt", None),
        ("20205013.txt", None),
        ("2020-flood.txt", None),
        ("2020-10-flood.txt", None),
        ("flood-2020-10-13.txt", None),
        ("1066/10/14/battle.txt", None),
        ("flood.txt", None),
        ("", None),
    ],
)
def test_date(path: str, iso: str | None) -> None:
    date = date_in_path(path)
    assert (date and date.iso) == iso


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("flood-in-marl.md", "flood in marl"),
        ("2020-10-13-flood-in-marl.md", "flood in marl"),
        ("2020/20201013_Flood_in_Marl.txt", "Flood in Marl"),
        ("Flood%20in%20Marl.txt", "Flood in Marl"),
        ("flood.in.marl.txt", "flood in marl"),
        ("flood (3).txt", "flood 3"),
        ("covid-19.txt", "covid 19"),
        ("5-things-to-know.txt", "5 things to know"),
        ("iraq.txt", "iraq"),
        ("don’t-panic.txt", "don’t panic"),
        ("gsa’s-plan.txt", "gsa’s plan"),
        ("洪水.txt", "洪水"),
        ("बाढ़-की-खबर.txt", "बाढ\u093c की खबर"),
        ("cafe\u0301-shuts.txt", "café shuts"),
        ("2020-13-02-flood.md", "2020 13 02 flood"),
        ("flood-in-marl/index.md", "flood in marl"),
        ("2020-10-13-flood/_index.md", "flood"),
        ("index.md", None),
        ("2020/index.md", None),
        ("2020-10-13.md", None),
        ("2014-02-20-124062.md", None),
        ("2020-04-21-.md", None),
        ("124062.txt", None),
        ("untitled.txt", None),
        ("Untitled 2.txt", None),
        ("article (3).txt", None),
        ("article-copy-final.txt", None),
        ("IMG_2034.txt", None),
        ("DSC00012.txt", None),
        ("New Text Document.txt", None),
        ("New Text Document (2).txt", None),
        ("unbenannt.txt", None),
        ("9f86d081884c7d65.txt", None),
        ("deadbeefcafe.txt", None),
        ("3f2504e0-4f89-41d3-9a0c-0305e82c3301.txt", None),
        ("story-3f2504e0-4f89-41d3-9a0c-0305e82c3301.txt", None),
        ("xk.txt", None),
        ("bcdf.txt", None),
        ("---.txt", None),
        ("", None),
    ],
)
def test_words(path: str, words: str | None) -> None:
    assert words_in_path(path) == words


@given(st.text() | st.from_regex(r"[0-9/._T-]{0,40}", fullmatch=True))
def test_no_path_raises(path: str) -> None:
    date = date_in_path(path)
    assert date is None or len(date.iso) in (4, 7, 10)
    words = words_in_path(path)
    assert words is None or words.strip()


@given(st.text(alphabet="ab. -_", min_size=1).filter(lambda name: name not in (".", "..")))
def test_a_name_is_cut_from_its_ending_as_pathlib_cuts_it(name: str) -> None:
    assert _stem_of(name) == PurePosixPath(name).stem
