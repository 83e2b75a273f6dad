"""The theme: a page goes in, its bytes come out.

The templates and assets are read when the theme is made; after that, bytes are a function of the
page, those files and the configuration. In a template ``page`` is the view of the page and
``link(route)`` leads to another one; what else it may use stands in ``_globals`` and ``_filters``.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache, partial
from pathlib import Path
from typing import TypeAlias
from urllib.parse import urlsplit

from jinja2 import (
    FunctionLoader,
    TemplateError,
    TemplateRuntimeError,
    pass_context,
    select_autoescape,
)
from jinja2.bccache import BytecodeCache
from jinja2.runtime import Context
from markupsafe import Markup

from newsarc.config import Configuration
from newsarc.errors import TemplateProblemError
from newsarc.model import Page, Taxonomy
from newsarc.rendering import feeds, formatting
from newsarc.rendering.assets import name_assets
from newsarc.rendering.bylines import byline_parts, names_beside, unnamed_authors
from newsarc.rendering.charts import bars, year_labels
from newsarc.rendering.citations import citation_files
from newsarc.rendering.lean_templates import LeanEnvironment, marked_safe
from newsarc.rendering.template_errors import template_problem
from newsarc.rendering.text import showable_bytes
from newsarc.rendering.theme_files import (
    ASSETS,
    MAIN_STYLESHEET,
    SHIPPED,
    read_theme_files,
    template_folders,
)
from newsarc.rendering.theme_properties import theme_rules
from newsarc.rendering.translations import translations_of
from newsarc.rendering.undefined import undefined_beside
from newsarc.site import routes
from newsarc.site.views import ArticleView, Body

__all__ = ["Theme", "template_folders"]

BodyHtml: TypeAlias = Callable[[Body, str], Markup]
"""The HTML of a body on the page at a route."""
JsonLd: TypeAlias = Callable[[ArticleView, Configuration], Markup]
"""The script element that describes an article for machines."""

_LINK_START = "\0"  # stands in no HTML
_REMEMBERED = 12_000  # about 15 MB
_AT_HAND = 4_000  # about 3 MB; pages of a batch show the same cards, from the same depth
# What expressions raise that make no sense: page.title + 1, page.tags[0], 1 / 0, "a"|truncate(2);
# and templates that include themselves.
_SENSELESS = (
    *(TypeError, ValueError, LookupError, ArithmeticError, AttributeError),
    *(AssertionError, RecursionError),
)


class Theme:
    """The templates and assets of a site, ready to render."""

    def __init__(
        self,
        folders: Sequence[Path],
        configuration: Configuration,
        body_html: BodyHtml,
        json_ld: JsonLd,
        compiled: BytecodeCache | None = None,
    ) -> None:
        """Read the folders of ``template_folders``, those that override first.

        ``compiled`` keeps templates as Python, which saves every further theme 0.3 s.
        Raises TemplateProblemError where assets cannot be named.
        """
        self._files = read_theme_files(folders).with_rules(theme_rules(configuration.theme))
        self._named_assets = name_assets(self._files)
        if MAIN_STYLESHEET not in self._named_assets:
            raise TemplateProblemError(
                f"{SHIPPED}/{ASSETS}{MAIN_STYLESHEET}: there is no such file"
            )
        self.stylesheet = self._named_assets[MAIN_STYLESHEET].route
        self._not_found_prefix = _root_path(configuration.site.url)
        own = self._globals(configuration)
        self._environment = LeanEnvironment(
            own,
            translate=translations_of(configuration.site.language).gettext,
            overridden=self._files.templates,
            loader=FunctionLoader(self._load),
            undefined=undefined_beside(("page", "link", *own)),
            autoescape=select_autoescape(("html", "xml")),
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
            cache_size=-1,
            bytecode_cache=compiled,
        )
        self._environment.filters.update(_filters(configuration, body_html, json_ld))

    def assets(self) -> Mapping[str, bytes]:
        """The bytes of every asset, by its route."""
        return {asset.route: asset.content for asset in self._named_assets.values()}

    def fingerprint(self) -> str:
        """A digest of every template and asset: as long as it stays, views alone change pages."""
        return self._files.fingerprint()

    def render(self, page: Page) -> bytes:
        """The bytes of a page, in UTF-8. Raises TemplateProblemError with the template's line."""
        try:
            template = self._environment.get_template(page.template)
            text = template.render(page=page.view, link=self._link(page))
        except (TemplateError, *_SENSELESS) as error:
            problem = template_problem(error, self._files)
            if problem is None:
                raise
            raise problem from error
        # A title, a tag or a byline may hold what HTML cannot carry, just as a body may.
        return showable_bytes(text) if page.template.endswith(".html") else text.encode()

    def _link(self, page: Page) -> Callable[[str], str]:
        """The function that gives links on a page; the same one for all pages of a depth."""
        if page.route == routes.NOT_FOUND:
            # Servers send this page for addresses of any depth.
            return self._not_found_prefix.__add__
        return _link_from(routes.relative("", page.route))

    def _load(self, name: str) -> tuple[str, str, Callable[[], bool]] | None:
        source = self._files.templates.get(name)
        if source is None:
            return None
        try:
            return source.decode(), name, lambda: True
        except UnicodeDecodeError as error:
            line = source.count(b"\n", 0, error.start) + 1
            raise TemplateProblemError(f"{self._files.places[name]}:{line}: not UTF-8") from error

    def _globals(self, configuration: Configuration) -> dict[str, object]:
        site = configuration.site

        def absolute(route: str) -> str | None:
            return routes.absolute(route, site.url) if site.url else None

        def asset(name: str) -> str:
            if name not in self._named_assets:
                raise TemplateRuntimeError(f'there is no asset "{name}"')
            return self._named_assets[name].route

        return {
            "site": site,
            "stylesheet": self.stylesheet,
            "absolute": absolute,
            "asset": asset,
            "routes": routes,
            "taxonomies": tuple(Taxonomy),
            "remembered": _remembering(),
            "weekdays": partial(formatting.weekdays, site.language),
            "month_names": partial(formatting.month_names, site.language),
        }


