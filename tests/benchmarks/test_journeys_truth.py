"""What an evaluation says is held against the planted truth need by need and pair by pair."""

from dataclasses import replace
from typing import Any

import pytest

from benchmarks.journeys.journeys_speed import different, flat
from benchmarks.journeys.journeys_truth import (
    NO_NEED,
    codes_of_needs,
    judge_contacts,
    judge_needs,
    judge_pairs,
    names_of_codes,
    not_resolving,
)
from faqeval.records import Evaluation
from tests.journey_factory import texts, tiny_evaluation_with_contacts

REASONS = {
    "cust asks why her bill went up": "bill-up",
    "bill up again, mail anna@example.com": "bill-up",
    "cust: esim for the watch": "watch",
    "cust cannot start new sim card": "sim",
    "wrong number": "other",
}
CODES = (0, 4, 4, 2, -1)  # the second text about the bill was taken for the watch


@pytest.fixture
def truth() -> dict[str, Any]:
    return {
        "language": "en",
        "reasons": REASONS,
        "causes": {"bill-up": "not_resolving", "watch": "missing", "sim": "not_found"},
        "articles": {"bill-up": ["bill"], "watch": [], "sim": ["sim"]},
        "queries": {"watch": [], "bill-up": [], "sim": []},
        "n_contacts": {"bill-up": 200, "watch": 100, "sim": 40, "other": 60},
        "next_issues": [{"first": "bill-up", "second": "sim"}, {"first": "sim", "second": "watch"}],
    }


@pytest.fixture
def evaluation() -> Evaluation:
    shown = [text.replace("anna@example.com", "[EMAIL]") for text in REASONS]
    written = texts(tuple((text, "en") for text in shown))
    written.table["count"] = [120, 80, 100, 40, 60]
    return replace(tiny_evaluation_with_contacts(), reasons=written, reason_needs=CODES)


def test_a_need_is_known_by_the_code_that_most_of_its_contacts_got(evaluation: Evaluation, truth: dict[str, Any]):
    codes = codes_of_needs(evaluation, truth)
    assert codes["bill-up"] == (0, 0.6)
    assert codes["sim"] == (2, 1.0)


def test_verdicts_are_compared_with_planted_causes(evaluation: Evaluation, truth: dict[str, Any]):
    found = {judged.need: judged for judged in judge_needs(evaluation, truth)}
    assert set(found) == {"bill-up", "watch", "sim"}
    assert found["bill-up"].is_right
    assert found["watch"].is_right
    assert (found["sim"].planted, found["sim"].found, found["sim"].is_right_need) == ("not_found", "", True)
    assert [judged.need for judged in judge_needs(evaluation, truth, least=100)] == ["bill-up", "watch"]


def test_a_need_whose_contacts_got_no_code_has_no_need(evaluation: Evaluation, truth: dict[str, Any]):
    found = judge_needs(replace(evaluation, reason_needs=(-1,) * 5), truth)
    assert {judged.found for judged in found} == {NO_NEED}
    noted = {one.need: one.found for one in judge_needs(replace(evaluation, reason_needs=(-1,) * 5), truth, noted=True)}
    assert noted["bill-up"] == "not_resolving"


def test_contacts_are_counted_as_right_wrong_and_of_no_need(evaluation: Evaluation, truth: dict[str, Any]):
    assert judge_contacts(evaluation, truth) == (260, 80, 0)
    assert judge_contacts(replace(evaluation, reason_needs=(0, -1, 4, 2, -1)), truth) == (260, 0, 80)


def test_pairs_are_right_in_their_order_only(evaluation: Evaluation, truth: dict[str, Any]):
    judged = judge_pairs(evaluation, truth)
    assert judged.right == (("bill-up", "sim"),)
    assert judged.n_right == 1
    assert judged.overlooked == (("sim", "watch"),)
    assert len(judged.false) == 2


def test_an_article_stands_for_the_needs_it_answers(evaluation: Evaluation, truth: dict[str, Any]):
    names = names_of_codes(evaluation, {**truth, "articles": {"bill-up": ["bill"], "late": ["bill"], "watch": []}})
    assert names[0] == ("bill-up", "late")
    assert 3 not in names


def test_flags_are_counted(evaluation: Evaluation):
    assert not_resolving(evaluation) == 1


def test_trees_are_compared_value_by_value():
    one = dict(flat("", {"a": [1.0, 2], "b": {"c": None}}))
    assert one == {"/a/0": 1.0, "/a/1": 2, "/b/c": None}
    assert different(one, {**one, "/a/0": 1.0 + 1e-9}) == []
    assert different(one, {**one, "/a/0": 1.01, "/d": 1}) == ["/a/0", "/d"]
