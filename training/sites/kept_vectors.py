"""A slow embedder that remembers on disk what it has embedded."""

import hashlib
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from faqeval.matching.embedders import Embedder

_FOLDER = Path(__file__).parents[1] / "cache"
_BLOCK = 256  # texts between two savings, so that a broken run goes on where it was


class KeptVectors:
    """Passes on to ``embedder``, and keeps the vector of each text in one file, by default in training/cache/.

    Meant for one process at a time: of two that write the same file the later one wins.
    """

    def __init__(self, embedder: Embedder, folder: Path = _FOLDER) -> None:
        self._embedder = embedder
        self.name = embedder.name
        self.dimensions = embedder.dimensions
        self.checksum = embedder.checksum
        self._path = folder / f"texts-{self.checksum[:12]}.npz"
        self._kept = _read(self._path)

    def embed_queries(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Return the query vectors; only texts that were never queries before are embedded."""
        return self._vectors("q", texts, self._embedder.embed_queries)

    def embed_passages(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Return the passage vectors; only texts that were never passages before are embedded."""
        return self._vectors("p", texts, self._embedder.embed_passages)

    def _vectors(
        self, kind: str, texts: Sequence[str], embed: Callable[[Sequence[str]], NDArray[np.float32]]
    ) -> NDArray[np.float32]:
        names = [hashlib.sha256(f"{kind}\0{text}".encode("utf-8", "replace")).hexdigest()[:32] for text in texts]
        new = {name: text for name, text in zip(names, texts, strict=True) if name not in self._kept}
        for start in range(0, len(new), _BLOCK):
            block = list(new)[start : start + _BLOCK]
            self._kept.update(zip(block, embed([new[name] for name in block]), strict=True))
            _write(self._path, self._kept)
        found = [self._kept[name] for name in names]
        return np.stack(found) if found else np.zeros((0, self.dimensions), dtype=np.float32)


def _read(path: Path) -> dict[str, NDArray[np.float32]]:
    if not path.exists():
        return {}
    with np.load(path, allow_pickle=False) as stored:
        return dict(zip(stored["names"].tolist(), stored["vectors"], strict=True))


def _write(path: Path, kept: dict[str, NDArray[np.float32]]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    unfinished = path.with_suffix(".unfinished.npz")
    np.savez(unfinished, names=np.array(list(kept)), vectors=np.stack(list(kept.values())))
    unfinished.replace(path)
