import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import poisson

from faqeval.measures.poisson_rate import poisson_rate


@given(st.lists(st.integers(1, 30), min_size=1, max_size=50), st.floats(0.1, 100))
def test_the_interval_holds_the_rate_and_has_width(of_customer: list[int], span: float) -> None:
    n, squares = sum(of_customer), sum(c * c for c in of_customer)
    low, high = poisson_rate(n, squares, span)
    assert 0 < low < n / span < high


@pytest.mark.parametrize("n", [1, 10, 200])
def test_it_is_exact_where_each_customer_counts_once(n: int) -> None:
    low, high = poisson_rate(n, n, 1)
    assert poisson.sf(n - 1, low) == pytest.approx(0.025, abs=1e-6)
    assert poisson.cdf(n, high) == pytest.approx(0.025, abs=1e-6)


def test_nothing_seen_has_no_lower_end_and_some_upper() -> None:
    assert poisson_rate(0, 0, 2) == (0.0, pytest.approx(3.689 / 2, abs=0.001))


def test_twice_the_time_halves_the_rate() -> None:
    assert poisson_rate(40, 90, 2) == pytest.approx(tuple(end / 2 for end in poisson_rate(40, 90, 1)))


def test_events_of_few_customers_say_less() -> None:
    once, often = poisson_rate(100, 100, 1), poisson_rate(100, 1_000, 1)
    assert often[0] < once[0]
    assert often[1] > once[1]


@pytest.mark.parametrize(("n", "span"), [(5, 0), (5, -1), (-1, 1)])
def test_time_or_numbers_that_cannot_be_are_refused(n: float, span: float) -> None:
    with pytest.raises(ValueError, match="span must be above 0"):
        poisson_rate(n, 5, span)


def test_the_interval_holds_the_true_rate_as_often_as_it_says_though_customers_call_several_times() -> None:
    random, rounds, customers, calls = np.random.default_rng(2), 400, 40, 1 / 0.4
    inside = once = 0
    for _ in range(rounds):
        c = random.geometric(0.4, random.poisson(customers))
        low, high = poisson_rate(float(c.sum()), float((c * c).sum()), 1.0)
        inside += low <= customers * calls <= high
        low, high = poisson_rate(float(c.sum()), float(c.sum()), 1.0)
        once += low <= customers * calls <= high
    assert inside / rounds >= 0.93
    assert once / rounds < 0.85
