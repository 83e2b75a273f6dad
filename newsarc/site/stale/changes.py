"""What changed between two builds, and how to say it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from newsarc.catalog.entries import ArticleEntry, KnownArticle, TermEntry
from newsarc.model import Taxonomy

T = TypeVar("T")

_NOUNS: Mapping[Taxonomy, str] = {
    Taxonomy.TAG: "tag",
    Taxonomy.AUTHOR: "author",
    Taxonomy.SOURCE: "source",
}


@dataclass(frozen=True, slots=True)
class ArticleChange:
    """An article before and after; None where there was or is none."""

    path: str
    before: KnownArticle | None
    after: KnownArticle | None
    renamed: str = ""
    """The path of the very same text before, or now if it is gone; empty if it was not renamed."""

    @property
    def sides(self) -> tuple[KnownArticle, ...]:
        return tuple(side for side in (self.before, self.after) if side is not None)

    @property
    def entries(self) -> tuple[ArticleEntry, ...]:
        return tuple(side.entry for side in self.sides)

    @property
    def is_relisted(self) -> bool:
        """Whether other listings list it now, or list it elsewhere."""
        before, after = self.before, self.after
        return before is None or after is None or _places(before.entry) != _places(after.entry)

    @property
    def is_moved(self) -> bool:
        """Whether its address is another."""
        return len({side.route for side in self.sides}) != 1 or self.is_new_or_gone

    @property
    def is_new_or_gone(self) -> bool:
        return self.before is None or self.after is None

    @property
    def is_shown_otherwise(self) -> bool:
        """Whether its card is another."""
        return self.is_moved or len({entry.card for entry in self.entries}) != 1


@dataclass(frozen=True, slots=True)
class ImageChange:
    """A picture's route before and after; None where there was or is none."""

    path: str
    before: str | None
    after: str | None

    @property
    def happened(self) -> str:
        """What happened to it, as the end of a sentence."""
        if self.after is None:
            return "is gone"
        return "is new" if self.before is None else "is another"


@dataclass(frozen=True, slots=True)
class Changes:
    """All that a build finds changed."""

    articles: tuple[ArticleChange, ...]
    """Those that were read anew, and those whose address these took or gave back."""
    images: tuple[ImageChange, ...]
    labels: Mapping[tuple[str, str], str]
    """Terms, as taxonomy and key, that are written otherwise now: how they were written."""

    def articles_more(self) -> Counter[str]:
        """How many articles more periods have now; an empty one stands for the undated."""
        return self._count(periods_of)

    def articles_of_terms_more(self) -> Counter[tuple[str, str, str]]:
        """How many articles more the periods of terms have: by taxonomy, key and period."""
        return self._count(_term_periods_of)

    def files_named_more(self) -> Counter[str]:
        """How many articles more there are of files of a name."""
        return self._count(lambda entry: [file_name(entry.article.path)])

    def _count(self, keys_of: Callable[[ArticleEntry], Iterable[T]]) -> Counter[T]:
        more: Counter[T] = Counter()
        for change in self.articles:
            for side, step in ((change.before, -1), (change.after, 1)):
                if side is not None:
                    for key in keys_of(side.entry):
                        more[key] += step
        return more


def with_renames(changes: Iterable[ArticleChange]) -> tuple[ArticleChange, ...]:
    """The changes, with each new article and each one gone that are the same file, renamed.

    A file is the same by its digest; of several copies the first is taken for the first.
    """
    changes = tuple(changes)
    gone = _by_digest(change for change in changes if change.after is None)
    new = _by_digest(change for change in changes if change.before is None)
    other: dict[str, str] = {}
    for digest, paths in gone.items():
        for before, after in zip(paths, new.get(digest, ()), strict=False):
            other |= {before: after, after: before}
    return tuple(replace(change, renamed=other.get(change.path, "")) for change in changes)


def _by_digest(changes: Iterable[ArticleChange]) -> Mapping[str, Sequence[str]]:
    paths: dict[str, list[str]] = {}
    for change in changes:
        paths.setdefault(change.entries[0].article.digest, []).append(change.path)
    return paths


def file_name(path: str) -> str:
    return path.rpartition("/")[2]


def periods_of(entry: ArticleEntry) -> tuple[str, ...]:
    """The year, month and day of an article; an empty period if it has no date."""
    date = entry.article.date
    if date is None:
        return ("",)
    return tuple(period for period in (date.year, date.month, date.day) if period)


def _term_periods_of(entry: ArticleEntry) -> Iterator[tuple[str, str, str]]:
    for term in entry.terms:
        for period in periods_of(entry):
            yield term.taxonomy.value, term.key, period


def _places(entry: ArticleEntry) -> tuple[object, ...]:
    return entry.article.date, entry.terms


# Sentences


def happened(change: ArticleChange, shown: str) -> str:
    """What happened to an article: ``articles/x.txt changed its title``."""
    path = f"{shown}/{change.path}"
    if change.renamed:
        other = f"{shown}/{change.renamed}"
        before, after = (path, other) if change.after is None else (other, path)
        return f"{before} was renamed to {after}"
    if change.before is None:
        return f"{path} is new"
    if change.after is None:
        return f"{path} is no longer published"
    return f"{path} {', '.join(_differences(change.before, change.after))}"


def happened_to_term(change: ArticleChange, taxonomy: str, key: str, shown: str) -> str:
    """What happened to an article, as the pages of a term see it."""
    had, has = (
        next(
            (term for term in side.entry.terms if (term.taxonomy, term.key) == (taxonomy, key)),
            None,
        )
        if side
        else None
        for side in (change.before, change.after)
    )
    if change.is_new_or_gone or (had is None) == (has is None):
        return happened(change, shown)
    return f"{shown}/{change.path} {_gained(has) if has else _lost(had)}"


def _differences(before: KnownArticle, after: KnownArticle) -> Iterator[str]:
    old, new = before.entry, after.entry
    if old.article.date != new.article.date:
        yield f"moved from {old.article.date or 'no date'} to {new.article.date or 'no date'}"
    elif before.route != after.route:
        yield f"moved to {after.route}"
    changed = [
        name
        for name in ("title", "dek", "byline", "lang")
        if getattr(old.card, name) != getattr(new.card, name)
    ]
    if changed:
        yield f"changed its {' and '.join(changed)}"
    if old.card.withdrawn != new.card.withdrawn:
        yield "was withdrawn" if new.card.withdrawn else "is no longer withdrawn"
    had, has = ({(term.taxonomy, term.key): term for term in e.terms} for e in (old, new))
    yield from (_gained(term) for key, term in has.items() if key not in had)
    yield from (_lost(term) for key, term in had.items() if key not in has)
    yield from (
        f"writes the {_NOUNS[term.taxonomy]} {had[key].label} as {term.label}"
        for key, term in has.items()
        if key in had and had[key].label != term.label
    )
    if old.aliases != new.aliases:
        yield "changed its former addresses"
    listed = [(side.route, side.entry.card, side.entry.terms) for side in (before, after)]
    if listed[0] == listed[1] and old.aliases == new.aliases:
        yield "changed its text"


def _gained(term: TermEntry) -> str:
    return f"gained the {_NOUNS[term.taxonomy]} {term.label}"


def _lost(term: TermEntry | None) -> str:
    return f"lost the {_NOUNS[term.taxonomy]} {term.label}" if term else ""


def noun_of(taxonomy: str) -> str:
    """``tags`` → ``tag``"""
    return _NOUNS[Taxonomy(taxonomy)]
