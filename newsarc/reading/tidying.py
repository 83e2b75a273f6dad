"""The fields of pasted text as front matter would give them: in lines without needless space.

So a record is the same whether a text gives it or the front matter that is made of the text.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from newsarc.model import Author, Image
from newsarc.reading.field_groups import each_once
from newsarc.reading.field_types import squeezed, squeezed_lines
from newsarc.reading.record import Fields


def tidied(fields: Fields) -> Fields:
    """The fields, each text of them squeezed; what is then empty is left out."""
    return replace(
        fields,
        title=_tidy(fields.title),
        dek=_tidy(fields.dek, squeezed_lines),
        byline=_tidy(fields.byline, squeezed_lines),
        authors=_authors(fields.authors),
        source=_tidy(fields.source),
        dateline=_tidy(fields.dateline),
        image=_image(fields.image),
        tags=each_once(filter(None, map(squeezed, fields.tags))),
        section=_tidy(fields.section),
    )


def _tidy(text: str | None, tidy: Callable[[str], str] = squeezed) -> str | None:
    return tidy(text) or None if text is not None else None


def _authors(authors: tuple[Author, ...]) -> tuple[Author, ...]:
    named = (Author(squeezed(author.name), author.organisation) for author in authors)
    return tuple(dict.fromkeys(author for author in named if author.name))


def _image(image: Image | None) -> Image | None:
    if image is None:
        return None
    tidy = replace(image, caption=_tidy(image.caption, squeezed_lines), credit=_tidy(image.credit))
    return tidy if tidy != Image() else None
