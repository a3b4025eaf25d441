"""A reader sees question and article together: any sentence-transformers cross-encoder, by its name or its path."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from functools import cached_property, lru_cache
from threading import Lock
from typing import Any, Final, Self

import numpy as np
from numpy.typing import NDArray

from .._optional import need
from ..errors import ConfigError
from .embedders import checksum_of
from .log_odds import log_odds_of, probabilities_of

_BATCH: Final = 32
_DECIMALS: Final = 3  # of a score: what neighbours in a batch change stands further back


class Reader:
    """A cross-encoder that gives one number to a question and an article."""

    def __init__(self, name: str) -> None:
        library = need("sentence_transformers", "models")
        self.name = name
        self._one_at_a_time = Lock()
        try:
            self._model = library.CrossEncoder(name, device="cpu")
        # a folder that is no model fails in a dozen ways, from a missing file to a key that a library looks for
        except Exception as exc:
            raise ConfigError(
                f"setting 'match.reader' must name a sentence-transformers cross-encoder that can be loaded. "
                f"Got {name!r}: {exc}. Give another name, the path of a model's folder, or leave it out."
            ) from exc
        if self._model.num_labels != 1:
            raise ConfigError(
                f"a reader must give one number to a question and an article. {name!r} gives "
                f"{self._model.num_labels}: it was made for another task. Choose a reranker."
            )

    @cached_property
    def checksum(self) -> str:
        """SHA-256 of all weights and of how they are put together."""
        return checksum_of(self._model)

    def scores(self, pairs: Sequence[tuple[str, str]]) -> NDArray[np.float32]:
        """Return how well each article answers its question, float32 of shape (n_pairs,), in the model's own units.

        Parameters
        ----------
        pairs : question, and title and text of an article; what is longer than the model reads is cut by the model.

        Raises
        ------
        ConfigError
            If what the model gives is no number.
        """
        if not pairs:
            return np.zeros(0, dtype=np.float32)
        as_it_is = need("torch", "models").nn.Identity()
        with self._one_at_a_time:
            found = self._model.predict(
                list(pairs),
                batch_size=_BATCH,
                activation_fn=as_it_is,
                convert_to_numpy=True,
                show_progress_bar=False,
            )
        if not np.isfinite(found).all():
            raise ConfigError(
                f"a reader must give a number to every question and article. {self.name!r} gave something else. "
                "Choose another one, or leave it out."
            )
        return np.asarray(np.round(found, _DECIMALS), dtype=np.float32)


@lru_cache(maxsize=1)
def load_reader(name: str) -> Reader:
    """Return the named reader, loaded once per process.

    Raises
    ------
    MissingExtra, ConfigError
        If it cannot be had, or is no reader.
    """
    return Reader(name)


@dataclass(frozen=True, slots=True)
class ReaderWeights:
    """New log odds: ``before`` times those of the judge, plus ``reader`` times the reader's score, plus ``offset``."""

    before: float
    reader: float
    offset: float

    @classmethod
    def read(cls, stored: Mapping[str, Any]) -> Self:
        """Take the weights from their JSON.

        Raises
        ------
        KeyError
            If one is missing.
        """
        return cls(*(float(stored[name]) for name in ("before", "reader", "offset")))

    def stored(self) -> dict[str, object]:
        """Return what ``read`` reads."""
        return asdict(self)

    def probabilities(self, before: NDArray[np.float32], scores: NDArray[np.float32]) -> NDArray[np.float32]:
        """Return answer probabilities from those before (0..1) and the reader's scores, arrays of one shape."""
        moved = self.before * log_odds_of(before) + self.reader * scores + self.offset
        return probabilities_of(moved).astype(np.float32)


@dataclass(frozen=True, slots=True)
class ReaderJudge:
    """A reader, and what its scores are worth beside those of the judge before it."""

    reader: Reader
    weights: ReaderWeights
