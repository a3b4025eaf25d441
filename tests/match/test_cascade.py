"""Who is asked about what: the least sure share, and nobody else changes."""

import math

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from faqeval.config import MatchSettings
from faqeval.match.cascade import rows_to_ask, unsure_rows
from faqeval.match.log_odds import log_odds_of
from faqeval.match.rank import Matched, match_in_full
from tests.hashing_embedder import RememberingEmbedder

from .faq import query_table, small_faq
from .slow_judge import judges_with

TEXTS = (
    "betala räkning", "ångra köp", "var är mitt paket", "glömt lösenord", "betala med kort", "flytta", "hur gör jag",
    "välj fakturor", "länk", "", "zxqv", "skicka tillbaka varan", "kort eller bankgiro",
)  # fmt: skip
QUERIES = query_table(*((text, "sv") for text in TEXTS))
WITH_A_WORD = len(TEXTS) - 1


def _match(share: float, queries: pd.DataFrame = QUERIES, slow: RememberingEmbedder | None = None) -> Matched:
    judges = judges_with(slow or RememberingEmbedder())
    return match_in_full(small_faq("sv"), queries, MatchSettings(depth=4, slow_share=share), judges=judges)


def _quick(queries: pd.DataFrame = QUERIES) -> Matched:
    return match_in_full(small_faq("sv"), queries, MatchSettings(depth=4), judges=judges_with(None))


def _asked(matched: Matched) -> list[int]:
    return [int(rows[row]) for rows, own in matched.parts for row in own.asked]


# Of a table of probabilities


def _table(*rows: tuple[float, float]) -> np.ndarray:
    return np.array(rows, dtype=np.float32)


def test_the_first_article_that_stands_least_above_the_second_is_least_sure() -> None:
    found = _table((0.9, 0.1), (0.3, 0.29), (0.9, 0.85), (0.02, 0.01))
    assert [unsure_rows(found, share).tolist() for share in (0.25, 0.5, 0.75)] == [[1], [1, 2], [1, 2, 3]]


@pytest.mark.parametrize(
    ("share", "n_asked"), [(0, 0), (0.001, 1), (0.1, 1), (0.25, 3), (0.3, 3), (0.31, 4), (0.7, 7), (1, 10)]
)
def test_the_share_is_rounded_up(share: float, n_asked: int) -> None:
    found = _table(*((0.5 + 0.01 * row, 0.4) for row in range(10)))
    assert unsure_rows(found, share).tolist() == list(range(n_asked))


def test_a_share_that_comes_out_even_is_not_rounded_up_by_the_last_bit_of_a_product() -> None:
    assert math.ceil(0.07 * 100) == 8
    assert len(unsure_rows(np.full((100, 2), 0.5, dtype=np.float32), 0.07)) == 7


def test_equally_unsure_ones_are_taken_by_row() -> None:
    assert unsure_rows(_table(*[(0.5, 0.2)] * 6), 0.5).tolist() == [0, 1, 2]


def test_queries_without_an_article_are_neither_asked_about_nor_counted() -> None:
    found = _table((0.0, 0.0), (0.9, 0.1), (0.0, 0.0), (0.6, 0.5), (0.0, 0.0))
    assert unsure_rows(found, 1.0).tolist() == [1, 3]
    assert unsure_rows(found, 0.5).tolist() == [3]
    assert unsure_rows(found[[0, 2]], 1.0).tolist() == []
    assert unsure_rows(found[:0], 1.0).tolist() == []


@given(st.lists(st.tuples(st.floats(0, 1), st.floats(0, 1)), max_size=30), st.floats(0, 1))
def test_nobody_who_is_left_out_is_less_sure_than_one_who_is_asked_about(pairs, share: float) -> None:
    found = -np.sort(-np.array(pairs, dtype=np.float32).reshape(-1, 2), axis=1)
    asked = unsure_rows(found, share)
    log_odds = log_odds_of(found)
    margin = log_odds[:, 0] - log_odds[:, 1]
    left = np.setdiff1d(np.flatnonzero(found[:, 0] > 0), asked)
    assert asked.tolist() == sorted(set(asked.tolist()))
    if len(asked) and len(left):
        assert margin[asked].max() <= margin[left].min() + 1e-6


def test_equal_texts_are_asked_about_together_and_count_once() -> None:
    found = _table((0.5, 0.4), (0.9, 0.1), (0.5, 0.4), (0.8, 0.1), (0.5, 0.4))
    assert rows_to_ask(["pay", "a", "pay", "b", "pay"], found, 1 / 3).tolist() == [0, 2, 4]
    assert rows_to_ask(["pay", "a", "pay", "b", "pay"], found, 2 / 3).tolist() == [0, 2, 3, 4]
    assert rows_to_ask([], found[:0], 1.0).tolist() == []


@given(st.permutations(range(8)))
def test_equally_unsure_texts_are_chosen_by_the_text_whatever_their_order(order: list[int]) -> None:
    texts = [f"text {row}" for row in order]
    asked = rows_to_ask(texts, np.full((8, 2), 0.5, dtype=np.float32), 0.5)
    assert sorted(texts[row] for row in asked) == [f"text {row}" for row in range(4)]


# Of queries


