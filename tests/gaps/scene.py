"""Small FAQs with known gaps, written as one table a test."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
import pandas as pd

from faqeval.config import GapSettings
from faqeval.gaps import FoundNeeds, find_gaps, find_needs
from faqeval.measures.unit_rows import unit_rows
from faqeval.records import Article, Gap, Rankings, Understandability


def hashed_meanings(texts: Sequence[str]) -> np.ndarray:
    """Unit vectors from words alone: each word has its own fixed direction."""
    rows = np.zeros((len(texts), 32), dtype=np.float32)
    for row, text in enumerate(texts):
        for word in text.casefold().split():
            seed = sum(ord(mark) * 31**place for place, mark in enumerate(word)) % 2**32
            rows[row] += np.random.default_rng(seed).standard_normal(32).astype(np.float32)
    norms = np.linalg.norm(rows, axis=1, keepdims=True)
    return rows / np.maximum(norms, 1e-9)


class HashedMeaning:
    """The same for queries and articles."""

    def queries(self, texts: Sequence[str]) -> np.ndarray:
        return hashed_meanings(texts)

    def articles(self, articles: Sequence[Article]) -> np.ndarray:
        return unit_rows(hashed_meanings([a.title for a in articles]) + hashed_meanings([a.body for a in articles]))


@dataclass(frozen=True)
class Asked:
    """One query: its answers with their probability, and what the search shows, best first."""

    text: str
    answers: Mapping[str, float] = field(default_factory=dict)
    shown: Sequence[str] = ()
    count: int = 1


@dataclass(frozen=True)
class Scene:
    """What was found."""

    found: FoundNeeds
    gaps: tuple[Gap, ...]


def article(article_id: str, title: str, body: str = "", language: str = "en") -> Article:
    """An article whose body is one paragraph a line."""
    return Article.plain(article_id, title, body, language)


def understood(score: float | None = 0.8, band: str | None = "easy", language: str = "en") -> Understandability:
    return Understandability(score, band, (), language)


def gaps_of(
    articles: Sequence[Article],
    asked: Sequence[Asked],
    *,
    scores: Mapping[str, Understandability] | None = None,
    language: str = "en",
    **settings: float,
) -> Scene:
    """Find the gaps of a small scene."""
    ids = [one.article_id for one in articles]
    table = pd.DataFrame(
        {
            "query_id": [f"q{number}" for number in range(len(asked))],
            "text": [query.text for query in asked],
            "language": language,
            "count": [query.count for query in asked],
        }
    )
    matches = rankings([dict(query.answers) for query in asked], ids)
    search = rankings([{name: 1.0 / (1 + place) for place, name in enumerate(query.shown)} for query in asked], ids)
    chosen = GapSettings(**settings)
    found = find_needs(articles, table, matches, HashedMeaning(), chosen, answer_threshold=0.5, seed=1)
    understandability = [(scores or {}).get(name, understood()) for name in ids]
    gaps, _ = find_gaps(found, articles, table, search, understandability, hashed_meanings, chosen, found_depth=3)
    return Scene(found, gaps)


def only(found: Scene, kind: str) -> Gap:
    """The one gap of a kind."""
    gaps = [gap for gap in found.gaps if gap.kind == kind]
    assert len(gaps) == 1, [(gap.kind, gap.article_id) for gap in found.gaps]
    return gaps[0]


def kinds(found: Scene) -> list[str]:
    return [gap.kind for gap in found.gaps]


def rankings(scored: Sequence[Mapping[str, float]], ids: Sequence[str], depth: int = 5) -> Rankings:
    """Rankings from the answers of each query with their probability."""
    places = np.full((len(scored), depth), -1, dtype=np.int32)
    scores = np.zeros((len(scored), depth), dtype=np.float32)
    for row, answers in enumerate(scored):
        ordered = sorted(answers.items(), key=lambda pair: (-pair[1], pair[0]))[:depth]
        for place, (name, score) in enumerate(ordered):
            places[row, place], scores[row, place] = ids.index(name), score
    return Rankings(tuple(f"q{row}" for row in range(len(scored))), tuple(ids), places, scores)
