"""A slow embedder that remembers on disk what it has embedded."""

import hashlib
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from faqeval.match.embedders import Embedder

_FOLDER = Path(__file__).parent / "cache"


class KeptVectors:
    """Passes on to ``embedder``, and keeps the vectors of each list of texts in training/cache/."""

    def __init__(self, embedder: Embedder) -> None:
        self._embedder = embedder
        self.name = embedder.name
        self.dimensions = embedder.dimensions

    def embed_queries(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Return the query vectors, from disk when the same list was embedded before."""
        return self._kept("q", texts)

    def embed_passages(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Return the passage vectors, from disk when the same list was embedded before."""
        return self._kept("p", texts)

    def _kept(self, kind: str, texts: Sequence[str]) -> NDArray[np.float32]:
        checksum = hashlib.sha256("\0".join([self.name, kind, *texts]).encode()).hexdigest()[:20]
        path = _FOLDER / f"vectors-{checksum}.npy"
        if not path.exists():
            _FOLDER.mkdir(exist_ok=True)
            embed = self._embedder.embed_queries if kind == "q" else self._embedder.embed_passages
            np.save(path, embed(texts))
        return np.asarray(np.load(path), dtype=np.float32)
