"""Ids for questions that have none: made of their words, so that they stay when the page or the table is reordered."""

import hashlib
import re
import unicodedata
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any, Final

_NO_SLUG: Final = re.compile(r"[^a-z0-9]+")
_SLUG_CHARACTERS: Final = 60
_HASH_CHARACTERS: Final = 8


def made_ids(titles: Sequence[str]) -> list[str]:
    """Return an id per title; different titles with the same words get digits of their hash behind them.

    Examples
    --------
    >>> made_ids(["Hur betalar jag?", "How do I pay?"])
    ['hur-betalar-jag', 'how-do-i-pay']
    """
    shared = Counter(_slug(title) for title in set(titles))
    return [_unique_slug(title, shared) for title in titles]


def with_made_ids(questions: Sequence[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """Return questions of which those without an ``id`` have one made of their ``title``."""
    made = made_ids([question["title"] for question in questions])
    return [{**question, "id": question["id"] or own} for question, own in zip(questions, made, strict=True)]


def _unique_slug(title: str, shared: Mapping[str, int]) -> str:
    slug = _slug(title)
    if slug and shared[slug] == 1:
        return slug
    return f"{slug or 'faq'}-{hashlib.sha256(title.encode('utf-8', 'replace')).hexdigest()[:_HASH_CHARACTERS]}"


def _slug(title: str) -> str:
    plain = title.casefold().replace("ø", "o").replace("æ", "ae").replace("ß", "ss")
    letters = "".join(letter for letter in unicodedata.normalize("NFKD", plain) if not unicodedata.combining(letter))
    return _NO_SLUG.sub("-", letters)[:_SLUG_CHARACTERS].strip("-")
