"""Other ways to choose the queries that the slow model is asked about, played beside the product's."""

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from benchmarks.matching.plays import Matcher
from benchmarks.matching.unseen import SETTINGS
from faqeval.matching import calibrate_to_site
from faqeval.matching.cascade import unsure_rows
from faqeval.matching.judges import Judges
from faqeval.matching.rank import match_in_full
from faqeval.records import Article, Rankings

Rule = Callable[[NDArray[np.float32], float], NDArray[np.int64]]  # probabilities, share -> rows, as ``unsure_rows``


def _least_margin(probabilities: NDArray[np.float32], share: float) -> NDArray[np.int64]:
    return unsure_rows(probabilities, math.ceil(round(share * int((probabilities[:, 0] > 0).sum()), 6)))


def _lowest(probabilities: NDArray[np.float32], share: float) -> NDArray[np.int64]:
    return _first(probabilities[:, 0], probabilities, share)


def _nearest_even(probabilities: NDArray[np.float32], share: float) -> NDArray[np.int64]:
    return _first(np.abs(probabilities[:, 0] - 0.5), probabilities, share)


def _most_entropy(probabilities: NDArray[np.float32], share: float) -> NDArray[np.int64]:
    kept = np.maximum(probabilities.astype(np.float64), 1e-12)
    parts = kept / kept.sum(axis=1, keepdims=True)
    return _first((parts * np.log(parts)).sum(axis=1), probabilities, share)


def _first(order: NDArray[np.floating], probabilities: NDArray[np.float32], share: float) -> NDArray[np.int64]:
    """Return the rows with an article that come first in ascending ``order``, as many as ``unsure_rows`` returns."""
    rows = np.flatnonzero(probabilities[:, 0] > 0)
    n_asked = len(_least_margin(probabilities, share))
    return np.sort(rows[np.argsort(np.round(order[rows], 6), kind="stable")[:n_asked]])


RULES: Mapping[str, Rule] = {
    "first least above the second": _least_margin,
    "lowest probability of the first": _lowest,
    "probability of the first nearest .5": _nearest_even,
    "entropy of the first ten": _most_entropy,
}


class Asked:
    """Every query under the quick judge and under the slow one, each case matched once whatever rule then chooses.

    Unlike in the product the slow model has read all queries, so that its middle is that of all of them under every
    rule, and only the rule differs.
    """

    def __init__(self, judges: Judges) -> None:
        self._judges = judges
        self._kept: dict[tuple[str, ...], tuple[Rankings, Rankings]] = {}

    def by(self, rule: Rule, share: float) -> Matcher:
        """Return the matcher that takes the slow judge's word where the rule says so."""

        def match(articles: Sequence[Article], queries: pd.DataFrame) -> Rankings:
            quickly, slowly = self._both(articles, queries)
            places, scores = quickly.places.copy(), quickly.scores.copy()
            rows = rule(quickly.scores, share)
            places[rows], scores[rows] = slowly.places[rows], slowly.scores[rows]
            mixed = replace(quickly, places=places, scores=scores)
            return calibrate_to_site(mixed, list(queries["language"]), self._judges.best.site)

        return match

    def _both(self, articles: Sequence[Article], queries: pd.DataFrame) -> tuple[Rankings, Rankings]:
        name = (*(article.article_id for article in articles), *queries["text"])
        if name not in self._kept:
            everything = SETTINGS
            quick = replace(self._judges, slow=None)
            self._kept[name] = (
                match_in_full(articles, queries, SETTINGS, judges=quick).rankings,
                match_in_full(articles, queries, everything, judges=self._judges).rankings,
            )
        return self._kept[name]
