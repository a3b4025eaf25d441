"""How a site's best scores move its probabilities, learned from sites that lessons play."""

import numpy as np
import pytest

from faqeval.matching.calibrate import Calibration
from faqeval.matching.fitting.learn import first_is_right, some_answers
from faqeval.matching.fitting.lessons import unseen_scores
from faqeval.matching.fitting.plays import WHOLE
from faqeval.matching.fitting.site import USUAL_WEIGHT, fit_has_answer, fit_site, play_sites
from faqeval.matching.log_odds import log_odds_of
from faqeval.matching.site_calibration import SiteView

from .lessons import planted_lesson

DIRECTION = np.array([2.0, -1.0])
CALIBRATION = Calibration(0.5, -1.0)
GROUPS = ("one", "two", "three", "four")


def _lessons(noise: float = 0.5):
    return [
        planted_lesson(group, DIRECTION * (1 + number), n_queries=120, noise=noise, third=third,
                       answered_share=1.0 if third == WHOLE else 2 / 3, seed=third + 2)
        for number, group in enumerate(GROUPS)
        for third in (WHOLE, 0, 1)
    ]  # fmt: skip


def _fit(learned):
    return fit_site(learned, unseen_scores(learned), CALIBRATION, first_is_right)


def test_whether_some_article_answers_is_likelier_than_that_the_first_does() -> None:
    learned = _lessons()
    found = {}
    for came_true in (first_is_right, some_answers):
        fitted, said, true = fit_has_answer(learned, unseen_scores(learned), CALIBRATION, came_true), [], []
        for lesson, scores in zip(learned, unseen_scores(learned), strict=True):
            for _, (odds, is_true) in play_sites(lesson, scores, CALIBRATION, came_true):
                said.append(fitted.probabilities(odds[:, 0].astype(np.float32)))
                true.append(is_true)
        found[came_true] = float(np.concatenate(said).mean())
        assert fitted.slope > 0
        assert found[came_true] == pytest.approx(float(np.concatenate(true).mean()), abs=0.05)
    assert found[some_answers] > found[first_is_right]


def test_a_surer_answer_stays_the_surer_and_the_usual_site_lies_between_the_farthest() -> None:
    found = _fit(_lessons())
    assert found.slope > 0
    assert found.usual_weight == USUAL_WEIGHT
    for part in ("mean", "spread", "margin"):
        low, usual, high = (getattr(view, part) for view in (found.least, found.usual, found.most))
        assert low < usual < high


def test_the_order_of_the_lessons_changes_nothing() -> None:
    learned = _lessons()
    first, second = _fit(learned), _fit(learned[::-1])
    for name in ("slope", "by_mean", "by_spread", "by_margin", "offset"):
        assert getattr(first, name) == pytest.approx(getattr(second, name), abs=0.05)


def test_probabilities_of_sites_like_those_it_learned_from_are_as_often_right_as_they_say() -> None:
    learned = _lessons()
    site = _fit(learned)
    said, right = [], []
    for lesson, scores in zip(learned, unseen_scores(learned), strict=True):
        for _, (odds, is_right) in play_sites(lesson, scores, CALIBRATION, first_is_right):
            said.append(1 / (1 + np.exp(-site.log_odds(odds[:, 0], odds))))
            right.append(is_right)
    assert np.concatenate(said).mean() == pytest.approx(np.concatenate(right).mean(), abs=0.05)


def test_the_whole_faq_plays_one_site_of_answered_queries_and_one_that_lacks_articles_two() -> None:
    whole = planted_lesson("one", DIRECTION, n_queries=90, answered_share=2 / 3)
    poor = planted_lesson("one", DIRECTION, n_queries=90, answered_share=2 / 3, third=1)
    scores = whole.features @ DIRECTION
    sizes = {name: len(right) for name, (_, right) in play_sites(whole, scores, CALIBRATION, first_is_right)}
    assert sizes == {"0": 60}
    shares = {name: (len(right), right) for name, (_, right) in play_sites(poor, scores, CALIBRATION, first_is_right)}
    assert {name: size for name, (size, _) in shares.items()} == {"1/3": 90, "3/5": 30 + 20}


def test_which_answered_queries_the_poorest_site_keeps_is_chosen_by_their_texts() -> None:
    poor = planted_lesson("one", DIRECTION, n_queries=60, answered_share=0.5, third=1)
    scores = np.where(poor.there, poor.features @ DIRECTION, -1e9)
    sites = [dict(play_sites(poor, scores, CALIBRATION, first_is_right))["3/5"] for _ in range(2)]
    assert np.array_equal(sites[0][0], sites[1][0])
    assert len(sites[0][1]) == 30 + 20


def test_too_few_queries_make_no_site() -> None:
    few = planted_lesson("one", DIRECTION, n_queries=7)
    assert list(play_sites(few, few.features @ DIRECTION, CALIBRATION, first_is_right)) == []


def test_a_site_holds_the_log_odds_of_each_query_s_first_two_articles() -> None:
    lesson = planted_lesson("one", DIRECTION, n_queries=20)
    scores = np.where(lesson.there, lesson.features @ DIRECTION, -1e9)
    ((_, (odds, right)),) = play_sites(lesson, scores, CALIBRATION, first_is_right)
    for row in range(20):
        best = sorted(scores[row], reverse=True)[:2]
        sure = CALIBRATION.probabilities(np.array(best, dtype=np.float32))
        np.testing.assert_allclose(odds[row], log_odds_of(sure), atol=1e-9)
        assert right[row] == lesson.gold[row, scores[row].argmax()]


def test_an_faq_of_one_article_has_nothing_in_its_second_places() -> None:
    lesson = planted_lesson("one", DIRECTION, n_queries=20, n_listed=1)
    lesson.there[:] = True
    ((_, (odds, _)),) = play_sites(lesson, lesson.features @ DIRECTION, CALIBRATION, first_is_right)
    assert odds.shape == (20, 2)
    assert (odds[:, 1] < -13).all()
    assert SiteView.of(odds).margin > 5
