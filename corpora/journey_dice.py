"""Draws that are the same on every platform: even numbers of a seeded generator, and nothing but sums and products."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise

import numpy as np

from .journey_plan import Quantiles

_BLOCK = 65_536


class Dice:
    """A seeded source of chance."""

    def __init__(self, seed: int) -> None:
        self._generator = np.random.default_rng(seed)
        self._even = self._draws()

    def _draws(self) -> Iterator[float]:
        while True:
            yield from self._generator.random(_BLOCK).tolist()

    def even(self) -> float:
        """Return a number from 0 to below 1, all equally likely."""
        return next(self._even)

    def hit(self, chance: float) -> bool:
        """Return True with this chance (0..1)."""
        return next(self._even) < chance

    def draw(self, quantiles: Quantiles) -> float:
        """Return a draw from a distribution that is given by its quantiles."""
        share = next(self._even)
        for (below, low), (above, high) in pairwise(quantiles):
            if share < above:
                return low + (high - low) * (share - below) / (above - below)
        return quantiles[-1][1]

    def pick(self, sums: Sequence[float]) -> int:
        """Return a place, as likely as its weight says; ``sums`` are the running sums of the weights."""
        return min(bisect_right(sums, next(self._even) * sums[-1]), len(sums) - 1)


def running_sums(weights: Sequence[float]) -> tuple[float, ...]:
    """Return what ``Dice.pick`` asks for."""
    return tuple(accumulate(weights))
