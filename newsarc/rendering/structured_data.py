"""What machines may know of an article: schema.org's NewsArticle as JSON-LD.

Nothing is in it that the article does not say: a date has the precision it has, a headline is not
cut, an address is absolute or is left out.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

import msgspec
from markupsafe import Markup

from newsarc.config import Configuration
from newsarc.model import Json
from newsarc.site import routes
from newsarc.site.views import ArticleView, AuthorLink, Correction, Picture

_TYPE = "@type"
# JSON may write any character so; HTML then sees no tag, no entity, and JavaScript no line end.
_ESCAPED = tuple((sign, f"\\u{ord(sign):04x}") for sign in "<>&\u2028\u2029")


def json_ld(page: ArticleView, configuration: Configuration) -> Markup:
    """The script element that describes an article."""
    text = msgspec.json.encode(_news_article(page, configuration)).decode()
    for sign, escaped in _ESCAPED:
        if sign in text:
            text = text.replace(sign, escaped)
    return Markup(f'<script type="application/ld+json">{text}</script>')


def _news_article(page: ArticleView, configuration: Configuration) -> dict[str, Json]:
    site = configuration.site
    address = _absolute(page.route, configuration)
    return _known(
        {
            "@context": "https://schema.org",
            _TYPE: "NewsArticle",
            "@id": address or page.identifier,
            "identifier": page.identifier,
            "url": address,
            "mainEntityOfPage": address,
            "headline": page.title,
            "description": page.description,
            "datePublished": page.date.iso if page.date else None,
            "dateModified": page.updated.iso if page.updated else None,
            "author": [_author(author, configuration) for author in page.authors],
            "publisher": (
                {_TYPE: "Organization", "name": page.source.label} if page.source else None
            ),
            "dateline": page.dateline,
            "articleSection": page.section,
            "creativeWorkStatus": "Withdrawn" if page.withdrawal else None,
            "correction": [_correction(correction) for correction in page.corrections],
            "keywords": [tag.label for tag in page.tags],
            "inLanguage": page.lang or site.language,
            "image": _image(page.picture, configuration),
            "sameAs": page.url,
            "isPartOf": _website(site.title, _absolute(routes.FRONT, configuration)),
        }
    )


@lru_cache
def _website(title: str, address: str | None) -> Json:
    return _known({_TYPE: "WebSite", "name": title, "url": address})


def _correction(correction: Correction) -> Json:
    date = correction.date.iso if correction.date else None
    return _known({_TYPE: "CorrectionComment", "text": correction.text, "datePublished": date})


def _author(author: AuthorLink, configuration: Configuration) -> Json:
    return _known(
        {
            _TYPE: "Organization" if author.organisation else "Person",
            "name": author.name,
            "url": _absolute(author.route, configuration),
        }
    )


def _image(picture: Picture | None, configuration: Configuration) -> Json:
    address = _absolute(picture.route, configuration) if picture and picture.route else None
    if picture is None or address is None:
        return None
    return _known(
        {
            _TYPE: "ImageObject",
            "url": address,
            "caption": picture.caption,
            "creditText": picture.credit,
        }
    )


def _absolute(route: str, configuration: Configuration) -> str | None:
    return routes.absolute(route, configuration.site.url) if configuration.site.url else None


def _known(properties: Mapping[str, Json]) -> dict[str, Json]:
    """The properties that have a value."""
    return {name: value for name, value in properties.items() if value}