def test_without_a_share_everything_is_as_without_a_slow_model_which_reads_nothing() -> None:
    slow = RememberingEmbedder()
    found, quick = _match(0, slow=slow).rankings, _quick().rankings
    assert np.array_equal(found.scores, quick.scores)
    assert np.array_equal(found.places, quick.places)
    assert slow.queries == slow.passages == []


def test_with_the_whole_share_every_query_with_a_word_is_asked_about() -> None:
    matched = _match(1)
    assert _asked(matched) == [row for row, text in enumerate(TEXTS) if text]
    changed = (matched.rankings.scores != _quick().rankings.scores).any(axis=1)
    assert changed.tolist() == [bool(text) for text in TEXTS]
    assert matched.rankings.places[TEXTS.index("")].tolist() == [-1] * 4


@pytest.mark.parametrize("share", [0.01, 0.3, 0.5])
def test_rows_that_are_asked_about_change_and_all_others_keep_the_quick_answer(share: float) -> None:
    matched, quick = _match(share), _quick().rankings
    asked = _asked(matched)
    assert len(asked) == math.ceil(share * WITH_A_WORD)
    others = [row for row in range(len(TEXTS)) if row not in asked]
    assert np.array_equal(matched.rankings.scores[others], quick.scores[others])
    assert np.array_equal(matched.rankings.places[others], quick.places[others])
    assert (matched.rankings.scores[asked] != quick.scores[asked]).any(axis=1).all()


def test_the_slow_model_reads_each_article_once_and_only_the_queries_asked_about() -> None:
    slow = RememberingEmbedder()
    asked = {TEXTS[row] for row in _asked(_match(0.3, slow=slow))}
    assert [text for text in slow.queries if text in TEXTS] == [text for text in TEXTS if text in asked]
    for article in small_faq("sv"):
        assert slow.passages.count(article.title) == slow.passages.count(article.body) == 1


@pytest.mark.parametrize("share", [0.3, 0.5, 1.0])
@pytest.mark.parametrize("seed", range(3))
def test_the_order_of_the_queries_changes_nothing(share: float, seed: int) -> None:
    shuffled = QUERIES.sample(frac=1, random_state=seed)
    whole, other = _match(share).rankings, _match(share, shuffled).rankings
    back = [other.query_ids.index(name) for name in whole.query_ids]
    assert np.array_equal(other.places[back], whole.places)
    np.testing.assert_allclose(other.scores[back], whole.scores, atol=2e-6)


def test_the_order_of_the_articles_changes_nothing() -> None:
    articles, settings = small_faq("sv"), MatchSettings(depth=4, slow_share=0.5)
    found = [
        match_in_full(own, QUERIES, settings, judges=judges_with(RememberingEmbedder())).rankings
        for own in (articles, articles[::-1])
    ]
    ids = [np.array([*one.article_ids, ""])[one.places].tolist() for one in found]
    assert ids[0] == ids[1]
    assert np.array_equal(found[0].scores, found[1].scores)


def test_copies_of_a_query_have_one_answer_and_change_no_other() -> None:
    copies = query_table(*((text, "sv") for text in [*TEXTS, *[TEXTS[0]] * 40, *[TEXTS[5]] * 7]))
    whole, many = _match(0.4).rankings, _match(0.4, copies).rankings
    np.testing.assert_allclose(many.scores[: len(TEXTS)], whole.scores, atol=2e-6)
    assert np.array_equal(many.places[: len(TEXTS)], whole.places)
    for row, text in enumerate(copies["text"]):
        np.testing.assert_allclose(many.scores[row], many.scores[TEXTS.index(text)], atol=2e-6)
    assert len(set(many.scores[len(TEXTS) : len(TEXTS) + 40, 0].round(5).tolist())) == 1


def test_each_language_has_its_own_share() -> None:
    table = query_table(*((text, "sv") for text in TEXTS[:4]), ("pay invoice", "en"), ("parcel", "en"))
    matched = match_in_full(
        small_faq("sv", "en"), table, MatchSettings(slow_share=0.5), judges=judges_with(RememberingEmbedder())
    )
    assert sum(row < 4 for row in _asked(matched)) == 2
    assert sum(row >= 4 for row in _asked(matched)) == 1


def test_depth_does_not_change_who_is_asked_about() -> None:
    judges, articles = judges_with(RememberingEmbedder()), small_faq("sv")
    shallow, deep = (
        match_in_full(articles, QUERIES, MatchSettings(depth=depth, slow_share=0.4), judges=judges) for depth in (1, 20)
    )
    assert _asked(shallow) == _asked(deep)
    assert np.array_equal(shallow.rankings.scores, deep.rankings.scores[:, :1])


def test_progress_names_the_slow_model_and_ends_with_the_rows_asked_about() -> None:
    calls: list[tuple[str, int, int]] = []
    match_in_full(
        small_faq("sv"), QUERIES, MatchSettings(slow_share=0.5), lambda *call: calls.append(call),
        judges=judges_with(RememberingEmbedder()),
    )  # fmt: skip
    last = {stage: done for stage, done, _ in calls}
    n_asked = math.ceil(0.5 * WITH_A_WORD)
    assert last == {"match": len(TEXTS), "slow model": n_asked, "match again": n_asked}
