import math
import tracemalloc

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from faqeval.measures.bootstrap import bootstrap_mean


def _by_drawing_rows(values: np.ndarray, weights: np.ndarray, rounds: int, seed: int) -> tuple[float, float]:
    generator = np.random.default_rng(seed)
    means = []
    for _ in range(rounds):
        drawn = generator.integers(0, len(values), len(values))
        means.append((values[drawn] * weights[drawn]).sum() / weights[drawn].sum())
    return float(np.quantile(means, 0.025)), float(np.quantile(means, 0.975))


@pytest.mark.parametrize("n_kinds", [3, 400], ids=["few kinds", "many kinds"])
def test_interval_agrees_with_drawing_row_by_row(n_kinds: int) -> None:
    generator = np.random.default_rng(3)
    values = generator.random(n_kinds)[generator.integers(0, n_kinds, 400)]
    weights = np.round(generator.random(400), 1) + 0.1 if n_kinds > 3 else np.ones(400)
    found = bootstrap_mean(values, weights, rounds=2_000, seed=1)
    slow = _by_drawing_rows(values, weights, 2_000, 5)
    width = slow[1] - slow[0]
    assert np.allclose(found, slow, atol=0.12 * width)


def test_the_true_mean_lies_within_about_95_times_in_100() -> None:
    generator = np.random.default_rng(11)
    hits = 0
    for trial in range(200):
        low, high = bootstrap_mean(generator.random(100) < 0.4, rounds=300, seed=trial)
        hits += low <= 0.4 <= high
    assert 176 <= hits <= 200


def test_a_weight_that_all_but_vanishes_gives_no_impossible_value() -> None:
    assert bootstrap_mean([0.5], [5e-324], rounds=50, seed=2) == (0.5, 0.5)
    assert bootstrap_mean([0.5, 1.0], [5e-324, 1.0], rounds=50, seed=2)[0] >= 0.5


@given(st.lists(st.tuples(st.floats(-5, 5), st.floats(0, 5)), min_size=1, max_size=40), st.randoms())
def test_the_order_of_rows_does_not_count_and_the_interval_holds_no_impossible_value(rows: list, random) -> None:
    shuffled = rows[:]
    random.shuffle(shuffled)
    one = bootstrap_mean([v for v, _ in rows], [w for _, w in rows], rounds=50, seed=2)
    other = bootstrap_mean([v for v, _ in shuffled], [w for _, w in shuffled], rounds=50, seed=2)
    assert np.array_equal(one, other, equal_nan=True)
    if not math.isnan(one[0]):
        assert min(v for v, _ in rows) - 1e-6 <= one[0] <= one[1] <= max(v for v, _ in rows) + 1e-6


@pytest.mark.parametrize("values", [[], [1.0]])
def test_nothing_to_weigh_gives_nan(values: list[float]) -> None:
    low, high = bootstrap_mean(values, [0.0] * len(values), rounds=10, seed=1)
    assert math.isnan(low)
    assert math.isnan(high)


def test_one_row_gives_itself() -> None:
    assert bootstrap_mean([0.3], rounds=100, seed=1) == (0.3, 0.3)


@pytest.mark.parametrize(
    ("values", "weights", "options"),
    [([1, 2], [1], {}), ([1], [-1], {}), ([1], None, {"rounds": 0}), ([1], None, {"level": 1.0})],
)
def test_impossible_input_is_refused(values: list, weights: list | None, options: dict) -> None:
    with pytest.raises(ValueError):
        bootstrap_mean(values, weights, **{"rounds": 10, "seed": 1, **options})


def test_a_hundred_thousand_rows_need_little_memory() -> None:
    generator = np.random.default_rng(0)
    values, weights = generator.random(100_000), generator.random(100_000)
    bootstrap_mean(values[:50], weights[:50], rounds=10, seed=1)
    tracemalloc.start()
    bootstrap_mean(values, weights, rounds=200, seed=1)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 40e6
