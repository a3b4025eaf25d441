"""The matcher as a site would meet it that it has never seen: everything learned on other sets."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from faqeval.match.calibrate import Calibration
from faqeval.match.embedders import Embedder
from faqeval.match.pair_features import PoolQueries
from faqeval.match.pool import make_pool, pool_places
from faqeval.match.rank import best_first
from faqeval.match.site_calibration import SiteCalibration
from faqeval.records import Article, Rankings

from .fitting import CaseFeatures, fit, fit_calibration, unseen_scores
from .site import fit_site

DEPTH = 10  # the default of match.depth


@dataclass(frozen=True, slots=True)
class UnseenJudge:
    """Fusion, calibration and site calibration that know nothing of some sets."""

    coefficients: NDArray[np.float64]
    intercept: float
    calibration: Calibration
    site: SiteCalibration

    @classmethod
    def without(cls, groups: Sequence[str], cases: Sequence[CaseFeatures]) -> "UnseenJudge":
        """Learn from all cases but those of ``groups``."""
        others = [case for case in cases if case.case.group not in groups]
        coefficients, intercept = fit(others)
        calibration = fit_calibration(others, unseen_scores(others))
        return cls(coefficients, intercept, calibration, fit_site(others, calibration))

    def matches(self, listed: "ListedSite") -> Rankings:
        """Return the answer probabilities of a whole site, as ``evaluate`` has them before needs decide."""
        scores = np.where(listed.columns >= 0, listed.features @ self.coefficients + self.intercept, -1e9)
        plain = self.calibration.slope * scores + self.calibration.offset
        moved = np.clip(self.site.log_odds(plain, np.sort(plain.max(axis=1))), -30, 30)
        probability = np.round(1 / (1 + np.exp(-moved)), 6).astype(np.float32)
        columns, ranked = best_first(listed.columns, probability, DEPTH)
        places = np.where(columns >= 0, listed.places[columns], -1).astype(np.int32)
        scores = np.where(places >= 0, ranked, 0).astype(np.float32)
        return replace(listed.empty, places=places, scores=scores)


@dataclass(frozen=True, slots=True, eq=False)
class ListedSite:
    """The short lists of one site's queries; what any judge weighs."""

    columns: NDArray[np.int64]
    features: NDArray[np.float32]
    places: NDArray[np.int64]
    empty: Rankings  # ids only

    @classmethod
    def of(cls, articles: Sequence[Article], queries: pd.DataFrame, embedder: Embedder) -> "ListedSite":
        """Compute the signals of each query and its likeliest articles."""
        pool = make_pool(articles, pool_places(articles, articles[0].language), embedder)
        pairs = PoolQueries.of(pool, embedder, queries["text"].tolist()).features()
        nothing = np.zeros((len(queries), 0))
        ids = tuple(article.article_id for article in articles)
        empty = Rankings(tuple(queries["query_id"]), ids, nothing.astype(np.int32), nothing.astype(np.float32))
        return cls(pairs.columns, pairs.features, pool.places, empty)
