"""Who judges: the quick model that comes with faqeval, and a slow one for what it is unsure of."""

from dataclasses import dataclass

from .embedders import Embedder, load_embedder, static_embedder, weights_name
from .fuse import Fusion, load_fusion
from .site_calibration import SiteCalibration


@dataclass(frozen=True, slots=True)
class SlowJudge:
    """A transformer, and the weights of all signals together."""

    embedder: Embedder
    fusion: Fusion


@dataclass(frozen=True, slots=True)
class Judges:
    """Models and weights. ``slow`` is None when the bundled model judges alone."""

    embedder: Embedder
    fusion: Fusion
    slow: SlowJudge | None = None

    @property
    def site(self) -> SiteCalibration:
        """How all queries of a site move its probabilities, under the best judge there is."""
        return (self.slow or self).fusion.site


def load_judges(model: str) -> Judges:
    """Return the judges that a model's name asks for: ``static``, ``e5``, or a sentence-transformers name or path.

    Raises
    ------
    MissingExtra, ConfigError
        If the model cannot be had.
    """
    slow = None
    if model != "static":
        slow = SlowJudge(load_embedder(model), load_fusion(weights_name(model)))
    return Judges(static_embedder(), load_fusion("static"), slow)
