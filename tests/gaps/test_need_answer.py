import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from faqeval.gaps.need_answer import FEATURES, NeedAnswer, answers_from, load_need_weights, need_affinity, need_pairs
from faqeval.gaps.needs import apply_need_answers
from faqeval.records import Rankings

IDS = ("a", "b", "c")
RNG = np.random.default_rng(3)
VECTORS = RNG.standard_normal((12, 8)).astype(np.float32)
VECTORS /= np.linalg.norm(VECTORS, axis=1, keepdims=True)


def answers(log_odds: np.ndarray, claims: tuple[float, ...] = (0.0, 0.0, 0.0)) -> list[NeedAnswer]:
    affinity = np.zeros((1, log_odds.shape[1]))
    pairs = need_pairs([list(range(len(log_odds)))], [log_odds], affinity, np.array(claims))
    return answers_from(pairs[0], IDS)


def test_the_article_that_all_queries_lean_to_comes_first_and_is_surer_than_when_they_disagree():
    agreeing = np.array([[-0.4, -3.0, -3.0]] * 4)
    divided = np.array([[-0.4, -3.0, -3.0], [-3.0, -0.4, -3.0], [-3.0, -3.0, -0.4], [-0.4, -3.0, -3.0]])
    assert answers(agreeing)[0].article == 0
    assert answers(agreeing)[0].probability > answers(divided)[0].probability


def test_the_more_the_queries_lean_to_an_article_the_surer():
    sure = [answers(np.array([[lean, -3.0, -3.0]] * 3))[0].probability for lean in (-2.5, -1.5, -0.5)]
    assert sure == sorted(sure)


def test_the_weights_that_come_with_the_package_know_every_feature():
    assert set(load_need_weights().coefficients) == set(FEATURES)


@settings(max_examples=50, deadline=None)
@given(arrays(np.float64, (3, 3), elements=st.floats(-4.6, 4.6)))
def test_probabilities_are_between_0_and_1_and_the_order_of_queries_does_not_matter(log_odds: np.ndarray):
    forward, backward = answers(log_odds), answers(log_odds[::-1])
    assert forward == backward
    assert all(0 <= one.probability <= 1 for one in forward)


def test_an_article_near_everything_is_near_nothing():
    queries, articles = VECTORS[:8], VECTORS[8:].copy()
    hub = queries.mean(axis=0)
    articles[0] = hub / np.linalg.norm(hub)
    affinity = need_affinity(queries[:4], queries, articles)
    plain = queries[:4] @ articles.T
    assert plain[:, 0].mean() > plain[:, 1:].mean()
    assert affinity[:, 0].mean() < affinity.mean() + 0.5


@pytest.mark.parametrize("n_needs", [1, 4])
def test_affinity_is_finite_and_has_one_row_per_need(n_needs: int):
    affinity = need_affinity(VECTORS[:n_needs], VECTORS[:8], VECTORS[8:])
    assert affinity.shape == (n_needs, 4)
    assert np.isfinite(affinity).all()


def test_a_settled_query_ranks_the_needs_article_first_and_nothing_surer():
    matches = Rankings(
        ("q",), IDS, np.array([[1, 0, -1]], dtype=np.int32), np.array([[0.7, 0.2, 0.0]], dtype=np.float32)
    )
    ranked = apply_need_answers(matches, {0: NeedAnswer(2, 0.6)})
    assert ranked.places[0].tolist() == [2, 1, 0]
    assert ranked.scores[0].tolist() == pytest.approx([0.6, 0.6, 0.2])
    assert matches.places[0].tolist() == [1, 0, -1]
