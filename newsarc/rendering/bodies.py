"""The body of an article as HTML: pasted text or Markdown, made safe and fit for the archive."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cached_property
from html import escape
from typing import TYPE_CHECKING

import markupsafe

from newsarc.config import Configuration
from newsarc.model import Markup
from newsarc.rendering.adapting import Adapter
from newsarc.rendering.fragments import TooDeepError, parse, serialise
from newsarc.rendering.headings import mark_places
from newsarc.rendering.hiding import Hidden, hide
from newsarc.rendering.lifting import lifted
from newsarc.rendering.links import Targets, references, target_of
from newsarc.rendering.plain_blocks import plain_blocks
from newsarc.rendering.plain_paragraphs import plain_paragraphs
from newsarc.rendering.sanitising import sanitised
from newsarc.rendering.shortcode_forms import form
from newsarc.rendering.tangles import TangledError, is_tangled
from newsarc.rendering.text import showable, text_html
from newsarc.site.views import Body

if TYPE_CHECKING:
    from newsarc.rendering.markdown import MarkdownConverter

__all__ = ["BodyRenderer", "references"]


class BodyRenderer:
    """Renders one body after another; not for several threads at once."""

    def __init__(self, configuration: Configuration) -> None:
        self._trust_html = configuration.markdown.trust_html

    @cached_property
    def _markdown(self) -> MarkdownConverter:
        """Python-Markdown, whose import takes 30 ms: plain stories do not wait for it."""
        from newsarc.rendering.markdown import MarkdownConverter  # noqa: PLC0415

        return MarkdownConverter()

    def html(self, body: Body, route: str) -> markupsafe.Markup:
        """The HTML of a body on the page at ``route``.

        Markdown that nests deeper than anyone writes, or would take minutes to read, is shown as
        pasted text is: every word of it, and nothing made of its signs.
        """
        if body.markup is Markup.TEXT:
            return markupsafe.Markup(text_html(body.text))
        targets = Targets(body.links, route, body.sizes)
        for short_cut in (plain_paragraphs, plain_blocks):
            html = short_cut(body.text, targets, trusted=self._trust_html)
            if html is not None:
                return markupsafe.Markup(html)
        try:
            return markupsafe.Markup(self._markdown_html(body.text, targets))
        except (RecursionError, TangledError, TooDeepError):
            return markupsafe.Markup(text_html(body.text))

    def _markdown_html(self, text: str, targets: Targets) -> str:
        hidden = hide(showable(text))
        rest = lifted(hidden, targets, trusted=self._trust_html)
        if rest is not None and not is_tangled(hidden.text):
            html = rest.put_back(self.read(replace(hidden, text=rest.text), targets))
            if html is not None:
                return html
        return self.read(hidden, targets)

    def read(self, hidden: Hidden, targets: Targets) -> str:
        """The HTML of a text that is all read as Markdown."""
        if not self._trust_html:
            return self._adapted(sanitised(self._markdown.html(hidden.text)), targets, hidden)
        html = self._markdown.html(hidden.text, lambda made: self._adapted(made, targets, hidden))
        return _without_tokens(html, targets, hidden)

    def _adapted(self, html: str, targets: Targets, hidden: Hidden) -> str:
        root = parse(html)
        places = mark_places(root, hidden.token, trusted=self._trust_html)
        return serialise(Adapter(targets, hidden, places).adapt(root)).strip()


def _without_tokens(html: str, targets: Targets, hidden: Hidden) -> str:
    """Trusted HTML with its shortcodes: as links where they are values, else as what they show."""
    token = re.compile(rf"""(=\s*["']?)?{hidden.token.pattern}""")

    def shown(found: re.Match[str]) -> str:
        shortcode = hidden.shortcodes[int(found[2])]
        if found[1] is None:
            return serialise([form(shortcode, targets)])
        target = target_of(f"{found[0][len(found[1]) :]}", hidden)
        return found[1] + escape(targets.link(target) or target)

    return token.sub(shown, html)
