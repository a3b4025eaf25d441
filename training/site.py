"""Fit how a site's best scores move its probabilities. Each lesson plays sites with few and many answers."""

from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression

from faqeval.match.calibrate import Calibration
from faqeval.match.log_odds import log_odds_of
from faqeval.match.site_calibration import SiteCalibration, SiteView

from .fitting import Lesson, unseen_scores
from .plays import WHOLE
from .sets import hash_share

USUAL_WEIGHT = 50.0  # queries that the usual site counts as
STRENGTH = 1_000  # inverse strength of the pull of all coefficients towards 0
_FEWEST = 8  # queries that make a site
_MANY_MISSING = 3 / 5  # of the queries have no answer, in the poorest of the sites that a lesson plays

Site = tuple[NDArray[np.float64], NDArray[np.bool_]]  # log odds of the first two (n, 2), is the first place right


def play_sites(lesson: Lesson, scores: NDArray[np.float64], calibration: Calibration) -> Iterator[tuple[str, Site]]:
    """Yield the sites that the lesson can play, named by the share of their queries that nothing answers.

    The whole FAQ with only the queries it answers, or one that lacks articles with all its queries, or with fewer.
    """
    rows = np.arange(len(scores))
    if lesson.play.third == WHOLE:
        chosen = {"0": rows[lesson.answerable]}
    else:
        without, answered = rows[~lesson.answerable], rows[lesson.answerable]
        drawn = sorted(answered, key=lambda row: hash_share("site" + lesson.texts[row]))
        few = drawn[: round(len(without) * (1 - _MANY_MISSING) / _MANY_MISSING)]
        chosen = {"1/3": rows, "3/5": np.sort(np.concatenate([without, np.array(few, dtype=np.int64)]))}
    for name, some in chosen.items():
        if len(some) >= _FEWEST:
            yield name, _site(lesson, scores, some, calibration)


def _site(lesson: Lesson, scores: NDArray[np.float64], rows: NDArray[np.int64], calibration: Calibration) -> Site:
    odds = log_odds_of(calibration.probabilities(scores[rows].astype(np.float32)))
    ordered = -np.sort(-odds, axis=1)
    second = ordered[:, 1:2] if odds.shape[1] > 1 else log_odds_of(np.zeros((len(rows), 1), dtype=np.float32))
    right = lesson.gold[rows, scores[rows].argmax(axis=1)]
    return np.hstack([ordered[:, :1], second]), right


def fit_site(learned: Sequence[Lesson], calibration: Calibration) -> SiteCalibration:
    """Fit to scores of lessons that the fusion had not seen; every group and name of site weighs the same."""
    sites = [
        (lesson.case.group, name, site)
        for lesson, scores in zip(learned, unseen_scores(learned), strict=True)
        for name, site in play_sites(lesson, scores, calibration)
    ]
    views = [SiteView.of(odds) for _, _, (odds, _) in sites]
    seen_views = np.array([[view.mean, view.spread, view.margin] for view in views])
    usual, least, most = (SiteView(*np.round(of(seen_views, axis=0), 4).tolist()) for of in (np.mean, np.min, np.max))
    rows, each = [], []
    for view, (group, name, (odds, _)) in zip(views, sites, strict=True):
        seen = len(odds) / (len(odds) + USUAL_WEIGHT)
        moved = seen * np.array([view.mean - usual.mean, view.spread - usual.spread, view.margin - usual.margin])
        rows.append(np.column_stack([odds[:, 0], np.tile(moved, (len(odds), 1))]))
        n_alike = sum(len(other) for g, n, (other, _) in sites if (g, n) == (group, name))
        each.append(np.full(len(odds), 1 / n_alike))
    weights = np.concatenate(each)
    model = LogisticRegression(C=STRENGTH, max_iter=1_000)
    model.fit(np.concatenate(rows), np.concatenate([right for *_, (_, right) in sites]), sample_weight=weights)
    slope, by_mean, by_spread, by_margin = (round(float(c), 4) for c in model.coef_[0])
    offset = round(float(model.intercept_[0]), 4)
    return SiteCalibration(slope, by_mean, by_spread, by_margin, offset, usual, least, most, USUAL_WEIGHT)
