"""What the transformer reads: the least sure queries that the budget holds, and nobody else changes."""

import sys
from types import SimpleNamespace

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from faqeval.config import MatchSettings
from faqeval.matching.cascade import Budget, rows_to_ask, unsure_rows
from faqeval.matching.log_odds import log_odds_of
from faqeval.matching.rank import Matched, match_in_full
from tests.hashing_embedder import RememberingEmbedder

from .faq import query_table, small_faq
from .slow_judge import judges_with

TEXTS = (
    "betala räkning", "ångra köp", "var är mitt paket", "glömt lösenord", "betala med kort", "flytta", "hur gör jag",
    "välj fakturor", "länk", "", "zxqv", "skicka tillbaka varan", "kort eller bankgiro",
)  # fmt: skip
QUERIES = query_table(*((text, "sv") for text in TEXTS))


def _match(budget: int | None, queries: pd.DataFrame = QUERIES, slow: RememberingEmbedder | None = None) -> Matched:
    judges = judges_with(slow or RememberingEmbedder())
    return match_in_full(small_faq("sv"), queries, MatchSettings(depth=4, slow_budget=budget), judges=judges)


def _quick(queries: pd.DataFrame = QUERIES) -> Matched:
    return match_in_full(small_faq("sv"), queries, MatchSettings(depth=4), judges=judges_with(None))


def _asked(matched: Matched) -> list[int]:
    return [int(rows[row]) for rows, own in matched.parts for row in own.asked]


# Of a table of probabilities


def _table(*rows: tuple[float, float]) -> np.ndarray:
    return np.array(rows, dtype=np.float32)


def test_the_first_article_that_stands_least_above_the_second_is_least_sure() -> None:
    found = _table((0.9, 0.1), (0.3, 0.29), (0.9, 0.85), (0.02, 0.01))
    assert [unsure_rows(found, n).tolist() for n in (1, 2, 3)] == [[1], [1, 2], [1, 2, 3]]


def test_equally_unsure_ones_are_taken_by_row() -> None:
    assert unsure_rows(_table(*[(0.5, 0.2)] * 6), 3).tolist() == [0, 1, 2]


def test_queries_without_an_article_are_neither_asked_about_nor_counted() -> None:
    found = _table((0.0, 0.0), (0.9, 0.1), (0.0, 0.0), (0.6, 0.5), (0.0, 0.0))
    assert unsure_rows(found, 9).tolist() == [1, 3]
    assert unsure_rows(found, 1).tolist() == [3]
    assert unsure_rows(found[[0, 2]], 9).tolist() == []
    assert unsure_rows(found[:0], 9).tolist() == []


@given(st.lists(st.tuples(st.floats(0, 1), st.floats(0, 1)), max_size=30), st.integers(0, 40))
def test_nobody_who_is_left_out_is_less_sure_than_one_who_is_asked_about(pairs, n: int) -> None:
    found = -np.sort(-np.array(pairs, dtype=np.float32).reshape(-1, 2), axis=1)
    asked = unsure_rows(found, n)
    log_odds = log_odds_of(found)
    margin = log_odds[:, 0] - log_odds[:, 1]
    left = np.setdiff1d(np.flatnonzero(found[:, 0] > 0), asked)
    assert asked.tolist() == sorted(set(asked.tolist()))
    if len(asked) and len(left):
        assert margin[asked].max() <= margin[left].min() + 1e-6


def test_equal_texts_are_asked_about_together_and_count_once() -> None:
    found = _table((0.5, 0.4), (0.9, 0.1), (0.5, 0.4), (0.8, 0.1), (0.5, 0.4))
    assert rows_to_ask(["pay", "a", "pay", "b", "pay"], found, 1).tolist() == [0, 2, 4]
    assert rows_to_ask(["pay", "a", "pay", "b", "pay"], found, 2).tolist() == [0, 2, 3, 4]
    assert rows_to_ask([], found[:0], 9).tolist() == []


@given(st.permutations(range(8)))
def test_equally_unsure_texts_are_chosen_by_the_text_whatever_their_order(order: list[int]) -> None:
    texts = [f"text {row}" for row in order]
    asked = rows_to_ask(texts, np.full((8, 2), 0.5, dtype=np.float32), 4)
    assert sorted(texts[row] for row in asked) == [f"text {row}" for row in range(4)]


# Of queries


def test_with_a_budget_of_nothing_everything_is_as_without_a_transformer_which_reads_no_query() -> None:
    slow = RememberingEmbedder()
    found, quick = _match(0, slow=slow).rankings, _quick().rankings
    assert np.array_equal(found.scores, quick.scores)
    assert np.array_equal(found.places, quick.places)
    assert not set(TEXTS) & set(slow.queries)


@pytest.mark.parametrize("budget", [None, 10_000])
def test_where_the_budget_holds_them_all_every_query_with_a_word_is_read(budget: int | None) -> None:
    matched = _match(budget)
    assert _asked(matched) == list(range(len(TEXTS)))
    assert matched.n_read == matched.n_different == len(TEXTS)
    changed = (matched.rankings.scores != _quick().rankings.scores).any(axis=1)
    assert changed.tolist() == [bool(text) for text in TEXTS]
    assert matched.rankings.places[TEXTS.index("")].tolist() == [-1] * 4


