"""Any sentence-transformers model, by its name or by the path of its folder, with its own prompts and pooling."""

from collections.abc import Callable, Sequence
from functools import cached_property, lru_cache
from threading import Lock
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from ..._optional import need
from ...errors import ConfigError
from ...measures.unit_rows import unit_rows
from .checksum import checksum_of

_BATCH: Final = 32
_E5: Final = ("query: ", "passage: ")  # the family's prefixes, which its older cards tell to people only


class SentenceTransformerEmbedder:
    """A model of the user's choice, read as its makers say: queries and passages by the prompts that it brings."""

    def __init__(self, name: str) -> None:
        library = need("sentence_transformers", "models")
        self.name = name
        self._one_at_a_time = Lock()
        try:
            self._model = library.SentenceTransformer(name, device="cpu")
        # a folder that is no model fails in a dozen ways, from a missing file to a key that a library looks for
        except Exception as exc:
            raise ConfigError(
                f"setting 'match.model' must name a model that can be loaded. Got {name!r}: {exc}. "
                "See 'faqeval models' for what is installed, or give the path of a model's folder."
            ) from exc
        is_e5 = "e5" in name.lower().replace("\\", "/").rstrip("/").split("/")[-1]
        self._prefixes = _E5 if is_e5 and not any(self._model.prompts.values()) else ("", "")

    @property
    def dimensions(self) -> int:
        """Length of one vector."""
        ask = getattr(self._model, "get_embedding_dimension", None) or self._model.get_sentence_embedding_dimension
        return int(ask())

    @cached_property
    def checksum(self) -> str:
        """SHA-256 of all weights, of the modules (pooling among them) and of the prompts."""
        return checksum_of(self._model, self._model.prompts, self._prefixes)

    def embed_queries(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Return one unit vector per query.

        Raises
        ------
        ConfigError
            If the model's vectors are not numbers.
        """
        return self._embed(texts, self._prefixes[0], self._model.encode_query)

    def embed_passages(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Return one unit vector per title or passage.

        Raises
        ------
        ConfigError
            If the model's vectors are not numbers.
        """
        return self._embed(texts, self._prefixes[1], self._model.encode_document)

    def _embed(self, texts: Sequence[str], prefix: str, encode: Callable[..., Any]) -> NDArray[np.float32]:
        vectors = np.zeros((len(texts), self.dimensions), dtype=np.float32)
        full = [i for i, text in enumerate(texts) if text.strip()]
        if full:
            prefixed = [prefix + texts[i] for i in full]
            with self._one_at_a_time:
                vectors[full] = encode(prefixed, batch_size=_BATCH, convert_to_numpy=True, show_progress_bar=False)
        if not np.isfinite(vectors).all():
            raise ConfigError(
                f"a model must turn every text into numbers. {self.name!r} gave something else. "
                "Choose another one: faqeval models."
            )
        return unit_rows(vectors)


@lru_cache(maxsize=2)
def sentence_transformer_embedder(name: str) -> SentenceTransformerEmbedder:
    """Return the named model, loaded once per process."""
    return SentenceTransformerEmbedder(name)
