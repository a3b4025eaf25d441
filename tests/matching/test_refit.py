"""People's labels move a site's probabilities only when they prove that they should."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from faqeval.matching import refit_to_people
from faqeval.matching.label_evidence import CLICK_WEIGHT, FULL_CLICKS, LabelEvidence, clicked_evidence, judged_evidence
from faqeval.matching.log_odds import log_odds_of, probabilities_of
from faqeval.matching.refit import MIN_LABELS, Refit
from faqeval.matching.refit_grid import fit_to_evidence
from faqeval.matching.refit_threshold import refit_threshold
from faqeval.records import Rankings

N_SITE = 400


def _site(n=N_SITE, seed=1):
    """Queries with two articles each; the second is less likely."""
    first = np.random.default_rng(seed).uniform(0.03, 0.97, n).round(6)
    scores = np.column_stack([first, first / 3]).astype(np.float32)
    places = np.tile(np.array([[0, 1]], dtype=np.int32), (n, 1))
    return Rankings(tuple(f"q{i:04}" for i in range(n)), ("a", "b", "c"), places, scores)


def _truth(matches, slope, offset, seed=2):
    odds = slope * log_odds_of(matches.scores[:, 0]) + offset
    return np.random.default_rng(seed).random(len(odds)) < probabilities_of(odds)


def _judgments(matches, right, rows):
    ids = [matches.query_ids[row] for row in rows]
    return pd.DataFrame({"query_id": ids, "article_id": "a", "relevance": right[rows].astype(int)})


def _judged(*rows):
    return pd.DataFrame(rows, columns=["query_id", "article_id", "relevance"])


def _log_loss(matches, right):
    sure = np.clip(matches.scores[:, 0].astype(float), 1e-6, 1 - 1e-6)
    return float(-np.where(right, np.log(sure), np.log(1 - sure)).mean())


@pytest.mark.parametrize(("slope", "offset"), [(1.0, 1.5), (1.0, -1.5), (2.0, 0.0)])
def test_a_hundred_labels_of_an_unlike_site_make_its_other_probabilities_truer(slope, offset):
    matches = _site()
    right = _truth(matches, slope, offset)
    refit = refit_to_people(matches, _judgments(matches, right, np.arange(100)), None, 0.33)
    assert refit.outcome == "refitted"
    others = Rankings(matches.query_ids[100:], matches.article_ids, matches.places[100:], matches.scores[100:])
    assert _log_loss(refit.apply(others), right[100:]) < _log_loss(others, right[100:]) - 0.01


def test_an_estimate_from_many_labels_is_the_site_s_own_curve():
    matches = _site(20_000)
    right = _truth(matches, 1.5, 0.8)
    refit = refit_to_people(matches, _judgments(matches, right, np.arange(20_000)), None, 0.33)
    assert refit.slope == pytest.approx(1.5, abs=0.1)
    assert refit.offset == pytest.approx(0.8, abs=0.1)
    assert refit.wrong_share < 0.05


def test_the_share_of_wrong_labels_is_found_and_not_taken_for_a_flat_site():
    matches = _site(20_000)
    right = _truth(matches, 1.0, 0.0) ^ (np.random.default_rng(5).random(20_000) < 0.3)
    refit = refit_to_people(matches, _judgments(matches, right, np.arange(20_000)), None, 0.33)
    assert refit.wrong_share == pytest.approx(0.3, abs=0.03)
    assert refit.slope == pytest.approx(1.0, abs=0.15)


def test_labels_thrown_by_a_coin_almost_never_move_anything():
    matches, moved = _site(), 0
    for seed in range(20):
        coin = np.random.default_rng(seed).random(N_SITE) < 0.5
        rows = np.random.default_rng(seed + 100).choice(N_SITE, 60, replace=False)
        moved += refit_to_people(matches, _judgments(matches, coin, rows), None, 0.33).outcome == "refitted"
    assert moved <= 3


def test_coin_labels_that_slip_through_do_little_harm():
    matches = _site()
    right, loss = _truth(matches, 1.0, 0.0), []
    for seed in range(20):
        coin = np.random.default_rng(seed).random(N_SITE) < 0.5
        rows = np.random.default_rng(seed + 100).choice(N_SITE, 30, replace=False)
        refit = refit_to_people(matches, _judgments(matches, coin, rows), None, 0.33)
        loss.append(_log_loss(refit.apply(matches), right) - _log_loss(matches, right))
    assert np.mean(loss) < 0.01
    assert max(loss) < 0.2


def test_labels_chosen_where_the_matcher_is_unsure_do_not_fool_the_fit():
    """Their rate is not the site's; the likelihood of a label given its own probability does not mind."""
    matches = _site(6_000)
    right = _truth(matches, 1.0, 0.0)
    low = np.flatnonzero((matches.scores[:, 0] > 0.1) & (matches.scores[:, 0] < 0.4))
    refit = refit_to_people(matches, _judgments(matches, right, low), None, 0.33)
    moved = refit.apply(matches).scores[:, 0]
    assert np.abs(moved - matches.scores[:, 0]).max() < 0.1