@pytest.mark.parametrize("budget", [1, 4, 7])
def test_rows_that_are_read_change_and_all_others_keep_the_quick_answer(budget: int) -> None:
    matched, quick = _match(budget), _quick().rankings
    asked = _asked(matched)
    assert len(asked) == matched.n_read == budget
    others = [row for row in range(len(TEXTS)) if row not in asked]
    assert np.array_equal(matched.rankings.scores[others], quick.scores[others])
    assert np.array_equal(matched.rankings.places[others], quick.places[others])
    assert (matched.rankings.scores[asked] != quick.scores[asked]).any(axis=1).all()


def test_the_transformer_reads_each_article_once_and_only_the_queries_asked_about() -> None:
    slow = RememberingEmbedder()
    asked = {TEXTS[row] for row in _asked(_match(4, slow=slow))}
    assert [text for text in slow.queries if text in TEXTS] == sorted(asked)
    for article in small_faq("sv"):
        assert slow.passages.count(article.title) == slow.passages.count(article.body) == 1


def test_a_budget_by_time_is_what_the_pace_allows(monkeypatch: pytest.MonkeyPatch) -> None:
    clock = iter(range(1_000))
    ticking = SimpleNamespace(monotonic=lambda: float(next(clock)))
    monkeypatch.setattr(sys.modules["faqeval.matching.cascade"], "time", ticking)
    texts = [f"text {number}" for number in range(50_000)]
    slow = RememberingEmbedder()
    budget = Budget(None, 2 * len(texts), _started=0.0)
    first = budget.take(texts, slow.embed_queries)  # the clock ticks once a look: 128 texts in 1 s, half of 60 s
    assert first == 128 * 60 // 2
    assert len(slow.queries) == 128
    assert 128 * 15 <= budget.take(texts, slow.embed_queries) <= 128 * 60


def test_few_queries_are_read_whatever_the_time() -> None:
    assert (
        Budget(None, 100).take([f"text {number}" for number in range(100)], RememberingEmbedder().embed_queries) == 100
    )


def test_pools_share_a_budget_and_leave_what_they_do_not_need() -> None:
    budget = Budget(10, 40)
    assert budget.take(["a"] * 20, RememberingEmbedder().embed_queries) == 5
    assert budget.take(["a"] * 20, RememberingEmbedder().embed_queries) == 5
    assert Budget(100, 40).take(["a"] * 20, RememberingEmbedder().embed_queries) == 20


@pytest.mark.parametrize("budget", [4, 7, None])
@pytest.mark.parametrize("seed", range(3))
def test_the_order_of_the_queries_changes_nothing(budget: int | None, seed: int) -> None:
    shuffled = QUERIES.sample(frac=1, random_state=seed)
    whole, other = _match(budget).rankings, _match(budget, shuffled).rankings
    back = [other.query_ids.index(name) for name in whole.query_ids]
    assert np.array_equal(other.places[back], whole.places)
    np.testing.assert_allclose(other.scores[back], whole.scores, atol=2e-6)


def test_the_order_of_the_articles_changes_nothing() -> None:
    articles, settings = small_faq("sv"), MatchSettings(depth=4, slow_budget=6)
    found = [
        match_in_full(own, QUERIES, settings, judges=judges_with(RememberingEmbedder())).rankings
        for own in (articles, articles[::-1])
    ]
    ids = [np.array([*one.article_ids, ""])[one.places].tolist() for one in found]
    assert ids[0] == ids[1]
    assert np.array_equal(found[0].scores, found[1].scores)


def test_copies_of_a_query_have_one_answer_and_change_no_other() -> None:
    copies = query_table(*((text, "sv") for text in [*TEXTS, *[TEXTS[0]] * 40, *[TEXTS[5]] * 7]))
    whole, many = _match(5).rankings, _match(5, copies).rankings
    np.testing.assert_allclose(many.scores[: len(TEXTS)], whole.scores, atol=2e-6)
    assert np.array_equal(many.places[: len(TEXTS)], whole.places)
    for row, text in enumerate(copies["text"]):
        np.testing.assert_allclose(many.scores[row], many.scores[TEXTS.index(text)], atol=2e-6)
    assert len(set(many.scores[len(TEXTS) : len(TEXTS) + 40, 0].round(5).tolist())) == 1


def test_each_language_has_its_share_of_the_budget() -> None:
    table = query_table(*((text, "sv") for text in TEXTS[:4]), ("pay invoice", "en"), ("parcel", "en"))
    matched = match_in_full(
        small_faq("sv", "en"), table, MatchSettings(slow_budget=3), judges=judges_with(RememberingEmbedder())
    )
    assert sum(row < 4 for row in _asked(matched)) == 2
    assert sum(row >= 4 for row in _asked(matched)) == 1


def test_depth_does_not_change_who_is_asked_about() -> None:
    judges, articles = judges_with(RememberingEmbedder()), small_faq("sv")
    shallow, deep = (
        match_in_full(articles, QUERIES, MatchSettings(depth=depth, slow_budget=5), judges=judges) for depth in (1, 20)
    )
    assert _asked(shallow) == _asked(deep)
    assert np.array_equal(shallow.rankings.scores, deep.rankings.scores[:, :1])


@pytest.mark.parametrize("budget", [6, None])
def test_progress_names_the_transformer_and_ends_with_the_rows_asked_about(budget: int | None) -> None:
    calls: list[tuple[str, int, int]] = []
    match_in_full(
        small_faq("sv"), QUERIES, MatchSettings(slow_budget=budget), lambda *call: calls.append(call),
        judges=judges_with(RememberingEmbedder()),
    )  # fmt: skip
    last = {stage: done for stage, done, _ in calls}
    whole = {"match": len(TEXTS), "reading with the model": len(TEXTS)}
    assert last == (whole if budget is None else {"match": len(TEXTS), "reading with the model": 6, "match again": 6})
