"""People's labels move the answer probabilities of a whole site, and the threshold, when they prove it right."""

from dataclasses import dataclass, replace
from typing import Final

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from ..records import Rankings
from .label_evidence import LabelEvidence, clicked_evidence, judged_evidence
from .log_odds import log_odds_of, probabilities_of
from .refit_grid import fit_to_evidence
from .refit_threshold import refit_threshold

MIN_LABELS: Final = 20.0  # below it nothing is refitted


@dataclass(frozen=True, slots=True)
class Refit:
    """What people's labels made of a site's calibration.

    ``slope`` 1, ``offset`` 0 and the default ``threshold`` when they moved nothing; ``outcome`` says why: ``refitted``,
    ``few`` (too few labels), ``unrelated`` (labels that agree with the matcher no better than a coin) or ``no better``
    (held-out labels are met no better).
    """

    outcome: str
    slope: float
    offset: float
    threshold: float
    n_judged: int  # queries whose first place people judged
    n_clicked: int  # queries with clicks
    wrong_share: float  # of the labels, as estimated; 0 when not refitted

    def apply(self, matches: Rankings) -> Rankings:
        """Return the rankings with the refitted probabilities; which article stands where does not change."""
        if (self.slope, self.offset) == (1.0, 0.0):
            return matches
        return replace(matches, scores=np.where(matches.places >= 0, self.moved(matches.scores), np.float32(0)))

    def moved(self, probabilities: NDArray[np.float32]) -> NDArray[np.float32]:
        """Return probabilities, float32 of any shape, as the labels move them."""
        if (self.slope, self.offset) == (1.0, 0.0):
            return probabilities
        return probabilities_of(self.slope * log_odds_of(probabilities) + self.offset).astype(np.float32)


def refit_to_people(
    matches: Rankings,
    judgments: pd.DataFrame | None,
    clicks: pd.DataFrame | None,
    threshold: float,
    min_labels: float = MIN_LABELS,
) -> Refit:
    """Refit calibration and threshold of a site to what people said, or leave both as they are.

    Parameters
    ----------
    matches : calibrated rankings of all queries, before judgments overrule them.
    judgments, clicks : see ``judged_evidence`` and ``clicked_evidence``; None when there are none.
    threshold : the default answer threshold, 0..1.
    min_labels : labels below which nothing is refitted.

    Notes
    -----
    Taken only when held-out labels are likelier (log loss, ten folds) than under the probabilities as they are, and
    likelier than under a coin with the labels' own rate by more than one standard error: labels that have nothing to do
    with the matcher, which is what many wrong ones look like, change nothing. The threshold is refitted under the same
    two conditions and one of its own, see ``refit_threshold``. Source: ours, see docs/method/judgments.md#refit.
    """
    nothing = LabelEvidence.of(*(np.zeros(0) for _ in range(3)))
    judged = nothing if judgments is None else judged_evidence(matches, judgments)
    clicked = nothing if clicks is None else clicked_evidence(matches, clicks)
    counts = len(judged.right), len(clicked.right)
    if judged.n_labels + clicked.n_labels < min_labels:
        return Refit("few", 1.0, 0.0, threshold, *counts, 0.0)
    site = log_odds_of(matches.scores[matches.places[:, 0] >= 0, 0])
    fit = fit_to_evidence(judged, clicked, site)
    if fit.lead <= fit.lead_error:
        return Refit("unrelated", 1.0, 0.0, threshold, *counts, 0.0)
    slope, offset = (fit.slope, fit.offset) if fit.gain > 0 else (1.0, 0.0)
    moved = LabelEvidence.of(slope * judged.log_odds + offset, judged.right, judged.weights)
    chosen = threshold
    if judged.n_labels >= min_labels:
        chosen = refit_threshold(moved, slope * site + offset, threshold)
    is_as_it_was = (slope, offset, chosen) == (1.0, 0.0, threshold)
    return Refit("no better" if is_as_it_was else "refitted", slope, offset, chosen, *counts, fit.wrong_share)
