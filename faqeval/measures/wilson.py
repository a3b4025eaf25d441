"""Interval of a share."""

import math
from statistics import NormalDist

_ROUNDING = 1e-9  # sums of probabilities may pass their own count by this share


def wilson(successes: float, n: float, level: float = 0.95) -> tuple[float, float]:
    """Interval in which a share lies with the given certainty; it never leaves 0..1 and is never of no width.

    Parameters
    ----------
    successes, n : counts, whole or expected (a sum of probabilities); 0 <= successes <= n.
    level : float in (0, 1)

    Returns
    -------
    (low, high); (0, 1) when ``n`` is 0: nothing is known.

    Raises
    ------
    ValueError
        If ``successes`` is not within 0..n, or ``level`` not between 0 and 1.

    Notes
    -----
    Source: Wilson 1927, "Probable inference, the law of succession, and statistical inference".

    Examples
    --------
    >>> [round(limit, 3) for limit in wilson(8, 10)]
    [0.49, 0.943]
    """
    if not 0 <= successes <= n * (1 + _ROUNDING) or not 0 < level < 1:
        raise ValueError(f"0 <= successes <= n and 0 < level < 1 must hold. Got {successes}, {n}, {level}.")
    if n == 0:
        return 0.0, 1.0
    share = min(1.0, successes / n)
    z = NormalDist().inv_cdf(0.5 + level / 2)
    middle = n * share + z * z / 2
    half = z * math.sqrt(n * share * (1 - share) + z * z / 4)
    return max(0.0, (middle - half) / (n + z * z)), min(1.0, (middle + half) / (n + z * z))
