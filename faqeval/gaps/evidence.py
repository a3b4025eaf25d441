"""What the kinds of gap look at."""

from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from ..config import GapSettings
from ..records import Article, Need, Rankings, Understandability
from .embed import Embed
from .vocabulary import Vocabulary


@dataclass(frozen=True, slots=True)
class Evidence:
    """All that is known before gaps are named; arrays have one entry per row of ``queries``.

    ``best`` is the position of the article that should answer (-1: none does), ``sure`` its answer probability
    (0..1), ``shown_rank`` the place at which the customer search shows it (0 = not shown within its depth),
    ``n_shown`` how many articles the search showed at all.
    """

    articles: tuple[Article, ...]
    queries: pd.DataFrame
    matches: Rankings
    search: Rankings
    understandability: tuple[Understandability, ...]
    needs: tuple[Need, ...]
    vocabulary: Vocabulary
    embed: Embed
    best: NDArray[np.int64]
    sure: NDArray[np.float64]
    shown_rank: NDArray[np.int64]
    n_shown: NDArray[np.int64]
    found_depth: int
    settings: GapSettings
    wanted: frozenset[int] = frozenset()  # the articles that contacts are about

    @property
    def counts(self) -> NDArray[np.float64]:
        """How often each query was asked, float64 of shape (n_queries,)."""
        return self.queries["count"].to_numpy(dtype=np.float64)

    def is_hard(self, article: int) -> bool:
        """Say whether the text of the article at a position is long enough to be judged, and hard to read."""
        understood = self.understandability[article]
        return (
            understood.band is not None and understood.score is not None and understood.score < self.settings.hard_score
        )


def shown_ranks(search: Rankings, best: NDArray[np.int64]) -> NDArray[np.int64]:
    """Return the place at which the search shows each query's best article.

    Parameters
    ----------
    search : rankings of n_queries queries over the same articles that ``best`` counts in.
    best : int64 of shape (n_queries,), article position or -1.

    Returns
    -------
    int64 of shape (n_queries,); 1 = first, 0 = not shown, or no best article.
    """
    hit = (search.places == best[:, None]) & (best[:, None] >= 0)
    return np.where(hit.any(axis=1), hit.argmax(axis=1) + 1, 0)
