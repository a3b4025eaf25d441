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
from .features.vectors import centred, from_their_middle, middle_of_queries
from .meaning import ArticleMeaning
from .pool import Pool

QUICK_SIGNALS: Final = (
    "bm25_title",
    "bm25_all",
    "coverage_title",
    "coverage_all",
    "characters_title",
    "characters_all",
    "cosine_title",
    "cosine_body",
    "cosine_passage",
)
SLOW_SIGNALS: Final = ("slow_title", "slow_body", "slow_passage")  # cosines of the transformer
VIEWS: Final = ("raw", "to_best", "to_pool")
LISTED: Final = 8  # articles that each choosing signal puts on the short list
_LISTED_BY: Final = ("bm25_all", "characters_title", "cosine_title", "cosine_passage", *SLOW_SIGNALS)
_MUST_MEET: Final = ("bm25_all", "characters_title")  # of these only articles with something in common are chosen
_LEAST_SPREAD: Final = 0.02  # of a signal over the pool; below it, differences are the last bits of sums
_FEWEST_BODIES: Final = 5  # of which a mean and a spread say something
_STRANGERS: Final = 5  # articles with nothing in common (0) that the pool counts too, so that a lone one can stand out
_SPREADS_PER_UNIT: Final = 5  # brings the view to the size of the others
_MIDDLE_OF: Final = 2_000  # queries that say where the site's queries lie on average; more move it no further


def features_of(signals: Sequence[str]) -> tuple[str, ...]:
    """Return the names of the features made of some signals, in the order of the features' columns."""
    return tuple(f"{signal}.{view}" for view in VIEWS for signal in signals)


@dataclass(frozen=True, slots=True)
class PairFeatures:
    """The short list of each query and its features.

    ``columns`` (int64, shape (n_queries, n_listed)) are rows of the pool, -1 where a short list is shorter;
    ``features`` is float32 of shape (n_queries, n_listed, n_features), in the order of ``features_of`` the quick
    signals, and the transformer's where it read the query; 0 where there is no article; ``has_words`` (bool, shape
    (n_queries,)) is False for a query without a word.
    """

    columns: NDArray[np.int64]
    features: NDArray[np.float32]
    has_words: NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class SlowQueries:
    """Some queries under the transformer: centred unit vectors, float32 (n_rows, dimensions), and the articles."""

    articles: ArticleMeaning
    vectors: NDArray[np.float32]

    @classmethod
    def of(
        cls, articles: ArticleMeaning, embedder: Embedder, texts: Sequence[str], vectors: NDArray[np.float32]
    ) -> Self:
        """See the queries' vectors from their own middle, to which every different text counts once."""
        return cls(articles, from_their_middle(vectors, texts, embedder))

    def only(self, rows: NDArray[np.int64]) -> Self:
        """Return the same for some of the queries."""
        return type(self)(self.articles, self.vectors[rows])


@dataclass(frozen=True, slots=True)
class PoolQueries:
    """Queries to one pool, with each different word looked up once; any rows of them can then be scored.

    ``middle`` is where the queries lie on average under the quick model: the one thing that a query's features take
    from the other queries.
    """

    pool: Pool
    embedder: Embedder
    texts: tuple[str, ...]
    counts: csr_matrix
    words: QueryWords
    letters: CharacterWords
    middle: NDArray[np.float32]

    @classmethod
    def of(cls, pool: Pool, embedder: Embedder, texts: Sequence[str]) -> Self:
        """Look up the words of ``texts``; ``embedder`` is the quick model, which made the pool's vectors."""
        bag = bags(texts)
        different = bag.counts[np.unique(np.array(texts, dtype=object), return_index=True)[1]]
        words = QueryWords.of(bag.words, different, pool.languages, pool.term_columns, pool.rarity)
        middle = middle_of_queries(embedder.embed_queries(_sample(texts)), embedder)
        return cls(pool, embedder, tuple(texts), bag.counts, words, pool.character_space.words(bag.words), middle)

    def features(
        self,
        rows: slice | NDArray[np.int64] = slice(None),
        *,
        slow: SlowQueries | None = None,
        listed: int = LISTED,
    ) -> PairFeatures:
        """Compute the features of some queries; each query's depend on that query, the articles and the middle only.

        Parameters
        ----------
        rows : which of the queries.
        slow : these queries under the transformer, which then proposes articles too; None leaves its signals out.
        listed : how many articles each of the choosing signals puts on the short list.
        """
        whole = self._signals(rows)
        if slow:
            whole |= dict(zip(SLOW_SIGNALS, _meaning(slow.articles, slow.vectors, self.pool.has_body), strict=True))
        choosers = [(whole[name], 0.0 if name in _MUST_MEET else -np.inf) for name in _LISTED_BY if name in whole]
        columns = _short_lists(choosers, listed)
        features = np.concatenate(_views(list(whole.values()), columns), axis=2)
        features[columns < 0] = 0
        has_words = np.asarray(np.diff(self.counts.indptr)[rows] > 0)
        return PairFeatures(columns, features, has_words)

    def _signals(self, rows: slice | NDArray[np.int64]) -> dict[str, NDArray[np.float32]]:
        """Return each quick signal, float32 of shape (n_rows, n_articles), in the order of ``QUICK_SIGNALS``."""
        pool, counts = self.pool, self.counts[rows]
        texts = self.texts[rows] if isinstance(rows, slice) else [self.texts[row] for row in rows]
        terms, letters = self.words.queries(counts), self.letters.place(counts)
        vectors = centred(self.embedder.embed_queries(texts), self.middle)
        found = (
            pool.bm25_title.scores(terms.terms),
            pool.bm25_all.scores(terms.terms),
            pool.coverage_title.scores(terms),
            pool.coverage_all.scores(terms),
            pool.characters_title.scores(letters),
            pool.characters_all.scores(letters),
            *_meaning(pool.meaning, vectors, pool.has_body),
        )
        return dict(zip(QUICK_SIGNALS, found, strict=True))


