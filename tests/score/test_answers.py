"""Which article counts as an answer, and where the customer search showed it."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from faqeval.records import Rankings
from faqeval.score.answers import find_answers

ARTICLES = ("a", "b", "c")


def rankings(rows: dict[str, list[tuple[str, float]]], depth: int = 3) -> Rankings:
    places = np.full((len(rows), depth), -1, np.int32)
    scores = np.zeros((len(rows), depth), np.float32)
    for row, ranked in enumerate(rows.values()):
        for column, (article, score) in enumerate(ranked):
            places[row, column], scores[row, column] = ARTICLES.index(article), score
    return Rankings(tuple(rows), ARTICLES, places, scores)


def answered(matches: list[tuple[str, float]]) -> set[str]:
    found = find_answers(["q"], ARTICLES, rankings({"q": matches}), rankings({"q": []}))
    return {ARTICLES[place] for place in found.article[0] if place >= 0}


@pytest.mark.parametrize(
    ("matches", "expected"),
    [
        pytest.param([("a", 0.8), ("b", 0.7), ("c", 0.02)], {"a", "b"}, id="duplicates both count, the tail does not"),
        pytest.param([("a", 0.8), ("b", 0.4), ("c", 0.39)], {"a", "b"}, id="half as probable as the best counts"),
        pytest.param([("a", 0.019), ("b", 0.019), ("c", 0.019)], set(), id="nobody answers"),
        pytest.param([("a", 0.02)], {"a"}, id="the floor itself counts in float32 too"),
        pytest.param([("a", 1.0), ("b", 0.0)], {"a"}, id="judged"),
        pytest.param([("a", 0.0), ("b", 0.0)], set(), id="judged as answered by none"),
        pytest.param([], set(), id="no article returned"),
    ],
)
def test_only_articles_near_the_best_count_as_answers(matches: list[tuple[str, float]], expected: set[str]) -> None:
    assert answered(matches) == expected


def test_rank_is_the_place_in_the_search_and_zero_when_not_shown() -> None:
    matches = rankings({"q": [("a", 0.9), ("c", 0.8), ("b", 0.7)]})
    search = rankings({"q": [("b", 9.0), ("c", 4.0)]})
    found = find_answers(["q"], ARTICLES, matches, search)
    assert found.rank.tolist() == [[0, 2, 1]]
    assert found.reciprocal_rank.tolist() == [[0.0, 0.5, 1.0]]


def test_rows_and_articles_are_joined_by_id_not_by_place() -> None:
    matches = Rankings(("q2", "q1"), ("b", "a"), np.array([[0], [1]], np.int32), np.array([[0.9], [0.8]], np.float32))
    search = Rankings(("q1", "q2"), ("a", "b"), np.array([[0], [0]], np.int32), np.array([[1.0], [1.0]], np.float32))
    found = find_answers(["q1", "q2"], ["a", "b"], matches, search)
    assert found.article.tolist() == [[0], [1]]
    assert found.rank.tolist() == [[1], [0]]


def test_a_query_without_a_row_is_answered_and_shown_by_nothing() -> None:
    matches = rankings({"q": [("a", 0.9)]})
    found = find_answers(["new", "q"], ARTICLES, matches, rankings({}))
    assert found.article.tolist() == [[-1, -1, -1], [0, -1, -1]]
    assert found.best.tolist() == [0.0, pytest.approx(0.9)]
    assert not found.rank.any()


@given(st.lists(st.floats(0, 1, width=32), min_size=3, max_size=3))
def test_the_best_article_counts_whenever_any_does(probabilities: list[float]) -> None:
    matches = sorted(zip(ARTICLES, probabilities, strict=True), key=lambda pair: -pair[1])
    found = answered(matches)
    assert not found or matches[0][0] in found