def test_below_the_minimum_nothing_is_refitted():
    matches = _site()
    right = _truth(matches, 1.0, 2.5)
    few = refit_to_people(matches, _judgments(matches, right, np.arange(int(MIN_LABELS) - 1)), None, 0.33)
    assert (few.outcome, few.slope, few.offset, few.threshold) == ("few", 1.0, 0.0, 0.33)
    assert few.apply(matches) is matches
    assert refit_to_people(matches, None, None, 0.33).outcome == "few"


def test_labels_that_all_say_yes_prove_nothing():
    matches = _site()
    said = _judgments(matches, np.ones(N_SITE, dtype=bool), np.arange(60))
    assert refit_to_people(matches, said, None, 0.33).outcome == "unrelated"


@given(st.permutations(range(60)))
@settings(max_examples=5, deadline=None)
def test_the_order_of_judgments_and_of_queries_changes_nothing(order):
    matches = _site(60)
    right = _truth(matches, 1.6, 0.7)
    said = _judgments(matches, right, np.arange(60))
    shuffled = Rankings(
        tuple(matches.query_ids[i] for i in order), matches.article_ids, matches.places[order], matches.scores[order]
    )
    assert refit_to_people(shuffled, said.iloc[order[::-1]], None, 0.33) == refit_to_people(matches, said, None, 0.33)


@given(
    st.lists(st.floats(0, 1, width=32), min_size=30, max_size=60),
    st.lists(st.booleans(), min_size=60, max_size=60),
)
@settings(max_examples=15, deadline=None)
def test_probabilities_stay_in_0_to_1_and_no_query_s_order_changes(scores, labels):
    first = np.array(scores, dtype=np.float32)
    matches = Rankings(
        tuple(f"q{i}" for i in range(len(first))),
        ("a", "b"),
        np.tile(np.array([[0, 1]], dtype=np.int32), (len(first), 1)),
        np.column_stack([first, first * np.float32(0.7)]),
    )
    refit = refit_to_people(matches, _judgments(matches, np.array(labels), np.arange(len(first))), None, 0.33)
    moved = refit.apply(matches)
    assert refit.slope > 0
    assert np.array_equal(moved.places, matches.places)
    assert ((moved.scores >= 0) & (moved.scores <= 1)).all()
    assert (np.diff(moved.scores, axis=1) <= 0).all()


def test_places_without_an_article_stay_without():
    matches = Rankings(("q",), ("a",), np.array([[0, -1]], dtype=np.int32), np.array([[0.5, 0]], dtype=np.float32))
    moved = Refit("refitted", 2.0, 1.0, 0.4, 30, 0, 0.0).apply(matches)
    assert moved.scores[0, 1] == 0
    assert moved.scores[0, 0] == pytest.approx(0.731059, abs=1e-6)


@pytest.mark.parametrize(
    ("rows", "right"),
    [
        ([("q0000", "a", 1)], [1.0]),
        ([("q0000", "a", 0)], [0.0]),
        ([("q0000", "b", 1)], [0.0]),
        ([("q0000", "", 1)], [0.0]),
        ([("q0000", "a", 1), ("q0000", "b", 1)], [1.0]),
        ([("q0000", "b", 0)], []),
        ([("q0000", "gone", 1)], []),
        ([("q9999", "a", 1)], []),
    ],
    ids=["right", "wrong", "another", "none", "both right", "second wrong", "unknown article", "unknown query"],
)
def test_what_a_judgment_says_about_the_first_place(rows, right):
    assert judged_evidence(_site(), _judged(*rows)).right.tolist() == right


