"""A slow model for tests: quick in truth, and it remembers what it was asked."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from faqeval.match.embedders import Embedder, static_embedder
from faqeval.match.fuse import load_fusion
from faqeval.match.judges import Judges, SlowJudge
from tests.hashing_embedder import HashingEmbedder


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


def judges_with(slow: Embedder | None) -> Judges:
    """Return the shipped judges, with this slow model in the place of a transformer."""
    second = SlowJudge(slow, load_fusion("transformer")) if slow else None
    return Judges(static_embedder(), load_fusion("static"), second)
