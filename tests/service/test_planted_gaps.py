"""The evaluation finds what was planted, measured on a corpus that no threshold was looked at on."""

import pytest

from benchmarks.planted import judge, read_truth
from faqeval.service import demo
from tests.corpora.test_truth import ROOT


@pytest.fixture(scope="module")
def verdicts() -> dict:
    return {verdict.kind: verdict for verdict in judge(demo("da").evaluation, read_truth(ROOT / "da"))}


@pytest.mark.parametrize("kind", ["missing", "not_understood", "sends_to_contact", "duplicate", "unneeded"])
def test_at_least_half_of_what_was_planted_is_found(verdicts: dict, kind: str):
    right, planted = verdicts[kind].recall
    assert 2 * right >= planted, verdicts[kind]


@pytest.mark.parametrize("kind", ["not_understood", "sends_to_contact", "duplicate"])
def test_at_least_half_of_what_is_reported_was_planted(verdicts: dict, kind: str):
    right, reported = verdicts[kind].precision
    assert 2 * right >= reported, verdicts[kind]
