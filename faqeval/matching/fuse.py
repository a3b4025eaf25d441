"""Many weak signals into one: a linear score whose weights can be read."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any, Self

import numpy as np
from numpy.typing import NDArray

from .calibrate import Calibration
from .pair_features import QUICK_SIGNALS, SLOW_SIGNALS, features_of
from .site_calibration import SiteCalibration


@dataclass(frozen=True, slots=True)
class Fusion:
    """Coefficient of each of ``features`` (float32, that order), and how their weighted sum becomes a probability.

    ``calibration`` takes the first place's score for the probability that this article answers, and ``site`` moves its
    log odds as all queries of a site ask for. ``has_answer`` takes the same log odds, not moved, for the probability
    that some article does.
    """

    features: tuple[str, ...]
    coefficients: NDArray[np.float32]
    calibration: Calibration
    site: SiteCalibration
    has_answer: Calibration

    @classmethod
    def read(cls, stored: Mapping[str, Any]) -> Self:
        """Take the weights from their JSON.

        Raises
        ------
        KeyError
            If a coefficient is missing.
        """
        wanted = features_of(QUICK_SIGNALS if stored["signals"] == "quick" else (*QUICK_SIGNALS, *SLOW_SIGNALS))
        coefficients = np.array([stored["coefficients"][feature] for feature in wanted], dtype=np.float32)
        return cls(
            wanted,
            coefficients,
            Calibration(**stored["calibration"]),
            SiteCalibration.read(stored["site"]),
            Calibration(**stored["has_answer"]),
        )

    def stored(self) -> dict[str, object]:
        """Return what ``read`` reads."""
        return {
            "signals": "quick" if self.features == features_of(QUICK_SIGNALS) else "all",
            "calibration": asdict(self.calibration),
            "site": asdict(self.site),
            "has_answer": asdict(self.has_answer),
            "coefficients": {
                name: round(float(c), 5) for name, c in zip(self.features, self.coefficients, strict=True)
            },
        }

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
