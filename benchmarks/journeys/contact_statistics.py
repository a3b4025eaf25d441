"""Do intervals of contacts hold, and is a raised article found?

python -m benchmarks.journeys.contact_statistics
"""

import argparse
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from benchmarks.journeys.contact_intervals import tables
from benchmarks.machine import describe_machine
from faqeval.config import JourneySettings
from faqeval.measures.two_groups import fit_usual, judge_shares

ARTICLES: Final = 50
USUAL: Final = 0.05
LIFTS: Final = (1.2, 1.5, 2.0, 2.5)
ERROR_RATES: Final = (0.01, 0.05, 0.2)
SPREADS: Final = {"nothing raised": 0.0, "articles differ by 30 %": 0.3, "articles differ by 50 %": 0.5}
RAISED: Final = {"five at 3 times": (3.0,) * 5, "five at 3 to 5 times": (3.0, 3.5, 4.0, 4.5, 5.0)}


@dataclass(frozen=True, slots=True)
class Run:
    """Fifty articles, as drawn and as judged. Float arrays of shape (articles,)."""

    share: NDArray[np.float64]  # true
    pooled: float  # share of all readings
    usual: float  # share that was found to be the usual one
    above: dict[float, NDArray[np.float64]]  # by lift: how surely each article is above lift x usual

    def flags(self, lift: float, error_rate: float) -> NDArray[np.bool_]:
        """Say which articles are called raised."""
        found: NDArray[np.bool_] = self.above[lift] >= 1 - error_rate / len(self.share)
        return found

    def is_false_alarm(self, lift: float, error_rate: float) -> bool:
        """Say whether an article is called raised that is not truly above lift x the usual share."""
        return bool((self.flags(lift, error_rate) & (self.share <= lift * USUAL)).any())


def run(seed: int, times: tuple[float, ...] = (), spread: float = 0.0, lifts: tuple[float, ...] = LIFTS) -> Run:
    """Draw fifty articles with 20 to 400 readings each (raised ones: 150 to 400), and judge them.

    ``times``: what the first articles are raised by. ``spread``: standard deviation of the true shares of the others,
    as a share of the usual one (beta distribution).
    """
    random = np.random.default_rng(seed)
    n = random.integers(20, 401, ARTICLES)
    share = np.full(ARTICLES, USUAL)
    if spread:
        strength = (1 - USUAL) / (USUAL * spread**2) - 1
        share = random.beta(USUAL * strength, (1 - USUAL) * strength, ARTICLES)
    n[: len(times)] = random.integers(150, 401, len(times))
    share[: len(times)] = USUAL * np.array(times)
    hits = random.binomial(n, share)
    usual = fit_usual(hits, n)
    above = {lift: np.array([one.above for one in judge_shares(hits, n, usual, lift * usual.mean)]) for lift in lifts}
    return Run(share, float(hits.sum() / n.sum()), usual.mean, above)


def _row(name: str, cells: list[float], digits: int = 3) -> str:
    return f"| {name} | {' | '.join(f'{cell:.{digits}f}' for cell in cells)} |"


def raised_tables(n_runs: int, settings: JourneySettings) -> str:
    """Return, as Markdown, how often articles are called raised, rightly and not."""
    rate, default = settings.error_rate, settings.raised_lift
    lines = ["| articles | " + " | ".join(f"lift {lift}" for lift in LIFTS) + " |", "|---" * (len(LIFTS) + 1) + "|"]
    by_rate = ["| articles | " + " | ".join(f"error rate {one}" for one in ERROR_RATES) + " |"]
    by_rate.append("|---" * (len(ERROR_RATES) + 1) + "|")
    for name, spread in SPREADS.items():
        runs = [run(seed, spread=spread) for seed in range(n_runs)]
        any_flag = [float(np.mean([one.flags(lift, rate).any() for one in runs])) for lift in LIFTS]
        lines.append(_row(f"{name}: runs that call any raised", any_flag))
        if spread:
            wrong = [float(np.mean([one.is_false_alarm(lift, rate) for one in runs])) for lift in LIFTS]
            lines.append(_row("… one that is not truly above lift × usual", wrong))
        else:
            cells = [float(np.mean([one.flags(default, other).any() for one in runs])) for other in ERROR_RATES]
            by_rate.append(_row(f"{name}: runs that call any raised", cells))
    for name, times in RAISED.items():
        runs = [run(seed, times) for seed in range(n_runs)]
        lines.append(_row(f"{name}: found", [_found(runs, lift, rate, len(times)) for lift in LIFTS], 2))
        by_rate.append(_row(f"{name}: found", [_found(runs, default, one, len(times)) for one in ERROR_RATES], 2))
    return "\n".join([*lines, f"\nAt a lift of {default} (default):\n", *by_rate])


def _found(runs: list[Run], lift: float, error_rate: float, n_raised: int) -> float:
    """Return the share of the raised articles that are called so."""
    return float(np.mean([one.flags(lift, error_rate)[:n_raised].mean() for one in runs]))


def main() -> None:
    """Print all tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=200)
    parser.add_argument("--draws", type=int, default=4_000)
    chosen = parser.parse_args()
    settings = JourneySettings()
    print(
        f"{describe_machine()} {chosen.runs} runs a row, {ARTICLES} articles, usual share {USUAL}, error rate "
        f"{settings.error_rate} where none is named.\n"
    )
    print(raised_tables(chosen.runs, settings))
    strong = [run(seed, (4.0,) * 8, lifts=()) for seed in range(chosen.runs)]
    pooled, usual = np.mean([one.pooled for one in strong]), np.mean([one.usual for one in strong])
    print(f"\nEight of fifty at 4 times the usual: pooled share {pooled:.3f}, usual share found {usual:.3f}.\n")
    print(tables(chosen.draws))


if __name__ == "__main__":
    main()
