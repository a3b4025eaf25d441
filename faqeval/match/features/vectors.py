"""How near query and article are in meaning, as an embedding model sees it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Self

import numpy as np
from numpy.typing import NDArray

from ..embedders import Embedder

# Texts that have nothing to do with each other, two of each language. Written for this purpose.
_UNRELATED = (
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
    """Cosines between queries and one field of the articles, on a scale that is the same for every model.

    Models differ in how near two unrelated texts lie (.02 in one, .74 in another). ``unrelated`` is the mean
    cosine of unrelated sentences under this model; (cosine - unrelated) / (1 - unrelated) puts them at 0 and equal
    texts at 1, so that one set of fusion weights can serve several models.
    """

    vectors: NDArray[np.float32]  # shape (n_articles, dimensions)
    unrelated: float

    @classmethod
    def of(cls, embedder: Embedder, texts: Sequence[str], unrelated: float) -> Self:
        """Embed one field of the articles; an empty text lies nowhere and scores as unrelated."""
        return cls(embedder.embed_passages(texts), unrelated)

    def cosines(self, queries: NDArray[np.float32]) -> NDArray[np.float32]:
        """Return the plain cosines, float32 of shape (n_queries, n_articles): the same order as ``rescale`` gives."""
        return np.asarray(queries @ self.vectors.T, dtype=np.float32)

    def rescale(self, cosines: NDArray[np.float32], queries: NDArray[np.float32], columns: NDArray[np.int64]) -> None:
        """Put cosines, shape (n_queries, n_listed), of the articles in ``columns`` on the common scale, in place.

        At most 1; 0 where query or article is a vector of zeros.
        """
        cosines -= np.float32(self.unrelated)
        cosines /= np.float32(1 - self.unrelated)
        cosines[~queries.any(axis=1)] = 0
        nowhere = np.asarray(~self.vectors.any(axis=1))
        cosines[nowhere[columns]] = 0


def unrelated_cosine(embedder: Embedder) -> float:
    """Mean cosine between a question and a statement that have nothing to do with each other, at most 0.99."""
    questions = embedder.embed_queries(_UNRELATED[0::2])
    statements = embedder.embed_passages(_UNRELATED[1::2])
    return float(np.clip((questions @ statements.T).mean(), -0.99, 0.99))
