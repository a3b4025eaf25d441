"""Many weak signals into one: a logistic regression whose weights can be read."""

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from .calibrate import Calibration
from .pair_features import FEATURES
from .site_calibration import SiteCalibration, SiteView

_FOLDER = Path(__file__).parent / "weights"


@dataclass(frozen=True, slots=True)
class Fusion:
    """Coefficient of each feature in the order of ``FEATURES`` (float32), and what to add to their weighted sum."""

    coefficients: NDArray[np.float32]
    intercept: float
    calibration: Calibration
    site: SiteCalibration

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
        return self.calibration.probabilities(features @ self.coefficients + np.float32(self.intercept))


@cache
def load_fusion(name: str) -> Fusion:
    """Return the weights that come with faqeval for one kind of embedding model: ``static`` or ``transformer``."""
    stored = json.loads((_FOLDER / f"{name}.json").read_text(encoding="utf-8"))
    coefficients = np.array([stored["coefficients"].get(feature, 0.0) for feature in FEATURES], dtype=np.float32)
    site = stored["site"] | {"usual": SiteView(**stored["site"]["usual"])}
    return Fusion(coefficients, stored["intercept"], Calibration(**stored["calibration"]), SiteCalibration(**site))
