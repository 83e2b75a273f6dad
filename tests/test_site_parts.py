"""What a build says of pages that are made anew since all that shapes them changed."""

from __future__ import annotations

import pytest

from newsarc.building.site_parts import parts_of_site, what_changed
from newsarc.config import Configuration, SiteSettings, TagSettings
from newsarc.rendering.theme_files import ThemeFiles
from tests.helpers.project import Project

HERE = Configuration()
FILES = ThemeFiles({"base.html": b"a", "day.html": b"a"}, {"style.css": b"a"}, {})
BEFORE = parts_of_site(HERE, FILES)


@pytest.mark.parametrize(
    ("after", "said"),
    [
        (BEFORE, ""),
        ("", ""),
        (
            parts_of_site(Configuration(site=SiteSettings(title="Marsh Archive")), FILES),
            "the setting site.title changed",
        ),
        (
            parts_of_site(
                Configuration(SiteSettings(title="Marsh Archive"), TagSettings(limit=3)), FILES
            ),
            "the setting site.title and the setting tags.limit changed",
        ),
        (
            parts_of_site(HERE, ThemeFiles({"base.html": b"b"}, {"style.css": b"b"}, {})),
            "templates/assets/style.css, templates/base.html and templates/day.html changed",
        ),
        (
            parts_of_site(
                Configuration(SiteSettings(title="A")), ThemeFiles({"a.html": b""}, {}, {})
            ),
            "templates/a.html, templates/assets/style.css, templates/base.html and 2 more changed",
        ),
    ],
)
def test_what_changed_is_named(after: str, said: str) -> None:
    assert what_changed(BEFORE, after) == said
    assert what_changed("", after) == ""


def test_pages_are_made_anew_for_what_changed(project: Project) -> None:
    project.write("flood.txt", "Flood\n\nThe river rose.\n")
    project.build()
    project.configure(Configuration(site=SiteSettings(title="Marsh Archive")))
    assert reasons(project) == {"the setting site.title changed"}
    style = project.folder / "templates" / "assets" / "style.css"
    style.parent.mkdir(parents=True)
    style.write_text("p {}\n", encoding="utf-8")
    assert reasons(project) == {
        "templates/assets/style.css changed",
        "it is new",
        "nothing leads there any more",
    }
    template = project.folder / "templates" / "404.html"
    template.write_text("Lost.", encoding="utf-8")
    assert "templates/404.html changed" in reasons(project)
    template.unlink()
    assert "templates/404.html changed" in reasons(project)
    project.write("frost.txt", "Frost\n\nThe river froze.\n")
    assert "templates/assets/style.css changed" not in reasons(project)
    template.write_text("Lost.", encoding="utf-8")
    project.write("frost.txt", "Frost\n\nThe river thawed.\n")
    both = "templates/404.html changed, and 1 file of articles did too"
    assert {both} <= reasons(project) <= {both, "it is new"}


def test_of_many_changes_the_number_is_told(project: Project) -> None:
    names = [f"{number}.txt" for number in range(30)]
    for name in names:
        project.write(name, f"Flood in {name}\n\nThe river rose.\n")
    project.build()
    for name in names[:25]:
        project.write(name, f"Flood in {name}\n\nThe river fell.\n")
    assert reasons(project) == {"25 files of articles changed"}


def reasons(project: Project) -> set[str]:
    return {change.reason for change in project.build().changes}
