"""The fusion's weights: what is planted is found, and no order of anything matters."""

import math
from dataclasses import replace

import numpy as np
import pytest

from faqeval.matching.embedders import quick_embedder
from faqeval.matching.fitting.lessons import (
    PULL,
    Lesson,
    fit,
    fit_calibration,
    lessons,
    scores_of,
    unseen_scores,
    unseen_weights,
    weights_of,
)
from faqeval.matching.pair_features import QUICK_SIGNALS, SLOW_SIGNALS, features_of
from tests.benchmarks.cases import case
from tests.hashing_embedder import HashingEmbedder

from .lessons import planted_lesson

DIRECTION = np.array([2.0, -1.0, 0.0, 0.5])


def _slow_loss(learned: list[Lesson], coefficients: np.ndarray, mean: np.ndarray, spread: np.ndarray) -> float:
    """Oracle: mean log loss of the right articles of each list, one number at a time, and the pull."""
    total = PULL / 2 * sum(c * c for c in coefficients)
    for lesson, weight in zip(learned, weights_of(learned), strict=True):
        losses = []
        for features, there, gold in zip(lesson.features, lesson.there, lesson.gold, strict=True):
            if not gold.any():
                continue
            shares = [
                math.exp(sum((x - m) / s * c for x, m, s, c in zip(row, mean, spread, coefficients, strict=True)))
                if is_there
                else 0.0
                for row, is_there in zip(features.tolist(), there, strict=True)
            ]
            right = sum(share for share, is_right in zip(shares, gold, strict=True) if is_right)
            losses.append(-math.log(right / sum(shares)))
        total += weight * len(lesson.texts) * sum(losses) / len(losses)
    return total


def _steepness(learned: list[Lesson], at: np.ndarray, mean: np.ndarray, spread: np.ndarray) -> float:
    """Return the largest slope of the oracle in any coefficient, by finite differences."""
    step = 1e-4
    sides = [
        [_slow_loss(learned, at + sign * step * axis, mean, spread) for sign in (1, -1)] for axis in np.eye(len(at))
    ]
    return max(abs(up - down) / (2 * step) for up, down in sides)


def _scale(learned: list[Lesson]) -> tuple[np.ndarray, np.ndarray]:
    rows = np.concatenate([lesson.features[lesson.there] for lesson in learned]).astype(np.float64)
    return rows.mean(axis=0), rows.std(axis=0)


def _angle(found: np.ndarray, expected: np.ndarray) -> float:
    return float(found @ expected / np.linalg.norm(found) / np.linalg.norm(expected))


@pytest.mark.parametrize("noise", [0.0, 1.0])
def test_a_planted_direction_is_found(noise: float) -> None:
    learned = [planted_lesson(group, DIRECTION, n_queries=400, noise=noise) for group in ("one", "two")]
    assert _angle(fit(learned), DIRECTION) > 0.98


def test_the_right_article_is_told_from_its_list_and_not_from_other_lists() -> None:
    """A value that all articles of a list share says nothing, even where lists with an answer have more of it."""
    lesson = planted_lesson("one", np.array([2.0, 0.0]), n_queries=300)
    lesson.features[:, :, 1] = np.random.default_rng(1).normal(size=300)[:, None]
    found = fit([replace(lesson)])
    assert abs(found[1]) < 0.02 * found[0]


def test_the_weights_are_where_the_slow_loss_is_flat() -> None:
    """Finite differences of the oracle at the fitted weights: a wrong slope or a search cut short shows here."""
    learned = [
        planted_lesson("one", DIRECTION, n_queries=25),
        planted_lesson("one", DIRECTION, n_queries=15, answered_share=0.6, third=0, seed=1),
        planted_lesson("two", DIRECTION, n_queries=30, noise=2.0),
    ]
    two_answers = learned[2].gold & learned[2].there
    two_answers[:, 0] |= learned[2].there[:, 0]
    learned[2] = replace(learned[2], gold=two_answers)
    mean, spread = _scale(learned)
    found = fit(learned) * spread
    assert _steepness(learned, found, mean, spread) < 2e-3
    lowest = _slow_loss(learned, found, mean, spread)
    for other in (np.zeros(len(found)), 2 * found, found + 0.2, found * [1, 1, 1, -1]):
        assert _slow_loss(learned, other, mean, spread) > lowest


def test_the_search_goes_on_until_it_is_flat_where_many_features_say_nearly_the_same() -> None:
    chance = np.random.default_rng(3)
    mix = np.repeat(np.eye(4), 6, axis=1) + 0.05 * chance.normal(size=(4, 24))
    learned = [
        replace(lesson, features=(lesson.features @ mix).astype(np.float32) * lesson.there[:, :, None])
        for lesson in (planted_lesson(group, DIRECTION, n_queries=20) for group in ("one", "two"))
    ]
    mean, spread = _scale(learned)
    assert _steepness(learned, fit(learned) * spread, mean, spread) < 2e-3


