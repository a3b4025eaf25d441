"""A site's best scores move all its probabilities, and nothing else."""

import numpy as np
import pytest

from faqeval.config import MatchSettings
from faqeval.match import calibrate_to_site, match_queries
from faqeval.match.fuse import load_fusion
from faqeval.match.site_calibration import SiteCalibration, SiteView
from faqeval.records import Rankings

from .faq import query_table, small_faq

SETTINGS = MatchSettings(depth=3)
CALIBRATION = SiteCalibration(0.9, 2.0, -1.5, 0.1, SiteView(-0.5, 1.2), usual_weight=50.0)


def _rankings(best):
    """Two articles per query, the second with half the probability; 0 stands for no article."""
    scores = np.column_stack([best, np.asarray(best) / 2]).astype(np.float32)
    places = np.where(scores > 0, [[1, 0]], -1).astype(np.int32)
    return Rankings(tuple(f"q{i}" for i in range(len(best))), ("a", "b"), places, scores)


def _moved(best, languages=None):
    return calibrate_to_site(_rankings(best), languages or ["en"] * len(best), SETTINGS)


@pytest.mark.parametrize("name", ["static", "transformer"])
def test_stored_site_weights_keep_each_query_s_order_and_believe_easy_sites_more(name):
    site = load_fusion(name).site
    assert site.slope > 0
    assert site.by_mean > 0
    assert site.by_spread < 0
    assert site.usual_weight > 0


def test_a_doubtful_answer_is_surer_where_the_others_match_well():
    good = _moved([0.4] + [0.8] * 200).scores[0, 0]
    bad = _moved([0.4] + [0.1] * 200).scores[0, 0]
    assert good > bad + 0.1


def test_a_small_site_is_moved_little_and_a_large_one_by_the_formula():
    best = np.array([1.0, 3.0])
    shift = 2.0 * (best.mean() + 0.5) - 1.5 * (best.std() - 1.2)
    one = CALIBRATION.log_odds(np.array([0.7]), best)
    assert one[0] == pytest.approx(0.9 * 0.7 + shift * 2 / 52 + 0.1)
    many = CALIBRATION.log_odds(np.array([0.7]), np.repeat(best, 50_000))
    assert many[0] == pytest.approx(0.9 * 0.7 + shift + 0.1, abs=1e-2)


def test_articles_and_their_order_stay():
    matches = _rankings([0.9, 0.5, 0.2, 0.0])
    moved = calibrate_to_site(matches, ["en"] * 4, SETTINGS)
    assert np.array_equal(moved.places, matches.places)
    assert (np.diff(moved.scores, axis=1) <= 0).all()
    assert moved.scores[3].tolist() == [0, 0]


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
    calibrate_to_site(matches, ["en", "en"], SETTINGS)
    assert matches.scores[0, 0] == np.float32(0.9)
    assert calibrate_to_site(_rankings(np.zeros(0)), [], SETTINGS).scores.shape == (0, 2)


def test_real_rankings_keep_their_first_articles():
    queries = query_table(("betala faktura", "sv"), ("pay invoice", "en"), ("", "sv"))
    matches = match_queries(small_faq("sv", "en"), queries, SETTINGS)
    moved = calibrate_to_site(matches, queries["language"].tolist(), SETTINGS)
    assert np.array_equal(moved.places, matches.places)
    assert moved.scores[2].max() == 0