@lru_cache(maxsize=64)
def _link_from(prefix: str) -> Callable[[str], str]:
    return prefix.__add__


def _remembering() -> Callable[..., Markup]:
    """A function that calls a macro with a card, but only once for all pages that show the card.

    What else is the same on many pages will do as well as a card. The macro gets a link that leads
    nowhere yet; where each page's links begin is filled in.
    """

    @lru_cache(maxsize=_REMEMBERED)
    def pieces(
        macro: Callable[..., Markup], shown: object, options: tuple[object, ...]
    ) -> list[str]:
        return str(macro(shown, _LINK_START.__add__, *options)).split(_LINK_START)

    @lru_cache(maxsize=_AT_HAND)
    def remembered(
        macro: Callable[..., Markup],
        shown: object,
        link: Callable[[str], str] | None,
        *options: object,
    ) -> Markup:
        before = link("") if link else ""
        return marked_safe(before.join(pieces(macro, shown, options)))

    return remembered


def _root_path(site_url: str) -> str:
    """``https://news.example/archive`` → ``/archive/``; without an address, nothing."""
    return f"{urlsplit(site_url).path.rstrip('/')}/" if site_url else ""


def _filters(
    configuration: Configuration, body_html: BodyHtml, json_ld: JsonLd
) -> dict[str, Callable[..., object]]:
    @pass_context
    def html(context: Context, body: Body) -> Markup:
        return body_html(body, context["page"].route)

    in_language = {
        function.__name__: partial(function, language=configuration.site.language)
        for function in (
            formatting.long_date,
            formatting.short_date,
            formatting.period_name,
            formatting.month_name,
            formatting.day_of_month,
            formatting.weekday_name,
            formatting.number,
            formatting.counted,
        )
    }
    return {
        **in_language,
        "html": html,
        "json_ld": lambda view: json_ld(view, configuration),
        "citation_files": lambda view: citation_files(view, configuration),
        "truncate": formatting.truncate,
        "single_quotes": formatting.single_quotes,
        "direction": formatting.direction,
        "shade": formatting.shade,
        "share": formatting.share,
        "busiest_day": formatting.busiest_day,
        "largest": formatting.largest,
        "bars": bars,
        "year_labels": year_labels,
        "without_cards": formatting.without_cards,
        "byline_parts": byline_parts,
        "unnamed_authors": unnamed_authors,
        "names_beside": names_beside,
        "rfc3339": feeds.rfc3339,
        "w3c_datetime": feeds.w3c_datetime,
        "xml_text": feeds.xml_text,
    }
