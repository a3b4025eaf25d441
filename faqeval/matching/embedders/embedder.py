"""What every embedding model is to the matcher: texts in, unit vectors out."""

from collections.abc import Sequence
from typing import Protocol

import numpy as np
from numpy.typing import NDArray


class Embedder(Protocol):
    """Turns texts into vectors whose inner product is their nearness in meaning.

    Both methods return float32 arrays of shape (n_texts, ``dimensions``) with rows of length 1; a text without
    anything the model knows gives a row of zeros. A row depends on its own text only.
    """

    @property
    def name(self) -> str:
        """Name under which the model was asked for."""

    @property
    def checksum(self) -> str:
        """What the model's weights and settings hash to, 16 or more hexadecimal digits: a name may change its model."""

    @property
    def dimensions(self) -> int:
        """Length of one vector."""

    def embed_queries(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Return one unit vector per query."""

    def embed_passages(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Return one unit vector per title or body."""
