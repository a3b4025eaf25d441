"""Articles for queries, best first: what the matcher says, or what the customer would have seen."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True, slots=True)
class Rankings:
    """The best articles per query.

    ``places[q, r]`` is the position in ``article_ids`` of the article with rank r + 1, or -1 when fewer were
    returned (int32, shape (n_queries, depth)). ``scores`` are float32 of the same shape, 0 where ``places`` is -1:
    answer probabilities (0..1) from ``match``; from ``search`` the engine's own scores, comparable within a query only.
    """

    query_ids: tuple[str, ...]
    article_ids: tuple[str, ...]
    places: NDArray[np.int32]
    scores: NDArray[np.float32]
