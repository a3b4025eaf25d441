"""Customers' words for official texts, in six languages: what matching is fitted to, taught with and measured on."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal

Use = Literal["teach", "fit", "measure"]


@dataclass(frozen=True, slots=True)
class CustomersArticle:
    """One answer of an invented site, and what customers say.

    ``queries`` in words of their own and ``plain`` in words of the title are answered by it; ``course`` is an agent's
    note of a whole call about it, "" where none was written. ``near`` are about the same topic and answered by nothing
    on the site.

    ``use``: what its site serves for: the bundled model was taught with it, weights may be fitted to it but nothing was
    taught with it, or it is for measuring only. All articles of a site say the same.
    """

    article_id: str
    language: str
    domain: str
    use: Use
    title: str
    body: str
    queries: tuple[str, ...]
    plain: tuple[str, ...]
    near: tuple[str, ...]
    course: str


@dataclass(frozen=True, slots=True)
class OffTopic:
    """What reaches a company and that no FAQ answers: a wrong number, thanks, small talk."""

    language: str
    kind: str
    text: str


@cache
def customers_articles() -> tuple[CustomersArticle, ...]:
    """Return all articles, by language and in the order of the files; the articles of a site stand together."""
    return tuple(
        CustomersArticle(
            row["id"],
            row["language"],
            row["domain"],
            row["use"],
            row["title"],
            row["body"],
            tuple(row["queries"]),
            tuple(row["plain"]),
            tuple(row["near"]),
            row.get("course", ""),
        )
        for row in _rows("articles")
    )


@cache
def off_topic() -> tuple[OffTopic, ...]:
    """Return the texts that no site answers."""
    return tuple(OffTopic(row["language"], row["kind"], row["text"]) for row in _rows("offtopic"))


def _rows(kind: str) -> Sequence[dict]:  # type: ignore[type-arg]
    folder = files("faqeval_corpora") / "customers_words"
    found = []
    for path in sorted(folder.iterdir(), key=lambda path: path.name):
        if path.name.endswith(f"-{kind}.jsonl"):
            found += [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    return found
