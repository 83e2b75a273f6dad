"""Pages keep the place of their pictures: width and height stand beside the file's name."""

from __future__ import annotations

import os
import re
import struct
from pathlib import Path

import pytest

from newsarc.building.picture_sizes import size_of
from newsarc.model import Size
from tests.helpers.project import Project
from tests.helpers.reading_rooms import picture

_TURNED = b"Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06\0\0\0\0\0\0"

SVG = b'<svg xmlns="http://www.w3.org/2000/svg"%s/>'


def jpeg(width: int, height: int, exif: bytes = b"") -> bytes:
    application = b"\xff\xe1" + struct.pack(">H", len(exif) + 2) + exif if exif else b""
    frame = b"\xff\xc0" + struct.pack(">HBHHB", 11, 8, height, width, 1) + b"\x01\x11\x00"
    return b"\xff\xd8" + application + frame + b"\xff\xd9"


@pytest.mark.parametrize(
    ("name", "content", "size"),
    [
        ("a.png", picture(640, 360), Size(640, 360)),
        ("a.jpg", jpeg(640, 360), Size(640, 360)),
        # As a camera that was held upright leaves it.
        ("turned.jpg", jpeg(640, 360, _TURNED), Size(360, 640)),
        ("a.gif", b"GIF89a" + struct.pack("<HH", 64, 36) + b"\0\0\0;", Size(64, 36)),
        (
            "a.svg",
            b'<svg xmlns="http://www.w3.org/2000/svg" width="64" height="36"/>',
            Size(64, 36),
        ),
        ("flat.svg", SVG % b' width="100" height="0.4"', None),
        ("no-size.svg", b'<svg xmlns="http://www.w3.org/2000/svg"/>', None),
        ("cut.png", picture(640, 360)[:18], None),
        ("cut.jpg", jpeg(640, 360)[:6], None),
        ("empty.png", b"", None),
        ("text.jpg", b"This is no picture at all.", None),
        ("zero.gif", b"GIF89a" + struct.pack("<HH", 0, 36) + b"\0\0\0;", None),
    ],
)
def test_sizes(tmp_path: Path, name: str, content: bytes, size: Size | None) -> None:
    file = tmp_path / name
    file.write_bytes(content)
    assert size_of(file) == size


def test_what_is_not_there_has_no_size(tmp_path: Path) -> None:
    assert size_of(tmp_path / "none.png") is None


STORY = """---
title: Flood
date: 2021-05-04
image: {file: river.png, caption: The river}
---

The river rose.

![The lock](lock.png) ![Lost](lost.png) ![Damaged](damaged.png)
"""


def shapes(project: Project) -> list[tuple[str, ...]]:
    page = project.page("2021/05/04/flood.html")
    found = re.findall(r"<img [^>]*>", page)
    return [tuple(re.findall(r'\b(?:width|height)="(\d+)"', image)) for image in found]


def test_pictures_on_a_page_have_their_sizes(project: Project) -> None:
    project.write("flood.md", STORY)
    project.write("river.png", picture(640, 360))
    project.write("lock.png", picture(30, 40))
    project.write("damaged.png", b"\x89PNG\r\n\x1a\nnothing")
    project.build()
    assert shapes(project) == [("640", "360"), ("30", "40"), ()]
    # Another picture of the same name.
    project.write("river.png", picture(36, 64))
    project.build()
    assert shapes(project)[0] == ("36", "64")


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such names")
@pytest.mark.parametrize(
    ("file", "written"),
    [
        ("bus #1?.png", "bus #1?.png"),
        ("100%25.png", "100%25.png"),
        ("bus 1.png", "bus%201.png"),  # as other programs write it
    ],
)
def test_a_picture_s_file_is_a_name_before_it_is_a_link(
    project: Project, file: str, written: str
) -> None:
    project.write("flood.md", f'---\ntitle: Flood\nimage: "{written}"\n---\nThe river rose.\n')
    project.build()
    page = project.site / "undated" / "flood.html"
    assert "<img" not in page.read_text(encoding="utf-8")
    (project.articles / file).write_bytes(picture(640, 360))
    assert not project.build().failed
    assert 'width="640"' in page.read_text(encoding="utf-8")
