"""Weights from lessons: all that a model's scores need to become probabilities."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from ...errors import ConfigError
from ...records import Progress
from ...text import SUPPORTED
from ..calibrate import Calibration
from ..embedders import Embedder
from ..fuse import Fusion
from ..pair_features import QUICK_SIGNALS, SLOW_SIGNALS, features_of
from .corpora import demo_cases, fitting_cases
from .lessons import Lesson, fit, fit_calibration, lessons, scores_of, unseen_scores
from .site import fit_has_answer, fit_site

LANGUAGES = SUPPORTED


def learn(learned: Sequence[Lesson]) -> Fusion:
    """Fit coefficients and calibrations to lessons of real FAQs: with the transformer's signals if they have them."""
    coefficients = fit(learned)
    scores = unseen_scores(learned)
    calibration = fit_calibration(learned, scores)
    return Fusion(
        _features(coefficients.shape[0]),
        coefficients.astype(np.float32),
        calibration,
        fit_site(learned, scores, calibration, first_is_right),
        fit_has_answer(learned, scores, calibration, some_answers),
    )


def fit_to_corpora(
    quick: Embedder, slow: Embedder, bundled: Fusion, bundled_on_demos: Calibration, on_progress: Progress | None = None
) -> Fusion:
    """Fit a model of the user's choice to the labelled FAQs that come with faqeval.

    Parameters
    ----------
    quick, slow : the quick model, and the one to fit.
    bundled : weights of the bundled transformer, which were fitted to real FAQs.
    bundled_on_demos : what its scores are worth on the demos, which are easier than real FAQs.

    Notes
    -----
    Coefficients from customers' words, calibration from the demos. By how much the demos are easier than real FAQs is
    known for the bundled model, and taken over: the new model's log odds there are mapped as the bundled one's are.
    How a site moves its probabilities is the bundled model's too, since it works on log odds alike. Source: ours,
    docs/method/match.md#fitted.

    Raises
    ------
    ConfigError
        If the model gives nothing to go by: not numbers, or the same vector for every text.
    """
    words, demos = list(fitting_cases(LANGUAGES)), list(demo_cases(LANGUAGES))
    n_cases, done = len(words) + len(demos), 0
    gathered: list[list[Lesson]] = []
    for cases in (words, demos):
        found: list[Lesson] = []
        for case in cases:
            found += lessons(case, quick, slow)
            done += 1
            if on_progress:
                on_progress("fitting the model", done, n_cases)
        gathered.append(found)
    of_slow = np.concatenate(
        [one.features[one.there][:, len(QUICK_SIGNALS) : len(QUICK_SIGNALS) + len(SLOW_SIGNALS)] for one in gathered[0]]
    )
    if float(of_slow.std()) < 1e-4:
        raise ConfigError(
            f"a model must tell texts apart. {slow.name!r} gives the same vector, or none, for every text. "
            "Choose another one: faqeval models."
        )
    coefficients = fit(gathered[0])
    own = fit_calibration(gathered[1], [scores_of(one, coefficients) for one in gathered[1]])
    slope = bundled.calibration.slope / bundled_on_demos.slope
    calibration = Calibration(
        slope=round(own.slope * slope, 4),
        offset=round((own.offset - bundled_on_demos.offset) * slope + bundled.calibration.offset, 4),
    )
    return replace(
        bundled,
        features=_features(coefficients.shape[0]),
        coefficients=coefficients.astype(np.float32),
        calibration=calibration,
    )


def calibrate_on_demos(fusion: Fusion, quick: Embedder, slow: Embedder) -> Calibration:
    """Return what a fusion's scores are worth on the demos."""
    found = [lesson for case in demo_cases(LANGUAGES) for lesson in lessons(case, quick, slow)]
    return fit_calibration(found, [scores_of(lesson, fusion.coefficients.astype(np.float64)) for lesson in found])


def _features(n_features: int) -> tuple[str, ...]:
    quick, every = features_of(QUICK_SIGNALS), features_of((*QUICK_SIGNALS, *SLOW_SIGNALS))
    return quick if len(quick) == n_features else every


def first_is_right(lesson: Lesson, first: NDArray[np.int64]) -> NDArray[np.bool_]:
    """Return whether the first place (slot of the short list) answers each query."""
    return lesson.gold[np.arange(len(first)), first]


def some_answers(lesson: Lesson, first: NDArray[np.int64]) -> NDArray[np.bool_]:
    """Return whether some article that is there answers each query."""
    return lesson.answerable
