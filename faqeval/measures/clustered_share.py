"""Interval of a share whose units come in clusters, as the contacts of one customer do."""

import math
from functools import lru_cache
from statistics import NormalDist

from .wilson import wilson


def clustered_share(
    n: float, hits: float, squares: float, hit_squares: float, products: float, n_clusters: int, level: float = 0.95
) -> tuple[float, float]:
    """Interval in which a share lies, when units of one cluster may be alike.

    Parameters
    ----------
    n, hits : units, and those of them that count; 0 <= hits <= n.
    squares, hit_squares, products : sums over clusters of c², h² and h·c, where c is a cluster's units and h its hits.
    n_clusters : at least 1.
    level : float in (0, 1)

    Returns
    -------
    (low, high); (0, 1) when ``n`` is 0.

    Notes
    -----
    Wilson's interval (1927) for the effective number of units p(1-p)/Var(p), where Var(p) = m/(m-1) Σ(h - p c)²/n² is
    the variance of a ratio of cluster sums (Kish 1965, "Survey sampling", ch. 6). It is held between n²/Σc², what is
    left when all units of a cluster are alike, and n. Where clusters hold several units, their variance is itself a
    guess from m clusters: the effective number is scaled by (z/t)², t with m - 1 degrees of freedom (Korn & Graubard
    1998, "Confidence intervals for proportions with small expected number of positive counts").

    Examples
    --------
    >>> [round(end, 3) for end in clustered_share(10, 8, 10, 8, 8, 10)]  # each unit a cluster of its own
    [0.49, 0.943]
    >>> clustered_share(10, 10, 100, 100, 100, 1)[0] < 0.25  # ten units of one cluster say little more than one
    True
    """
    if n == 0:
        return 0.0, 1.0
    effective = effective_units(n, hits, squares, hit_squares, products, n_clusters)
    if 2 <= n_clusters < n and 0 < hits < n:
        effective *= _certainty(n_clusters, level)
    return wilson(hits / n * effective, effective, level)


def effective_units(
    n: float, hits: float, squares: float, hit_squares: float, products: float, n_clusters: int
) -> float:
    """Return how many independent units say as much as these; see ``clustered_share``."""
    if n == 0:
        return 0.0
    share = hits / n
    least = n * n / squares
    if n_clusters < 2 or share in (0.0, 1.0):
        return min(n, least)
    spread = max(hit_squares - 2 * share * products + share * share * squares, 0.0)
    variance = n_clusters / (n_clusters - 1) * spread / (n * n)
    if variance == 0 or math.isclose(variance, 0.0):
        return n
    return min(n, max(least, share * (1 - share) / variance))


@lru_cache(maxsize=1024)
def _certainty(n_clusters: int, level: float) -> float:
    """Return (z/t)²: how much of the effective number remains when the variance comes from so few clusters."""
    from scipy.stats import t

    z = NormalDist().inv_cdf(0.5 + level / 2)
    return float((z / t.ppf(0.5 + level / 2, n_clusters - 1)) ** 2)
