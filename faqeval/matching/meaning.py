"""The articles of a pool under one embedding model."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Self

import numpy as np
from numpy.typing import NDArray

from ..measures.unit_rows import unit_rows
from .embedders import Embedder
from .features.vectors import VectorSignal, middle_of_articles
from .passages import passages

MOST_PASSAGES: Final = 8  # of a body that are read: 720 words; what stands below is seldom what the page is about


@dataclass(frozen=True, slots=True)
class ArticleMeaning:
    """Titles, passages of the bodies and, as their mean, bodies; all seen from the middle of titles and bodies."""

    title: VectorSignal
    body: VectorSignal
    passage: VectorSignal

    @classmethod
    def of(cls, embedder: Embedder, titles: Sequence[str], bodies: Sequence[str]) -> Self:
        """Embed the titles and passages of n articles."""
        pieces = [passages(body)[:MOST_PASSAGES] for body in bodies]
        counts = [len(cuts) for cuts in pieces]
        of_titles = embedder.embed_passages(titles)
        of_pieces = embedder.embed_passages([piece for cuts in pieces for piece in cuts])
        of_bodies = _means(of_pieces, counts)
        middle = middle_of_articles(np.concatenate([of_titles, of_bodies]), embedder)
        return cls(
            VectorSignal.of(of_titles, middle),
            VectorSignal.of(of_bodies, middle),
            VectorSignal.of(of_pieces, middle, counts),
        )


def _means(vectors: NDArray[np.float32], counts: Sequence[int]) -> NDArray[np.float32]:
    """Return the unit mean of each article's vectors, as many as ``counts`` says, at least one each."""
    starts = np.cumsum([0, *counts[:-1]]) if counts else np.zeros(0, dtype=np.int64)
    return unit_rows(np.add.reduceat(vectors, starts, axis=0)) if counts else vectors
