"""Archives that show all that a site can show, in a language from left to right and in another."""

from __future__ import annotations

import struct
import zlib
from dataclasses import dataclass
from pathlib import Path

from newsarc.config import Configuration, SiteSettings, ThemeSettings
from tests.helpers.project import Project

_LONG = "Councillors of the seven lower parishes, meeting in the granary, vote again on the lock "
_UNBROKEN = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft"


@dataclass(frozen=True, slots=True)
class Words:
    """What the articles of an archive are made of."""

    language: str
    archive: str
    titles: tuple[str, ...]
    authors: tuple[str, ...]
    sources: tuple[str, ...]
    tags: tuple[str, ...]
    sentence: str


ENGLISH = Words(
    "en",
    "The Lower Marsh Archive",
    (
        *("Flood takes the lower road", "Lock reopens after nine years", "Dockers walk out"),
        *("A harvest of barley, and of debts", "“Nobody told us,” say the millers"),
        *(_LONG * 3, f"The {_UNBROKEN} is no more", "Ice"),
    ),
    ("Ada Quill", "Ines Valcourt", "Tom Ferrow"),
    ("The Lower Marsh Courier", "Marsh Wire"),
    ("Rivers", "Harbour", "Barley", "Strikes", "Locks", "Winter", _UNBROKEN),
    "The river rose by two metres in one night, and the keeper of the lock rang the bell. ",
)
ARABIC = Words(
    "ar",
    "أرشيف الوادي الأسفل",
    (
        *("الفيضان يغمر الطريق السفلي", "إعادة فتح القناة بعد تسع سنوات", "عمال الميناء يضربون"),
        *("موسم الشعير وديون المزارعين", "«لم يخبرنا أحد» يقول أصحاب الطواحين", "جليد"),
        "أعضاء المجالس في القرى السبع السفلى يجتمعون في مخزن الغلال القديم ويصوتون من جديد " * 3,
    ),
    ("سلمى الوادي", "نادر الميناوي", "هدى الطحان"),
    ("بريد الوادي الأسفل", "وكالة الضفة"),
    ("أنهار", "الميناء", "الشعير", "إضرابات", "القنوات", "الشتاء"),
    "ارتفع النهر مترين في ليلة واحدة، وقرع حارس القناة الجرس. ",
)


def write_archive(folder: Path, words: Words, theme: ThemeSettings | None = None) -> Project:
    """Build an archive of sixty articles over three years, with one of everything.

    It has an article with a picture, corrections and all facts, a withdrawn one, an undated one,
    a day of many articles and more tags than an index shows without letters.
    """
    project = Project(folder)
    project.write("lock.png", picture(640, 360))
    for number in range(60):
        project.write(f"{number:02}.md", _article(words, number))
    project.write("all.md", _full_article(words))
    head = f"---\ntitle: {words.titles[1]}\ndate: 2021-05-03\nwithdrawn: true\n---\n"
    project.write("gone.md", f"{head}\n{words.sentence}\n")
    project.write("undated.md", f"---\ntitle: {words.titles[0]}\n---\n\n{words.sentence}\n")
    site = SiteSettings(title=words.archive, language=words.language, description=words.titles[3])
    project.configure(Configuration(site=site, theme=theme or ThemeSettings()))
    project.build()
    return project


def _article(words: Words, number: int) -> str:
    tags = [
        words.tags[number % len(words.tags)],
        words.tags[number % 3],
        f"{words.tags[0]} {number}",
    ]
    day = 4 if number < 12 else number % 28 + 1
    month = 5 if number < 12 else number % 12 + 1
    return (
        f'---\ntitle: "{words.titles[number % len(words.titles)]}"\n'
        f"date: {2019 + number % 3 if number > 11 else 2021}-{month:02}-{day:02}\n"
        f'authors: ["{words.authors[number % 3]}"]\nsource: "{words.sources[number % 2]}"\n'
        f'dek: "{words.sentence.strip()}"\ntags: {tags}\n---\n\n'
        + f"{words.sentence * 4}\n\n"
        * (2 + number % 3)
    )


def _full_article(words: Words) -> str:
    return (
        f'---\ntitle: "{words.titles[0]}"\ndek: "{words.sentence.strip()}"\n'
        f'date: 2021-05-04T18:30\nupdated: 2021-05-06\nsection: "{words.tags[0]}"\n'
        f'authors: ["{words.authors[0]}", "{words.authors[1]}"]\nsource: "{words.sources[0]}"\n'
        f'dateline: "{words.tags[1]}"\ntags: {list(words.tags)}\n'
        f'image: {{file: lock.png, caption: "{words.titles[1]}", credit: "{words.authors[2]}"}}\n'
        f'corrections:\n  - {{date: 2021-05-07, text: "{words.sentence.strip()}"}}\n'
        "url: https://courier.example/2021/05/04/flood\nslug: everything\n---\n\n"
        f"{words.sentence * 5}\n\n## {words.titles[2]}\n\n> {words.sentence}\n\n"
        f"- {words.tags[0]}\n- {words.tags[1]}\n\n"
        f"| {words.tags[0]} | {words.tags[1]} |\n|---|---|\n| 1913 | 4 |\n\n"
        f"![{words.titles[1]}](lock.png)\n\n{words.sentence * 9}\n"
    )


def picture(width: int, height: int) -> bytes:
    """A grey PNG."""

    def chunk(kind: bytes, content: bytes) -> bytes:
        checked = kind + content
        return struct.pack(">I", len(content)) + checked + struct.pack(">I", zlib.crc32(checked))

    rows = (b"\0" + b"\x88" * width) * height
    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", header)
        + chunk(b"IDAT", zlib.compress(rows, 9))
        + chunk(b"IEND", b"")
    )
