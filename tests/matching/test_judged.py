import numpy as np
import pandas as pd
import pytest

from faqeval.matching import apply_judgments
from faqeval.records import Rankings

MATCHES = Rankings(
    ("q1", "q2"),
    ("a", "b", "c"),
    np.array([[0, 1], [2, -1]], dtype=np.int32),
    np.array([[0.6, 0.3], [0.4, 0.0]], dtype=np.float32),
)


def judged(*rows: tuple[str, str, int]) -> list[list[tuple[str, float]]]:
    table = pd.DataFrame(rows, columns=["query_id", "article_id", "relevance"])
    ranked = apply_judgments(MATCHES, table)
    return [
        [(ranked.article_ids[place], round(float(score), 2)) for place, score in zip(*row, strict=True) if place >= 0]
        for row in zip(ranked.places, ranked.scores, strict=True)
    ]


UNTOUCHED = [("c", 0.4)]


@pytest.mark.parametrize(
    ("row", "first_query"),
    [
        (("q1", "c", 1), [("c", 1.0)]),
        (("q1", "", 1), []),
        (("q1", "a", 0), [("b", 0.3)]),
        (("q9", "a", 1), [("a", 0.6), ("b", 0.3)]),
        (("q1", "gone", 0), [("a", 0.6), ("b", 0.3)]),
    ],
    ids=["right article", "no article answers", "wrong article", "unknown query", "unknown article"],
)
def test_what_people_said_overrules_the_matcher(row, first_query):
    assert judged(row) == [first_query, UNTOUCHED]


def test_two_right_answers_both_stay():
    assert judged(("q1", "b", 1), ("q1", "c", 1))[0] == [("b", 1.0), ("c", 1.0)]


def test_the_rankings_given_are_not_changed():
    judged(("q1", "c", 1))
    assert MATCHES.places[0].tolist() == [0, 1]
