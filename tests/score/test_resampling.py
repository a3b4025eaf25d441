"""Intervals of weighted means over the same queries."""

import numpy as np
import pytest
from scipy import sparse

from faqeval.score.resampling import interval, resampled_means, shifted_interval


def means(values: list[float], weights: list[float] | None = None, rounds: int = 2000, seed: int = 1) -> np.ndarray:
    columns = range(len(values))
    rows = [0] * len(values)
    shape = (1, len(values))
    return resampled_means(
        sparse.csr_array((weights or [1.0] * len(values), (rows, columns)), shape),
        sparse.csr_array((values, (rows, columns)), shape),
        rounds=rounds,
        seed=seed,
    )[0]


def test_three_queries_that_all_went_well_are_no_certainty() -> None:
    low, high = interval(1.0, means([1.0] * 3))
    assert low < 0.5
    assert high == 1.0


def test_the_interval_narrows_as_queries_grow() -> None:
    widths = [np.subtract(*interval(0.5, means([0.0, 1.0] * n))[::-1]) for n in (2, 20, 200)]
    assert widths[0] > widths[1] > widths[2]
    assert widths[2] < 0.12


def test_many_queries_give_the_textbook_interval() -> None:
    random = np.random.default_rng(3)
    values = random.random(5_000)
    low, high = interval(values.mean(), means(values.tolist()))
    half = 1.96 * values.std() / np.sqrt(len(values))
    assert low == pytest.approx(values.mean() - half, abs=0.002)
    assert high == pytest.approx(values.mean() + half, abs=0.002)


def test_weights_count_in_the_mean() -> None:
    found = means([1.0] * 50 + [0.0] * 50, [3.0] * 50 + [1.0] * 50)
    assert np.median(found) == pytest.approx(0.75, abs=0.03)


def test_the_scale_of_the_weights_does_not_matter() -> None:
    values = np.random.default_rng(5).random(30).tolist()
    assert means(values, [1.0] * 30) == pytest.approx(means(values, [250.0] * 30))


def test_the_seed_decides_and_nothing_else() -> None:
    assert (means([0.2, 0.9, 0.4]) == means([0.2, 0.9, 0.4])).all()
    assert (means([0.2, 0.9, 0.4]) != means([0.2, 0.9, 0.4], seed=2)).any()


def test_an_empty_row_is_undecided_and_no_nan() -> None:
    weights = sparse.csr_array((2, 3))
    assert np.isfinite(resampled_means(weights, weights, rounds=100, seed=1)).all()


def test_rows_see_the_same_resampled_queries() -> None:
    pattern = [0.1, 0.7, 0.3, 0.9] * 50
    both = sparse.csr_array(np.ones((2, 200))), sparse.csr_array(np.array([pattern, pattern]))
    first, second = resampled_means(*both, rounds=500, seed=9)
    assert np.corrcoef(first, second)[0, 1] > 0.9


def test_coverage_of_small_samples_is_near_what_it_claims() -> None:
    random = np.random.default_rng(11)
    held = 0
    for trial in range(150):
        values = random.choice([0.0, 1 / 3, 0.5, 1.0], size=10, p=[0.3, 0.1, 0.2, 0.4])
        low, high = interval(values.mean(), means(values.tolist(), rounds=200, seed=trial))
        held += low <= 1 / 30 + 0.1 + 0.4 <= high
    assert held / 150 > 0.92


def test_a_shifted_interval_lies_around_its_value_within_zero_and_one() -> None:
    resampled = np.linspace(0.3, 0.5, 101)
    low, high = shifted_interval(0.2, resampled)
    assert low == pytest.approx(0.105, abs=0.001)
    assert high == pytest.approx(0.295, abs=0.001)
    assert shifted_interval(0.01, resampled)[0] == 0.0
