"""Needs: queries that want the same answer, with a name in the customers' words."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from typing import Final

import numpy as np
from numpy.typing import NDArray

from ..config import GapSettings
from ..measures.unit_rows import unit_rows
from ..records import Article, NearArticle, Need, Rankings
from .clusters import cluster_texts
from .embed import Meaning
from .naming import most_typical_first, typical_words
from .need_answer import FLOOR, NeedAnswer, answers_from, need_affinity, need_pairs
from .vocabulary import Vocabulary

TYPICAL_WORDS: Final = 6
NEAREST: Final = 3  # articles kept beside a need that no article answers surely
UNASKED: Final = 2  # and articles that nobody seems to want: they may be the answer in words we did not recognise


@dataclass(frozen=True, slots=True)
class TextGroup:
    """Rows of texts that want the same, and the position of the article that answers them (-1: none)."""

    rows: tuple[int, ...]
    article: int
    near: tuple[NearArticle, ...] = ()


def name_needs(
    groups: Sequence[TextGroup], articles: Sequence[Article], vocabulary: Vocabulary, is_query: NDArray[np.bool_]
) -> tuple[tuple[Need, ...], tuple[TextGroup, ...]]:
    """Turn groups into needs, largest demand first (ties: need_id), and return the groups in the same order.

    Texts that are no queries (what agents noted, what was searched before a contact) name a need and count for it only
    where no query belongs to it.
    """
    named = []
    for group in groups:
        own = [row for row in group.rows if is_query[row]]
        article_id = articles[group.article].article_id if group.article >= 0 else ""
        need = _need(own or group.rows, article_id, group.near, vocabulary)
        if not own:
            need = replace(need, query_rows=(), demand=0)
        named.append((need, group))
    named.sort(key=lambda pair: (-pair[0].demand, pair[0].need_id))
    return tuple(need for need, _ in named), tuple(group for _, group in named)


def group_needs(
    articles: Sequence[Article],
    matches: Rankings,
    vocabulary: Vocabulary,
    meaning: Meaning,
    settings: GapSettings,
    answer_threshold: float,
    seed: int,
    thresholds: NDArray[np.float64] | None = None,
) -> tuple[list[TextGroup], Rankings]:
    """Group all queries by what they want, whether an article answers it or none does, and settle the rankings.

    A query whose best article is sure enough belongs to that article's need. The others are grouped by likeness within
    their language, and a group as a whole is given to an article when its members together are sure enough of it
    (``need_answer``): many weak votes for one article decide where a single query cannot. A query without content
    words that no article answers ("hello") is in no need.

    ``answer_threshold`` decides on groups, and on single texts unless ``thresholds`` (float64, shape (n_texts,)) do.

    Returns
    -------
    The groups, one at most per article, each query in at most one; and the rankings with the group's article first, and
    its probability, for the queries that a group as a whole decided.
    """
    best, sure = matches.places[:, 0], matches.scores[:, 0]
    answered = (best >= 0) & (sure >= (answer_threshold if thresholds is None else thresholds))
    members: dict[int, list[int]] = {}
    for row in np.flatnonzero(answered):
        members.setdefault(int(best[row]), []).append(int(row))
    claims = np.bincount(best[answered], minlength=len(articles)).astype(np.float64)
    settled: dict[int, NeedAnswer] = {}
    groups: list[TextGroup] = []
    for language, rows in _by_language(np.flatnonzero(~answered), vocabulary).items():
        vectors = meaning.queries([vocabulary.queries[row].text for row in rows])
        alike = _group(rows, vectors, vocabulary, settings, seed)
        for group, answers in zip(
            alike, _answers(alike, rows, vectors, articles, matches, claims, meaning, language), strict=True
        ):
            shown = [*answers[:NEAREST], *[one for one in answers[NEAREST:] if one.is_unasked][:UNASKED]]
            nearest = tuple(NearArticle(articles[one.article].article_id, one.probability) for one in shown)
            decided: list[int] = []
            if answers and answers[0].probability >= answer_threshold:
                # a query that ranks nothing was judged by people: no article answers it
                decided = [row for row in group if best[row] >= 0]
                members.setdefault(answers[0].article, []).extend(decided)
                settled.update(dict.fromkeys(decided, answers[0]))
            if undecided := [row for row in group if row not in set(decided)]:
                groups.append(TextGroup(tuple(undecided), -1, nearest))
    groups += [TextGroup(tuple(rows), article) for article, rows in members.items()]
    return groups, apply_need_answers(matches, settled)


def apply_need_answers(matches: Rankings, settled: Mapping[int, NeedAnswer]) -> Rankings:
    """Put the article that a need decided on first in its queries' rankings, with the surer of both probabilities.

    A probability above it is brought down to it: what the queries say together outweighs what one says alone.
    """
    places, scores = matches.places.copy(), matches.scores.copy()
    for row, answer in settled.items():
        ranked = zip(places[row].tolist(), scores[row].tolist(), strict=True)
        others = [
            (place, min(score, answer.probability)) for place, score in ranked if place not in (-1, answer.article)
        ]
        own = float(scores[row][places[row] == answer.article].sum())
        kept = [(answer.article, max(own, answer.probability)), *others][: places.shape[1]]
        places[row], scores[row] = -1, 0.0
        for rank, (place, score) in enumerate(kept):
            places[row, rank], scores[row, rank] = place, score
    return Rankings(matches.query_ids, matches.article_ids, places, scores)


def _by_language(rows: NDArray[np.int64], vocabulary: Vocabulary) -> dict[str, list[int]]:
    """Return the rows of queries with content words, by language."""
    found: dict[str, list[int]] = {}
    for row in rows:
        query = vocabulary.queries[row]
        if query.terms:
            found.setdefault(query.language, []).append(int(row))
    return dict(sorted(found.items()))


def _group(
    rows: Sequence[int], vectors: NDArray[np.float32], vocabulary: Vocabulary, settings: GapSettings, seed: int
) -> list[list[int]]:
    """Group queries of one language by likeness; each group in the order of the query table."""
    labels = cluster_texts(
        [vocabulary.queries[row].terms for row in rows],
        [vocabulary.queries[row].text.casefold() for row in rows],
        vectors,
        settings.need_distance,
        seed,
    )
    gathered: dict[int, list[int]] = {}
    for row, label in zip(rows, labels, strict=True):
        gathered.setdefault(int(label), []).append(row)
    return list(gathered.values())


def _answers(
    groups: Sequence[Sequence[int]],
    rows: Sequence[int],
    vectors: NDArray[np.float32],
    articles: Sequence[Article],
    matches: Rankings,
    claims: NDArray[np.float64],
    meaning: Meaning,
    language: str,
) -> list[list[NeedAnswer]]:
    """Return per group the articles of its language (of all, when it has none) that may answer it, surest first."""
    chosen = np.array([j for j, one in enumerate(articles) if one.language == language] or range(len(articles)))
    place_of = {row: place for place, row in enumerate(rows)}
    centres = np.stack([vectors[[place_of[row] for row in group]].mean(axis=0) for group in groups])
    affinity = need_affinity(unit_rows(centres), vectors, meaning.articles([articles[j] for j in chosen]))
    log_odds = [_log_odds(matches, group, chosen) for group in groups]
    ids = [articles[j].article_id for j in chosen]
    return [
        [replace(one, article=int(chosen[one.article])) for one in answers_from(pairs, ids)]
        for pairs in need_pairs(groups, log_odds, affinity, claims[chosen])
    ]


def _log_odds(matches: Rankings, group: Sequence[int], chosen: NDArray[np.int64]) -> NDArray[np.float64]:
    """Return the log odds of the chosen articles for each query, float64 of shape (n_queries, n_chosen)."""
    column_of = np.full(len(matches.article_ids), -1)
    column_of[chosen] = np.arange(len(chosen))
    probabilities = np.full((len(group), len(chosen)), FLOOR)
    places, scores = matches.places[list(group)], matches.scores[list(group)].astype(np.float64)
    row, rank = np.nonzero(places >= 0)
    column = column_of[places[row, rank]]
    there = column >= 0
    probabilities[row[there], column[there]] = np.clip(scores[row, rank][there], FLOOR, 1 - FLOOR)
    return np.asarray(np.log(probabilities / (1 - probabilities)), dtype=np.float64)


def _need(rows: Sequence[int], article_id: str, near: tuple[NearArticle, ...], vocabulary: Vocabulary) -> Need:
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
        near=near,
    )
