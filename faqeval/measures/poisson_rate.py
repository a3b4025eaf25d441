"""How often something happens in a span of time, and how sure that is."""


def poisson_rate(n: float, squares: float, span: float, level: float = 0.95) -> tuple[float, float]:
    """Interval of a rate when the same customers cause several events.

    Parameters
    ----------
    n : events; ``squares`` the sum over customers of their squared number (n when each caused one).
    span : time observed, above 0, in the unit that the rate shall have.

    Returns
    -------
    (low, high), events per unit of time.

    Notes
    -----
    Exact Poisson interval (Garwood 1936) for n²/Σc² independent events, scaled back by Σc²/n (Kish 1965).

    Examples
    --------
    >>> [round(end, 1) for end in poisson_rate(10, 10, 1)]
    [4.8, 18.4]
    """
    from scipy.stats import chi2

    if span <= 0 or n < 0:
        raise ValueError(f"span must be above 0 and n not negative. Got {span} and {n}.")
    if n == 0:
        return 0.0, float(chi2.ppf(0.5 + level / 2, 2)) / 2 / span
    weight = squares / n
    k = n / weight
    low, high = chi2.ppf((1 - level) / 2, 2 * k) / 2, chi2.ppf((1 + level) / 2, 2 * (k + 1)) / 2
    return float(low) * weight / span, float(high) * weight / span
