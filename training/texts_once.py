"""A slow embedder that is asked for each text once, whatever lists the text stands in."""

from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray

from faqeval.match.embedders import Embedder

_Embed = Callable[[Sequence[str]], NDArray[np.float32]]


class TextsOnce:
    """Passes on to ``embedder`` only the texts that it has not been asked for before, in the order they come."""

    def __init__(self, embedder: Embedder) -> None:
        self._embedder = embedder
        self.name = embedder.name
        self.dimensions = embedder.dimensions
        self._queries: dict[str, NDArray[np.float32]] = {}
        self._passages: dict[str, NDArray[np.float32]] = {}

    def embed_queries(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Return the query vectors."""
        return self._once(texts, self._queries, self._embedder.embed_queries)

    def embed_passages(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Return the passage vectors."""
        return self._once(texts, self._passages, self._embedder.embed_passages)

    def _once(self, texts: Sequence[str], known: dict[str, NDArray[np.float32]], embed: _Embed) -> NDArray[np.float32]:
        new = [text for text in dict.fromkeys(texts) if text not in known]
        if new:
            known.update(zip(new, embed(new), strict=True))
        if not texts:
            return np.zeros((0, self.dimensions), dtype=np.float32)
        return np.stack([known[text] for text in texts])
