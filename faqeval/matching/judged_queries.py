"""Queries to one pool, judged: with the transformer's help as many as it can read, the others quickly."""

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from typing import Final

import numpy as np
from numpy.typing import NDArray
from threadpoolctl import threadpool_limits  # type: ignore[import-untyped]  # it comes without types

from .cascade import Budget, rows_to_ask
from .embedders import Embedder
from .fuse import Fusion
from .judges import Judges
from .meaning import ArticleMeaning
from .pair_features import PairFeatures, PoolQueries, SlowQueries
from .pool import Pool

_SCORES_PER_BATCH: Final = 400_000  # cells of one query-by-article matrix: 1.6 MB each, nine of them per thread
_QUERIES_PER_BATCH: Final = (
    4_000  # the vectors of a batch: 4 MB; without it the batches for a small FAQ hold everything
)
_ASKED_PER_BATCH: Final = 256  # queries between two words of progress
_THREADS: Final = 2

Tell = Callable[[str, int], None]  # called with what is done, and for how many more queries
Best = tuple[NDArray[np.int64], NDArray[np.float32]]  # columns of the pool (-1: none) and their probabilities, by rank


@dataclass(frozen=True, slots=True)
class Scored:
    """Some rows of the queries, their short lists, and the fusion that weighs them."""

    rows: NDArray[np.int64]
    pairs: PairFeatures
    fusion: Fusion

    def best(self, depth: int) -> Best:
        """Return the best ``depth`` articles of each row, fewer when the short lists are shorter."""
        columns, probabilities = best_first(self.pairs.columns, self.fusion.probabilities(self.pairs.features), depth)
        columns[~self.pairs.has_words] = -1
        return columns, np.where(columns < 0, np.float32(0), probabilities)


@dataclass(frozen=True, slots=True)
class JudgedQueries:
    """Queries to one pool and who judges them: the transformer has read the rows ``asked`` (int64, ascending)."""

    queries: PoolQueries
    judges: Judges
    asked: NDArray[np.int64]
    slow: SlowQueries | None = None

    def score(self, rows: NDArray[np.int64]) -> Iterator[Scored]:
        """Score rows (int64) in batches, each by the judge that has the last word on it."""
        size = min(_QUERIES_PER_BATCH, max(16, _SCORES_PER_BATCH // len(self.queries.pool.places)))
        is_asked = np.isin(rows, self.asked)
        parts = [
            (some[start : start + size], judge)
            for some, judge in ((rows[~is_asked], self._quickly), (rows[is_asked], self._slowly))
            for start in range(0, len(some), size)
        ]
        # Matrix products and sorting let other threads run, so two batches share two cores; a batch knows only itself.
        # More threads inside each product would only wait for one another.
        with threadpool_limits(1, user_api="blas"), ThreadPoolExecutor(max_workers=_THREADS) as threads:
            yield from threads.map(lambda part: part[1](part[0]), parts)

    def _quickly(self, rows: NDArray[np.int64]) -> Scored:
        return Scored(rows, self.queries.features(rows), self.judges.fusion)

    def _slowly(self, rows: NDArray[np.int64]) -> Scored:
        if self.slow is None or self.judges.slow is None:  # nobody was asked, so no row comes here
            return self._quickly(rows)
        own = self.slow.only(np.searchsorted(self.asked, rows))
        return Scored(rows, self.queries.features(rows, slow=own), self.judges.slow.fusion)


def judge_queries(
    pool: Pool, texts: Sequence[str], judges: Judges, *, depth: int, budget: Budget, tell: Tell
) -> tuple[JudgedQueries, Best]:
    """Judge queries against one pool: with the transformer those that the budget allows, the least sure first.

    Returns
    -------
    The queries with what judged them, and their best articles: int64 and float32 of shape (n_queries, depth).
    """
    everything, none = np.arange(len(texts), dtype=np.int64), np.zeros(0, dtype=np.int64)
    judged = JudgedQueries(PoolQueries.of(pool, judges.embedder, texts), judges, none)
    columns = np.full((len(texts), depth), -1, dtype=np.int64)
    probabilities = np.zeros((len(texts), depth), dtype=np.float32)

    def keep(rows: NDArray[np.int64], stage: str) -> None:
        for scored in judged.score(rows):
            best, sure = scored.best(depth)
            columns[scored.rows], probabilities[scored.rows] = -1, 0
            columns[scored.rows, : best.shape[1]] = best
            probabilities[scored.rows, : best.shape[1]] = sure
            tell(stage, len(scored.rows))

    if judges.slow is None:
        keep(everything, "match")
        return judged, (columns, probabilities)
    tell("reading with the model", 0)
    articles = ArticleMeaning.of(judges.slow.embedder, pool.titles, pool.bodies)
    different = sorted(set(texts))
    n_read = budget.take(different, judges.slow.embedder.embed_queries)
    asked = everything
    if n_read < len(different):
        keep(everything, "match")
        asked = rows_to_ask(texts, probabilities, n_read)
    if len(asked):
        slow = _asked(articles, [judged.queries.texts[row] for row in asked.tolist()], judges.slow.embedder, tell)
        judged = replace(judged, asked=asked, slow=slow)
        keep(asked, "match" if n_read == len(different) else "match again")
    return judged, (columns, probabilities)


def _asked(articles: ArticleMeaning, texts: Sequence[str], embedder: Embedder, tell: Tell) -> SlowQueries:
    """Let the transformer read queries, every different one once."""
    different = sorted(set(texts))
    vectors = [np.zeros((0, embedder.dimensions), dtype=np.float32)]
    for start in range(0, len(different), _ASKED_PER_BATCH):
        vectors.append(embedder.embed_queries(different[start : start + _ASKED_PER_BATCH]))
        tell("reading with the model", len(vectors[-1]))
    row_of = {text: row for row, text in enumerate(different)}
    return SlowQueries.of(articles, embedder, texts, np.concatenate(vectors)[[row_of[text] for text in texts]])


def best_first(columns: NDArray[np.int64], probabilities: NDArray[np.float32], depth: int) -> Best:
    """Return the first ``depth`` columns of each row, highest probability first, equal ones by column.

    Columns follow the article ids, so this is the one tie rule. Empty slots (-1) come last.
    """
    order = np.lexsort((columns, -probabilities, columns < 0), axis=1)[:, :depth]
    return np.take_along_axis(columns, order, axis=1), np.take_along_axis(probabilities, order, axis=1)
