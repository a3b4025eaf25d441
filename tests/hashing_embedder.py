"""Models that need no file and no network."""

import zlib
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from faqeval.measures.unit_rows import unit_rows


class HashingEmbedder:
    """A fake model: each word is hashed into one of 64 places."""

    name = "hashing"
    dimensions = 64
    checksum = "0" * 64

    def embed_queries(self, texts: Sequence[str]) -> NDArray[np.float32]:
        vectors = np.zeros((len(texts), self.dimensions), dtype=np.float32)
        for row, text in enumerate(texts):
            for word in text.lower().split():
                vectors[row, zlib.crc32(word.encode()) % self.dimensions] += 1
        return unit_rows(vectors)

    embed_passages = embed_queries


class RememberingEmbedder(HashingEmbedder):
    """The fake model, with all texts it was asked about, in their order."""

    def __init__(self) -> None:
        self.queries: list[str] = []
        self.passages: list[str] = []

    def embed_queries(self, texts: Sequence[str]) -> NDArray[np.float32]:
        self.queries += texts
        return super().embed_queries(texts)

    def embed_passages(self, texts: Sequence[str]) -> NDArray[np.float32]:
        self.passages += texts
        return super().embed_queries(texts)
