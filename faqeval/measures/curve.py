"""From a measured value to a score, through two published points."""

import math


def score_from_points(value: float, value_at_50: float, value_at_90: float) -> float:
    """Score in 0..1 of a value, on an S-shaped curve that gives .5 and .9 at two stated values.

    Parameters
    ----------
    value : any number, in the unit of the points; nan gives nan.
    value_at_50, value_at_90 : the values that score .5 and .9. The second may be the lower one: then less is better.

    Raises
    ------
    ValueError
        If the two points are the same.

    Notes
    -----
    1 / (1 + 9^−t), t = (value − value_at_50) / (value_at_90 − value_at_50). Two points that everyone can look up
    instead of hidden constants, as Lighthouse does; logistic instead of its log-normal, because readability values may
    be 0 or negative. Source: ours, docs/method/measures.md#curve.

    Examples
    --------
    >>> score_from_points(40, 40, 30), round(score_from_points(30, 40, 30), 3)
    (0.5, 0.9)
    """
    if value_at_50 == value_at_90:
        raise ValueError(f"the two points must differ. Got {value_at_50} twice.")
    steps = (value - value_at_50) / (value_at_90 - value_at_50)
    if math.isnan(steps):
        return math.nan
    return 1 / (1 + 9 ** -max(-300.0, min(300.0, steps)))
