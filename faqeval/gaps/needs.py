"""Needs: queries that want the same answer, with a name in the customers' words."""

from collections.abc import Sequence
from hashlib import sha256
from typing import Final

import numpy as np
from numpy.typing import NDArray

from ..config import GapSettings
from ..records import Article, Need, Rankings
from .clusters import cluster_texts
from .evidence import Embed
from .naming import most_typical_first, typical_words
from .vocabulary import Vocabulary

TYPICAL_WORDS: Final = 6


def group_needs(
    articles: Sequence[Article],
    matches: Rankings,
    vocabulary: Vocabulary,
    embed: Embed,
    settings: GapSettings,
    answer_threshold: float,
    seed: int,
) -> tuple[Need, ...]:
    """Group all queries into needs, those that an article answers and those that none does.

    A query whose best article is sure enough belongs to that article's need. The others are grouped by likeness within
    their language, and a group as a whole is given to an article when its members together are sure enough of it:
    many weak votes for one article decide where a single query cannot. A query without content words that
    no article answers ("hello") is in no need.

    Returns
    -------
    tuple of Need, largest demand first (ties: need_id). Each query is in at most one.
    """
    counts = np.array([query.count for query in vocabulary.queries], dtype=np.float64)
    best, sure = matches.places[:, 0], matches.scores[:, 0]
    answered = (best >= 0) & (sure >= answer_threshold)
    members: dict[int, list[int]] = {}
    for row in np.flatnonzero(answered):
        members.setdefault(int(best[row]), []).append(int(row))
    unanswered: list[list[int]] = []
    for group in _group_unanswered(np.flatnonzero(~answered), vocabulary, embed, settings, seed):
        article, probability = pooled_best(matches, counts, group)
        if article >= 0 and probability >= settings.need_threshold:
            members.setdefault(article, []).extend(group)
        else:
            unanswered.append(group)
    needs = [_name(rows, articles[article].article_id, vocabulary) for article, rows in members.items()]
    needs += [_name(rows, "", vocabulary) for rows in unanswered]
    return tuple(sorted(needs, key=lambda need: (-need.demand, need.need_id)))


def pooled_best(matches: Rankings, counts: NDArray[np.float64], rows: Sequence[int]) -> tuple[int, float]:
    """Return the article a group of queries is surest of as a whole, and how sure, -1 and 0 when there is none.

    The probability of an article is the mean over the group's queries weighted by count; a query that does not rank
    the article counts 0.
    """
    near = pooled_articles(matches, counts, rows)
    return near[0] if near else (-1, 0.0)


def pooled_articles(matches: Rankings, counts: NDArray[np.float64], rows: Sequence[int]) -> list[tuple[int, float]]:
    """Return (article position, mean answer probability) over a group of queries, surest first."""
    chosen = np.asarray(sorted(rows))
    places, scores = matches.places[chosen], matches.scores[chosen].astype(np.float64)
    weights = counts[chosen]
    there = places >= 0
    sums = np.bincount(places[there], weights=(scores * weights[:, None])[there], minlength=len(matches.article_ids))
    means = sums / weights.sum()
    order = sorted(np.flatnonzero(means > 0), key=lambda j: (-means[j], matches.article_ids[j]))
    return [(int(j), float(means[j])) for j in order]


def _group_unanswered(
    rows: NDArray[np.int64],
    vocabulary: Vocabulary,
    embed: Embed,
    settings: GapSettings,
    seed: int,
) -> list[list[int]]:
    """Group the queries that no article answers, language by language."""
    by_language: dict[str, list[int]] = {}
    for row in rows:
        query = vocabulary.queries[row]
        if query.terms:
            by_language.setdefault(query.language, []).append(int(row))
    groups: list[list[int]] = []
    for _, chosen in sorted(by_language.items()):
        texts = [vocabulary.queries[row].text for row in chosen]
        labels = cluster_texts(
            [vocabulary.queries[row].terms for row in chosen],
            [text.casefold() for text in texts],
            embed(texts),
            settings.need_distance,
            seed,
        )
        gathered: dict[int, list[int]] = {}
        for row, label in zip(chosen, labels, strict=True):
            gathered.setdefault(int(label), []).append(row)
        groups.extend(gathered.values())
    return groups


def _name(rows: Sequence[int], article_id: str, vocabulary: Vocabulary) -> Need:
    ordered = most_typical_first(rows, vocabulary)
    first = vocabulary.queries[ordered[0]]
    content = "\n".join(sorted(f"{vocabulary.queries[row].language}\t{vocabulary.queries[row].text}" for row in rows))
    return Need(
        need_id="n" + sha256(f"{article_id}\n{content}".encode()).hexdigest()[:10],
        name=first.text,
        words=typical_words(rows, first.language, vocabulary)[:TYPICAL_WORDS],
        language=first.language,
        query_rows=tuple(ordered),
        demand=sum(vocabulary.queries[row].count for row in rows),
        article_id=article_id,
    )
