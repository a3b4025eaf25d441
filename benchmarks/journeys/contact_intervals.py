"""How often intervals of contacts hold what is true, when one customer stands behind many contacts.

How many contacts a customer makes is drawn from a geometric distribution: most make few, a few make very many.
"""

from typing import Final

import numpy as np

from faqeval.measures.clustered_share import clustered_share, effective_units
from faqeval.measures.poisson_rate import poisson_rate
from faqeval.measures.wilson import wilson

SEED: Final = 7
SHARES: Final = (
    (0.3, 10, 4), (0.3, 10, 12), (0.3, 20, 4), (0.3, 20, 12), (0.3, 60, 4), (0.3, 300, 12), (0.05, 20, 12),
    (0.05, 60, 12), (0.05, 300, 12),
)  # fmt: skip
RATES: Final = ((12, 1), (12, 4), (60, 1), (60, 4), (60, 10), (300, 1), (300, 4), (300, 10))


def shares_held(share: float, customers: int, contacts_each: int, draws: int) -> tuple[float, float, float]:
    """Return how often the interval held the true share: ours, ours without (z/t)², and Wilson's over all contacts.

    A customer's contacts count with a probability of the customer's own, drawn from Beta(2p, 2 - 2p).
    """
    random = np.random.default_rng(SEED)
    n_held = [0, 0, 0]
    for _ in range(draws):
        c = random.geometric(1 / contacts_each, customers)
        h = random.binomial(c, random.beta(2 * share, 2 - 2 * share, customers))
        n, hits = float(c.sum()), float(h.sum())
        sums = (n, hits, float((c * c).sum()), float((h * h).sum()), float((h * c).sum()), customers)
        effective = effective_units(*sums)
        ends = (clustered_share(*sums), wilson(hits / n * effective, effective), wilson(hits, n))
        n_held = [seen + (low <= share <= high) for seen, (low, high) in zip(n_held, ends, strict=True)]
    ours, plain, alone = (seen / draws for seen in n_held)
    return ours, plain, alone


def rates_held(customers: int, contacts_each: int, draws: int) -> tuple[float, float]:
    """Return how often the interval of a rate held the true one: ours, and Garwood's over all contacts.

    About ``customers`` make contact in the time observed (Poisson), each ``contacts_each`` times in the mean.
    """
    random = np.random.default_rng(SEED)
    true = float(customers * contacts_each)
    n_ours = n_alone = 0
    for _ in range(draws):
        c = random.geometric(1 / contacts_each, random.poisson(customers))
        n = float(c.sum())
        low, high = poisson_rate(n, float((c * c).sum()), 1.0)
        n_ours += low <= true <= high
        low, high = poisson_rate(n, n, 1.0)
        n_alone += low <= true <= high
    return n_ours / draws, n_alone / draws


def tables(draws: int) -> str:
    """Return both tables as Markdown."""
    lines = [
        f"Intervals of shares, {draws:,} draws a row: how often they held the true one. Contacts of a customer: "
        "geometric; customers differ as Beta(2p, 2 − 2p) does.\n",
        "| share | customers | contacts each, mean | by customers | … without (z/t)² | Wilson alone |",
        "|---|---|---|---|---|---|",
    ]
    for share, customers, each in SHARES:
        cells = [f"{one:.2f}" for one in shares_held(share, customers, each, draws)]
        lines.append(f"| {share} | {customers} | {each} | {' | '.join(cells)} |")
    lines += [
        f"\nIntervals of contacts a month, {draws:,} draws a row: how often they held the true number\n",
        "| customers, mean | contacts each, mean | by customers | Poisson alone |",
        "|---|---|---|---|",
    ]
    for customers, each in RATES:
        ours, alone = rates_held(customers, each, draws)
        lines.append(f"| {customers} | {each} | {ours:.2f} | {alone:.2f} |")
    return "\n".join(lines)
