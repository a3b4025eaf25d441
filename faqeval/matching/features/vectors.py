"""How near query and article are in meaning, as an embedding model sees it from the middle of the site."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Final, Self

import numpy as np
from numpy.typing import NDArray

from ...measures.unit_rows import unit_rows
from ..embedders import Embedder

_USUAL_WEIGHT: Final = 25  # texts that the model's own middle counts as, so that a small site is not its own middle
# Texts that have nothing to do with each other, two of each language. Written for this purpose.
_UNRELATED: Final = (
    "Where can I park my bicycle?",
    "The choir rehearses on the second floor.",
    "Hur lång tid tar det att koka ägg?",
    "Tåget mot fjällen är försenat.",
    "Hvordan vokser poteter om vinteren?",
    "Naboen har fått en ny katt.",
    "Hvilken farve skal stuen males i?",
    "Museet holder lukket på mandag.",
    "Hoe diep is de zee bij het eiland?",
    "De bakker opent om zeven uur.",
    "Welches Holz brennt am besten?",
    "Die Prüfung besteht aus drei Teilen.",
)


@dataclass(frozen=True, slots=True)
class VectorSignal:
    """Cosines between queries and one field of the articles, both seen from the middle of the site.

    Models put all texts of one topic near each other; seen from the middle of the site's own texts, what they have in
    common falls away, and so do articles that are near everything (hubness; Suzuki et al. 2013, Centering similarity
    measures to reduce hubs). It also puts every model on one scale: unrelated texts lie around 0.

    ``vectors`` (float32, shape (n_vectors, dimensions)) are centred unit rows, one or more per article; those of
    article i begin at ``starts[i]`` (int64, shape (n_articles,)). An article's cosine is that of its nearest vector.
    """

    vectors: NDArray[np.float32]
    starts: NDArray[np.int64]

    @classmethod
    def of(cls, vectors: NDArray[np.float32], middle: NDArray[np.float32], counts: Sequence[int] = ()) -> Self:
        """Centre the vectors of one field; ``counts`` says how many each article has, () one each."""
        starts = np.array([0, *accumulate(counts)][:-1], dtype=np.int64) if counts else np.arange(len(vectors))
        return cls(centred(vectors, middle), starts)

    def scores(self, queries: NDArray[np.float32]) -> NDArray[np.float32]:
        """Return the cosines with centred queries, -1..1, float32 of shape (n_queries, n_articles).

        0 where query or article is a vector of zeros.
        """
        if len(self.starts) == len(self.vectors):
            return np.asarray(queries @ self.vectors.T, dtype=np.float32)
        cosines = self.vectors @ queries.T
        counts = np.diff(self.starts, append=len(self.vectors))
        nearest = cosines[self.starts]
        # Whole rows at a time: reducing pieces of rows takes five times as long.
        for place in range(1, int(counts.max())):
            longer = np.flatnonzero(counts > place)
            nearest[longer] = np.maximum(nearest[longer], cosines[self.starts[longer] + place])
        return np.ascontiguousarray(nearest.T, dtype=np.float32)


def centred(vectors: NDArray[np.float32], middle: NDArray[np.float32]) -> NDArray[np.float32]:
    """Return unit rows as seen from ``middle``; a row of zeros (no known word) stays one."""
    found = unit_rows(vectors - middle)
    found[~np.asarray(vectors.any(axis=1))] = 0
    return found


def from_their_middle(vectors: NDArray[np.float32], texts: Sequence[str], embedder: Embedder) -> NDArray[np.float32]:
    """Return the vectors of queries, shape (n_texts, dimensions), as seen from the middle of their different texts."""
    row_of = {text: row for row, text in enumerate(texts)}
    in_order = vectors[[row_of[text] for text in sorted(row_of)]]
    return centred(vectors, middle_of_queries(in_order, embedder))


def middle_of_queries(vectors: NDArray[np.float32], embedder: Embedder) -> NDArray[np.float32]:
    """Return where the queries of a site lie on average, float32 of shape (dimensions,).

    The model's usual middle, that of unrelated sentences, counts as 25 texts. Rows must come in an order that depends
    on their texts only, since a sum of floats depends on its order.
    """
    return _middle(vectors, embedder.embed_queries(_UNRELATED))


def middle_of_articles(vectors: NDArray[np.float32], embedder: Embedder) -> NDArray[np.float32]:
    """Return the same for the titles and bodies of a site."""
    return _middle(vectors, embedder.embed_passages(_UNRELATED))


def _middle(vectors: NDArray[np.float32], unrelated: NDArray[np.float32]) -> NDArray[np.float32]:
    usual = unrelated.mean(axis=0, dtype=np.float64) * _USUAL_WEIGHT
    total = vectors.sum(axis=0, dtype=np.float64) + usual
    return np.asarray(total / (len(vectors) + _USUAL_WEIGHT), dtype=np.float32)
