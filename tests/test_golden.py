"""The seed's record and pages, byte for byte as they were looked at and found good.

``pytest tests/test_golden.py --accept`` writes them anew, to be looked at in the difference.
"""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from newsarc.config import Configuration, SiteSettings
from tests.helpers.project import Project

GOLDEN = Path(__file__).resolve().parent / "golden" / "seed"
SOURCE = "articles/iraqi-militias-propose-ceasefire.txt"
PAGES = (
    "index.html",
    "2020/index.html",
    "2020/10/index.html",
    "2020/10/13/index.html",
    "2020/10/13/iraqi-militias-propose-ceasefire.html",
    "tags/index.html",
    "tags/iraq/index.html",
    "tags/iraq/2020.html",
    "tags/iraq/feed.xml",
    "authors/index.html",
    "authors/peoples-dispatch/index.html",
    "sources/peoples-dispatch/index.html",
    "feed.xml",
    "feed.json",
    "sitemap.xml",
    "sitemaps/2020.xml",
    "robots.txt",
    "404.html",
)

# The stylesheet's name holds a digest, which changes more often than what pages say.
_ASSET = re.compile(r"(assets/[a-z]+)\.[0-9a-f]{8}\.")


def compare(request: pytest.FixtureRequest, name: str, text: str) -> None:
    golden = GOLDEN / name
    if request.config.getoption("--accept"):
        golden.parent.mkdir(parents=True, exist_ok=True)
        golden.write_text(text, encoding="utf-8", newline="")
    assert text == golden.read_bytes().decode()


@pytest.fixture
def built(seed_project: Project) -> Project:
    site = SiteSettings(title="Example Archive", url="https://news.example/archive/")
    seed_project.configure(Configuration(site=site))
    seed_project.build()
    return seed_project


def test_pages(built: Project, request: pytest.FixtureRequest) -> None:
    for route in PAGES:
        compare(request, f"site/{route}", _ASSET.sub(r"\1.DIGEST.", built.page(route)))


def test_routes(built: Project, request: pytest.FixtureRequest) -> None:
    routes = [_ASSET.sub(r"\1.DIGEST.", route) for route in built.built()]
    compare(request, "routes.txt", "\n".join(routes) + "\n")


def test_record(seed_project: Project, request: pytest.FixtureRequest) -> None:
    record = json.loads(seed_project.run("parse", "--json", SOURCE).stdout)
    compare(request, "record.json", json.dumps(record, ensure_ascii=False, indent=2) + "\n")


def test_the_seed_reads_as_its_editor_would_read_it(seed_project: Project) -> None:
    """What is wanted, said apart from the golden file, so that accepting cannot lose it."""
    record = json.loads(seed_project.run("parse", "--json", SOURCE).stdout)
    source = (seed_project.folder / SOURCE).read_text(encoding="utf-8")
    paragraphs = [block for block in source.split("\n\n") if block.strip()]
    assert record["title"] == (
        "Iraqi militias propose ceasefire on the condition that US occupying forces leave"
        " the country"
    )
    assert record["dek"] == paragraphs[1].strip()
    assert record["date"] == "2020-10-13"
    assert record["byline"] == record["source"] == "Peoples Dispatch"
    assert record["authors"] == ["Peoples Dispatch"]
    assert record["caption"] == (
        "US officials blame Kataib Hezbollah for dozens of rocket attacks against"
        " US installations in Iraq."
    )
    assert record["credit"] == "Middle East Online"
    assert record["body"] == "\n\n".join(paragraphs[3:])
    assert len(paragraphs[3:]) == 4
    assert record["section"] is record["url"] is None
    assert record["tags"] == record["removed"] == []
    suggested = set(record["suggested_tags"])
    assert suggested >= {"Iraq", "United States", "Kataib Hezbollah", "Qassem Soleimani"}
    assert not suggested & {"US", "October", "Sunday", "Analysts", "January", "Militias"}
