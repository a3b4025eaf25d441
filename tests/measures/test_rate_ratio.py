"""Ratios of weekly counts, and many tests at once."""

import math

import numpy as np
import pytest

from faqeval.measures.holm import holm
from faqeval.measures.rate_ratio import RateRatio, drift_variance, plain_rate_ratio, trend_rate_ratio, weeks_to_tell


def test_a_swing_that_hits_all_alike_is_no_overdispersion() -> None:
    swing = np.array([10, 40, 10, 40, 10, 40])
    assert trend_rate_ratio(swing, swing, 20 * swing, 20 * swing).dispersion == 1
    assert plain_rate_ratio(swing, swing).dispersion > 5


def test_the_ratio_is_that_of_the_sums() -> None:
    found = trend_rate_ratio([100, 100], [50, 50], [1000, 1000], [2000, 2000])
    assert found.ratio == pytest.approx(0.25, rel=0.01)
    assert found.interval()[0] < 0.25 < found.interval()[1]
    assert found.p_value() < 0.01


def test_no_contact_at_all_still_has_an_interval() -> None:
    low, high = trend_rate_ratio([0, 0], [0, 0], [5, 5], [5, 5]).interval()
    assert 0 < low < 1 < high < math.inf


def test_one_week_is_refused() -> None:
    with pytest.raises(ValueError, match="two weeks"):
        plain_rate_ratio([1], [1, 2])


def test_drift_beyond_chance_is_found_and_none_where_there_is_none() -> None:
    rng = np.random.default_rng(5)
    noisy = [RateRatio(value, 0.01, 1.0, 20) for value in rng.normal(0, math.hypot(0.1, 0.3), 2000)]
    assert drift_variance(noisy) == pytest.approx(0.09, rel=0.1)
    assert drift_variance([RateRatio(0.0, 0.01, 1.0, 20)] * 8) == 0


def test_twice_the_volume_needs_fewer_weeks_and_no_week_helps_against_a_drift() -> None:
    estimate = RateRatio(math.log(0.7), 0.1, 1.5, 10)
    counts = (30.0, 200.0, 1000.0, 5000.0)
    few = weeks_to_tell(counts, (3, 20), estimate, least=0.22)
    more = weeks_to_tell((60.0, 400.0, 1000.0, 5000.0), (3, 20), estimate, least=0.22)
    assert few is not None
    assert more is not None
    assert more < few
    assert weeks_to_tell(counts, (3, 20), estimate, least=0.22, drift=(0.2, 20)) is None


def test_holm_never_orders_the_tests_anew() -> None:
    p_values = np.random.default_rng(1).uniform(size=30).tolist()
    adjusted = holm(p_values)
    assert all(a >= p for a, p in zip(adjusted, p_values, strict=True))
    assert np.array_equal(np.argsort(adjusted, kind="stable")[:1], np.argsort(p_values)[:1])
    assert holm([]) == ()
