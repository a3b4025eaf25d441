import pandas as pd
import pytest

from faqeval.records import Article
from faqeval.search import rankings_from_run

ARTICLES = tuple(Article.plain(name, name, "", "en") for name in ("a", "b", "c"))
QUERIES = pd.DataFrame({"query_id": ["1", "2"], "text": ["pay", "cancel"], "language": ["en", "en"]})


def _run(*rows, key="query_id"):
    return pd.DataFrame(rows, columns=[key, "article_id", "rank"])


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ([("1", "b", 1), ("1", "a", 2)], [[1, 0], [-1, -1]]),
        ([("2", "c", 2), ("2", "a", 1)], [[-1, -1], [0, 2]]),
        ([("1", "gone", 1), ("1", "a", 2)], [[-1, 0], [-1, -1]]),
        ([("1", "b", 1), ("1", "a", 1)], [[0], [-1]]),
        ([("1", "a", 1), ("1", "a", 2)], [[0, -1], [-1, -1]]),
        ([("3", "a", 1)], [[-1], [-1]]),
        ([("1", "a", 0)], [[-1], [-1]]),
        ([], [[-1], [-1]]),
    ],
    ids=[
        "ranks as given", "rows in any order", "a result that is no article keeps its place",
        "two on one rank: the smaller id", "one article twice: its first rank", "unknown query", "rank below 1",
        "empty",
    ],
)  # fmt: skip
def test_a_run_becomes_rankings(rows, expected):
    for ordered in (rows, rows[::-1]):
        run = _run(*ordered).astype({"rank": "int64"})
        assert rankings_from_run(run, ARTICLES, QUERIES).places.tolist() == expected


def test_a_run_may_name_queries_by_their_text():
    rankings = rankings_from_run(_run(("cancel", "a", 1), key="text"), ARTICLES, QUERIES)
    assert rankings.places.tolist() == [[-1], [0]]
    assert rankings.scores.tolist() == [[0], [1]]
