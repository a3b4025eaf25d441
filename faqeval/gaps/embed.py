"""Meaning vectors, from whatever model turns texts into vectors."""

from collections.abc import Callable, Sequence
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from ..records import Article

Embed = Callable[[Sequence[str]], NDArray[np.float32]]  # texts -> unit rows, float32 (n_texts, dimensions)


class Meaning(Protocol):
    """What texts of a site mean to each other: unit rows of one width, seen from the middle of their own kind."""

    def queries(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Return one row per query."""

    def articles(self, articles: Sequence[Article]) -> NDArray[np.float32]:
        """Return one row per article."""
