"""Many tests at once, and the chance of one false alarm among them."""

from collections.abc import Sequence


def holm(p_values: Sequence[float]) -> tuple[float, ...]:
    """Return p values that may each be held against the error rate of all tests together.

    Notes
    -----
    The i-th smallest of m is multiplied by m - i + 1, never less than the one before it, at most 1. Holds whatever the
    tests have to do with each other. Source: Holm 1979, "A simple sequentially rejective multiple test procedure".

    Examples
    --------
    >>> holm([0.04, 0.01, 0.03])
    (0.06, 0.03, 0.06)
    """
    order = sorted(range(len(p_values)), key=lambda number: p_values[number])
    adjusted, highest = [0.0] * len(p_values), 0.0
    for place, number in enumerate(order):
        highest = max(highest, min(1.0, (len(p_values) - place) * p_values[number]))
        adjusted[number] = highest
    return tuple(adjusted)
