import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from faqeval.measures.clustered_share import clustered_share, effective_units
from faqeval.measures.wilson import wilson

clusters = st.lists(
    st.integers(1, 20).flatmap(lambda c: st.tuples(st.just(c), st.integers(0, c))), min_size=1, max_size=40
)
Sums = tuple[float, float, float, float, float, int]


def sums_of(rows: list[tuple[int, int]] | NDArray[np.int64]) -> Sums:
    """Return n, hits, Σc², Σh², Σhc and the number of clusters, from (c, h) of each."""
    c, h = np.asarray(rows, dtype=float).T
    return float(c.sum()), float(h.sum()), float(c @ c), float(h @ h), float(h @ c), len(c)


@given(clusters)
def test_the_interval_holds_the_share_stays_within_0_and_1_and_has_width(rows: list[tuple[int, int]]) -> None:
    sums = sums_of(rows)
    low, high = clustered_share(*sums)
    assert 0 <= low <= sums[1] / sums[0] + 1e-9
    assert sums[1] / sums[0] - 1e-9 <= high <= 1
    assert high - low > 1e-3


@given(clusters)
def test_alike_units_say_no_more_than_units_and_no_less_than_their_clusters(rows: list[tuple[int, int]]) -> None:
    sums = sums_of(rows)
    n, squares = sums[0], sums[2]
    assert n * n / squares - 1e-9 <= effective_units(*sums) <= n + 1e-9


@given(clusters)
def test_the_spread_agrees_with_summing_over_clusters(rows: list[tuple[int, int]]) -> None:
    sums = sums_of(rows)
    n, share, m = sums[0], sums[1] / sums[0], len(rows)
    variance = m / max(m - 1, 1) * sum((h - share * c) ** 2 for c, h in rows) / n**2
    slow = share * (1 - share) / variance if variance > 1e-12 and m > 1 else None
    if slow is not None:
        wanted = min(n, max(n * n / sums[2], slow))
        assert effective_units(*sums) == pytest.approx(wanted, rel=1e-6)


def test_where_each_unit_is_its_own_cluster_the_interval_is_about_wilsons() -> None:
    low, high = clustered_share(*sums_of([(1, 1)] * 30 + [(1, 0)] * 70))
    assert (low, high) == pytest.approx(wilson(30, 100), abs=0.001)


@pytest.mark.parametrize("hit", [0, 1])
def test_a_share_of_none_or_all_rests_on_the_clusters_and_not_on_their_units(hit: int) -> None:
    low, high = clustered_share(*sums_of([(10, 10 * hit)] * 20))
    assert (low, high) == pytest.approx(wilson(20 * hit, 20), abs=1e-9)


def test_one_cluster_says_as_little_as_one_unit() -> None:
    assert clustered_share(*sums_of([(1_000, 300)])) == pytest.approx(wilson(0.3, 1), abs=1e-9)


def test_few_clusters_of_several_units_widen_the_interval_and_many_hardly() -> None:
    def beyond(m: int) -> float:
        """Say how much wider it is than Wilson's for the same effective number."""
        sums = sums_of([(4, 1), (4, 3)] * (m // 2))
        low, high = clustered_share(*sums)
        effective = effective_units(*sums)
        plain = wilson(sums[1] / sums[0] * effective, effective)
        return (high - low) / (plain[1] - plain[0])

    assert beyond(10) > 1.08
    assert 1 < beyond(1_000) < 1.01


def test_nothing_seen_means_anything_is_possible() -> None:
    assert clustered_share(0, 0, 0, 0, 0, 0) == (0.0, 1.0)


def test_the_interval_holds_the_true_share_as_often_as_it_says_and_wilson_alone_does_not() -> None:
    random, rounds, true = np.random.default_rng(1), 400, 0.3
    clustered = alone = 0
    for _ in range(rounds):
        c = 1 + random.geometric(0.25, 60)  # contacts of each of 60 customers
        h = random.binomial(c, random.beta(true * 2, (1 - true) * 2, 60))  # of whom some nearly always count
        sums = sums_of(np.stack([c, h], axis=1))
        low, high = clustered_share(*sums)
        clustered += low <= true <= high
        low, high = wilson(sums[1], sums[0])
        alone += low <= true <= high
    assert clustered / rounds >= 0.92
    assert alone / rounds < 0.85
