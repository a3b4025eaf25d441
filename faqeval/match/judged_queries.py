"""Queries to one pool, judged: quickly first, and the unsure ones again with the slow model's help."""

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from typing import Final

import numpy as np
from numpy.typing import NDArray
from threadpoolctl import threadpool_limits  # type: ignore[import-untyped]  # it comes without types

from .cascade import rows_to_ask
from .fuse import Fusion
from .judges import Judges, SlowJudge
from .meaning import ArticleMeaning
from .pair_features import PairFeatures, PoolQueries, SlowQueries
from .pool import Pool

_SCORES_PER_BATCH: Final = 400_000  # cells of one query-by-article matrix: 1.6 MB each, nine of them per thread
_QUERIES_PER_BATCH: Final = (
    4_000  # the vectors of a batch: 4 MB; without it the batches for a small FAQ hold everything
)
_ASKED_PER_BATCH: Final = 256  # queries between two words of progress; the slow model takes seconds for them
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
    """Queries to one pool and who judges them: the slow model the rows ``asked`` (int64, ascending), or nobody else."""

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
    pool: Pool, texts: Sequence[str], judges: Judges, *, depth: int, slow_share: float, tell: Tell
) -> tuple[JudgedQueries, Best]:
    """Judge queries against one pool; at most ``slow_share`` of them, the least sure, go to the slow model if any.

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

    keep(everything, "match")
    asked = rows_to_ask(judged.queries.texts, probabilities, slow_share) if judges.slow else none
    if judges.slow and len(asked):
        slow = _asked(pool, [judged.queries.texts[row] for row in asked], judges.slow, tell)
        judged = replace(judged, asked=asked, slow=slow)
        keep(asked, "match again")
    return judged, (columns, probabilities)


def _asked(pool: Pool, texts: Sequence[str], judge: SlowJudge, tell: Tell) -> SlowQueries:
    """Let the slow model read the articles and the queries it is asked about."""
    tell("slow model", 0)
    articles = ArticleMeaning.of(judge.embedder, pool.titles, pool.bodies, cut=False)
    vectors = [np.zeros((0, judge.embedder.dimensions), dtype=np.float32)]
    for start in range(0, len(texts), _ASKED_PER_BATCH):
        vectors.append(judge.embedder.embed_queries(texts[start : start + _ASKED_PER_BATCH]))
        tell("slow model", len(vectors[-1]))
    return SlowQueries.of(articles, judge.embedder, texts, np.concatenate(vectors))


def best_first(columns: NDArray[np.int64], probabilities: NDArray[np.float32], depth: int) -> Best:
    """Return the first ``depth`` columns of each row, highest probability first, equal ones by column.

    Columns follow the article ids, so this is the one tie rule. Empty slots (-1) come last.
    """
    order = np.lexsort((columns, -probabilities, columns < 0), axis=1)[:, :depth]
    return np.take_along_axis(columns, order, axis=1), np.take_along_axis(probabilities, order, axis=1)
