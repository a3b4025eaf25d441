"""What people's judgments and clicks say about the first place of each query."""

from dataclasses import dataclass
from typing import Final, Self

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from ..records import Rankings
from .judged import judgments_by_row
from .log_odds import log_odds_of

CLICK_WEIGHT: Final = 0.2  # labels that all clicks of one query are worth together, at most
FULL_CLICKS: Final = 10  # clicks from which they are worth that much
LAST_EXAMINED: Final = 10  # below this rank the examination curve falls no further


@dataclass(frozen=True, slots=True)
class LabelEvidence:
    """One entry per query that somebody said something about, in an order that does not depend on the input's.

    ``log_odds`` (float64) of the first place as the matcher has it; ``right`` (float64, 0..1) whether that article
    answers; ``weights`` (float64) in labels. All of shape (n_entries,).
    """

    log_odds: NDArray[np.float64]
    right: NDArray[np.float64]
    weights: NDArray[np.float64]

    @classmethod
    def of(cls, log_odds: NDArray[np.float64], right: NDArray[np.float64], weights: NDArray[np.float64]) -> Self:
        """Put the entries in canonical order: sums of floats depend on it."""
        order = np.lexsort((weights, right, log_odds))
        return cls(log_odds[order], right[order], weights[order])

    @property
    def n_labels(self) -> float:
        """How many labels the entries are worth."""
        return float(self.weights.sum())


def judged_evidence(matches: Rankings, judgments: pd.DataFrame) -> LabelEvidence:
    """Return a label of weight 1 for each query whose first place people judged, themselves or by what they named.

    The first place is right when it was judged 1, and wrong when it was judged 0, when people say that no article
    answers, or when they named other articles only. A query of which only lower places were judged wrong says nothing
    about its first place.

    Parameters
    ----------
    judgments : ``query_id``, ``article_id`` ("": no article answers it) and ``relevance`` (0 or 1).
    """
    known = set(matches.article_ids)
    rows, right = [], []
    for row, said in judgments_by_row(matches, judgments).items():
        place = int(matches.places[row, 0])
        if place < 0:
            continue
        of_first = [relevant for name, relevant in said if name == matches.article_ids[place]]
        is_elsewhere = any(relevant and (not name or name in known) for name, relevant in said)
        if of_first or is_elsewhere:
            rows.append(row)
            right.append(float(any(of_first)))
    return LabelEvidence.of(_first_log_odds(matches, rows), np.array(right, dtype=np.float64), np.ones(len(rows)))


def clicked_evidence(matches: Rankings, clicks: pd.DataFrame) -> LabelEvidence:
    """Return for each query with clicks the share of them that the first place got, corrected for position.

    Parameters
    ----------
    clicks : ``query_id``, ``article_id``, ``rank`` (place in the site's search, 1 = first), ``clicks`` and ``shown``
        (how often it was shown there, 0 = not known).

    Notes
    -----
    A click at rank r counts r times, at most ``LAST_EXAMINED`` times: customers look at rank r with a probability of 1
    / r. Source: Joachims, Swaminathan & Schnabel 2017 (propensities (1/r)^η with η = 1). Where ``shown`` is known for
    all of a query's rows, clicks per showing are compared instead of clicks. Weights: ours,
    docs/method/judgments.md#clicks.
    """
    row_of_id = {query_id: row for row, query_id in enumerate(matches.query_ids)}
    position = {article_id: place for place, article_id in enumerate(matches.article_ids)}
    found = clicks.assign(
        row=clicks["query_id"].map(row_of_id), place=clicks["article_id"].map(position)
    ).dropna(subset=["row", "place"])  # fmt: skip
    found = found[matches.places[found["row"].astype(np.int64), 0] >= 0]
    if not len(found):
        return LabelEvidence.of(*(np.zeros(0) for _ in range(3)))
    rows, row = np.unique(found["row"].to_numpy(dtype=np.int64), return_inverse=True)
    n_clicks, shown = (found[name].to_numpy(dtype=np.float64) for name in ("clicks", "shown"))
    all_shown = np.bincount(row, weights=shown <= 0) == 0
    attraction = n_clicks * np.clip(found["rank"].to_numpy(dtype=np.float64), 1, LAST_EXAMINED)
    attraction /= np.where(all_shown[row], np.maximum(shown, 1), 1)
    of_first = found["place"].to_numpy(dtype=np.int64) == matches.places[rows[row], 0]
    every, first = (_exact_sums(row, values, len(rows)) for values in (attraction, np.where(of_first, attraction, 0)))
    kept = every > 0
    worth = CLICK_WEIGHT * np.minimum(np.bincount(row, weights=n_clicks) / FULL_CLICKS, 1)
    share = np.round(first[kept] / every[kept], 6)
    return LabelEvidence.of(_first_log_odds(matches, rows[kept]), share, worth[kept])


def _exact_sums(row: NDArray[np.int64], values: NDArray[np.float64], n_rows: int) -> NDArray[np.float64]:
    """Sum the values of each row; sorted first, so that the order of the log leaves no trace."""
    order = np.lexsort((values, row))
    return np.asarray(np.bincount(row[order], weights=values[order], minlength=n_rows), dtype=np.float64)


def _first_log_odds(matches: Rankings, rows: NDArray[np.int64] | list[int]) -> NDArray[np.float64]:
    return log_odds_of(matches.scores[np.asarray(rows, dtype=np.int64), 0])
