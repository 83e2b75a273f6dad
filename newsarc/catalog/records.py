"""Records as JSON text, and back."""

from __future__ import annotations

from typing import TypeVar

import msgspec

from newsarc.catalog.connecting import DamageError
from newsarc.errors import Problem
from newsarc.model import Article

T = TypeVar("T")

_ARTICLES = msgspec.json.Decoder(Article)
_PROBLEMS = msgspec.json.Decoder(tuple[Problem, ...])


def article_to_json(article: Article) -> str:
    return msgspec.json.encode(article).decode()


def article_from_json(text: str) -> Article:
    return _decoded(_ARTICLES, text)


def problems_to_json(problems: tuple[Problem, ...]) -> str:
    return msgspec.json.encode(problems).decode()


def problems_from_json(text: str) -> tuple[Problem, ...]:
    return _decoded(_PROBLEMS, text)


def _decoded(decoder: msgspec.json.Decoder[T], text: str) -> T:
    """Raises DamageError."""
    try:
        return decoder.decode(text)
    except msgspec.DecodeError as error:
        raise DamageError(f"a record is damaged: {error}") from error
