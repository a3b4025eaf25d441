import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.matching.figures import (
    METRICS,
    Draws,
    ece_by_chance,
    interval,
    mean_of,
    samples,
    weighted_auroc,
    weighted_ece,
)
from benchmarks.matching.outcomes import describe, outcomes
from benchmarks.matching.plays import DEPTH, Matcher
from benchmarks.matching.ranked import from_lists
from faqeval.matching.fitting.cases import Case
from faqeval.measures.auroc import auroc
from faqeval.measures.calibration import expected_calibration_error
from faqeval.records import Article, Rankings

from .cases import case


def knowing(played: Case) -> Matcher:
    """A matcher that knows all answers, and is sure of them."""
    gold = {query.text: query.article_ids for query in played.queries}

    def match(articles: tuple[Article, ...], queries: pd.DataFrame) -> Rankings:
        names = [article.article_id for article in articles]
        found = [[(names.index(name), 1.0) for name in gold[text] if name in names] for text in queries["text"]]
        return from_lists(articles, queries, found)

    return match


def ignorant(articles: tuple[Article, ...], queries: pd.DataFrame) -> Rankings:
    return from_lists(articles, queries, [[] for _ in range(len(queries))])


def measured(played: Case, matcher: Matcher) -> dict[str, np.ndarray]:
    return samples(outcomes(played, matcher), Draws.of(describe([played]), rounds=50), probabilities=True)


def test_a_perfect_matcher_gets_full_marks_and_is_perfectly_calibrated() -> None:
    played = case("shop")
    found = measured(played, knowing(played))
    assert {name: found[name][0] for name in METRICS} == pytest.approx(
        {"MRR": 1, "hit@1": 1, "hit@3": 1, "nDCG@10": 1, "AUROC": 1, "ECE": 0, "ECE any": 0, "Brier": 0}
    )


def test_a_matcher_that_returns_nothing_gets_no_marks_and_cannot_tell() -> None:
    found = measured(case("shop"), ignorant)
    assert [found[name][0] for name in ("MRR", "hit@1", "hit@3", "nDCG@10")] == [0, 0, 0, 0]
    assert found["AUROC"][0] == pytest.approx(0.5)


def test_first_places_are_judged_with_all_articles_and_answerability_with_a_third_missing() -> None:
    played = case("shop", n_unanswerable=0)
    rows = outcomes(played, knowing(played))
    whole = rows[rows["third"] == -1]
    assert whole["answerable"].all()
    assert (rows["third"] != -1).sum() == 3 * len(played.queries)
    assert (~rows["answerable"]).sum() == len(played.queries)  # each query loses its only article once


def test_right_articles_beyond_the_first_ten_places_count_nothing() -> None:
    played = case("shop")

    def last(articles: tuple[Article, ...], queries: pd.DataFrame) -> Rankings:
        return from_lists(articles, queries, [[(0, 1.0)] * DEPTH + [(1, 0.5)]] * len(queries))

    assert set(outcomes(played, last)["MRR"]) <= {0.0, 1.0}


def test_sets_weigh_the_same_whatever_their_size() -> None:
    sizes = [{name: np.full(3, value) for name in METRICS} for value in (0.0, 1.0)]
    assert mean_of(sizes)["MRR"].tolist() == [0.5, 0.5, 0.5]
    small, large = case("small", n_unanswerable=0), case("large", n_unanswerable=20)
    weights = Draws.of(describe([small, large]), rounds=10).counts
    n_small = len(small.queries)
    assert weights[:, :n_small].sum(axis=1) == pytest.approx(np.ones(11))
    assert weights[:, n_small:].sum(axis=1) == pytest.approx(np.ones(11))


def test_a_set_without_a_figure_is_left_out_of_that_figures_mean() -> None:
    parts = [{name: np.full(3, value) for name in METRICS} for value in (0.25, 0.75)]
    parts[1]["AUROC"] = np.full(3, np.nan)
    assert mean_of(parts)["AUROC"][0] == 0.25
    assert mean_of(parts)["MRR"][0] == 0.5


@given(st.lists(st.floats(0, 1), min_size=3, max_size=40), st.floats(0, 1))
def test_an_interval_holds_its_value(drawn: list[float], value: float) -> None:
    found, low, high = interval(np.array([value, *drawn]))
    assert low <= found <= high


rows = st.lists(
    st.tuples(st.sampled_from([0.0, 0.1, 0.35, 0.5, 0.99, 1.0]), st.booleans(), st.integers(0, 3)),
    min_size=1,
    max_size=30,
)


@given(rows)
def test_weighted_measures_are_the_plain_ones_on_repeated_rows(given_rows: list[tuple[float, bool, int]]) -> None:
    scores, labels, counts = (np.array(column) for column in zip(*given_rows, strict=True))
    repeated = np.repeat(np.arange(len(scores)), counts)
    weights = counts[None, :].astype(float)
    plain = auroc(scores[repeated], labels[repeated])
    assert weighted_auroc(scores, labels.astype(bool), weights)[0] == pytest.approx(plain, nan_ok=True)
    plain = expected_calibration_error(scores[repeated], labels[repeated])
    assert weighted_ece(scores, labels.astype(float), weights)[0] == pytest.approx(plain, nan_ok=True, abs=1e-12)


def test_chance_alone_gives_a_calibration_error_that_falls_with_the_number_of_queries() -> None:
    def floor(n: int) -> float:
        sure = np.random.default_rng(1).random(n)
        table = pd.DataFrame({"query": [f"q{i}" for i in range(n)], "third": 0, "top": sure})
        return ece_by_chance(table, Draws.of(table.assign(set="s"), rounds=1))

    assert floor(50) > 2 * floor(2_000) > 0


def test_the_same_queries_are_drawn_again_whatever_other_sets_there_are() -> None:
    one, two = describe([case("one")]), describe([case("two"), case("one")])
    assert (Draws.of(one, rounds=5).counts == Draws.of(two, rounds=5).counts[:, -len(one) :]).all()
