"""The judge is not simply believed where it only says what the search says."""

import json
from importlib.resources import files

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from faqeval.config import ScoreSettings
from faqeval.records import Article, Findability, Rankings
from faqeval.score import score_findability
from faqeval.score.echo import Echo, load_echo, widened

SETTINGS = ScoreSettings(bootstrap_rounds=100)
shares = st.floats(0, 1, allow_nan=False)
queries = st.lists(st.tuples(shares, shares, st.integers(1, 9)), min_size=1, max_size=12)


def columns(rows: list[tuple[float, float, int]]) -> tuple[np.ndarray, ...]:
    best, value, count = (np.array(column, dtype=np.float64) for column in zip(*rows, strict=True))
    return best, value, count * load_echo().weights(best)


def score(probabilities: list[float], shown: list[bool], echo: Echo | None = None) -> Findability:
    """One article, one query per probability; where shown, the article stands first."""
    ids = tuple(f"q{number:03d}" for number in range(len(shown)))
    table = pd.DataFrame({"query_id": ids, "count": 1})
    matches = Rankings(ids, ("a",), np.zeros((len(ids), 1), np.int32), np.array(probabilities, np.float32)[:, None])
    places = np.where(np.array(shown), 0, -1).astype(np.int32)[:, None]
    search = Rankings(ids, ("a",), places, (places + 1).astype(np.float32))
    return score_findability([Article.plain("a", "", "", "en")], table, matches, search, SETTINGS, 1, echo=echo)


@given(queries)
def test_corrected_values_stay_within_zero_and_one(rows: list[tuple[float, float, int]]) -> None:
    found = load_echo().values(*columns(rows))
    assert ((found >= 0) & (found <= 1)).all()


@given(queries, st.data())
def test_more_shown_is_never_lower(rows: list[tuple[float, float, int]], data: st.DataObject) -> None:
    best, value, weight = columns(rows)
    more = np.maximum(value, data.draw(st.lists(shares, min_size=len(rows), max_size=len(rows))))
    echo = load_echo()
    assert (echo.values(best, more, weight) >= echo.values(best, value, weight) - 1e-12).all()


@given(st.lists(st.tuples(shares, shares, st.integers(1, 9)), min_size=2, max_size=12), st.randoms())
def test_order_of_queries_changes_nothing(rows: list[tuple[float, float, int]], random: object) -> None:
    order = list(range(len(rows)))
    random.shuffle(order)  # type: ignore[attr-defined]
    found = load_echo().values(*columns(rows))
    assert load_echo().values(*columns([rows[place] for place in order])) == pytest.approx(found[order])


@given(queries)
def test_what_people_judged_stays_untouched(rows: list[tuple[float, float, int]]) -> None:
    best, value, weight = columns([(1.0, 0.25, 3), *rows])
    assert load_echo().values(best, value, weight)[0] == 0.25
    assert load_echo().weights(best)[0] == 1.0


def test_a_faq_that_people_judged_is_neither_corrected_nor_widened() -> None:
    shown = [True] * 12 + [False] * 8
    believed = score([1.0] * 20, shown, Echo(1.0, 1e12, 0.0, 0.0, 0.0))
    judged = score([1.0] * 20, shown)
    assert judged == believed
    assert judged.widened_by == 0


def test_a_sure_judge_that_does_not_follow_the_search_is_left_nearly_alone() -> None:
    random = np.random.default_rng(5)
    shown, right = random.random(400) < 0.6, random.random(400) < 0.98
    found = score([0.98] * 400, shown.tolist()).figures["findability"]
    assert found.value == pytest.approx(shown[right].mean(), abs=0.02)


def test_a_judge_that_is_sure_only_of_what_the_search_shows_is_corrected_downwards_and_its_interval_widened() -> None:
    probabilities, shown = [0.9] * 30 + [0.2] * 30, [True] * 30 + [False] * 30
    found = score(probabilities, shown)
    alone = score(probabilities, shown, Echo(1.0, 1e12, 0.0, 0.0, 0.0))
    assert found.believed == pytest.approx(27 / 33)
    assert alone.figures["findability"].value == pytest.approx(27 / 33)
    assert found.figures["findability"].value < 27 / 33 - 0.05
    assert found.widened_by > 0
    one, other = found.articles[0], alone.articles[0]
    assert one.findability == other.findability
    assert one.high - one.low > other.high - other.low


def test_the_answerable_share_is_no_echo_of_the_search_and_stays() -> None:
    probabilities, shown = [0.9] * 30 + [0.2] * 30, [True] * 30 + [False] * 30
    alone = score(probabilities, shown, Echo(1.0, 1e12, 0.0, 0.0, 0.0))
    assert score(probabilities, shown).figures["answerable_share"] == alone.figures["answerable_share"]


def test_where_the_search_shows_nothing_nothing_is_found() -> None:
    found = score([0.5] * 10, [False] * 10)
    assert found.figures["findability"].value == 0
    assert found.articles[0].findability == 0


@given(shares, shares, shares, st.floats(0, 2))
def test_a_widened_interval_holds_the_old_one_and_stays_within_zero_and_one(
    first: float, second: float, third: float, width: float
) -> None:
    low, value, high = sorted((first, second, third))
    lower, higher = widened(value, low, high, width)
    assert 0 <= lower <= low <= high <= higher <= 1


def test_weights_that_come_with_the_package_are_of_the_kind_that_the_laws_need() -> None:
    echo = load_echo()
    assert 0 < echo.weight_power <= 1
    assert echo.believed_odds >= 1
    assert 0 <= echo.missed_share <= 1
    assert echo.overall_width > 0
    assert echo.article_width > 0
    stored = json.loads((files("faqeval.score") / "echo.json").read_text(encoding="utf-8"))
    assert {"made_by", "made_on", "sets", "n_sites"} <= set(stored)
