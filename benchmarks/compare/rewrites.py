"""Does ``faqeval compare`` say rightly whether a rewrite worked? ``python -m benchmarks.compare.rewrites``.

Weeks of contacts are invented with a common trend and season, and an article of known effect is judged in each world.
"""

import argparse
from collections.abc import Mapping
from typing import Any, Final

import numpy as np

from benchmarks.compare.rewrite_worlds import world
from benchmarks.machine import describe_machine
from faqeval.compare.rewrite import Rewrite
from faqeval.compare.rewrites import judge_rewrites

EFFECT: Final = 0.6
WORLDS: Final[Mapping[str, Mapping[str, Any]]] = {
    "16 weeks before, 12 after, 12 contacts a week, 20 untouched articles": {},
    "4 contacts a week": {"rate": 4.0},
    "40 contacts a week": {"rate": 40.0},
    "4 weeks after": {"n_after": 4},
    "twice the spread from week to week": {"noise": 0.5},
    "articles drift apart, standard deviation .2": {"drift": 0.2},
    "drift .2, 40 contacts a week": {"drift": 0.2, "rate": 40.0},
    "3 untouched articles": {"n_untouched": 3},
}
ALARM_WORLDS: Final = ("4 contacts a week", "articles drift apart, standard deviation .2")


def judged(n_runs: int, **how: Any) -> list[tuple[Rewrite, ...]]:
    """Return all rewritten articles of each of n worlds."""
    return [judge_rewrites(*world(np.random.default_rng(seed), **how)).rewrites for seed in range(n_runs)]


def held_share(runs: list[tuple[Rewrite, ...]], change: float) -> float:
    """Return how often the interval of the first article held the true change."""
    ends = [(run[0].low, run[0].high) for run in runs]
    return float(np.mean([low <= change <= high for low, high in ends if low is not None and high is not None]))


def false_alarms(n_runs: int, **how: Any) -> float:
    """Return the share of worlds of 20 rewrites without effect in which any is called worked or worse."""
    runs = judged(n_runs, n_touched=20, **how)
    return float(np.mean([any(one.verdict in ("worked", "got_worse") for one in run) for run in runs]))


def main() -> None:
    """Print one row per world, then the false alarms."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=200)
    n_runs = parser.parse_args().runs
    print(f"{describe_machine()} {n_runs} worlds a row.\n")
    print("| world | interval holds no effect | interval holds −40 % | −40 % found |\n|---|---|---|---|")
    for name, how in WORLDS.items():
        without, with_effect = judged(n_runs, **how), judged(n_runs, effect=EFFECT, **how)
        found = float(np.mean([run[0].verdict == "worked" for run in with_effect]))
        print(f"| {name} | {held_share(without, 0.0):.2f} | {held_share(with_effect, EFFECT - 1):.2f} | {found:.2f} |")
    print("\n20 rewrites without effect: share of worlds with any false alarm\n\n| world | false alarm |\n|---|---|")
    print(f"| as in the first row above | {false_alarms(n_runs):.3f} |")
    for name in ALARM_WORLDS:
        print(f"| {name} | {false_alarms(n_runs, **WORLDS[name]):.3f} |")


if __name__ == "__main__":
    main()
