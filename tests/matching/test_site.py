"""A site's best scores move all its probabilities, and nothing else."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from faqeval.config import MatchSettings
from faqeval.matching import calibrate_to_site, match_queries
from faqeval.matching.log_odds import log_odds_of
from faqeval.matching.site_calibration import SiteCalibration, SiteView
from faqeval.matching.weights import bundled_weights
from faqeval.records import Rankings

from .faq import query_table, small_faq

FAR = SiteView(99.0, 99.0, 99.0)
NEAR = SiteView(-99.0, 0.0, 0.0)
USUAL = SiteView(-0.5, 1.2, 0.9)
CALIBRATION = SiteCalibration(0.9, 2.0, -1.5, 0.7, 0.1, USUAL, NEAR, FAR, usual_weight=50.0)


def _rankings(best, second=None):
    """Two articles per query, the second with half the probability unless given; 0 stands for no article."""
    scores = np.column_stack([best, np.asarray(best) / 2 if second is None else second]).astype(np.float32)
    places = np.where(scores > 0, [[1, 0]], -1).astype(np.int32)
    return Rankings(tuple(f"q{i}" for i in range(len(best))), ("a", "b"), places, scores)


def _moved(best, languages=None, second=None, calibration=CALIBRATION):
    return calibrate_to_site(_rankings(best, second), languages or ["en"] * len(best), calibration)


@pytest.mark.parametrize("name", ["quick", "small"])
def test_stored_site_weights_keep_each_query_s_order_and_lie_among_the_sites_they_were_learned_from(name):
    site = bundled_weights(name).site
    assert site.slope > 0
    assert site.usual_weight > 0
    for part in ("mean", "spread", "margin"):
        assert getattr(site.least, part) < getattr(site.usual, part) < getattr(site.most, part)


def test_a_site_is_seen_by_mean_spread_and_margin_of_its_queries():
    first, second = [2.0, -1.0, 0.5, 3.0], [1.0, -3.0, 0.25, -20.0]
    found = SiteView.of(np.array([first, second]).T)
    mean = sum(first) / 4
    assert found.mean == pytest.approx(mean)
    assert found.spread == pytest.approx((sum((x - mean) ** 2 for x in first) / 4) ** 0.5)
    assert found.margin == pytest.approx((1.0 + 2.0 + 0.25 + 8.0) / 4)


def test_a_margin_to_no_article_at_all_counts_as_8():
    assert SiteView.of(np.array([[0.0, -np.inf]])).margin == 8


@given(st.lists(st.tuples(st.floats(-14, 14), st.floats(-14, 14)), min_size=1, max_size=40), st.randoms())
def test_the_order_of_the_queries_leaves_no_trace_in_the_view(pairs, chance):
    shuffled = chance.sample(pairs, len(pairs))
    assert SiteView.of(np.array(pairs)) == SiteView.of(np.array(shuffled))


def test_a_doubtful_answer_is_surer_where_the_others_match_well():
    good = _moved([0.4] + [0.8] * 200).scores[0, 0]
    bad = _moved([0.4] + [0.1] * 200).scores[0, 0]
    assert good > bad + 0.1


def test_a_doubtful_answer_is_surer_where_the_others_stand_far_above_their_next():
    sites = [_moved([0.4] + [0.5] * 200, second=[0.2] + [below] * 200).scores[0, 0] for below in (0.45, 0.2, 0.01)]
    assert sites == sorted(sites)
    assert sites[2] > sites[0] + 0.1


def test_a_small_site_is_moved_little_and_a_large_one_by_the_formula():
    best = np.array([[1.0, 0.5], [3.0, 1.5]])
    view = SiteView.of(best)
    shift = 2.0 * (view.mean + 0.5) - 1.5 * (view.spread - 1.2) + 0.7 * (view.margin - 0.9)
    one = CALIBRATION.log_odds(np.array([0.7]), best)
    assert one[0] == pytest.approx(0.9 * 0.7 + shift * 2 / 52 + 0.1)
    many = CALIBRATION.log_odds(np.array([0.7]), np.repeat(best, 50_000, axis=0))
    assert many[0] == pytest.approx(0.9 * 0.7 + shift + 0.1, abs=1e-2)


@pytest.mark.parametrize(("by", "part"), [("by_mean", "mean"), ("by_spread", "spread"), ("by_margin", "margin")])
def test_a_site_beyond_all_that_were_learned_from_counts_as_the_farthest_of_them(by, part):
    still = SiteCalibration(1.0, 0.0, 0.0, 0.0, 0.0, USUAL, SiteView(-2, 0.5, 0.4), SiteView(1, 1.5, 2), 0.0)
    one = replace(still, **{by: 1.0})
    extremes = {
        "least": {"mean": [[-9.0, -9.0]], "spread": [[2.0, 1.0]], "margin": [[0.0, 0.0]]},
        "most": {"mean": [[9.0, 8.0]], "spread": [[-9.0, -9.0], [9.0, 8.0]], "margin": [[0.0, -9.0]]},
    }
    for name, sites in extremes.items():
        moved = one.log_odds(np.zeros(1), np.array(sites[part]))
        assert moved[0] == pytest.approx(getattr(getattr(one, name), part) - getattr(USUAL, part))
    inside = one.log_odds(np.zeros(1), np.array([[0.1, -0.9], [-1.9, -2.9]]))
    seen = SiteView.of(np.array([[0.1, -0.9], [-1.9, -2.9]]))
    assert inside[0] == pytest.approx(getattr(seen, part) - getattr(USUAL, part))


@given(st.floats(0.01, 3), st.floats(-3, 3), st.lists(st.floats(0.001, 0.999), min_size=1, max_size=20))
def test_with_a_slope_above_0_a_surer_answer_stays_the_surer(slope, shift, best):
    moved = _moved(sorted(best), calibration=replace(CALIBRATION, slope=slope, offset=shift)).scores
    assert (np.diff(moved[:, 0]) >= 0).all()
    assert (moved[:, 0] >= moved[:, 1]).all()


def test_articles_and_their_order_stay():
    matches = _rankings([0.9, 0.5, 0.2, 0.0])
    moved = calibrate_to_site(matches, ["en"] * 4, CALIBRATION)
    assert np.array_equal(moved.places, matches.places)
    assert (np.diff(moved.scores, axis=1) <= 0).all()
    assert moved.scores[3].tolist() == [0, 0]


def test_queries_without_an_article_say_nothing_about_the_site():
    alone = _moved([0.9, 0.5, 0.2]).scores
    assert np.array_equal(_moved([0.0, 0.9, 0.0, 0.5, 0.2, 0.0]).scores[[1, 3, 4]], alone)


def test_an_empty_second_place_stays_empty_and_counts_as_far_below():
    moved = _moved([0.6, 0.6], second=[0.0, 0.3])
    assert moved.scores[0, 1] == 0
    assert moved.scores[1, 1] > 0
    only = CALIBRATION.log_odds(log_odds_of(np.float32([0.6])), np.array([[0.405465, -99], [0.405465, -0.847298]]))
    assert moved.scores[0, 0] == pytest.approx(1 / (1 + np.exp(-only[0])), abs=1e-5)


def test_the_order_of_the_queries_changes_nothing():
    best = np.random.default_rng(1).uniform(0.01, 0.99, 500).round(6)
    order = np.random.default_rng(2).permutation(500)
    assert np.array_equal(_moved(best).scores[order], _moved(best[order]).scores)


def test_each_language_is_a_site_of_its_own():
    both = _moved([0.9] * 80 + [0.1] * 80, ["sv"] * 80 + ["da"] * 80).scores
    assert np.array_equal(both[:80], _moved([0.9] * 80).scores)
    assert np.array_equal(both[80:], _moved([0.1] * 80).scores)


def test_probabilities_of_0_and_1_stay_within():
    scores = _moved([1.0, 0.000001, 0.5]).scores
    assert np.isfinite(scores).all()
    assert ((scores >= 0) & (scores <= 1)).all()


def test_the_rankings_given_are_not_changed_and_none_are_allowed():
    matches = _rankings([0.9, 0.5])
    calibrate_to_site(matches, ["en", "en"], CALIBRATION)
    assert matches.scores[0, 0] == np.float32(0.9)
    assert calibrate_to_site(_rankings(np.zeros(0)), [], CALIBRATION).scores.shape == (0, 2)


def test_real_rankings_keep_their_first_articles():
    queries = query_table(("betala faktura", "sv"), ("pay invoice", "en"), ("", "sv"))
    matches = match_queries(small_faq("sv", "en"), queries, MatchSettings(depth=3))
    moved = calibrate_to_site(matches, queries["language"].tolist(), bundled_weights("quick").site)
    assert np.array_equal(moved.places, matches.places)
    assert moved.scores[2].max() == 0
