"""How sure may we be on this site? All queries of a run, seen together, move each answer probability."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from ..config import MatchSettings
from ..records import Rankings
from .embedders import weights_name
from .fuse import load_fusion

_LOWEST = 1e-6  # probabilities are kept in six decimals


def calibrate_to_site(matches: Rankings, languages: Sequence[str], settings: MatchSettings) -> Rankings:
    """Return the rankings with probabilities that fit this site; which article stands where does not change.

    Parameters
    ----------
    matches : as ``match_queries`` returns them, before people's judgments: all queries of the run, not a slice.
    languages : language of each query, as many as ``matches`` has; each language is a site of its own.
    settings : those that the rankings were made with.

    Notes
    -----
    Every different query counts once, whatever their order. Source: ours, see docs/method/match.md#site.
    """
    calibration = load_fusion(weights_name(settings.model)).site
    scores, of_query = matches.scores.copy(), np.asarray(languages, dtype=object)
    for language in sorted(set(languages)):
        rows = np.flatnonzero((of_query == language) & (matches.places[:, 0] >= 0))
        if len(rows) == 0:
            continue
        log_odds = _log_odds(matches.scores[rows])
        best = np.sort(log_odds[:, 0])  # a sum of floats depends on its order; sorted, it depends on the site only
        moved = np.clip(calibration.log_odds(log_odds, best), -30, 30)
        scores[rows] = np.where(matches.places[rows] >= 0, np.round(1 / (1 + np.exp(-moved)), 6), 0)
    return Rankings(matches.query_ids, matches.article_ids, matches.places, scores)


def _log_odds(probabilities: NDArray[np.float32]) -> NDArray[np.float64]:
    kept = np.clip(probabilities.astype(np.float64), _LOWEST, 1 - _LOWEST)
    return np.asarray(np.log(kept) - np.log1p(-kept), dtype=np.float64)