def test_the_order_of_the_lessons_and_of_their_queries_changes_no_weight() -> None:
    learned = [planted_lesson(group, DIRECTION, seed=seed) for seed, group in enumerate(("one", "two", "one", "three"))]
    order = np.random.default_rng(1).permutation(80)
    shuffled = [
        replace(
            lesson,
            **{name: getattr(lesson, name)[order] for name in ("features", "there", "gold", "answerable")},
            texts=tuple(lesson.texts[i] for i in order),
        )
        for lesson in learned[::-1]
    ]
    np.testing.assert_allclose(fit(shuffled), fit(learned), atol=2e-3)


def test_a_group_with_many_queries_does_not_outvote_another() -> None:
    few = planted_lesson("few", np.array([2.0, 0.0]), n_queries=60)
    many = [planted_lesson("many", np.array([0.0, 2.0]), n_queries=300, seed=seed) for seed in range(3)]
    found = fit([few, *many])
    assert found[0] == pytest.approx(found[1], rel=0.25)


def test_every_group_weighs_the_same_and_all_weigh_one() -> None:
    learned = [planted_lesson("a", DIRECTION, n_queries=n) for n in (10, 30)] + [planted_lesson("b", DIRECTION)]
    per_lesson = [weight * len(lesson.texts) for lesson, weight in zip(learned, weights_of(learned), strict=True)]
    assert per_lesson == pytest.approx([1 / 8, 3 / 8, 1 / 2])


def test_queries_without_an_answer_do_not_move_the_weights() -> None:
    whole = planted_lesson("one", DIRECTION, n_queries=100, answered_share=0.5)
    only = replace(
        whole,
        **{name: getattr(whole, name)[:50] for name in ("features", "there", "gold", "answerable")},
        texts=whole.texts[:50],
    )
    # the scale of the features is that of all rows, so only the direction can be compared
    assert _angle(fit([whole]), fit([only])) > 0.98


def test_a_lesson_in_which_no_list_holds_the_answer_is_no_obstacle() -> None:
    nothing = planted_lesson("two", DIRECTION, answered_share=0.0)
    assert _angle(fit([planted_lesson("one", DIRECTION, n_queries=200), nothing]), DIRECTION) > 0.9


def test_a_feature_that_never_differs_gets_no_weight_that_is_no_number() -> None:
    lesson = planted_lesson("one", DIRECTION)
    lesson.features[:, :, 2] = 0.25
    found = fit([lesson])
    assert np.isfinite(found).all()
    assert _angle(found[[0, 1, 3]], DIRECTION[[0, 1, 3]]) > 0.9


def test_a_group_is_scored_with_weights_that_have_not_seen_it() -> None:
    learned = [planted_lesson(group, DIRECTION) for group in ("one", "two", "three")]
    turned = [*learned[:2], replace(learned[2], gold=learned[2].gold[:, ::-1] & learned[2].there)]
    before, after = unseen_weights(learned), unseen_weights(turned)
    assert np.array_equal(before["three"], after["three"])
    assert not np.allclose(before["one"], after["one"])
    found = unseen_scores(learned)[2]
    assert np.array_equal(found, scores_of(learned[2], before["three"]))
    assert (found[~learned[2].there] < -1e8).all()


def test_the_calibration_says_how_often_the_first_place_is_right() -> None:
    """Of scores of which it is known how often each is right."""
    learned = [planted_lesson("one", DIRECTION, n_queries=4_000)]
    scores = [scores_of(learned[0], 3 * DIRECTION)]
    found = fit_calibration(learned, scores)
    assert found.slope > 0
    top = scores[0].max(axis=1)
    right = learned[0].gold[np.arange(4_000), scores[0].argmax(axis=1)]
    sure = found.probabilities(top.astype(np.float32))
    assert sure.mean() == pytest.approx(right.mean(), abs=0.01)
    for low, high in ((0, 0.6), (0.6, 0.8), (0.8, 1)):
        some = (sure >= low) & (sure < high)
        if some.sum() > 200:
            assert sure[some].mean() == pytest.approx(right[some].mean(), abs=0.06)


@pytest.mark.parametrize("slow", [None, HashingEmbedder()], ids=["static", "slow"])
def test_a_case_gives_a_lesson_per_play_with_the_queries_that_have_a_word(slow: HashingEmbedder | None) -> None:
    played = case("shop")
    played = replace(played, queries=(*played.queries, replace(played.queries[0], text="😀")))
    found = list(lessons(played, quick_embedder(), slow))
    assert [lesson.play.third for lesson in found] == [-1, 0, 1, 2]
    signals = (*QUICK_SIGNALS, *SLOW_SIGNALS) if slow else QUICK_SIGNALS
    for lesson in found:
        assert lesson.texts == tuple(query.text for query in played.queries[:-1])
        assert lesson.features.shape == (*lesson.there.shape, len(features_of(signals)))
        assert lesson.gold.shape == lesson.there.shape
        assert not lesson.gold[~lesson.there].any()
        assert not lesson.gold[~lesson.answerable].any()
        assert (lesson.gold.sum(axis=1) <= 1).all()
    whole = found[0]
    assert whole.answerable.tolist() == [bool(query.article_ids) for query in played.queries[:-1]]
    assert whole.gold.any(axis=1)[whole.answerable].all()
    assert sum(int((~lesson.answerable).sum()) for lesson in found[1:]) == 3 * 3 + 20
