"""The articles of a pool under one embedding model."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Self

import numpy as np

from .embedders import Embedder
from .features.vectors import VectorSignal, middle_of_articles
from .passages import passages


@dataclass(frozen=True, slots=True)
class ArticleMeaning:
    """Titles, bodies and, where a body is cut into them, passages; all seen from the middle of titles and bodies."""

    title: VectorSignal
    body: VectorSignal
    passage: VectorSignal | None

    @classmethod
    def of(cls, embedder: Embedder, titles: Sequence[str], bodies: Sequence[str], *, cut: bool) -> Self:
        """Embed the fields of n articles; ``cut``: also each passage, which takes a slow model too long."""
        of_titles, of_bodies = embedder.embed_passages(titles), embedder.embed_passages(bodies)
        middle = middle_of_articles(np.concatenate([of_titles, of_bodies]), embedder)
        title, body = VectorSignal.of(of_titles, middle), VectorSignal.of(of_bodies, middle)
        if not cut:
            return cls(title, body, None)
        pieces = [passages(one) for one in bodies]
        of_pieces = embedder.embed_passages([piece for cuts in pieces for piece in cuts])
        return cls(title, body, VectorSignal.of(of_pieces, middle, [len(cuts) for cuts in pieces]))
