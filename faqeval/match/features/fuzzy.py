"""How alike query and title are as strings. Slow per pair, so it is asked for the short list only."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from rapidfuzz import fuzz, process

_MAX_CHARACTERS = 300  # a longer query is no title in other words


def fuzzy_text(text: str) -> str:
    """Return the text as the string measures see it: lower case, cut."""
    return text[:_MAX_CHARACTERS].lower()


def fuzzy_scores(queries: Sequence[str], titles: Sequence[str]) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """Compare the i-th query with the i-th title.

    Parameters
    ----------
    queries, titles : strings as ``fuzzy_text`` returns them, equally many.

    Returns
    -------
    token_set_ratio, ratio : float32 arrays of shape (n_pairs,), 0..1. Two empty texts score 0, not 1: nothing is
    no likeness (the two measures disagree about it).
    """
    if not queries:
        nothing = np.zeros(0, dtype=np.float32)
        return nothing, nothing.copy()
    filled = np.array([bool(query and title) for query, title in zip(queries, titles, strict=True)])
    token_set = process.cpdist(queries, titles, scorer=fuzz.token_set_ratio, dtype=np.float32, workers=-1)
    ratio = process.cpdist(queries, titles, scorer=fuzz.ratio, dtype=np.float32, workers=-1)
    return token_set / 100 * filled, ratio / 100 * filled
