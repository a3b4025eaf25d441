"""The quick model: one stored vector per word, a text is the sum of its words. NumPy only."""

import hashlib
import zipfile
from collections.abc import Sequence
from functools import cache, cached_property
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from ...errors import ConfigError
from ...measures.unit_rows import unit_rows
from ..bags import bags, map_words
from .model import BundledModel, ModelRow
from .split_word import split_word

_FOLDER = Path(__file__).parent / "static_model"
_MAX_CACHED_WORDS = 300_000


class StaticEmbedder:
    """Sum of stored word vectors, each weighted by how rare its word is (SIF weights, Arora, Liang & Ma 2017).

    The vectors were distilled from two sentence models; ``static_model/card.md`` says how. A word that is not stored
    is put together from the fewest stored pieces. Loading takes a fraction of a second and about 25 MB.
    """

    name = "quick"

    def __init__(self, path: Path = _FOLDER / "vectors.npz") -> None:
        self._path = path
        self._vectors, self._scales, entries = _read(path)
        self._row_of = {entry: row for row, entry in enumerate(entries)}
        self._longest = max(map(len, entries))
        self._rows_of_word: dict[str, tuple[int, ...]] = {}

    @cached_property
    def checksum(self) -> str:
        """SHA-256 of the file."""
        return hashlib.sha256(self._path.read_bytes()).hexdigest()

    @property
    def dimensions(self) -> int:
        """Length of one vector."""
        return int(self._vectors.shape[1])

    def knows(self, word: str) -> bool:
        """Whether a vector of the whole word is stored; others are put together from pieces and mean less."""
        return word in self._row_of

    def embed_queries(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Return one unit vector per text; a text without a known word or piece gives zeros."""
        bag = bags(texts)
        rows_of_word = [self._rows(word) for word in bag.words]
        used = sorted({row for rows in rows_of_word for row in rows})
        column = {row: i for i, row in enumerate(used)}
        pieces = map_words([[column[row] for row in rows] for rows in rows_of_word], len(used))
        # A word put together from pieces weighs as one word: the mean of its pieces.
        pieces.data /= np.repeat(np.maximum([len(rows) for rows in rows_of_word], 1), np.diff(pieces.indptr))
        vectors = self._vectors[used] * self._scales[used, None]
        return unit_rows(bag.counts @ (pieces @ vectors))

    def embed_passages(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Return the same as ``embed_queries``: the model makes no difference between the two."""
        return self.embed_queries(texts)

    def _rows(self, word: str) -> tuple[int, ...]:
        found = self._rows_of_word.get(word)
        if found is None:
            if len(self._rows_of_word) >= _MAX_CACHED_WORDS:
                self._rows_of_word.clear()
            found = tuple(self._row_of[piece] for piece in split_word(word, self._row_of, self._longest))
            self._rows_of_word[word] = found
        return found


@cache
def quick_embedder() -> StaticEmbedder:
    """Return the bundled model, read once per process."""
    return StaticEmbedder()


MODEL = BundledModel(
    ModelRow(
        name="quick",
        languages="en sv nb da nl de",
        licence="MIT, Apache-2.0; word lists CC BY-SA 4.0",
        size_mb=18,
        hit_at_1=0.601,
        has_answer=0.755,
        says="words only",
    ),
    quick_embedder,
)


def _read(path: Path) -> tuple[NDArray[np.int8], NDArray[np.float32], list[str]]:
    try:
        with np.load(path, allow_pickle=False) as stored:
            return stored["vectors"], stored["scales"], bytes(stored["entries"]).decode("utf-8").split("\n")
    except (OSError, KeyError, ValueError, zipfile.BadZipFile) as exc:
        raise ConfigError(
            f"the model that comes with faqeval must be whole. Got {path.name}: {exc}. Install faqeval again."
        ) from exc
