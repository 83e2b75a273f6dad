"""Corrections and withdrawals: what an editor did to an article after publication."""

from __future__ import annotations

from typing import Any

import pytest

from newsarc.model import Date, Image, SuggestedTag
from newsarc.site.editorial import as_published, corrections_of, withdrawal_of
from newsarc.site.views import Correction, Withdrawal
from tests.helpers.project import Project
from tests.helpers.records import an_article
from tests.helpers.views import article, rendered


@pytest.mark.parametrize(
    ("given", "corrections"),
    [
        (None, []),
        ([], []),
        ("", []),
        ("The mayor is Ada Quill.", [(None, "The mayor is Ada Quill.")]),
        (["One.", "Two."], [(None, "One."), (None, "Two.")]),
        ([{"date": "2021-05-04", "text": "One."}], [("2021-05-04", "One.")]),
        ({"date": "2021-05", "note": "One."}, [("2021-05", "One.")]),
        # A date that is none is not lost.
        ([{"date": "last May", "text": "One."}], [(None, "last May: One.")]),
        ([{"date": "2021-13-01", "text": "One."}], [(None, "2021-13-01: One.")]),
        (
            [{"date": "2021-05-04T10:00:00+02:00", "text": "1"}],
            [("2021-05-04T10:00:00+02:00", "1")],
        ),
        ([{"date": "2021-05-04T10", "text": "1"}], [(None, "2021-05-04T10: 1")]),
        (3, [(None, "3")]),
        (False, []),
        ([True, "One."], [(None, "One.")]),
        # HTML has no time without minutes.
        ({"date": "2021-05-04T10", "text": "1"}, [(None, "2021-05-04T10: 1")]),
        # What has another shape is told in words, never as a program writes it.
        ([["One.", "Two."]], [(None, "One.; Two.")]),
        ({"text": {"was": "1913", "is": "1914"}}, [(None, "was: 1913; is: 1914")]),
    ],
)
def test_corrections(given: Any, corrections: list[tuple[str | None, str]]) -> None:
    found = corrections_of(an_article(extra={"corrections": given}))
    assert found == tuple(
        Correction(Date(date) if date else None, text) for date, text in corrections
    )


@pytest.mark.parametrize(
    ("given", "withdrawal"),
    [
        (None, None),
        (False, None),
        ("no", None),
        ("", None),
        (True, Withdrawal(None, None)),
        ("Yes", Withdrawal(None, None)),
        ("2021-05-04", Withdrawal(Date("2021-05-04"), None)),
        ("A court ordered it.", Withdrawal(None, "A court ordered it.")),
        ({"date": "2021-05-04"}, Withdrawal(Date("2021-05-04"), None)),
        (
            {"date": "2021", "reason": "A court ordered it."},
            Withdrawal(Date("2021"), "A court ordered it."),
        ),
        # In doubt nothing is shown.
        ({}, Withdrawal(None, None)),
        (["a", "b"], Withdrawal(None, "a; b")),
    ],
)
def test_withdrawals(given: Any, withdrawal: Withdrawal | None) -> None:
    assert withdrawal_of(an_article(extra={"withdrawn": given})) == withdrawal


def test_a_withdrawn_record_says_nothing_of_its_text() -> None:
    full = an_article(
        title="Flood",
        dek="It rose.",
        image=Image("flood.jpg", "The bridge"),
        dateline="BASRA",
        suggested_tags=(SuggestedTag("Basra", "named twice"),),
        tags=("Iraq",),
        extra={"withdrawn": True, "teaser": "The river rose.", "id": 7},
    )
    kept = as_published(full)
    assert (kept.title, kept.tags, kept.extra) == ("Flood", ("Iraq",), {"withdrawn": True, "id": 7})
    assert (kept.dek, kept.image, kept.dateline) == (None, None, None)
    assert (kept.opening, kept.body, kept.suggested_tags) == ("", (), ())


STORY = """---
title: The dam of Weirfield
dek: Cracks were seen in March.
date: 2021-03-04
tags: [Dams]
image:
  file: dam.jpg
  caption: Engineers below the spillway
{more}---

Water poured through the wall, said the keeper.

## A second heading of it
"""
SECRETS = ("Cracks were seen", "spillway", "Water poured", "the keeper", "second heading", "Keeper")


def test_of_a_withdrawn_article_the_site_keeps_no_word(project: Project) -> None:
    project.write("dam.md", STORY.format(more=""))
    project.write("other.md", STORY.format(more="").replace("Weirfield", "Lowmere"))
    project.build()
    address = "2021/03/04/dam.html"
    assert "Water poured" in project.page(address)
    (project.articles / "other.md").unlink()
    more = "withdrawn: {date: 2021-05-04, reason: A court ordered it.}\n"
    project.write("dam.md", STORY.format(more=more))
    project.build()
    for route, content in project.built().items():
        for secret in SECRETS:
            assert secret.encode() not in content, f"{secret} is still in {route}"
    page = project.page(address)
    assert "A court ordered it." in page
    assert "May 4, 2021" in page
    assert '<meta name="robots" content="noindex">' in page
    assert '"creativeWorkStatus":"Withdrawn"' in page
    assert "<summary>Withdrawn: A court ordered it.</summary>" in project.page("feed.xml")
    assert '"summary": "Withdrawn: A court ordered it."' in project.page("feed.json")
    assert "2021-05-04T" in project.page("feed.xml")
    for listing in (
        "index.html",
        "2021/index.html",
        "2021/03/04/index.html",
        "tags/dams/2021.html",
    ):
        said = '<p class="gone">Withdrawn</p>' in project.page(listing)
        assert said or address not in project.page(listing), listing
    assert '<p class="gone">' in project.page("2021/03/04/index.html")
    assert address not in project.page("sitemaps/2021.xml")
    # And it can be published again.
    project.write("dam.md", STORY.format(more=""))
    project.build()
    assert "Water poured" in project.page(address)
    assert '<p class="gone">' not in project.page("2021/03/04/index.html")
    assert address in project.page("sitemaps/2021.xml")


def test_a_withdrawn_article_without_a_title_is_not_named_by_its_text(project: Project) -> None:
    project.write("1.md", "---\nwithdrawn: true\n---\n\nWater poured through the wall.\n")
    project.build()
    assert b"Water poured" not in b"".join(project.built().values())


def test_corrections_are_told_below_the_text_and_to_machines(project: Project) -> None:
    more = "corrections:\n  - {date: 2021-03-09, text: The dam is older.}\n"
    project.write("dam.md", STORY.format(more=more))
    project.build()
    page = project.page("2021/03/04/dam.html")
    body, _, below = page.partition("A second heading")
    assert "The dam is older." not in body.partition("<main")[2]
    assert "March 9, 2021" in below
    assert "The dam is older." in below
    assert '"CorrectionComment","text":"The dam is older.","datePublished":"2021-03-09"' in page
    # Whoever follows the feed learns that it has changed.
    assert "<updated>2021-03-09T" in project.page("feed.xml")


def test_a_withdrawal_need_not_say_when_and_why() -> None:
    page = rendered(article(withdrawal=Withdrawal(None, None)))
    assert page.count("This article was withdrawn") == 1
    assert "Water &amp; gates" not in page
