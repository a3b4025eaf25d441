"""All signals of the most likely articles per query, as numbers the fusion can weigh."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Self

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix

from .bags import bags
from .embedders import Embedder
from .features.characters import CharacterWords
from .features.terms import QueryWords
from .pool import Pool

SIGNALS: Final = (
    "bm25_title",
    "bm25_all",
    "coverage_title",
    "coverage_all",
    "characters_title",
    "characters_all",
    "cosine_title",
    "cosine_body",
    "cosine",
)
VIEWS: Final = ("raw", "to_best", "to_second")
FEATURES: Final = tuple(f"{signal}.{view}" for view in VIEWS for signal in SIGNALS)
_LISTED_BY: Final = (1, 4, 6, 7)  # bm25_all, characters_title, cosine_title, cosine_body choose the short list
_MUST_MEET: Final = (1, 4)  # of these only articles with something in common: 0 is no proposal
LISTED: Final = 8  # articles each of them chooses


@dataclass(frozen=True, slots=True)
class PairFeatures:
    """The short list of each query and its features.

    ``columns`` (int64, shape (n_queries, n_listed)) are rows of the pool, -1 where a short list is shorter;
    ``features`` is float32 of shape (n_queries, n_listed, n_features), in the order of ``FEATURES``, 0 where there is
    no article; ``has_words`` (bool, shape (n_queries,)) is False for a query without a word.
    """

    columns: NDArray[np.int64]
    features: NDArray[np.float32]
    has_words: NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class PoolQueries:
    """Queries to one pool, with each different word looked up once; any rows of them can then be scored."""

    pool: Pool
    embedder: Embedder
    texts: tuple[str, ...]
    counts: csr_matrix
    words: QueryWords
    letters: CharacterWords

    @classmethod
    def of(cls, pool: Pool, embedder: Embedder, texts: Sequence[str]) -> Self:
        """Look up the words of ``texts``; ``embedder`` is the model that made the pool's vectors."""
        bag = bags(texts)
        words = QueryWords.of(bag.words, pool.languages, pool.term_columns)
        return cls(pool, embedder, tuple(texts), bag.counts, words, pool.character_space.words(bag.words))

    def features(
        self, rows: slice = slice(None), *, listed: int = LISTED, removed: Sequence[Sequence[int]] = ()
    ) -> PairFeatures:
        """Compute the features of some queries; each query's features depend on that query and the articles only.

        Parameters
        ----------
        rows : which of the queries.
        listed : how many articles each of the four choosing signals puts on the short list.
        removed : per query the pool rows to be treated as if they were not there; for training. Empty: none.
        """
        pool, texts, counts = self.pool, self.texts[rows], self.counts[rows]
        terms, letters = self.words.queries(counts), self.letters.place(counts)
        vectors = self.embedder.embed_queries(texts)
        title, body = pool.vectors_title.cosines(vectors), pool.vectors_body.cosines(vectors)
        whole = [
            pool.bm25_title.scores(terms.terms),
            pool.bm25_all.scores(terms.terms),
            pool.coverage_title.scores(terms),
            pool.coverage_all.scores(terms),
            pool.characters_title.scores(letters),
            pool.characters_all.scores(letters),
            title,
            body,
        ]
        for row, gone in enumerate(removed):
            for scores in whole:
                scores[row, list(gone)] = -np.inf
        columns = _short_lists([(whole[i], 0.0 if i in _MUST_MEET else -np.inf) for i in _LISTED_BY], listed)
        listed_scores = [np.take_along_axis(scores, np.maximum(columns, 0), axis=1) for scores in whole]
        for cosines, signal in ((listed_scores[6], pool.vectors_title), (listed_scores[7], pool.vectors_body)):
            signal.rescale(cosines, vectors, columns)
        listed_scores.append(np.maximum(listed_scores[6], listed_scores[7]))
        raw = np.stack(listed_scores, axis=2)
        features = np.concatenate(_views(raw, columns >= 0), axis=2)
        features[columns < 0] = 0
        return PairFeatures(columns, features.astype(np.float32, copy=False), np.diff(counts.indptr) > 0)


def _short_lists(choosers: Sequence[tuple[NDArray[np.float32], float]], listed: int) -> NDArray[np.int64]:
    """Return the union of the best columns under each chooser, ascending, filled up with -1.

    Each chooser comes with the score that a column must exceed.
    """
    n_queries, n_articles = choosers[0][0].shape
    chosen = np.zeros((n_queries, n_articles), dtype=bool)
    for scores, floor in choosers:
        if listed >= n_articles:
            chosen |= scores > floor
            continue
        best = np.argpartition(scores, n_articles - listed, axis=1)[:, n_articles - listed :]
        rows, places = np.nonzero(np.take_along_axis(scores, best, axis=1) > floor)
        chosen[rows, best[rows, places]] = True
    rows, found = np.nonzero(chosen)
    n_found = np.bincount(rows, minlength=n_queries)
    columns = np.full((n_queries, int(n_found.max(initial=0))), -1, dtype=np.int64)
    columns[rows, np.arange(len(rows)) - np.repeat(np.cumsum(n_found) - n_found, n_found)] = found
    return columns


def _views(raw: NDArray[np.float32], there: NDArray[np.bool_]) -> list[NDArray[np.float32]]:
    """Return each signal raw, and its distances to the best and to the second best of the short list.

    The raw value says how good, the distances say how much better than the rest; both are needed, since the best of a
    bad lot is still the best.
    """
    raw = np.where(there[:, :, None], raw, 0)
    if raw.shape[1] < 2:  # nothing to be compared with: the second best is nothing
        return [raw, np.zeros_like(raw), raw]
    ordered = np.partition(np.where(there[:, :, None], raw, -np.inf), -2, axis=1)
    best, second = (np.where(np.isfinite(found), found, 0) for found in (ordered[:, -1:, :], ordered[:, -2:-1, :]))
    return [raw, raw - best, raw - second]
