"""Fit how a site's best scores move its probabilities. Each lesson plays sites with few and many answers."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression

from ..calibrate import Calibration
from ..log_odds import log_odds_of
from ..site_calibration import SiteCalibration, SiteView
from .cases import hash_share
from .lessons import Lesson
from .plays import WHOLE

USUAL_WEIGHT = 50.0  # queries that the usual site counts as
STRENGTH = 1_000  # inverse strength of the pull of all coefficients towards 0
_FEWEST = 8  # queries that make a site
_MANY_MISSING = 3 / 5  # of the queries have no answer, in the poorest of the sites that a lesson plays

Site = tuple[NDArray[np.float64], NDArray[np.bool_]]  # log odds of the first two (n, 2), and what came true (n,)
CameTrue = Callable[[Lesson, NDArray[np.int64]], NDArray[np.bool_]]  # a lesson and its first places: what is foretold


def play_sites(
    lesson: Lesson, scores: NDArray[np.float64], calibration: Calibration, came_true: CameTrue
) -> Iterator[tuple[str, Site]]:
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
            yield name, _site(lesson, scores, some, calibration, came_true)


def _site(
    lesson: Lesson,
    scores: NDArray[np.float64],
    rows: NDArray[np.int64],
    calibration: Calibration,
    came_true: CameTrue,
) -> Site:
    odds = log_odds_of(calibration.probabilities(scores[rows].astype(np.float32)))
    ordered = -np.sort(-odds, axis=1)
    second = ordered[:, 1:2] if odds.shape[1] > 1 else log_odds_of(np.zeros((len(rows), 1), dtype=np.float32))
    return np.hstack([ordered[:, :1], second]), came_true(lesson, scores.argmax(axis=1))[rows]


def fit_site(
    learned: Sequence[Lesson], unseen: Sequence[NDArray[np.float64]], calibration: Calibration, came_true: CameTrue
) -> SiteCalibration:
    """Fit to scores of lessons that the fusion had not seen; every group and name of site weighs the same."""
    sites = [
        (lesson.case.group, name, site)
        for lesson, scores in zip(learned, unseen, strict=True)
        for name, site in play_sites(lesson, scores, calibration, came_true)
    ]
    views = [SiteView.of(odds) for _, _, (odds, _) in sites]
    seen_views = np.array([[view.mean, view.spread, view.margin] for view in views])
    usual, least, most = (_view(of(seen_views, axis=0)) for of in (np.mean, np.min, np.max))
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


def fit_has_answer(
    learned: Sequence[Lesson], unseen: Sequence[NDArray[np.float64]], calibration: Calibration, came_true: CameTrue
) -> Calibration:
    """Fit slope and offset to first places of all played sites; every group and name of site weighs the same.

    The site is not looked at: its level cannot be told from texts, and moving it by mean, spread and margin of its
    queries told answerable queries of different sites apart worse (docs/method/match.md#has-answer).
    """
    sites = [
        ((lesson.case.group, name), site)
        for lesson, scores in zip(learned, unseen, strict=True)
        for name, site in play_sites(lesson, scores, calibration, came_true)
    ]
    n_alike = Counter[tuple[str, str]]()
    for key, (odds, _) in sites:
        n_alike[key] += len(odds)
    model = LogisticRegression(C=STRENGTH).fit(
        np.concatenate([odds[:, :1] for _, (odds, _) in sites]),
        np.concatenate([true for _, (_, true) in sites]),
        sample_weight=np.concatenate([np.full(len(odds), 1 / n_alike[key]) for key, (odds, _) in sites]),
    )
    return Calibration(slope=round(float(model.coef_[0, 0]), 4), offset=round(float(model.intercept_[0]), 4))


def _view(values: NDArray[np.float64]) -> SiteView:
    mean, spread, margin = (round(float(value), 4) for value in values)
    return SiteView(mean, spread, margin)
