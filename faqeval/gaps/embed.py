"""Meaning vectors of articles and groups, from whatever model turns texts into vectors."""

from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray

from ..records import Article

Embed = Callable[[Sequence[str]], NDArray[np.float32]]  # texts -> unit rows, float32 (n_texts, dimensions)


def article_vectors(articles: Sequence[Article], embed: Embed) -> NDArray[np.float32]:
    """Return one unit vector per article, the mean of title and body, float32 of shape (n_articles, dimensions)."""
    return unit_rows(embed([article.title for article in articles]) + embed([article.body for article in articles]))


def unit_rows(rows: NDArray[np.float32]) -> NDArray[np.float32]:
    """Return rows of length 1; rows of zeros stay."""
    norms = np.linalg.norm(rows, axis=1, keepdims=True)
    return np.asarray(rows / np.maximum(norms, 1e-9), dtype=np.float32)
