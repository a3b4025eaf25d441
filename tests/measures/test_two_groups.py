from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from faqeval.measures.two_groups import JudgedShare, fit_usual, judge_shares

ARTICLES, USUAL, LIFT, ERROR_RATE = 50, 0.05, 1.5, 0.05
Array = NDArray[Any]


def draw(seed: int, times: tuple[float, ...] = (), spread: float = 0.0) -> tuple[Array, Array, Array]:
    """Return hits, readings and true shares; the first articles are raised, ``spread`` is relative to the usual."""
    random = np.random.default_rng(seed)
    n = random.integers(20, 401, ARTICLES)
    share = np.full(ARTICLES, USUAL)
    if spread:
        strength = (1 - USUAL) / (USUAL * spread**2) - 1
        share = random.beta(USUAL * strength, (1 - USUAL) * strength, ARTICLES)
    n[: len(times)] = random.integers(150, 401, len(times))
    share[: len(times)] = USUAL * np.array(times)
    return random.binomial(n, share), n, share


def judged(hits: Array, n: Array) -> list[JudgedShare]:
    usual = fit_usual(hits, n)
    return judge_shares(hits, n, usual, LIFT * usual.mean)


def flagged(hits: Array, n: Array) -> Array:
    return np.array([one.above >= 1 - ERROR_RATE / len(n) for one in judged(hits, n)])


def test_where_nothing_is_raised_at_most_one_of_twenty_runs_flags_any() -> None:
    assert sum(flagged(*draw(seed)[:2]).any() for seed in range(20)) <= 1


def test_where_articles_differ_mildly_what_is_flagged_is_truly_above_the_limit() -> None:
    for seed in range(20):
        hits, n, share = draw(seed, spread=0.3)
        assert (share[flagged(hits, n)] > LIFT * USUAL).all()


def test_five_articles_at_three_to_five_times_the_usual_are_found_and_nothing_else() -> None:
    found = np.array([flagged(*draw(seed, times=(3, 3.5, 4, 4.5, 5))[:2]) for seed in range(20)])
    assert found[:, :5].mean() > 0.9
    assert found[:, 5:].any(axis=1).sum() <= 1


def test_raised_articles_do_not_move_the_usual_share() -> None:
    usual = [fit_usual(*draw(seed, times=(4,) * 8)[:2]).mean for seed in range(10)]
    assert np.mean(usual) == pytest.approx(USUAL, abs=0.003)  # pooled it would be .074


def test_one_strong_article_leaves_the_usual_as_it_was() -> None:
    hits, n, _ = draw(3, spread=0.3)
    after = fit_usual(np.append(hits, 4_000), np.append(n, 5_000))
    assert after.mean == pytest.approx(fit_usual(hits, n).mean, rel=0.05)


def test_shares_that_differ_by_chance_only_are_pulled_to_the_pooled_one() -> None:
    n = np.full(40, 200)
    hits = np.tile([9, 10, 11, 10], 10)
    assert fit_usual(hits, n).mean == pytest.approx(0.05, abs=0.001)
    assert {round(one.mean, 2) for one in judged(hits, n)} == {0.05}


def test_intervals_hold_the_true_share_about_as_often_as_they_say() -> None:
    inside = []
    for seed in range(40):
        hits, n, share = draw(seed, times=(3, 4, 5), spread=0.3)
        inside += [one.low <= true <= one.high for one, true in zip(judged(hits, n), share, strict=True)]
    assert np.mean(inside) > 0.88  # one prior taken as known makes intervals a little short (Laird & Louis 1987)


def test_no_hits_at_all_and_nothing_but_hits_are_answered() -> None:
    assert fit_usual([0] * 10, [50] * 10).mean < 0.01
    assert not flagged(np.zeros(10), np.full(10, 50)).any()
    assert not flagged(np.full(10, 50), np.full(10, 50)).any()
