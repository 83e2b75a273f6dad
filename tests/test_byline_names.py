"""The names in a byline that lead to their authors' pages."""

from __future__ import annotations

import pytest

from newsarc.rendering.bylines import byline_parts, unnamed_authors
from newsarc.site.views import AuthorLink

ADA = AuthorLink("Ada Quill", False, "authors/ada-quill/index.html")
TOM = AuthorLink("Tom Reed", False, "authors/tom-reed/index.html")
TOMLIN = AuthorLink("Tom Reed Moore", False, "authors/tom-reed-moore/index.html")
DESK = AuthorLink("Night Desk", True, "authors/night-desk/index.html")


@pytest.mark.parametrize(
    ("byline", "authors", "expected", "unnamed"),
    [
        ("", (), [], []),
        ("Staff", (), [("Staff", None)], []),
        ("By Ada Quill", (ADA,), [("By ", None), ("Ada Quill", ADA)], []),
        (
            "By Ada Quill and Tom Reed in Marden",
            (ADA, TOM),
            [
                ("By ", None),
                ("Ada Quill", ADA),
                (" and ", None),
                ("Tom Reed", TOM),
                (" in Marden", None),
            ],
            [],
        ),
        ("ADA QUILL", (ADA,), [("ADA QUILL", ADA)], []),
        ("Tom Reed Moore", (TOM, TOMLIN), [("Tom Reed Moore", TOMLIN)], [TOM]),
        (
            "Tom Reed Moore, Tom Reed",
            (TOM, TOMLIN),
            [("Tom Reed Moore", TOMLIN), (", ", None), ("Tom Reed", TOM)],
            [],
        ),
        ("İpek Ada Quill", (ADA,), [("İpek ", None), ("Ada Quill", ADA)], []),
        ("Tom Reeder", (TOM,), [("Tom Reeder", None)], [TOM]),
        (
            "Ada Quill, Ada Quill",
            (ADA,),
            [("Ada Quill", ADA), (", Ada Quill", None)],
            [],
        ),
        ("By staff", (DESK, ADA), [("By staff", None)], [DESK, ADA]),
    ],
)
def test_names_of_a_byline(
    byline: str,
    authors: tuple[AuthorLink, ...],
    expected: list[tuple[str, AuthorLink | None]],
    unnamed: list[AuthorLink],
) -> None:
    parts = byline_parts(byline, authors)
    assert [(part.text, part.author) for part in parts] == expected
    assert "".join(part.text for part in parts) == byline
    assert list(unnamed_authors(byline, authors)) == unnamed
