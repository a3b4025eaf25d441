"""Invented weeks of contacts: a trend and a season that hit all articles, and noise of each article's own."""

from datetime import date, timedelta

import numpy as np
import pandas as pd

from faqeval.compare.run_weeks import RunWeeks

START = date(2025, 9, 1)  # a Monday


def world(
    rng: np.random.Generator,
    *,
    n_touched: int = 1,
    n_untouched: int = 20,
    effect: float = 1.0,
    rate: float = 12.0,
    n_before: int = 16,
    n_after: int = 12,
    noise: float = 0.25,
    drift: float = 0.0,
    shared: bool = False,
) -> tuple[RunWeeks, RunWeeks]:
    """Return the weeks of two runs.

    ``effect``: factor on the contacts about rewritten articles. ``noise``: coefficient of variation of an article's
    rate from week to week. ``drift``: standard deviation of the log factor by which each article changes of itself.
    ``shared``: the later run holds the earlier weeks too. Both runs have a partial week at each end.
    """
    n_weeks = n_before + n_after + 4
    t = np.arange(n_weeks)
    common = np.exp(0.01 * t + 0.3 * np.sin(2 * np.pi * t / 52) + rng.normal(0, 0.1, n_weeks))
    n = n_touched + n_untouched
    level = np.concatenate([np.full(n_touched, rate), rng.gamma(2.0, rate / 2.0, n_untouched)])
    gamma = rng.gamma(1 / noise**2, noise**2, (n, n_weeks)) if noise else np.ones((n, n_weeks))
    mean = level[:, None] * common[None, :] * gamma
    is_after = t >= n_before + 2
    mean[:n_touched, is_after] *= effect
    mean[:, is_after] *= np.exp(rng.normal(0, drift, n))[:, None]
    mean[:, [0, n_before + 1, n_before + 2, n_weeks - 1]] *= 0.4  # partial weeks
    contacts = rng.poisson(mean)
    keys = [f"r{number:02}" for number in range(n_touched)] + [f"u{number:02}" for number in range(n_untouched)]
    early = t < n_before + 2
    later = np.ones(n_weeks, dtype=bool) if shared else ~early
    return (
        _run(keys, contacts, early, ["old"] * n_touched + ["same"] * n_untouched),
        _run(keys, contacts, later, ["new"] * n_touched + ["same"] * n_untouched),
    )


def run(keys: list[str], checksums: list[str], contacts: "dict[date, list[int]]") -> RunWeeks:
    """Return the weeks of one run from counts per week, in the order of the keys."""
    needs = pd.DataFrame(
        {"need_key": keys, "need": [key.upper() for key in keys], "article_id": keys, "article_checksum": checksums}
    )
    rows = [(key, week, n, 0, 0) for week, counts in contacts.items() for key, n in zip(keys, counts, strict=True) if n]
    return RunWeeks(needs, pd.DataFrame(rows, columns=["need_key", "week", "contacts", "views", "contacts_after_view"]))


def _run(keys: list[str], contacts: np.ndarray, chosen: np.ndarray, checksums: list[str]) -> RunWeeks:
    weeks = [START + timedelta(weeks=int(number)) for number in np.flatnonzero(chosen)]
    return run(keys, checksums, dict(zip(weeks, contacts[:, chosen].T.tolist(), strict=True)))
