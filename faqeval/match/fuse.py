"""Many weak signals into one: a linear score whose weights can be read."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Self

import numpy as np
from numpy.typing import NDArray

from .calibrate import Calibration
from .pair_features import QUICK_SIGNALS, SLOW_SIGNALS, features_of
from .site_calibration import SiteCalibration, SiteView

_FOLDER = Path(__file__).parent / "weights"
SIGNALS_OF = {"static": QUICK_SIGNALS, "transformer": (*QUICK_SIGNALS, *SLOW_SIGNALS)}


@dataclass(frozen=True, slots=True)
class Fusion:
    """Coefficient of each of ``features`` (float32, that order), and how their weighted sum becomes a probability."""

    features: tuple[str, ...]
    coefficients: NDArray[np.float32]
    calibration: Calibration
    site: SiteCalibration

    @classmethod
    def read(cls, stored: Mapping[str, Any], name: str) -> Self:
        """Take the weights of one kind of judge, ``static`` or ``transformer``, from their JSON."""
        features = features_of(SIGNALS_OF[name])
        coefficients = np.array([stored["coefficients"][feature] for feature in features], dtype=np.float32)
        views = {name: SiteView(**stored["site"][name]) for name in ("usual", "least", "most")}
        return cls(
            features, coefficients, Calibration(**stored["calibration"]), SiteCalibration(**(stored["site"] | views))
        )

    def probabilities(self, features: NDArray[np.float32]) -> NDArray[np.float32]:
        """Return P(this article answers this query).

        Parameters
        ----------
        features : float32 array of shape (..., n_features)

        Returns
        -------
        float32 array of shape (...), 0..1, rounded to six decimals, so that articles with equal texts are equal here
        too and the tie rule decides between them, not the last bit of a sum.
        """
        return self.calibration.probabilities(features @ self.coefficients)


@cache
def load_fusion(name: str) -> Fusion:
    """Return the weights that come with faqeval for one kind of judge: ``static`` or ``transformer``."""
    return Fusion.read(json.loads((_FOLDER / f"{name}.json").read_text(encoding="utf-8")), name)
