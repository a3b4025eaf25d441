"""Why does this article answer this query? Which words met, and which kind of signal carried it."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from ..config import MatchSettings
from ..records import Article, Explanation, WordPair
from ..records.explanations import Carrier
from .carriers import carried
from .embedders import quick_embedder
from .features.terms import term_keys
from .judged_queries import JudgedQueries
from .meeting_words import ArticleWords, Meeting, meet, query_words
from .near_words import looks_alike, near_words
from .pool import Pool
from .rank import Matched, match_in_full
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
    matched: Matched | None = None,
    judged: Collection[tuple[int, int]] = (),
) -> tuple[Explanation, ...]:
    """Explain why articles count as answers of queries.

    Parameters
    ----------
    articles : the FAQ that the queries were matched against.
    queries : table with the columns of ``QUERY_COLUMNS``.
    pairs : row of ``queries`` and position in ``articles`` of each pair to explain.
    settings : those that the queries were matched with.
    matched : how they were matched; None matches them now.
    judged : pairs that people said are right; they carried, whatever the signals say.

    Returns
    -------
    tuple of Explanation, in the order of ``pairs``. A pair may be any; one that was not among the query's candidates
    is explained by its words alone.

    Notes
    -----
    Source: ours, docs/method/match.md#explanation.
    """
    matched = matched or match_in_full(articles, queries, settings)
    explained: dict[int, Explanation] = {}
    words_of = {place: ArticleWords.of(articles[place]) for place in sorted({place for _, place in pairs})}
    for own, numbers, local in _by_part(articles, queries, pairs, matched, settings):
        pool = own.queries.pool
        column_of = {place: column for column, place in enumerate(pool.places.tolist())}
        # -1 is an empty slot of a short list
        lead = carried(own, local, [column_of.get(pairs[number][1], -2) for number in numbers])
        order = _Order(pool)
        text_of = {row: str(queries["text"].iloc[row]) for row in sorted({pairs[number][0] for number in numbers})}
        asked = {row: order.most_telling_first(query_words(text, pool.languages)) for row, text in text_of.items()}
        meetings = [
            (meet(asked[row], words_of[place], articles[place].language), words_of[place])
            for row, place in (pairs[number] for number in numbers)
        ]
        near = near_words(meetings, quick_embedder())
        for i, number in enumerate(numbers):
            row, place = pairs[number]
            given: Carrier = "people" if pairs[number] in judged else ""
            is_first = bool(lead.is_first[i])
            if row in matched.by_reader and not given:
                is_first = bool(matched.rankings.places[row, 0] == place)
                given = "reader" if is_first else ""
            explained[number] = _explanation(meetings[i][0], near[i], lead.leads[i], is_first, given)
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
    table = pd.DataFrame({"query_id": ["0"], "text": [text], "language": [language]})
    for _, own in match_in_full(articles, table, settings).parts:
        for scored in own.score(np.zeros(1, dtype=np.int64)):
            listed = scored.pairs.columns[0]
            ids = [articles[own.queries.pool.places[column]].article_id if column >= 0 else None for column in listed]
            if article_id in ids:
                values, fusion = scored.pairs.features[0, ids.index(article_id)], scored.fusion
                found = [
                    Signal(name, float(value), float(value * coefficient))
                    for name, value, coefficient in zip(fusion.features, values, fusion.coefficients, strict=True)
                ]
                return tuple(sorted(found, key=lambda signal: (-abs(signal.contribution), signal.name)))
    return ()


def _by_part(
    articles: Sequence[Article],
    queries: pd.DataFrame,
    pairs: Sequence[tuple[int, int]],
    matched: Matched,
    settings: MatchSettings,
) -> Iterator[tuple[JudgedQueries, list[int], list[int]]]:
    """Yield each pool's queries with the numbers of its pairs and their rows among these queries.

    People may have judged a pair of a query that was matched against nothing; then all articles are its pool.
    """
    left = set(range(len(pairs)))
    for rows, own in matched.parts:
        at = np.searchsorted(rows, [row for row, _ in pairs])
        local = {n: int(i) for n, i in enumerate(at) if i < len(rows) and rows[i] == pairs[n][0]}
        if local:
            left -= local.keys()
            yield own, list(local), list(local.values())
    if left:
        numbers = sorted(left)
        table = queries.iloc[[pairs[number][0] for number in numbers]]
        everywhere = settings.model_copy(update={"cross_language": "always"})
        for rows, own in match_in_full(articles, table, everywhere).parts:
            yield own, [numbers[row] for row in rows], list(range(len(rows)))


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
    meeting: Meeting, near: tuple[WordPair, ...], leads: NDArray[np.float32], is_first: bool, given: Carrier
) -> Explanation:
    close = {pair.word for pair in near}
    alike = (*meeting.spelled_alike, *(pair for pair in near if looks_alike(pair)))
    return Explanation(
        shared=meeting.shared,
        spelled_alike=alike,
        near_in_meaning=tuple(pair for pair in near if not looks_alike(pair)),
        lacking=tuple(word for word in meeting.left if word not in close),
        carried_by=given or _carrier(leads, meeting, alike),
        is_first=is_first,
    )


def _carrier(leads: NDArray[np.float32], meeting: Meeting, alike: Sequence[WordPair]) -> Carrier:
    """Return the family that leads most; "" when none leads.

    Equal words are spelled alike and mean the same too: what letters and meaning add counts for shared words in
    proportion to their letters, among those spelled alike and among all words of the query.
    """
    lead = dict(zip(FAMILIES, leads.tolist(), strict=True))
    letters = sum(len(word.word) for word in meeting.shared)
    letters_alike, letters_left = sum(len(pair.word) for pair in alike), sum(map(len, meeting.left))
    for family, others in (("spelling", letters_alike), ("meaning", letters_alike + letters_left)):
        of_words = letters / max(letters + others, 1)
        lead["words"] += of_words * lead[family]
        lead[family] *= 1 - of_words
    best = max(FAMILIES, key=lambda family: lead[family])
    return best if lead[best] > 0 else ""
