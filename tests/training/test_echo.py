"""How wide an interval must be to hold what people's labels say."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from training.echo import HELD, _needed, quantile_over_sets


@given(st.floats(0.02, 0.98), st.floats(0, 0.3), st.floats(0, 1))
def test_the_needed_width_just_reaches_the_true_value(value: float, half: float, true: float) -> None:
    """Widths add as squares on the scale of arcsin of the root, so the widened side ends at the true value."""
    low, high = max(value - half, 0.0), min(value + half, 1.0)
    width = _needed(value, low, high, true)
    assert width is not None
    middle, aim = np.arcsin(np.sqrt(value)), np.arcsin(np.sqrt(true))
    side = middle - np.arcsin(np.sqrt(low)) if true < value else np.arcsin(np.sqrt(high)) - middle
    reach = np.sqrt(side**2 + width**2)
    if low <= true <= high:
        assert width == pytest.approx(0, abs=1e-6)
    else:
        assert reach == pytest.approx(abs(aim - middle), abs=1e-6)


@pytest.mark.parametrize("missing", range(4))
def test_without_a_figure_nothing_is_needed(missing: int) -> None:
    values: list[float | None] = [0.5, 0.4, 0.6, 0.7]
    values[missing] = None
    assert _needed(*values) is None


def test_the_width_over_sets_holds_the_stated_share_and_every_set_has_the_same_weight() -> None:
    assert quantile_over_sets({"a": [float(n) for n in range(1, 101)]}) == 100 * HELD
    assert quantile_over_sets({"small": [1.0], "large": [0.0] * 10_000}) == 1.0
    assert quantile_over_sets({"a": [0.2] * 99 + [9.0], "b": [0.1] * 100}) == 0.2


def test_sets_without_a_figure_are_passed_over() -> None:
    assert quantile_over_sets({"a": [], "b": [0.3]}) == 0.3
