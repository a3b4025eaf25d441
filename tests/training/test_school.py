"""Judges that have learned nothing from the sets they are measured on."""

from collections.abc import Sequence

import numpy as np
import pytest

from faqeval.matching.embedders import Embedder, quick_embedder
from faqeval.matching.fitting.cases import Case
from faqeval.matching.fitting.learn import learn
from faqeval.matching.fuse import Fusion
from faqeval.matching.pair_features import QUICK_SIGNALS, SLOW_SIGNALS, features_of
from tests.benchmarks.cases import case
from tests.hashing_embedder import HashingEmbedder
from training import fusion
from training.sites.judges import Kind, School

CASES = [case(name, shift=shift) for shift, name in enumerate(("one", "two", "three", "four"))]
SLOW = HashingEmbedder()


def _school(cases: Sequence[Case] = CASES, slow: Embedder | None = None) -> School:
    return School(cases, lambda _: quick_embedder(), slow)


def _equal(one: Fusion, other: Fusion) -> bool:
    return np.allclose(one.coefficients, other.coefficients, atol=2e-3)


def test_a_school_without_a_slow_model_has_quick_judges_only() -> None:
    judges = _school().judges_without("one")
    assert judges.slow is None
    assert judges.fusion.features == features_of(QUICK_SIGNALS)
    assert judges.fusion.site.slope > 0


def test_with_a_slow_model_there_are_weights_for_both() -> None:
    judges = _school(slow=SLOW).judges_without("one")
    assert judges.slow is not None
    assert judges.slow.embedder is SLOW
    assert judges.slow.fusion.features == features_of((*QUICK_SIGNALS, *SLOW_SIGNALS))
    assert judges.best is judges.slow.fusion


def test_judges_without_a_group_are_those_of_a_school_that_never_had_it() -> None:
    found = _school().judges_without("two").fusion
    never = _school([one for one in CASES if one.group != "two"])
    assert _equal(found, learn(never.lessons("quick")))
    assert not _equal(found, _school().judges_without("one").fusion)


def test_more_groups_can_be_left_out() -> None:
    found = _school().judges_without("two", "four").fusion
    never = _school([one for one in CASES if one.group not in ("two", "four")])
    assert _equal(found, learn(never.lessons("quick")))


def test_the_quick_model_of_the_measured_group_judges_and_each_group_s_own_is_learned_with() -> None:
    asked: list[str] = []
    own = HashingEmbedder()

    def embedder_of(group: str) -> Embedder:
        asked.append(group)
        return own if group == "one" else quick_embedder()

    school = School(CASES, embedder_of)
    assert school.judges_without("one").embedder is own
    assert set(asked) == {"one", "two", "three", "four"}
    assert school.judges_without("two").embedder is quick_embedder()


def test_lessons_and_judges_are_made_once() -> None:
    school = _school()
    assert school.lessons("quick") is school.lessons("quick")
    assert school.judges_without("one", "two").fusion is school.judges_without("two", "one").fusion


@pytest.mark.parametrize("kind", ["quick", "slow"])
def test_what_is_stored_is_read_back_as_it_was_learned(kind: Kind) -> None:
    learned = _school(slow=SLOW).lessons(kind)
    made = learn(learned)
    stored = {**fusion.made_of(learned, "small"), **made.stored()}
    read = Fusion.read(stored)
    assert read.features == made.features
    np.testing.assert_allclose(read.coefficients, made.coefficients, atol=1e-5)
    assert (read.calibration, read.site, read.has_answer) == (made.calibration, made.site, made.has_answer)
    assert stored["sets"] == ["four en", "one en", "three en", "two en"]
    assert stored["n_queries"] == 4 * 4 * 23
