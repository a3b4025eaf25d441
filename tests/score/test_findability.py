"""Findability per article and of the whole FAQ, against a slow and obvious version."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from faqeval.config import ScoreSettings
from faqeval.records import Article, Findability, Rankings
from faqeval.score import score_findability
from faqeval.score.echo import Echo

SETTINGS = ScoreSettings(bootstrap_rounds=100)
BELIEVED = Echo(1.0, 1e12, 0.0, 0.0, 0.0)  # the judge is taken at its word
Row = tuple[str, int, list[tuple[str, float]], list[str]]  # query id, count, matches, articles shown


def faq(ids: str) -> list[Article]:
    return [Article.plain(article_id, "", "", "en") for article_id in ids]


def rankings(ids: str, rows: list[tuple[str, list[tuple[str, float]]]], depth: int = 5) -> Rankings:
    places = np.full((len(rows), depth), -1, np.int32)
    scores = np.zeros((len(rows), depth), np.float32)
    for row, (_, ranked) in enumerate(rows):
        for column, (article, score) in enumerate(ranked):
            places[row, column], scores[row, column] = ids.index(article), score
    return Rankings(tuple(query for query, _ in rows), tuple(ids), places, scores)


def score(
    ids: str, rows: list[Row], order: list[int] | None = None, seed: int = 1, echo: Echo | None = None
) -> Findability:
    rows = rows if order is None else [rows[place] for place in order]
    queries = pd.DataFrame({"query_id": [r[0] for r in rows], "count": pd.Series([r[1] for r in rows], dtype="int64")})
    matches = rankings(ids, [(r[0], r[2]) for r in rows])
    search = rankings(ids, [(r[0], [(a, 1.0 / (place + 1)) for place, a in enumerate(r[3])]) for r in rows])
    return score_findability(faq(ids), queries, matches, search, SETTINGS, seed, echo=echo)


def slow_findability(article: str, rows: list[Row]) -> float:
    above = below = 0.0
    for _, count, matches, shown in rows:
        best = max((p for _, p in matches), default=0.0)
        for candidate, p in matches:
            if candidate == article and p >= 0.02 and p >= best / 2:
                below += count * p
                above += count * p / (shown.index(article) + 1) if article in shown else 0.0
    return above / below


@st.composite
def logs(draw: st.DrawFn) -> list[Row]:
    rows: list[Row] = []
    for number in range(draw(st.integers(5, 12))):
        candidates = draw(st.permutations("abc"))
        # sixteenths are exact in float32, so the oracle sees the same probabilities
        probabilities = sorted(draw(st.lists(st.integers(0, 16), min_size=3, max_size=3)), reverse=True)
        matches = [(article, p / 16) for article, p in zip(candidates, probabilities, strict=True)]
        shown = draw(st.permutations("abc"))[: draw(st.integers(0, 3))]
        rows.append((f"q{number}", draw(st.integers(1, 5)), matches, list(shown)))
    return rows


@given(logs())
@settings(max_examples=60, deadline=None)
def test_every_article_is_as_the_slow_version_says(rows: list[Row]) -> None:
    for found in score("abc", rows).articles:
        if found.findability is not None:
            assert found.findability == pytest.approx(slow_findability(found.article_id, rows))
            assert found.low is not None
            assert found.high is not None
            assert 0 <= found.low <= found.findability <= found.high <= 1


@given(logs(), st.randoms())
@settings(max_examples=30, deadline=None)
def test_shuffling_the_queries_changes_nothing(rows: list[Row], random: object) -> None:
    order = list(range(len(rows)))
    random.shuffle(order)  # type: ignore[attr-defined]
    assert score("abc", rows) == score("abc", rows, order)


def test_shuffling_the_articles_changes_nothing() -> None:
    rows: list[Row] = [(f"q{n}", n + 1, [("abc"[n % 3], 0.9)], list("bca")) for n in range(12)]
    first, second = score("abc", rows), score("cab", rows)
    assert sorted(first.articles, key=lambda a: a.article_id) == sorted(second.articles, key=lambda a: a.article_id)
    assert first.figures == second.figures


def test_a_query_without_result_counts_as_zero() -> None:
    rows: list[Row] = [(f"q{n}", 1, [("a", 1.0)], ["a"] if n < 2 else []) for n in range(4)]
    (found,) = score("a", rows).articles
    assert found.findability == pytest.approx(0.5)
    assert (found.shown_share, found.top_share, found.demand, found.n_queries) == (0.5, 0.5, 4.0, 4)


def test_count_weighs_a_query() -> None:
    rows: list[Row] = [("q1", 8, [("a", 1.0)], ["a"]), ("q2", 1, [("a", 1.0)], []), ("q3", 1, [("a", 1.0)], [])]
    assert score("a", rows).articles[0].findability == pytest.approx(0.8)


@pytest.mark.parametrize("n", [0, 1, 2])
def test_an_article_below_the_minimum_of_queries_has_no_figure(n: int) -> None:
    found = score("ab", [(f"q{i}", 100, [("a", 1.0)], ["a"]) for i in range(n)]).articles[0]
    assert (found.findability, found.low, found.high, found.shown_share, found.top_share) == (None,) * 5
    assert found.demand == 100 * n


def test_doubtful_queries_alone_give_no_figure() -> None:
    rows: list[Row] = [(f"q{n}", 1, [("a", 0.1)], ["a"]) for n in range(5)]
    assert score("a", rows).articles[0].findability is None


def test_a_long_tail_of_improbable_answers_does_not_drown_the_own_queries() -> None:
    own: list[Row] = [(f"q{n}", 1, [("a", 0.8), ("b", 0.02)], ["a"]) for n in range(5)]
    tail: list[Row] = [(f"t{n}", 1, [("b", 0.8), ("a", 0.02)], ["b"]) for n in range(500)]
    assert score("ab", own + tail).articles[0].findability == pytest.approx(1.0)


def test_finding_either_of_two_duplicates_is_success_for_the_query() -> None:
    rows: list[Row] = [(f"q{n}", 1, [("a", 1.0), ("b", 1.0)], ["b"]) for n in range(4)]
    found = score("ab", rows)
    assert [article.findability for article in found.articles] == [0.0, 1.0]
    assert found.figures["findability"].value == pytest.approx(1.0)


def test_two_rivals_of_which_a_believed_judge_says_one_is_right_count_by_their_chance() -> None:
    rows: list[Row] = [(f"q{n}", 1, [("a", 0.5), ("b", 0.5)], ["a"]) for n in range(4)]
    # a answers with .5 of the .75 in which any does
    assert score("ab", rows, echo=BELIEVED).figures["findability"].value == pytest.approx(0.5 / 0.75)


def test_with_judgments_the_overall_figure_is_the_mean_reciprocal_rank() -> None:
    rows: list[Row] = [
        ("q1", 1, [("a", 1.0)], ["a"]),
        ("q2", 1, [("b", 1.0)], ["a", "b"]),
        ("q3", 1, [("c", 1.0), ("a", 1.0)], ["b", "c", "a"]),
        ("q4", 1, [("c", 1.0)], []),
        ("q5", 1, [], ["a"]),
    ]
    figures = score("abc", rows).figures
    assert figures["findability"].value == pytest.approx((1 + 1 / 2 + 1 / 2 + 0) / 4)
    assert figures["findability"].n == 4
    assert figures["found_share"].value == pytest.approx(3 / 4)
    assert figures["answerable_share"].value == pytest.approx(4 / 5)
    assert figures["missing_share"].value == pytest.approx(1 / 5)


@given(logs())
@settings(max_examples=30, deadline=None)
def test_every_figure_lies_within_its_interval_and_zero_and_one(rows: list[Row]) -> None:
    figures = score("abc", rows).figures
    assert set(figures) == {"findability", "found_share", "answerable_share", "missing_share", "findability_gini"}
    for figure in figures.values():
        if figure.value is not None:
            assert figure.low is not None
            assert figure.high is not None
            assert 0 <= figure.low <= figure.value <= figure.high <= 1


def test_gini_is_zero_when_all_articles_are_found_alike_and_grows_with_inequality() -> None:
    alike: list[Row] = [(f"{a}{n}", 1, [(a, 1.0)], [a]) for a in "ab" for n in range(5)]
    unlike: list[Row] = [(f"{a}{n}", 1, [(a, 1.0)], ["a"]) for a in "ab" for n in range(5)]
    assert score("ab", alike).figures["findability_gini"].value == pytest.approx(0.0)
    assert score("ab", unlike).figures["findability_gini"].value == pytest.approx(0.5)


def test_nobody_found_is_equal_and_no_nan() -> None:
    rows: list[Row] = [(f"{a}{n}", 1, [(a, 1.0)], []) for a in "ab" for n in range(5)]
    figures = score("ab", rows).figures
    assert figures["findability"].value == 0.0
    assert figures["findability_gini"].value == 0.0


@pytest.mark.parametrize("ids", ["", "ab"], ids=["no articles", "no queries"])
def test_nothing_to_judge_has_a_reason(ids: str) -> None:
    figures = score(ids, []).figures
    assert all(figure.value is None and figure.reason for figure in figures.values())
    assert figures["findability"].reason == "too_few_queries"
