"""From which answer probability does an article count as the answer on this site?"""

from typing import Final

import numpy as np
from numpy.typing import NDArray

from .label_evidence import LabelEvidence
from .log_odds import log_odds_of
from .refit_grid import FOLDS

PSEUDO_DECISIONS: Final = 20.0  # decisions that the default threshold counts as
_PRICE: Final = 0.5  # of deciding one of them otherwise: as if the default were right three times in four
_THRESHOLDS: Final = np.round(np.arange(0.05, 0.951, 0.01), 2)


def refit_threshold(judged: LabelEvidence, site: NDArray[np.float64], default: float) -> float:
    """Return the threshold under which the most labels are decided rightly, drawn to the default.

    Parameters
    ----------
    judged : people's labels, with log odds as they are after the refit.
    site : float64 of shape (n_queries,), log odds of the first places of all queries, after the refit.
    default : 0..1.

    Returns
    -------
    float, 0..1; the default unless held-out labels are decided rightly more often by more than one standard error.

    Notes
    -----
    Lost decisions: Σ labels decided wrongly + ``PSEUDO_DECISIONS`` × share of the site's queries decided otherwise than
    under the default × ½. Equal ones: the threshold nearest the default. Wrong labels that fall on either side alike
    take as much from every threshold, so they only make the default weigh more. Source: ours.
    """
    choices = np.append(_THRESHOLDS, default)
    borders = log_odds_of(choices)
    decided = judged.log_odds >= borders[:, None]
    lost = np.where(decided, 1 - judged.right, judged.right) * judged.weights
    ordered = np.sort(site)
    below = np.searchsorted(ordered, borders, side="left") / len(site)
    held = PSEUDO_DECISIONS * _PRICE * np.abs(below - below[-1])
    fold = np.arange(len(judged.right)) % FOLDS
    saved = []
    for number in range(FOLDS):
        chosen = _best(lost[:, fold != number].sum(axis=1) + held, choices)
        out = lost[:, fold == number].sum(axis=1)
        saved.append(float(out[-1] - out[chosen]))
    error = float(np.std(saved, ddof=1) * np.sqrt(FOLDS))
    return float(choices[_best(lost.sum(axis=1) + held, choices)]) if sum(saved) > error else default


def _best(lost: NDArray[np.float64], choices: NDArray[np.float64]) -> int:
    far = np.round(np.abs(choices - choices[-1]), 9)
    return int(np.lexsort((choices, far, np.round(lost, 9)))[0])
