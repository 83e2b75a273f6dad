"""What the templates say: their messages, and the catalogs that hold them in other languages."""

from __future__ import annotations

import io
from collections.abc import Iterator
from gettext import GNUTranslations
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po
from jinja2 import Environment
from jinja2.nodes import Call, Const, Filter

from newsarc.rendering.theme_files import template_folders
from newsarc.rendering.translations import CATALOGS, is_translated, text_of

TEMPLATES = template_folders(None)[-1]


def sources() -> Iterator[tuple[str, str]]:
    """The templates: name and text."""
    for path in sorted(TEMPLATES.rglob("*")):
        if path.suffix in {".html", ".xml"}:
            yield path.relative_to(TEMPLATES).as_posix(), path.read_text(encoding="utf-8")


def messages() -> Catalog:
    """All messages of the templates, with the templates that have them; untranslated."""
    catalog = Catalog(project="newsarc", version="", copyright_holder="the newsarc authors")
    environment = Environment(trim_blocks=True, lstrip_blocks=True, autoescape=True)
    for name, source in sources():
        tree = environment.parse(source)
        for call in filter(is_translated, tree.find_all(Call)):
            catalog.add(text_of(call), locations=[(name, 0)])
        for counted in tree.find_all(Filter):
            if counted.name == "counted":
                forms = tuple(arg.value for arg in counted.args if isinstance(arg, Const))
                assert len(forms) == 2, f"{name}:{counted.lineno}: counted() takes two texts"
                catalog.add(forms, locations=[(name, 0)])
    return catalog


def languages() -> list[str]:
    """The languages that there is a catalog for."""
    return sorted(path.stem for path in CATALOGS.glob("*.po"))


def catalog_of(language: str) -> Catalog:
    return read_po(io.BytesIO((CATALOGS / f"{language}.po").read_bytes()), locale=language)


def compiled(catalog: Catalog) -> bytes:
    """What programs read of a catalog."""
    file = io.BytesIO()
    write_mo(file, catalog)
    return file.getvalue()


def texts(compiled_catalog: bytes) -> dict[object, object]:
    """What a program finds in a compiled catalog; its header, which names tools, left out."""
    read: dict[object, object] = GNUTranslations(io.BytesIO(compiled_catalog))._catalog  # type: ignore[attr-defined]
    return {key: text for key, text in read.items() if key}


def renew() -> None:
    """Bring all catalogs up to date: what is new is left to translate, what is gone is left out."""
    wanted = messages()
    for language in languages():
        catalog = catalog_of(language)
        # A catalog that is up to date stays as it is, to the byte.
        wanted.creation_date = catalog.creation_date
        catalog.update(wanted, no_fuzzy_matching=True)
        catalog.obsolete.clear()
        catalog.fuzzy = False
        catalog.header_comment = "# A catalog of newsarc, under its license."
        _write(CATALOGS / f"{language}.po", catalog)
        (CATALOGS / f"{language}.mo").write_bytes(compiled(catalog_of(language)))


def _write(path: Path, catalog: Catalog) -> None:
    text = io.BytesIO()
    write_po(text, catalog, width=0, sort_output=True, include_lineno=False)
    # Who wrote it stands in the repository.
    unneeded = (
        "Report-Msgid",
        "POT-Creation",
        "PO-Revision",
        "Last-Trans",
        "Language-Team",
        "Gene",
    )
    lines = text.getvalue().decode().splitlines(keepends=True)
    kept = (line for line in lines if not line.startswith(tuple(f'"{name}' for name in unneeded)))
    path.write_text("".join(kept), encoding="utf-8", newline="")
