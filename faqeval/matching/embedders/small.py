"""The small transformer that comes with faqeval: multilingual-e5-small in 8 bits, run by onnxruntime, without torch."""

import gzip
import hashlib
import os
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import cache, cached_property
from pathlib import Path
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from ...errors import ConfigError
from ...measures.unit_rows import unit_rows
from .model import BundledModel, ModelRow

FOLDER: Final = Path(__file__).parent / "small_model"
FILES: Final = ("model.onnx", "tokenizer.json.gz")
_THREADS: Final = os.cpu_count() or 1  # each reads a text of its own
_MAX_CHARACTERS: Final = 2_500  # the model reads 512 word pieces; the rest would be cut after the work of splitting it


class SmallEmbedder:
    """A transformer of 12 layers and 384 dimensions; ``small_model/card.md`` says how the file was made.

    About 550 short queries or 90 paragraphs of 80 word pieces a second on two cores; ``faqeval models`` says how many
    here. Loading takes a second and some 150 MB. Texts longer than 512 pieces are read to there.
    """

    name = "small"
    dimensions = 384

    def __init__(self, folder: Path = FOLDER) -> None:
        import onnxruntime
        from tokenizers import Tokenizer

        self._folder = folder
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1
        options.log_severity_level = 3
        try:
            pieces = gzip.decompress((folder / "tokenizer.json.gz").read_bytes()).decode("utf-8")
            self._tokenizer = Tokenizer.from_str(pieces)
            path = folder / "model.onnx"
            self._session = onnxruntime.InferenceSession(path, options, providers=["CPUExecutionProvider"])
        # the two libraries raise errors of their own kinds, that have nothing in common but being an Exception
        except Exception as exc:
            raise ConfigError(
                f"the model that comes with faqeval must be whole. Got {folder.name}: {exc}. Install faqeval again."
            ) from exc

    @cached_property
    def checksum(self) -> str:
        """SHA-256 of the model and its word pieces."""
        parts = [(self._folder / name).read_bytes() for name in FILES]
        return hashlib.sha256(b"".join(parts)).hexdigest()

    def embed_queries(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Return one unit vector per query (prefix ``query: ``)."""
        return self._embed(texts, "query: ")

    def embed_passages(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Return one unit vector per title or passage (prefix ``passage: ``)."""
        return self._embed(texts, "passage: ")

    def _embed(self, texts: Sequence[str], prefix: str) -> NDArray[np.float32]:
        vectors = np.zeros((len(texts), self.dimensions), dtype=np.float32)
        full = [row for row, text in enumerate(texts) if text.strip()]
        read = self._tokenizer.encode_batch_fast([prefix + texts[row][:_MAX_CHARACTERS] for row in full])
        with ThreadPoolExecutor(max_workers=_THREADS) as threads:
            for row, vector in zip(full, threads.map(self._run, [found.ids for found in read]), strict=True):
                vectors[row] = vector
        return unit_rows(vectors)

    def _run(self, pieces: Sequence[int]) -> Any:
        """Read one text alone: the 8-bit scale of a batch would let its neighbours change a text's vector."""
        ids = np.array([pieces], dtype=np.int64)
        return self._session.run(None, {"input_ids": ids, "attention_mask": np.ones_like(ids)})[0][0]


@cache
def small_embedder() -> SmallEmbedder:
    """Return the model, loaded once per process."""
    return SmallEmbedder()


MODEL = BundledModel(
    ModelRow(
        name="small",
        languages="en sv nb da nl de",
        licence="MIT",
        size_mb=44,
        hit_at_1=0.654,
        has_answer=0.770,
        says="the default",
    ),
    small_embedder,
)
