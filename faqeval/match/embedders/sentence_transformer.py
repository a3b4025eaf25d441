"""Any sentence-transformers model, by its name or by the path of its folder."""

from collections.abc import Sequence
from functools import lru_cache
from threading import Lock

import numpy as np
from numpy.typing import NDArray

from ..._optional import need
from ...errors import ConfigError
from .unit_rows import unit_rows

_BATCH = 64


class SentenceTransformerEmbedder:
    """A model of the user's choice. Models of the e5 family get the prefixes they were trained with."""

    def __init__(self, name: str) -> None:
        library = need("sentence_transformers", "models")
        self.name = name
        self._one_at_a_time = Lock()
        is_e5 = "e5" in name.lower().replace("\\", "/").split("/")[-1]
        self._prefixes = ("query: ", "passage: ") if is_e5 else ("", "")
        try:
            self._model = library.SentenceTransformer(name, device="cpu")
        except (OSError, ValueError) as exc:
            raise ConfigError(
                f"setting 'match.model' must name a model that can be loaded. Got {name!r}: {exc}. "
                "See 'faqeval models' for what is installed, or give the path of a model's folder."
            ) from exc

    @property
    def dimensions(self) -> int:
        """Length of one vector."""
        return int(self._model.get_sentence_embedding_dimension())

    def embed_queries(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Return one unit vector per query."""
        return self._embed(texts, self._prefixes[0])

    def embed_passages(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Return one unit vector per title or body."""
        return self._embed(texts, self._prefixes[1])

    def _embed(self, texts: Sequence[str], prefix: str) -> NDArray[np.float32]:
        vectors = np.zeros((len(texts), self.dimensions), dtype=np.float32)
        full = [i for i, text in enumerate(texts) if text.strip()]
        if full:
            prefixed = [prefix + texts[i] for i in full]
            with self._one_at_a_time:
                vectors[full] = self._model.encode(
                    prefixed, batch_size=_BATCH, convert_to_numpy=True, show_progress_bar=False
                )
        return unit_rows(vectors)


@lru_cache(maxsize=2)
def sentence_transformer_embedder(name: str) -> SentenceTransformerEmbedder:
    """Return the named model, loaded once per process."""
    return SentenceTransformerEmbedder(name)