def _clicks(*rows):
    return pd.DataFrame(rows, columns=["query_id", "article_id", "rank", "clicks", "shown"])


def test_a_click_low_down_says_more_than_one_on_rank_1():
    log = _clicks(("q0000", "a", 5, 2, 0), ("q0000", "b", 1, 10, 0))
    assert clicked_evidence(_site(), log).right.tolist() == [0.5]


def test_clicks_per_showing_are_compared_when_all_showings_are_known():
    known = _clicks(("q0000", "a", 1, 5, 10), ("q0000", "b", 1, 5, 90))
    partly = _clicks(("q0000", "a", 1, 5, 10), ("q0000", "b", 1, 5, 0))
    assert clicked_evidence(_site(), known).right.tolist() == [0.9]
    assert clicked_evidence(_site(), partly).right.tolist() == [0.5]


def test_clicks_of_a_query_are_worth_a_fifth_of_a_label_at_most():
    log = _clicks(("q0000", "a", 1, 10_000, 0), ("q0001", "a", 1, FULL_CLICKS // 2, 0))
    assert sorted(clicked_evidence(_site(), log).weights.tolist()) == [CLICK_WEIGHT / 2, CLICK_WEIGHT]


def test_a_log_without_a_single_click_or_known_query_says_nothing():
    assert len(clicked_evidence(_site(), _clicks(("q0000", "a", 1, 0, 50))).right) == 0
    assert len(clicked_evidence(_site(), _clicks(("else", "a", 1, 3, 0))).right) == 0


def test_clicks_alone_teach_the_slope_and_not_the_rate():
    """Only queries that found something have clicks: 95 % of them on the first place must not make the site sure."""
    matches = _site(4_000)
    log = _clicks(
        *((f"q{i:04}", "a", 1, 19, 0) for i in range(4_000)), *((f"q{i:04}", "b", 1, 1, 0) for i in range(4_000))
    )
    refit = refit_to_people(matches, None, log, 0.33)
    moved = refit.apply(matches).scores[:, 0]
    assert abs(moved.mean() - matches.scores[:, 0].mean()) < 0.05
    assert refit.threshold == 0.33


def test_the_grid_s_mean_is_that_of_a_slow_and_obvious_sum():
    evidence = LabelEvidence.of(np.array([-1.0, 0.5, 2.0]), np.array([0.0, 1.0, 1.0]), np.ones(3))
    nothing = LabelEvidence.of(*(np.zeros(0) for _ in range(3)))
    site = np.array([-1.0, 0.0, 1.0, 2.0])
    total, slope_sum, offset_sum = 0.0, 0.0, 0.0
    for log_slope in np.linspace(-1.5, 1.5, 25):
        for offset in np.linspace(-2.5, 2.5, 31):
            prior = sum(
                25 * (p * np.log(q) + (1 - p) * np.log(1 - q))
                for x in site
                for p, q in [(1 / (1 + np.exp(-x)), 1 / (1 + np.exp(-(np.exp(log_slope) * x + offset))))]
            )
            for wrong in np.linspace(0, 0.5, 6):
                likelihood = 1.0
                for x, label in zip(evidence.log_odds, evidence.right, strict=True):
                    one = wrong + (1 - 2 * wrong) / (1 + np.exp(-(np.exp(log_slope) * x + offset)))
                    likelihood *= one if label else 1 - one
                weight = likelihood * np.exp(prior + 50)
                total += weight
                slope_sum += weight * log_slope
                offset_sum += weight * offset
    fit = fit_to_evidence(evidence, nothing, site)
    assert fit.slope == pytest.approx(np.exp(slope_sum / total), abs=1e-3)
    assert fit.offset == pytest.approx(offset_sum / total, abs=1e-3)


def test_the_threshold_moves_to_where_labels_change_sides_and_stays_for_few_or_none():
    site = log_odds_of(np.linspace(0.01, 0.99, 300).astype(np.float32))
    right = (site > log_odds_of(np.array([0.6]))).astype(float)
    many = LabelEvidence.of(site, right, np.ones(300))
    assert refit_threshold(many, site, 0.33) == pytest.approx(0.6, abs=0.02)
    few = LabelEvidence.of(site[::60], right[::60], np.ones(5))
    assert refit_threshold(few, site, 0.33) == 0.33
