import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from faqeval.measures.auroc import auroc
from faqeval.measures.calibration import expected_calibration_error
from faqeval.measures.curve import score_from_points
from faqeval.measures.gini import gini
from faqeval.measures.wilson import wilson

shares = st.floats(0, 1)


@given(st.floats(0, 1e6), st.floats(0, 1), st.floats(0.01, 0.99))
def test_wilson_holds_the_share_and_stays_within_0_and_1(n: float, share: float, level: float) -> None:
    low, high = wilson(share * n, n, level)
    assert 0 <= low <= high <= 1
    if n > 1e-3:
        assert low - 1e-9 <= share <= high + 1e-9


def test_wilson_gives_the_published_values() -> None:
    # 81 of 263: the example of Newcombe 1998, table I, method 3
    assert wilson(81, 263) == pytest.approx((0.2553, 0.3662), abs=1e-4)
    assert wilson(0, 20) == pytest.approx((0.0, 0.1611), abs=1e-4)
    assert wilson(0, 0) == (0.0, 1.0)


@pytest.mark.parametrize(("successes", "n", "level"), [(-1, 5, 0.95), (6, 5, 0.95), (1, 5, 0), (1, 5, 1)])
def test_wilson_refuses_what_cannot_be(successes: float, n: float, level: float) -> None:
    with pytest.raises(ValueError):
        wilson(successes, n, level)


@given(st.lists(st.floats(0, 1e6), min_size=1, max_size=30))
def test_gini_agrees_with_the_mean_difference_of_all_pairs(values: list[float]) -> None:
    found = gini(values)
    largest = max(values) or 1.0  # the share does not depend on the unit; in units of the smallest float it would round
    shares = [value / largest for value in values]
    total = math.fsum(shares)
    slow = sum(abs(x - y) for x in shares for y in shares) / (2 * len(shares) * total) if total else 0.0
    assert 0 <= found < 1
    assert found == pytest.approx(slow, abs=1e-9)


def test_gini_of_nothing_is_nan_and_of_a_negative_is_refused() -> None:
    assert math.isnan(gini([]))
    assert gini([0, 0]) == 0
    with pytest.raises(ValueError):
        gini([-1, 1])


@given(st.lists(st.tuples(st.integers(0, 5), st.booleans()), max_size=30))
def test_auroc_agrees_with_comparing_every_pair(rows: list[tuple[int, bool]]) -> None:
    high = [score for score, label in rows if label]
    low = [score for score, label in rows if not label]
    found = auroc([score for score, _ in rows], [label for _, label in rows])
    if not high or not low:
        assert math.isnan(found)
    else:
        pairs = [(x > y) + 0.5 * (x == y) for x in high for y in low]
        assert found == pytest.approx(sum(pairs) / len(pairs))


@given(st.lists(st.tuples(shares, st.booleans()), min_size=1, max_size=40), st.integers(1, 12))
def test_calibration_error_agrees_with_going_bin_by_bin(rows: list[tuple[float, bool]], bins: int) -> None:
    slow = 0.0
    for each in range(bins):
        inside = [row for row in rows if min(int(row[0] * bins), bins - 1) == each]
        if inside:
            promised = sum(row[0] for row in inside) / len(inside)
            came_true = sum(row[1] for row in inside) / len(inside)
            slow += len(inside) / len(rows) * abs(promised - came_true)
    found = expected_calibration_error([row[0] for row in rows], [row[1] for row in rows], bins)
    assert found == pytest.approx(slow)
    assert 0 <= found <= 1


@pytest.mark.parametrize(("probabilities", "right", "bins"), [([1.2], [1], 10), ([0.5], [1, 0], 10), ([0.5], [1], 0)])
def test_calibration_error_refuses_what_cannot_be(probabilities: list, right: list, bins: int) -> None:
    with pytest.raises(ValueError):
        expected_calibration_error(probabilities, right, bins)


def test_calibration_error_of_nothing_is_nan() -> None:
    assert math.isnan(expected_calibration_error([], []))


@given(st.floats(-1e6, 1e6), st.floats(-100, 100), st.floats(-100, 100))
def test_the_curve_goes_through_its_points_and_never_turns(value: float, middle: float, good: float) -> None:
    if abs(middle - good) < 1e-3:
        return
    assert score_from_points(middle, middle, good) == pytest.approx(0.5)
    assert score_from_points(good, middle, good) == pytest.approx(0.9)
    score = score_from_points(value, middle, good)
    assert 0 <= score <= 1
    assert score <= score_from_points(value + (good - middle), middle, good)


def test_the_curve_needs_two_points_and_passes_nan_on() -> None:
    assert math.isnan(score_from_points(math.nan, 1, 2))
    assert score_from_points(math.inf, 1, 2) == pytest.approx(1)
    assert score_from_points(np.float64(1), 1, 2) == 0.5
    with pytest.raises(ValueError):
        score_from_points(1, 2, 2)
