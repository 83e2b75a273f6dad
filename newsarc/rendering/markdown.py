"""Markdown to HTML, by Python-Markdown with what newspapers use of its extensions."""

from __future__ import annotations

from collections.abc import Callable

import markdown
from markdown.extensions import Extension
from markdown.extensions.def_list import DefListExtension
from markdown.extensions.fenced_code import FencedCodeExtension
from markdown.extensions.footnotes import FootnoteExtension
from markdown.extensions.sane_lists import SaneListExtension
from markdown.extensions.tables import TableExtension
from markdown.inlinepatterns import SimpleTagInlineProcessor, SubstituteTagInlineProcessor
from markdown.postprocessors import Postprocessor

from newsarc.rendering.code_spans import CodeSpansOnOneLine
from newsarc.rendering.lists import CommonMarkLists
from newsarc.rendering.tangles import TangledError, is_tangled


class MarkdownConverter:
    """Reads one text after another; not for several threads at once."""

    def __init__(self) -> None:
        self._step = _BeforeRawHtml()
        self._markdown = _python_markdown(self._step)

    def html(self, text: str, before_raw_html: Callable[[str], str] | None = None) -> str:
        """The HTML of a text; HTML within the text is passed on as it stands.

        ``before_raw_html`` may change the HTML that Markdown made, while that of the text itself
        is not in it yet. Raises TangledError, and RecursionError for things deep within things.
        """
        if is_tangled(text):
            raise TangledError
        self._step.change = before_raw_html
        try:
            return self._markdown.reset().convert(text)
        except BaseException:
            # What it was doing is still on its mind, and reset() does not clear that.
            self._markdown = _python_markdown(self._step)
            raise


def _python_markdown(step: Extension) -> markdown.Markdown:
    return markdown.Markdown(
        output_format="html",
        extensions=[
            TableExtension(use_align_attribute=True),  # results and figures
            FencedCodeExtension(),  # code that no one may read as Markdown
            FootnoteExtension(  # sources of claims
                # The second character keeps the arrow from being shown as a coloured picture.
                BACKLINK_TEXT="\u21a9\ufe0e",
                BACKLINK_TITLE="Back to reference {}",
            ),
            SaneListExtension(),  # a numbered list does not go on in a bulleted one
            DefListExtension(),  # interviews, glossaries
            _CommonMark(),
            step,
        ],
    )


class _CommonMark(Extension):
    """What CommonMark and GitHub's Markdown have, and most texts in Markdown therefore use."""

    def extendMarkdown(self, md: markdown.Markdown) -> None:  # noqa: N802 - the library's name
        # After fenced code (25) is put away, before HTML (20) is.
        md.preprocessors.register(CodeSpansOnOneLine(md), "code_spans", 22)
        # After fenced code (25) and HTML (20) are put away.
        md.preprocessors.register(CommonMarkLists(md), "commonmark_lists", 15)
        # Before escaped characters (180): a backslash at the end of a line breaks it.
        hard_break = SubstituteTagInlineProcessor(r"\\\n", "br")
        md.inlinePatterns.register(hard_break, "hard_break", 185)
        struck = SimpleTagInlineProcessor(r"()~~(?=[^\s~])(.+?)(?<=\S)~~", "del")
        md.inlinePatterns.register(struck, "struck", 65)
        for sign in "\"$%&',/:;<=?@^|~":
            if sign not in md.ESCAPED_CHARS:
                md.ESCAPED_CHARS.append(sign)


class _BeforeRawHtml(Extension):
    """Lets a function change the HTML that was made, before that of the text is put back (30)."""

    change: Callable[[str], str] | None = None

    def extendMarkdown(self, md: markdown.Markdown) -> None:  # noqa: N802
        outer = self

        class Step(Postprocessor):
            def run(self, text: str) -> str:
                return outer.change(text) if outer.change else text

        md.postprocessors.register(Step(md), "before_raw_html", 35)
