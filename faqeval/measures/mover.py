"""Interval of a difference between two independent values that have intervals."""

from math import hypot


def difference_interval(
    before: tuple[float, float, float], after: tuple[float, float, float]
) -> tuple[float, float, float]:
    """Return after - before with its interval.

    Parameters
    ----------
    before, after : value, low, high.

    Notes
    -----
    MOVER: the distances of the ends to their values, squared, add up (Zou & Donner 2008).

    Examples
    --------
    >>> [round(part, 2) for part in difference_interval((0.5, 0.4, 0.6), (0.3, 0.25, 0.36))]
    [-0.2, -0.31, -0.08]
    """
    difference = after[0] - before[0]
    low = difference - hypot(after[0] - after[1], before[2] - before[0])
    high = difference + hypot(after[2] - after[0], before[0] - before[1])
    return difference, low, high
