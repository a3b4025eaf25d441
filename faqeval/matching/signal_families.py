"""Which signals say the same kind of thing, so that a reader hears of four kinds instead of all signals."""

from collections.abc import Mapping, Sequence
from typing import Final, Literal

import numpy as np
from numpy.typing import NDArray

Family = Literal["words", "spelling", "meaning"]

FAMILIES: Final[tuple[Family, ...]] = ("words", "spelling", "meaning")  # equal shares: the earlier one is named
FAMILY_OF: Final[Mapping[str, Family]] = {
    "bm25_title": "words",
    "bm25_all": "words",
    "coverage_title": "words",
    "coverage_all": "words",
    "characters_title": "spelling",
    "characters_all": "spelling",
    "cosine_title": "meaning",
    "cosine_body": "meaning",
    "cosine_passage": "meaning",
    "slow_title": "meaning",
    "slow_body": "meaning",
    "slow_passage": "meaning",
}


def family_columns(features: Sequence[str]) -> NDArray[np.float32]:
    """Return the 0/1 matrix of shape (n_features, n_families) that sends each feature ("signal.view") to its family.

    Raises
    ------
    KeyError
        If a signal has no family: add it to ``FAMILY_OF``.
    """
    columns = np.zeros((len(features), len(FAMILIES)), dtype=np.float32)
    for row, feature in enumerate(features):
        columns[row, FAMILIES.index(FAMILY_OF[feature.partition(".")[0]])] = 1
    return columns
