import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import poisson

from faqeval.measures.follow_lift import chance_of_at_least, expected_follows, follow_lift


@given(st.integers(3, 8), st.integers(0, 10_000))
def test_expected_numbers_keep_all_sums_and_an_empty_diagonal(size: int, seed: int) -> None:
    seen = np.random.default_rng(seed).poisson(20, (size, size)).astype(float) + 1
    np.fill_diagonal(seen, 0)
    expected = expected_follows(seen)
    assert np.diag(expected).tolist() == [0.0] * size
    assert expected.sum(axis=0) == pytest.approx(seen.sum(axis=0), rel=1e-6)
    assert expected.sum(axis=1) == pytest.approx(seen.sum(axis=1), rel=1e-6)


def test_numbers_made_of_row_and_column_effects_are_their_own_expectation() -> None:
    effects = np.outer([1.0, 5.0, 2.0, 9.0], [3.0, 1.0, 4.0, 2.0])
    np.fill_diagonal(effects, 0)
    assert expected_follows(effects) == pytest.approx(effects, rel=1e-6)


def test_needs_that_nothing_follows_or_that_follow_nothing_expect_nothing() -> None:
    seen = np.array([[0, 4, 2], [0, 0, 0], [3, 5, 0]])
    expected = expected_follows(seen)
    assert expected[1].sum() == 0
    assert np.isfinite(expected).all()


@given(st.integers(0, 500), st.floats(0.1, 500))
def test_the_lift_lies_in_its_exact_interval(seen: int, expected: float) -> None:
    lift, low, high = follow_lift(seen, expected)
    assert low <= lift <= high
    assert poisson.cdf(seen, high * expected) == pytest.approx(0.025, abs=1e-6)
    assert chance_of_at_least(seen, low * expected) == pytest.approx(0.025 if seen else 1.0, abs=1e-6)
