"""Where in the customers' search an answer stands, in words and in steps."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from .formats import counted, percent


@dataclass(frozen=True, slots=True)
class PlaceShare:
    """How many askings find their answer at one step of places."""

    step: str  # first, near, far, not_shown
    words: str
    n_asked: int
    share: float

    @property
    def in_words(self) -> str:
        """The share and the number."""
        return f"{percent(self.share)} ({counted(self.n_asked)})"


def place_in_words(rank: int, depth: int) -> str:
    """Return a place as a reader says it.

    Examples
    --------
    >>> place_in_words(1, 10), place_in_words(0, 10)
    ('place 1', 'not among the first 10')
    """
    return f"place {rank}" if rank else f"not among the first {depth}"


def place_shares(
    rank: NDArray[np.int64], count: NDArray[np.int64], found_depth: int, depth: int
) -> tuple[PlaceShare, ...]:
    """Return how many askings show their answer at place 1, up to ``found_depth``, later, and not at all.

    Parameters
    ----------
    rank, count : per query the place of its answer (0 = not shown) and how often it was asked, shape (n_queries,).
    found_depth, depth : places in which an answer counts as found, and that a customer looks at.
    """
    total = max(int(count.sum()), 1)
    steps = [("first", "place 1", rank == 1)]
    if found_depth > 1:
        steps.append(("near", _span(2, found_depth), (rank > 1) & (rank <= found_depth)))
    if depth > found_depth:
        steps.append(("far", _span(found_depth + 1, depth), rank > found_depth))
    steps.append(("not_shown", "not shown", rank == 0))
    sums = [(step, words, int(count[where].sum())) for step, words, where in steps]
    return tuple(PlaceShare(step, words, n_asked, n_asked / total) for step, words, n_asked in sums)


def _span(first: int, last: int) -> str:
    return f"place {first}" if first == last else f"places {first}–{last}"
