"""How the best scores of a whole site move the probability of each of its answers."""

from dataclasses import dataclass
from typing import Self

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True, slots=True)
class SiteView:
    """Where the best log odds of a site's queries lie, and how far apart."""

    mean: float
    spread: float  # standard deviation

    @classmethod
    def of(cls, best: NDArray[np.float64]) -> Self:
        """Look at the best log odds of all queries, float64 of shape (n_queries,), not empty."""
        return cls(float(best.mean()), float(best.std()))


@dataclass(frozen=True, slots=True)
class SiteCalibration:
    """slope x log odds + by_mean x (mean - usual mean) + by_spread x (spread - usual spread) + offset.

    A site whose queries mostly match well is likelier to answer the doubtful ones, too; one where some match well and
    others do not has queries that nothing answers. ``slope`` above 0 keeps every query's order. The ``usual`` site is
    what is believed before a query is seen, and counts as ``usual_weight`` queries.
    """

    slope: float
    by_mean: float
    by_spread: float
    offset: float
    usual: SiteView
    usual_weight: float

    def log_odds(self, log_odds: NDArray[np.float64], best: NDArray[np.float64]) -> NDArray[np.float64]:
        """Move log odds of any shape as their site's ``best`` (float64 of shape (n_queries,), not empty) ask for.

        Examples
        --------
        >>> calm = SiteCalibration(1.0, 0.5, 0.0, 0.0, SiteView(0.0, 1.0), usual_weight=0.0)
        >>> calm.log_odds(np.array([0.0, 1.0]), best=np.array([2.0, 4.0])).tolist()
        [1.5, 2.5]
        """
        site, seen = SiteView.of(best), len(best) / (len(best) + self.usual_weight)
        higher = self.by_mean * (site.mean - self.usual.mean)
        wider = self.by_spread * (site.spread - self.usual.spread)
        return self.slope * log_odds + seen * (higher + wider) + self.offset
