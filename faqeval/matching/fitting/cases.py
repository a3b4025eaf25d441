"""A labelled FAQ: which article answers which query."""

import hashlib
from dataclasses import dataclass, field

from ...records import Article


@dataclass(frozen=True, slots=True)
class LabelledQuery:
    """A query and the ids of the articles that answer it; none when no article does."""

    text: str
    article_ids: frozenset[str]


@dataclass(frozen=True, slots=True)
class Case:
    """One FAQ in one language with its queries. Cases of one ``group`` are left out together."""

    name: str
    group: str
    articles: tuple[Article, ...]
    queries: tuple[LabelledQuery, ...] = field(repr=False)


def hash_share(text: str) -> float:
    """Number in 0..1 that depends on the text alone: a fair coin that always falls the same way."""
    return int.from_bytes(hashlib.sha256(text.encode()).digest()[:8], "big") / 2**64
