"""Fit and measure how a site's best scores move its probabilities. Each case plays sites with few and many answers."""

from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression

from faqeval.match.calibrate import Calibration
from faqeval.match.site_calibration import SiteCalibration, SiteView
from faqeval.measures.calibration import expected_calibration_error

from .fitting import CaseFeatures, scores_of, unseen_weights
from .sets import hash_share

USUAL_WEIGHT = 50.0  # queries that the usual site counts as
STRENGTH = 1_000  # inverse strength of the pull of all coefficients towards 0
SHARES = ("0", "1/3", "3/5")  # of the queries have no answer

Weights = tuple[NDArray[np.float64], float]
Site = tuple[NDArray[np.float64], NDArray[np.bool_]]  # best log odds, is the first place right


def play_sites(case: CaseFeatures, weights: Weights, calibration: Calibration) -> Iterator[Site]:
    """Yield the case as three sites: nothing unanswerable, a third, and three in five; in the order of ``SHARES``."""
    untouched = case.untouched or case
    has_gold = untouched.answerable
    drawn = np.argsort([hash_share("site" + query.text) for query in case.case.queries], kind="stable")
    without, answered = drawn[~case.answerable[drawn]], drawn[case.answerable[drawn]]
    yield _site(untouched, np.flatnonzero(has_gold), weights, calibration)
    yield _site(case, np.arange(len(case.answerable)), weights, calibration)
    yield _site(case, np.concatenate([without, answered[: round(len(without) * 2 / 3)]]), weights, calibration)


def _site(case: CaseFeatures, rows: NDArray[np.int64], weights: Weights, calibration: Calibration) -> Site:
    scores = scores_of(case, *weights)[rows]
    first = scores.argmax(axis=1)
    best = calibration.slope * scores[np.arange(len(rows)), first] + calibration.offset
    return best, case.gold[rows, first]


def fit_site(cases: Sequence[CaseFeatures], calibration: Calibration) -> SiteCalibration:
    """Fit to scores of cases that the fusion had not seen; every group of cases has the same weight."""
    weights = unseen_weights(cases)
    groups = [case.case.group for case in cases]
    sites = [(groups.count(case.case.group), *site) for case in cases
             for site in play_sites(case, weights[case.case.group], calibration)]  # fmt: skip
    views = [SiteView.of(best) for _, best, _ in sites]
    usual = SiteView(
        round(float(np.mean([view.mean for view in views])), 4),
        round(float(np.mean([view.spread for view in views])), 4),
    )
    rows = [
        np.column_stack([best, np.full((len(best), 2), [view.mean - usual.mean, view.spread - usual.spread])])
        for view, (_, best, _) in zip(views, sites, strict=True)
    ]
    each = np.concatenate([np.full(len(best), 1 / n_cases / len(best)) for n_cases, best, _ in sites])
    model = LogisticRegression(C=STRENGTH, max_iter=1_000)
    model.fit(np.concatenate(rows), np.concatenate([right for *_, right in sites]), sample_weight=each / each.sum())
    slope, by_mean, by_spread = (round(float(c), 4) for c in model.coef_[0])
    return SiteCalibration(slope, by_mean, by_spread, round(float(model.intercept_[0]), 4), usual, USUAL_WEIGHT)


def measure_site(
    cases: Sequence[CaseFeatures], weights: Weights, calibration: Calibration, site: SiteCalibration
) -> dict[str, float]:
    """Return ECE and Brier score per share of unanswerable queries, with the plain and with the site's calibration."""
    figures = {}
    played = [list(play_sites(case, weights, calibration)) for case in cases]
    for number, share in enumerate(SHARES):
        right = np.concatenate([one[number][1] for one in played])
        log_odds = {
            "plain": np.concatenate([one[number][0] for one in played]),
            "site": np.concatenate([site.log_odds(one[number][0], one[number][0]) for one in played]),
        }
        for name, moved in log_odds.items():
            sure = 1 / (1 + np.exp(-moved))
            figures[f"share {share} {name} ECE"] = expected_calibration_error(sure, right)
            figures[f"share {share} {name} Brier"] = float(((sure - right) ** 2).mean())
    return figures
