"""Records as JSON text, and back."""

from __future__ import annotations

import msgspec

from newsarc.errors import Problem
from newsarc.model import Article

_ARTICLES = msgspec.json.Decoder(Article)
_PROBLEMS = msgspec.json.Decoder(tuple[Problem, ...])


def article_to_json(article: Article) -> str:
    return msgspec.json.encode(article).decode()


def article_from_json(text: str) -> Article:
    return _ARTICLES.decode(text)


def problems_to_json(problems: tuple[Problem, ...]) -> str:
    return msgspec.json.encode(problems).decode()


def problems_from_json(text: str) -> tuple[Problem, ...]:
    return _PROBLEMS.decode(text)
