import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from faqeval.measures.ranks import ndcg_at_k, recall_at_k, reciprocal_rank, success_at_k

ranks = st.lists(st.integers(0, 30), max_size=20)


@given(ranks, st.integers(1, 30))
def test_rank_measures_agree_with_counting(rows: list[int], k: int) -> None:
    assert reciprocal_rank(rows).tolist() == [1 / rank if rank else 0.0 for rank in rows]
    assert reciprocal_rank(rows, k).tolist() == [1 / rank if 1 <= rank <= k else 0.0 for rank in rows]
    if rows:
        assert success_at_k(rows, k) == pytest.approx(sum(1 <= rank <= k for rank in rows) / len(rows))
        assert recall_at_k(rows, k) == success_at_k(rows, k)
    else:
        assert math.isnan(success_at_k(rows, k))


@given(st.lists(st.floats(0, 3), min_size=1, max_size=12), st.integers(1, 12))
def test_the_best_order_gains_all_and_no_order_gains_more(gains: list[float], k: int) -> None:
    best = ndcg_at_k(sorted(gains, reverse=True), k)
    given_order = ndcg_at_k(gains, k)
    if sum(gains) < 1e-12:
        assert math.isnan(best) or best == pytest.approx(1)
    else:
        assert best == pytest.approx(1)
        assert -1e-9 <= given_order <= 1 + 1e-9


def test_right_articles_that_are_not_shown_count_against() -> None:
    assert ndcg_at_k([1, 0], 2, all_gains=[1, 1]) == pytest.approx(1 / (1 + 1 / math.log2(3)))


@pytest.mark.parametrize("function", [success_at_k, recall_at_k, ndcg_at_k])
def test_a_depth_below_one_is_refused(function) -> None:
    with pytest.raises(ValueError):
        function([1], 0)


def test_a_negative_rank_is_refused() -> None:
    with pytest.raises(ValueError):
        reciprocal_rank([-1])


@given(st.lists(st.booleans(), max_size=12), st.integers(0, 5), st.integers(1, 12))
def test_gain_of_right_articles_agrees_with_counting_place_by_place(shown: list[bool], n_hidden: int, k: int) -> None:
    n_right = sum(shown) + n_hidden
    gained = sum(1 / math.log2(place + 2) for place, is_right in enumerate(shown[:k]) if is_right)
    best = sum(1 / math.log2(place + 2) for place in range(min(n_right, k)))
    found = ndcg_at_k(shown, k, [1.0] * n_right)
    assert math.isnan(found) if not n_right else found == pytest.approx(gained / best)
