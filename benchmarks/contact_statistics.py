"""Do intervals of contacts hold, and is a raised article found? ``python -m benchmarks.contact_statistics``."""

import argparse
from typing import Final

import numpy as np
from numpy.typing import NDArray

from faqeval.measures.clustered_share import clustered_share
from faqeval.measures.two_groups import fit_usual, judge_shares
from faqeval.measures.wilson import wilson

from .machine import describe_machine

ARTICLES: Final = 50
USUAL: Final = 0.05
ERROR_RATE: Final = 0.05
LIFTS: Final = (1.2, 1.5, 2.0, 2.5)
SPREADS: Final = {"nothing raised": 0.0, "articles differ by 30 %": 0.3, "articles differ by 50 %": 0.5}
RAISED: Final = {"five at 3 times": (3.0,) * 5, "five at 3 to 5 times": (3.0, 3.5, 4.0, 4.5, 5.0)}
CLUSTERS: Final = (
    (0.3, 10, 4), (0.3, 10, 12), (0.3, 20, 4), (0.3, 60, 4), (0.3, 300, 12), (0.05, 20, 12), (0.05, 60, 12),
    (0.05, 300, 12),
)  # fmt: skip


def draw_readings(
    seed: int, times: tuple[float, ...] = (), spread: float = 0.0
) -> tuple[NDArray[np.float64], NDArray[np.float64], NDArray[np.float64]]:
    """Return followed readings, readings (20 to 400; 150 to 400 of raised articles) and true shares of 50 articles."""
    random = np.random.default_rng(seed)
    n = random.integers(20, 401, ARTICLES)
    share = np.full(ARTICLES, USUAL)
    if spread:
        strength = (1 - USUAL) / (USUAL * spread**2) - 1
        share = random.beta(USUAL * strength, (1 - USUAL) * strength, ARTICLES)
    n[: len(times)] = random.integers(150, 401, len(times))
    share[: len(times)] = USUAL * np.array(times)
    return random.binomial(n, share).astype(np.float64), n.astype(np.float64), share


def flags_of_lifts(hits: NDArray[np.float64], n: NDArray[np.float64]) -> tuple[float, dict[float, NDArray[np.bool_]]]:
    """Return the usual share, and per lift which articles are called raised."""
    usual, least = fit_usual(hits, n), 1 - ERROR_RATE / len(n)
    return usual.mean, {
        lift: np.array([one.above >= least for one in judge_shares(hits, n, usual, lift * usual.mean)])
        for lift in LIFTS
    }


def held(share: float, customers: int, contacts_each: int, draws: int) -> tuple[float, float]:
    """Return how often the interval held the true share: that of customers, and Wilson's over all contacts.

    A customer's contacts count with a probability of the customer's own, drawn from Beta(2p, 2 - 2p).
    """
    random = np.random.default_rng(7)
    by_customer = of_all = 0
    for _ in range(draws):
        c = 1 + random.poisson(contacts_each - 1, customers)
        h = random.binomial(c, random.beta(2 * share, 2 - 2 * share, customers))
        n, hits = float(c.sum()), float(h.sum())
        low, high = clustered_share(
            n, hits, float((c * c).sum()), float((h * h).sum()), float((h * c).sum()), customers
        )
        by_customer += low <= share <= high
        low, high = wilson(hits, n)
        of_all += low <= share <= high
    return by_customer / draws, of_all / draws


def main() -> None:
    """Print both tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=200)
    parser.add_argument("--draws", type=int, default=4_000)
    chosen = parser.parse_args()
    print(f"{describe_machine()} {chosen.runs} runs a row, {ARTICLES} articles, usual share {USUAL}.\n")
    print("| articles | " + " | ".join(f"lift {lift}" for lift in LIFTS) + " |\n" + "|---" * (len(LIFTS) + 1) + "|")
    for name, spread in SPREADS.items():
        runs = [flags_of_lifts(*draw_readings(seed, spread=spread)[:2])[1] for seed in range(chosen.runs)]
        cells = [f"{np.mean([run[lift].any() for run in runs]):.3f}" for lift in LIFTS]
        print(f"| {name}: runs that call any raised | " + " | ".join(cells) + " |")
    for name, times in RAISED.items():
        found = [flags_of_lifts(*draw_readings(seed, times)[:2])[1] for seed in range(chosen.runs)]
        cells = [f"{np.mean([run[lift][: len(times)].mean() for run in found]):.2f}" for lift in LIFTS]
        print(f"| {name}: found | " + " | ".join(cells) + " |")
    strong = [draw_readings(seed, (4.0,) * 8)[:2] for seed in range(chosen.runs)]
    pooled = np.mean([hits.sum() / n.sum() for hits, n in strong])
    usual = np.mean([fit_usual(hits, n).mean for hits, n in strong])
    print(f"\nEight of fifty at 4 times the usual: pooled share {pooled:.3f}, usual share found {usual:.3f}.\n")
    print(f"Intervals of shares, {chosen.draws:,} draws a row: how often they held the true one\n")
    print("| share | customers | contacts each, mean | by customers | Wilson alone |\n|---|---|---|---|---|")
    for share, customers, each in CLUSTERS:
        ours, alone = held(share, customers, each, chosen.draws)
        print(f"| {share} | {customers} | {each} | {ours:.2f} | {alone:.2f} |")


if __name__ == "__main__":
    main()
