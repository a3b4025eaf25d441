"""The effort index follows its formula, and says nothing where there is nothing to say."""

from dataclasses import replace

import pytest

from faqeval.config import JourneySettings, load_settings
from faqeval.errors import ConfigError
from faqeval.records import EffortMarks, Figure
from faqeval.score import score_effort
from faqeval.score.effort import effort_of
from tests.journey_factory import need, tiny_journeys

NONE = Figure(None, None, None, 3, "too_few_contacts")
NOTHING = EffortMarks(NONE, NONE, NONE, NONE, NONE, NONE)


def seen(value: float) -> Figure:
    return Figure(value, value, value, 100)


ALL = EffortMarks(
    repeated=seen(0.2), switched=seen(0.1), transferred=seen(0.3), searched_again=seen(0.6), logged_in=seen(0.4),
    viewed_in_vain=seen(0.2),
)  # fmt: skip


def effort(marks: EffortMarks, actual: float = 1 / 3, perceived: float = 2 / 3):
    return effort_of(marks, 100, JourneySettings(actual_effort_weight=actual, perceived_effort_weight=perceived))


def test_each_part_is_the_mean_of_its_marks_and_the_index_weighs_them_one_to_two():
    found = effort(ALL)
    assert (found.actual, found.perceived, found.n) == (0.4, 0.25, 100)
    assert found.index == pytest.approx((0.4 + 2 * 0.25) / 3, abs=1e-6)


def test_a_mark_without_enough_data_is_left_out():
    found = effort(replace(ALL, searched_again=NONE, transferred=NONE))
    assert found.actual == pytest.approx(0.2)
    assert found.perceived == pytest.approx(0.7 / 3, abs=1e-6)


@pytest.mark.parametrize(
    ("marks", "actual", "perceived"),
    [
        (replace(ALL, repeated=NONE, searched_again=NONE), None, 0.25),
        (replace(NOTHING, repeated=seen(0.2)), 0.2, None),
        (NOTHING, None, None),
    ],
)
def test_without_any_mark_of_a_part_there_is_no_index_and_a_reason(
    marks: EffortMarks, actual: float | None, perceived: float | None
):
    found = effort(marks)
    assert (found.index, found.actual, found.perceived, found.reason) == (None, actual, perceived, "too_few_contacts")


def test_a_part_without_weight_does_not_count_and_is_not_needed():
    assert effort(ALL, actual=0).index == 0.25
    assert effort(ALL, perceived=0).index == 0.4
    assert effort(replace(NOTHING, repeated=seen(0.2)), perceived=0).index == 0.2


def test_only_the_ratio_of_the_weights_matters():
    assert effort(ALL, 0.1, 0.2).index == effort(ALL, 0.5, 1.0).index


def test_weights_that_are_both_0_are_refused_with_what_to_do():
    with pytest.raises(ConfigError, match=r"journeys.actual_effort_weight or perceived_effort_weight must be above 0"):
        load_settings(flags={"journeys.actual_effort_weight": 0, "journeys.perceived_effort_weight": 0}, environ={})


def test_every_need_and_all_contacts_get_their_effort():
    journeys = score_effort(tiny_journeys(), JourneySettings())
    assert [one.effort.index is None for one in journeys.needs if one.effort] == [False, False, False, True]
    assert journeys.effort is not None
    assert journeys.effort.n == journeys.counts.n_contacts


def needs_with(pairs: list[tuple[float, float | None]]):
    made = []
    for code, (level, easy) in enumerate(pairs):
        marks = EffortMarks(*[seen(level)] * 6)
        made.append(replace(need(code, 50, (1, 1, 1, 1, 1, 1)), marks=marks, ces=NONE if easy is None else seen(easy)))
    return score_effort(replace(tiny_journeys(), needs=tuple(made)), JourneySettings()).effort_and_ces


def test_index_and_ces_are_compared_from_ten_needs_on():
    falling = [(n / 20, 1 - n / 20) for n in range(10)]
    related = needs_with(falling)
    assert related is not None
    assert (related.value, related.n) == (-1, 10)
    few = needs_with([*falling[:9], (0.9, None)])
    assert few is not None
    assert (few.value, few.n, few.reason) == (None, 9, "too_few_needs")


def test_an_index_that_does_not_vary_is_compared_with_nothing():
    flat = needs_with([(0.2, n / 20) for n in range(12)])
    assert flat is not None
    assert (flat.value, flat.reason) == (None, "too_few_needs")
