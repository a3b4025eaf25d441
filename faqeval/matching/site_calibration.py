"""How the best scores of a whole site move the probability of each of its answers."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final, Self

import numpy as np
from numpy.typing import NDArray

_WIDEST: Final = 8.0  # log odds between the first two; beyond it the second is out of the question anyway


@dataclass(frozen=True, slots=True)
class SiteView:
    """Where the best log odds of a site's queries lie, how far apart, and how far above each query's next article."""

    mean: float
    spread: float  # standard deviation
    margin: float  # mean of first less second, each at most 8

    @classmethod
    def of(cls, log_odds: NDArray[np.float64]) -> Self:
        """Look at all queries: float64 of shape (n_queries, at least 2), best first, -inf where there is no article.

        The order of the queries leaves no trace.
        """
        best = np.sort(log_odds[:, 0])
        margins = np.sort(np.minimum(log_odds[:, 0] - log_odds[:, 1], _WIDEST))
        return cls(float(best.mean()), float(best.std()), float(margins.mean()))


@dataclass(frozen=True, slots=True)
class SiteCalibration:
    """slope x log odds + offset + by_mean x (mean - usual) + the same for spread and margin.

    What a score is worth differs between sites: one whose first articles stand far above the next is easy, and there
    a doubtful query is likelier answered too; one where some queries match well and others do not has queries that
    nothing answers. ``slope`` above 0 keeps every query's order. The ``usual`` site is what is believed before a query
    is seen, and counts as ``usual_weight`` queries. A site beyond all that were learned from (``least`` to ``most``)
    counts as the farthest of them.
    """

    slope: float
    by_mean: float
    by_spread: float
    by_margin: float
    offset: float
    usual: SiteView
    least: SiteView
    most: SiteView
    usual_weight: float

    @classmethod
    def read(cls, stored: Mapping[str, Any]) -> Self:
        """Take the calibration from its JSON."""
        views = {name: SiteView(**stored[name]) for name in ("usual", "least", "most")}
        return cls(**{**stored, **views})

    def log_odds(self, log_odds: NDArray[np.float64], best: NDArray[np.float64]) -> NDArray[np.float64]:
        """Move log odds of any shape as their site asks for; ``best`` as ``SiteView.of`` wants it, not empty.

        Examples
        --------
        >>> calm = SiteCalibration(
        ...     1.0, 0.5, 0.0, 0.0, 0.0, SiteView(0, 1, 1), SiteView(-9, 0, 0), SiteView(9, 9, 9), usual_weight=0.0
        ... )
        >>> calm.log_odds(np.array([0.0, 1.0]), best=np.array([[2.0, 0.0], [4.0, 1.0]])).tolist()
        [1.5, 2.5]
        """
        site, seen = SiteView.of(best), len(best) / (len(best) + self.usual_weight)
        moved = (
            self.by_mean * self._beyond_usual(site, "mean")
            + self.by_spread * self._beyond_usual(site, "spread")
            + self.by_margin * self._beyond_usual(site, "margin")
        )
        return self.slope * log_odds + (seen * moved + self.offset)

    def _beyond_usual(self, site: SiteView, name: str) -> float:
        found, least, most, usual = (getattr(view, name) for view in (site, self.least, self.most, self.usual))
        return float(min(max(found, least), most) - usual)
