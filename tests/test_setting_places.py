"""Where a message says that a setting stands."""

from __future__ import annotations

import pytest

from newsarc.setting_places import place_of_setting

FILE = """\
# title = "in a comment" that says ''' once
"quoted".key = 1

[site]
title = "A"
description = '''
title = "in a text"
url = "also there"
'''
  url = "here"

[theme]
colors = { accent = "#fff", ink = "x" }
fonts.text = "serif"
[ tool . newsarc . site ] # with spaces
title = "B"
[[list]]
name = 1
[tags]
ignore = [
  ["site"], # ]
  "a",
]
aliases = { "U.K" = "a, limit = 1" } # , limit = 2
limit = 3
[deep]
table = { colors = { measure = "1" }, measure = { ink = [{ x = 1.5 }] } }
"""


@pytest.mark.parametrize(
    ("setting", "place"),
    [
        ("quoted.key", (2, 1)),
        ("quoted", (2, 1)),  # a table that no header begins
        ("site", (4, 1)),
        ("site.title", (5, 1)),
        ("site.description", (6, 1)),
        ("site.url", (10, 3)),
        ("theme.colors", (13, 1)),
        ("theme.colors.accent", (13, 12)),
        ("theme.colors.ink", (13, 29)),
        ("theme.fonts.text", (14, 1)),
        ("theme.fonts", (14, 1)),
        ("tool.newsarc", (15, 1)),
        ("tool.newsarc.site.title", (16, 1)),
        ("list.name", (18, 1)),
        ("tags.aliases.U.K", (24, 13)),
        ("tags.limit", (25, 1)),
        ("deep.table.colors.measure", (27, 22)),
        ("deep.table.measure", (27, 39)),
        ("deep.table.measure.ink.x", (27, 60)),
        ("site.language", (4, 1)),  # where it would be
        ("title", None),
        ("listings.newest", None),
    ],
)
def test_a_setting_is_found(setting: str, place: tuple[int, int] | None) -> None:
    assert place_of_setting(FILE, setting) == place


def test_lines_may_end_as_those_of_windows() -> None:
    assert place_of_setting("[site]\r\ntitle = 3\r\n", "site.title") == (2, 1)
