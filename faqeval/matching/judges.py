"""Who judges: the quick model, a transformer for what it can read in time, and a reader of the user's choice."""

from dataclasses import dataclass

from .embedders import Embedder
from .fuse import Fusion
from .reader import ReaderJudge


@dataclass(frozen=True, slots=True)
class SlowJudge:
    """A transformer, and the weights of all signals together."""

    embedder: Embedder
    fusion: Fusion


@dataclass(frozen=True, slots=True)
class Judges:
    """Models and weights. ``slow`` is None when the quick model judges alone, ``reader`` when nobody reads again."""

    embedder: Embedder
    fusion: Fusion
    slow: SlowJudge | None = None
    reader: ReaderJudge | None = None

    @property
    def best(self) -> Fusion:
        """The weights of the best judge there is; they say how all queries of a site move its probabilities."""
        return (self.slow or self).fusion
