"""Whether a rewrite worked is said rightly, or not at all."""

from datetime import date, timedelta
from functools import cache

import numpy as np
import pytest

from benchmarks.compare.rewrite_worlds import START, run, world
from faqeval.compare.rewrite import Rewrite, Rewrites
from faqeval.compare.rewrites import judge_rewrites
from faqeval.compare.run_weeks import RunWeeks, periods
from faqeval.service.rewrite_words import rewrites_in_words


@cache
def judged(n: int, first_seed: int = 0, **how: float) -> tuple[Rewrite, ...]:
    """The first rewritten article of n worlds."""
    return tuple(whole(seed, **how).rewrites[0] for seed in range(first_seed, first_seed + n))


def whole(seed: int, **how: float) -> Rewrites:
    return judge_rewrites(*world(np.random.default_rng(seed), **how))  # type: ignore[arg-type]


def steady(weeks: int, first: date, counts: list[int]) -> dict[date, list[int]]:
    return {first + timedelta(weeks=number): counts for number in range(weeks)}


def two_runs(before: list[int], after: list[int], changed: tuple[bool, ...]) -> tuple[RunWeeks, RunWeeks]:
    """Twelve weeks of equal counts, then twelve of others."""
    keys = [f"a{number}" for number in range(len(before))]
    sums = ["new" if is_changed else "old" for is_changed in changed]
    return (
        run(keys, ["old"] * len(keys), steady(12, START, before)),
        run(keys, sums, steady(12, START + timedelta(weeks=12), after)),
    )


@pytest.mark.parametrize("effect", [1.0, 0.6])
def test_the_interval_holds_the_true_effect_whatever_trend_and_season(effect: float) -> None:
    found = judged(200, effect=effect)
    held = [one.low <= effect - 1 <= one.high for one in found if one.low is not None and one.high is not None]
    assert len(held) == 200
    assert np.mean(held) >= 0.9


@pytest.mark.parametrize(("drift", "most"), [(0.0, 0.05), (0.2, 0.1)], ids=["steady", "drifting apart"])
def test_twenty_rewrites_without_effect_rarely_give_a_false_alarm(drift: float, most: float) -> None:
    alarms = [
        any(one.verdict in ("worked", "got_worse") for one in whole(seed, n_touched=20, drift=drift).rewrites)
        for seed in range(100)
    ]
    assert np.mean(alarms) <= most  # the drift is itself estimated, from 20 articles


def test_forty_percent_fewer_contacts_are_found_with_enough_weeks() -> None:
    assert np.mean([one.verdict == "worked" for one in judged(200, effect=0.6)]) >= 0.8


def test_with_few_weeks_it_cannot_be_told_yet_and_the_weeks_named_are_about_right() -> None:
    short = {"effect": 0.6, "rate": 12.0, "n_before": 26}
    open_ones = [one for one in judged(200, n_after=3, **short) if one.verdict == "cannot_tell"]
    assert len(open_ones) >= 80
    as_true = [one for one in open_ones if one.change is not None and -0.45 <= one.change <= -0.35]
    named = np.median([one.more_weeks or 99 for one in as_true])  # where the effect seen is about the true one
    power = np.mean([one.verdict == "worked" for one in judged(100, 5000, n_after=3 + int(named), **short)])
    assert 0.6 <= power <= 0.98


def test_what_falls_for_all_articles_alike_is_no_effect() -> None:
    found = judge_rewrites(*two_runs([400, 2000, 2000], [200, 1000, 1000], (True, False, False)))
    one = found.rewrites[0]
    assert (one.per_week_before, one.per_week_after) == (400, 200)
    assert one.change == pytest.approx(0.0, abs=0.02)
    assert one.verdict == "no_difference"
    assert found.trend == pytest.approx(-0.5)


def test_a_rise_against_the_trend_got_worse() -> None:
    found = judge_rewrites(*two_runs([40, 200], [80, 200], (True, False)))
    assert found.rewrites[0].verdict == "got_worse"