def _meaning(
    articles: ArticleMeaning, queries: NDArray[np.float32], has_body: NDArray[np.bool_]
) -> tuple[NDArray[np.float32], ...]:
    """Return the cosines with title, body and nearest passage, each float32 of shape (n_queries, n_articles)."""
    title = articles.title.scores(queries)
    return title, *(_stand_in(title, field.scores(queries), has_body) for field in (articles.body, articles.passage))


def _stand_in(
    title: NDArray[np.float32], body: NDArray[np.float32], has_body: NDArray[np.bool_]
) -> NDArray[np.float32]:
    """Give articles without a body the cosine that their title's would be among the bodies.

    A title is short and so lies nearer to a short query than any body does: standing in for a body as it is, it would
    make an article without one the nearest of all. It is put as many standard deviations from the bodies' mean as the
    title's cosine lies from the titles'. Where hardly any article has a body, titles stand in as they are.
    """
    if has_body.all() or has_body.sum() < _FEWEST_BODIES:
        return body
    titles, bodies = title[:, has_body], body[:, has_body]
    apart = titles.std(axis=1, keepdims=True) + np.float32(_LEAST_SPREAD)
    out = (title - titles.mean(axis=1, keepdims=True)) / apart
    stands = bodies.mean(axis=1, keepdims=True) + out * bodies.std(axis=1, keepdims=True)
    return np.where(has_body, body, stands).astype(np.float32)


def _sample(texts: Sequence[str]) -> list[str]:
    """Return at most 2,000 different texts spread over the alphabet, whatever the order they came in."""
    ordered = sorted(set(texts))
    return ordered[:: max(1, -(-len(ordered) // _MIDDLE_OF))]


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
        border = np.partition(scores, n_articles - listed, axis=1)[:, n_articles - listed, None]
        best = (scores >= border) & (scores > floor)
        crowded = np.flatnonzero(best.sum(axis=1) > listed)  # several columns on the border; the others need no places
        places = np.argpartition(scores[crowded], n_articles - listed, axis=1)[:, : n_articles - listed]
        best[crowded[:, None], places] = False
        chosen |= best
    rows, found = np.nonzero(chosen)
    n_found = np.bincount(rows, minlength=n_queries)
    columns = np.full((n_queries, int(n_found.max(initial=0))), -1, dtype=np.int64)
    columns[rows, np.arange(len(rows)) - np.repeat(np.cumsum(n_found) - n_found, n_found)] = found
    return columns


def _views(whole: Sequence[NDArray[np.float32]], columns: NDArray[np.int64]) -> list[NDArray[np.float32]]:
    """Return each signal raw, its distance to the best of the short list, and how far it stands out of the pool.

    The raw value says how good, the others how much better than the rest; all are needed, since the best of a bad lot
    is still the best. Standing out is measured in standard deviations over all articles of the pool.
    """
    there, at = columns >= 0, np.maximum(columns, 0)
    raw = np.stack([np.take_along_axis(scores, at, axis=1) for scores in whole], axis=2)
    best = np.where(there[:, :, None], raw, -np.inf).max(axis=1, keepdims=True, initial=-np.inf)
    best = np.where(np.isfinite(best), best, 0)
    usual = np.stack([_usual(scores) for scores in whole], axis=2)[:, :, None, :]
    mean, spread = usual[0], usual[1]
    out = (raw - mean) / ((spread + np.float32(_LEAST_SPREAD)) * np.float32(_SPREADS_PER_UNIT))
    return [raw, (raw - best).astype(np.float32), out.astype(np.float32)]


def _usual(scores: NDArray[np.float32]) -> NDArray[np.float32]:
    """Return mean and standard deviation of each row, shape (2, n_rows), five articles with nothing in common added."""
    n = scores.shape[1] + _STRANGERS
    mean = scores.sum(axis=1) / n
    square = np.einsum("ij,ij->i", scores, scores) / n
    return np.stack([mean, np.sqrt(np.maximum(square - mean * mean, 0))]).astype(np.float32)
