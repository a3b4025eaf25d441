"""What a demo corpus offers its invented customers: articles, a search, wishes, and what was planted in them."""

import csv
import json
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

import pandas as pd

from faqeval.config import IngestSettings, SearchSettings
from faqeval.errors import FileUnreadable
from faqeval.ingest import read_articles
from faqeval.search import search_articles

from .journey_plan import NEXT_ISSUES, NOT_RESOLVING

CAUSES: Final = ("missing", "not_found", "not_understood", "not_resolving", "sends_to_contact")
OTHER: Final = "other"  # the need of what belongs to no need
_OWN_WORDS: Final = ("search", "chat")


@dataclass(frozen=True, slots=True)
class Wish:
    """One need of the corpus."""

    name: str
    cause: str  # what is planted in it, one of CAUSES; "" nothing
    articles: tuple[int, ...]  # positions of those that answer it; several when two compete
    queries: tuple[str, ...]  # ids of the queries that want it
    demand: float  # how often it is asked
    words: tuple[str, ...]  # what customers search for
    weights: tuple[float, ...]  # how often each
    shown: tuple[tuple[int, ...], ...]  # for each, the articles that the search lists
    reasons: tuple[tuple[str, str], ...]  # channel and text, as agents note it


@dataclass(frozen=True, slots=True)
class World:
    """One corpus as its customers meet it."""

    language: str
    article_ids: tuple[str, ...]
    urls: tuple[str, ...]  # "" none
    wishes: tuple[Wish, ...]
    other_reasons: tuple[tuple[str, str], ...]
    not_resolving: tuple[str, ...]  # names of needs
    next_issues: tuple[tuple[str, str], ...]  # names of needs, the first and the one that follows


@lru_cache(maxsize=8)
def read_world(folder: Path) -> World:
    """Read a corpus folder: articles.jsonl, queries.csv, reasons.csv and truth.json.

    Raises
    ------
    FileUnreadable
        If one of the files is not there.
    """
    for name in ("articles.jsonl", "queries.csv", "reasons.csv", "truth.json"):
        if not (folder / name).is_file():
            raise FileUnreadable(
                f"a corpus folder must hold {name}. Got none in {folder.name}. Name a folder of a demo language."
            )
    truth = json.loads((folder / "truth.json").read_text(encoding="utf-8"))
    articles = read_articles(folder / "articles.jsonl", IngestSettings()).articles
    position = {article.article_id: place for place, article in enumerate(articles)}
    queries = {row["id"]: row for row in _rows(folder / "queries.csv")}
    table = pd.DataFrame(
        [{"query_id": row["id"], "text": row["text"], "language": truth["language"]} for row in queries.values()]
    )
    ranking = search_articles(articles, table, SearchSettings())
    shown = {
        query: tuple(place for place in places if place >= 0)
        for query, places in zip(ranking.query_ids, ranking.places.tolist(), strict=True)
    }
    reasons: dict[str, list[tuple[str, str]]] = {}
    for row in _rows(folder / "reasons.csv"):
        reasons.setdefault(row["need"], []).append((row["channel"], row["text"]))
    language = truth["language"]
    causes = _causes(truth)
    wishes = []
    for name, members in sorted(truth["needs"].items()):
        if name == OTHER:
            continue
        own = [query for query in members if queries[query]["channel"] in _OWN_WORDS] or members
        answers = _answers(truth, members)
        wishes.append(
            Wish(
                name=name,
                cause=causes.get(name, ""),
                articles=tuple(position[article] for article in answers),
                queries=tuple(members),
                demand=float(sum(int(queries[query]["count"]) for query in members)),
                words=tuple(queries[query]["text"] for query in own),
                weights=tuple(float(queries[query]["count"]) for query in own),
                shown=tuple(shown[query] for query in own),
                reasons=tuple(reasons.get(name, ())),
            )
        )
    return World(
        language=language,
        article_ids=tuple(article.article_id for article in articles),
        urls=tuple(article.url or "" for article in articles),
        wishes=tuple(wishes),
        other_reasons=tuple(reasons.get(OTHER, ())),
        not_resolving=NOT_RESOLVING[language],
        next_issues=NEXT_ISSUES[language],
    )


def _answers(truth: dict[str, Any], members: list[str]) -> list[str]:
    """Return the articles that answer at least half of a need's queries."""
    said = [article for query in members for article in truth["answers"][query]]
    return sorted({article for article in said if 2 * said.count(article) >= len(members)})


def _causes(truth: dict[str, Any]) -> dict[str, str]:
    """Return what is planted in each need; one without article is missing, planted or standing alone."""
    of_article = {
        gap["article_id"]: gap["kind"] for gap in truth["gaps"] if gap["kind"] in CAUSES and "article_id" in gap
    }
    found = {}
    for name, members in truth["needs"].items():
        answers = _answers(truth, members)
        kinds = [of_article[article] for article in answers if article in of_article]
        found[name] = kinds[0] if kinds else "" if answers else "missing"
    for name in NOT_RESOLVING[truth["language"]]:
        found[name] = "not_resolving"
    return found


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))
