"""Why does this article answer this query? Which words met, and which kind of signal carried it."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from ..config import MatchSettings
from ..records import Article, Explanation, SharedWord, WordPair
from ..records.explanations import Carrier
from .carriers import Carried, carried
from .embedders import load_embedder, static_embedder, weights_name
from .features.terms import term_keys
from .fuse import load_fusion
from .meeting_words import ArticleWords, Meeting, meet, query_words
from .near_words import looks_alike, near_words
from .pair_features import FEATURES, PoolQueries
from .pool import Pool, make_pool, pool_places
from .signal_families import FAMILIES


@dataclass(frozen=True, slots=True)
class Signal:
    """One feature of a query and an article: its value, and what it adds to the log odds that the article answers."""

    name: str  # signal and view, e.g. "cosine.raw"; docs/method/match.md#signals says what each is
    value: float
    contribution: float


def explain_matches(
    articles: Sequence[Article],
    queries: pd.DataFrame,
    pairs: Sequence[tuple[int, int]],
    settings: MatchSettings,
    *,
    judged: Collection[tuple[int, int]] = (),
) -> tuple[Explanation, ...]:
    """Explain why articles count as answers of queries.

    Parameters
    ----------
    articles : the FAQ that the queries were matched against.
    queries : table with the columns of ``QUERY_COLUMNS``.
    pairs : row of ``queries`` and position in ``articles`` of each pair to explain.
    settings : those that the queries were matched with.
    judged : pairs that people said are right; they carried, whatever the signals say.

    Returns
    -------
    tuple of Explanation, in the order of ``pairs``. A pair may be any; one that was not among the query's candidates
    is explained by its words alone.

    Notes
    -----
    Source: ours, docs/method/match.md#explanation.
    """
    explained: dict[int, Explanation] = {}
    words_of: dict[int, ArticleWords] = {}
    for members, numbers in _by_pool(articles, queries, pairs, settings.cross_language):
        pool, rows, lead = _scored(articles, members, queries, [pairs[number] for number in numbers], settings)
        for _, place in (pairs[number] for number in numbers):
            if place not in words_of:
                words_of[place] = ArticleWords.of(articles[place])
        order = _Order(pool)
        asked = {row: order.most_telling_first(query_words(text, pool.languages)) for row, text in rows.items()}
        meetings = [
            (meet(asked[row], words_of[place], articles[place].language), words_of[place])
            for row, place in (pairs[number] for number in numbers)
        ]
        near = near_words(meetings, static_embedder())
        for i, number in enumerate(numbers):
            by_people = pairs[number] in judged
            explained[number] = _explanation(meetings[i][0], near[i], lead.leads[i], bool(lead.is_first[i]), by_people)
    return tuple(explained[number] for number in range(len(pairs)))


def signals(
    articles: Sequence[Article], text: str, language: str, article_id: str, settings: MatchSettings
) -> tuple[Signal, ...]:
    """Return the signals of one query and one article, the one that says most first.

    Parameters
    ----------
    articles : the FAQ.
    text, language : the query.
    article_id : the article asked about.
    settings : the model.

    Returns
    -------
    tuple of Signal, by size of contribution, then by name. Empty when the article was not on the query's short list:
    then no signal saw anything in it.
    """
    places = pool_places(articles, language, settings.cross_language)
    if not places:
        return ()
    embedder = load_embedder(settings.model)
    pool = make_pool(articles, places, embedder)
    pairs = PoolQueries.of(pool, embedder, pool.spelling.mended([text], [language])).features()
    ids = [articles[pool.places[column]].article_id if column >= 0 else None for column in pairs.columns[0]]
    if article_id not in ids:
        return ()
    values = pairs.features[0, ids.index(article_id)]
    fusion = load_fusion(weights_name(settings.model))
    found = [
        Signal(name, float(value), float(value * coefficient))
        for name, value, coefficient in zip(FEATURES, values, fusion.coefficients, strict=True)
    ]
    return tuple(sorted(found, key=lambda signal: (-abs(signal.contribution), signal.name)))


def _by_pool(
    articles: Sequence[Article], queries: pd.DataFrame, pairs: Sequence[tuple[int, int]], cross_language: str
) -> Iterator[tuple[tuple[int, ...], list[int]]]:
    """Yield each set of articles that some query is matched against, with the numbers of its pairs.

    All articles for a query that is matched against none: people may have judged a pair of it all the same.
    """
    languages = [str(language) for language in queries["language"].iloc[[row for row, _ in pairs]]]
    everywhere = tuple(range(len(articles)))
    members_of = {code: pool_places(articles, code, cross_language) or everywhere for code in sorted(set(languages))}
    numbers_of: dict[tuple[int, ...], list[int]] = {}
    for number, language in enumerate(languages):
        numbers_of.setdefault(members_of[language], []).append(number)
    yield from sorted(numbers_of.items())


def _scored(
    articles: Sequence[Article],
    members: Sequence[int],
    queries: pd.DataFrame,
    pairs: Sequence[tuple[int, int]],
    settings: MatchSettings,
) -> tuple[Pool, dict[int, str], Carried]:
    """Return the pool, the text of each row, and what carried each pair."""
    embedder = load_embedder(settings.model)
    pool = make_pool(articles, members, embedder)
    rows = sorted({row for row, _ in pairs})
    texts = [str(text) for text in queries["text"].iloc[rows]]
    languages = [str(language) for language in queries["language"].iloc[rows]]
    own = PoolQueries.of(pool, embedder, pool.spelling.mended(texts, languages))
    number_of = {row: number for number, row in enumerate(rows)}
    column_of = {place: column for column, place in enumerate(pool.places.tolist())}
    lead = carried(
        own,
        load_fusion(weights_name(settings.model)),
        [number_of[row] for row, _ in pairs],
        [column_of.get(place, -2) for _, place in pairs],  # -1 is an empty slot of a short list
    )
    return pool, dict(zip(rows, texts, strict=True)), lead


class _Order:
    """Orders words by how much they say among the articles of a pool: the fewer have it, the more."""

    def __init__(self, pool: Pool) -> None:
        self._pool = pool
        self._idf: dict[str, float] = {}

    def most_telling_first(self, words: Sequence[str]) -> tuple[str, ...]:
        return tuple(sorted(words, key=lambda word: -self._weight(word.lower())))

    def _weight(self, word: str) -> float:
        if word not in self._idf:
            columns, coverage = self._pool.term_columns, self._pool.coverage_all
            found = [columns[term] for term in term_keys(word, self._pool.languages) if term in columns]
            self._idf[word] = float(coverage.idf[found].max()) if found else coverage.idf_unknown
        return self._idf[word]


def _explanation(
    meeting: Meeting, near: tuple[WordPair, ...], leads: NDArray[np.float32], is_first: bool, by_people: bool
) -> Explanation:
    close = {pair.word for pair in near}
    alike = (*meeting.spelled_alike, *(pair for pair in near if looks_alike(pair)))
    return Explanation(
        shared=meeting.shared,
        spelled_alike=alike,
        near_in_meaning=tuple(pair for pair in near if not looks_alike(pair)),
        lacking=tuple(word for word in meeting.left if word not in close),
        carried_by="people" if by_people else _carrier(leads, meeting.shared, alike),
        is_first=is_first,
    )


def _carrier(leads: NDArray[np.float32], shared: Sequence[SharedWord], alike: Sequence[WordPair]) -> Carrier:
    """Return the family that leads most; "" when none leads.

    Equal words are spelled alike too: what the letters add counts for shared words in proportion to their letters.
    """
    lead = dict(zip(FAMILIES, leads.tolist(), strict=True))
    letters = sum(len(word.word) for word in shared)
    of_words = letters / max(letters + sum(len(pair.word) for pair in alike), 1)
    lead["words"] += of_words * lead["spelling"]
    lead["spelling"] *= 1 - of_words
    best = max(FAMILIES, key=lambda family: lead[family])
    return best if lead[best] > 0 else ""
