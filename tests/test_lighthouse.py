"""Lighthouse's audits, but for those that take the time: a busy machine would fail them.

``NEWSARC_LIGHTHOUSE`` names the program, ``lighthouse/cli/index.js``. A run takes twelve seconds,
so a phone reads two pages; with ``NEWSARC_LIGHTHOUSE_ALL`` phone and desktop read all.
"""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.helpers.browsing import CHROMIUM, POLICY, served
from tests.helpers.reading_rooms import ENGLISH, write_archive

LIGHTHOUSE = os.environ.get("NEWSARC_LIGHTHOUSE", "")
READ_BY_PHONE = {"front": "index.html", "article": "2021/05/04/everything.html"}
ALL = {
    **READ_BY_PHONE,
    "year": "2021/index.html",
    "month": "2021/05/index.html",
    "day": "2021/05/04/index.html",
    "tag": "tags/rivers/index.html",
}
RUNS = (
    [(device, route) for device in ("phone", "desktop") for route in ALL.values()]
    if os.environ.get("NEWSARC_LIGHTHOUSE_ALL")
    else [("phone", route) for route in READ_BY_PHONE.values()]
)

pytestmark = [
    pytest.mark.skipif(CHROMIUM is None, reason="chromium is not installed here"),
    pytest.mark.skipif(not LIGHTHOUSE, reason="NEWSARC_LIGHTHOUSE names no program"),
]


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("lighthouse") / "en"
    # Lighthouse asks for robots.txt from within the page, as no page does.
    policy = f"{POLICY}; connect-src 'self'"
    with served(write_archive(folder, ENGLISH).site, policy) as address:
        yield address


@pytest.mark.parametrize(("device", "route"), RUNS)
def test_lighthouse_finds_nothing(root: str, device: str, route: str, tmp_path: Path) -> None:
    report = audited(f"{root}{route}", device, tmp_path / "report.json")
    audits = report["audits"]
    low = [name for name, audit in audits.items() if audit["score"] == 0]
    for category in ("accessibility", "best-practices", "seo"):
        assert report["categories"][category]["score"] == 1, (category, low)
    assert audits["cumulative-layout-shift"]["numericValue"] == 0
    assert audits["dom-size"]["numericValue"] < 1400
    assert audits["total-byte-weight"]["numericValue"] < 100_000


def audited(address: str, device: str, file: Path) -> Any:
    """Lighthouse's report on a page."""
    preset = ["--preset=desktop"] if device == "desktop" else []
    subprocess.run(
        [
            *(LIGHTHOUSE, address, *preset, "--quiet", "--output=json", f"--output-path={file}"),
            "--only-categories=performance,accessibility,best-practices,seo",
            "--chrome-flags=--headless=new --no-sandbox --disable-gpu",
        ],
        env={**os.environ, "CHROME_PATH": str(CHROMIUM)},
        check=True,
        timeout=120,
    )
    return json.loads(file.read_text("utf-8"))