def test_without_an_untouched_article_a_fall_is_never_called_a_success() -> None:
    found = judge_rewrites(*two_runs([40, 200], [4, 20], (True, True)))
    assert [(one.verdict, one.reason, one.more_weeks) for one in found.rewrites] == [
        ("cannot_tell", "no_untouched", None)
    ] * 2
    assert "every article with contacts was rewritten" in "\n".join(rewrites_in_words(found))


def test_an_article_nobody_calls_about_any_more_worked() -> None:
    found = judge_rewrites(*two_runs([10, 200], [0, 200], (True, False)))
    assert (found.rewrites[0].verdict, found.rewrites[0].contacts_after) == ("worked", 0)


def test_texts_as_they_were_are_no_rewrites() -> None:
    found = judge_rewrites(*two_runs([40, 200], [4, 200], (False, False)))
    assert found.rewrites == ()
    assert "none" in rewrites_in_words(found)[0]


def test_partial_weeks_and_strays_of_a_wrong_clock_are_left_out() -> None:
    before, after = two_runs([40, 200], [40, 200], (True, False))
    stray = run(["a0", "a1"], ["old", "old"], {date(1970, 1, 5): [1, 0], **steady(12, START, [40, 200])})
    for earlier in (before, stray):
        span = periods(earlier, after)
        assert span.before == [START + timedelta(weeks=number) for number in range(1, 11)]
        assert len(span.after) == 10
        assert not span.is_one_yardstick


def test_weeks_of_both_runs_count_once_and_are_measured_by_the_later_texts() -> None:
    before, after = world(np.random.default_rng(1), n_before=10, n_after=6, shared=True)
    span = periods(before, after)
    assert (len(span.before), len(span.after)) == (10, 7)  # the later log goes on, so only its own last week is cut
    assert not set(span.before) & set(span.after)
    assert span.is_one_yardstick


def test_the_same_weeks_a_year_before_are_taken_where_they_are_there() -> None:
    keys, sums = ["a0", "a1"], ["old", "old"]
    winter, summer = [300, 1000], [600, 1000]  # the season of this article alone
    old = {START + timedelta(weeks=number): winter if number < 20 else summer for number in range(46)}
    new = steady(12, START + timedelta(weeks=54), winter)
    found = judge_rewrites(run(keys, sums, old), run(keys, ["new", "old"], new))
    one = found.rewrites[0]
    assert one.is_same_season
    assert one.weeks_before == one.weeks_after == 10
    assert one.change == pytest.approx(0.0, abs=0.02)
    assert "same weeks a year before" in "\n".join(rewrites_in_words(found))


def test_an_article_younger_than_the_log_is_not_held_against_weeks_without_it() -> None:
    before, after = two_runs([400, 2000], [400, 2000], (True, False))
    young = {week: [0 if number < 6 else 400, 2000] for number, week in enumerate(steady(12, START, [0]))}
    one = judge_rewrites(run(["a0", "a1"], ["old", "old"], young), after).rewrites[0]
    assert (one.weeks_before, one.verdict) == (5, "no_difference")
    assert judge_rewrites(before, after).rewrites[0].weeks_before == 10


def test_too_few_weeks_after_names_how_many_more() -> None:
    before, _ = two_runs([40, 200], [40, 200], (True, False))
    after = run(["a0", "a1"], ["new", "old"], steady(3, START + timedelta(weeks=12), [40, 200]))
    one = judge_rewrites(before, after).rewrites[0]
    assert (one.verdict, one.reason, one.weeks_after) == ("cannot_tell", "few_weeks", 1)
    assert one.more_weeks is not None
    assert one.more_weeks >= 1


def test_words_name_the_weeks_and_the_reason() -> None:
    said = "\n".join(rewrites_in_words(whole(3, effect=0.9, rate=3.0, n_after=3)))
    assert "cannot tell yet: R00 (r00)" in said
    assert "at this volume" in said
    assert "General trend" in said
    assert "season of one article alone is not told apart" in said
