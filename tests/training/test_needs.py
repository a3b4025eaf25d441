"""Needs cut from labelled queries, and what is learned of their answers."""

from dataclasses import replace

import numpy as np
import pytest

from faqeval.matching.embedders import quick_embedder
from faqeval.matching.fitting.cases import Case, LabelledQuery
from tests.benchmarks.cases import case
from training.needs import NeedCase, joined, need_case, train
from training.sites.judges import School

CASES = [case(name, shift=shift) for shift, name in enumerate(("one", "two", "three", "four"))]


def _strange(played: Case) -> Case:
    """Half of the queries in words that no article has, so that some needs stay open."""
    texts = [f"zalko {number} {query.text}" if number % 2 else f"wibbe{number} {sorted(query.article_ids)[0][-3:]}"
             for number, query in enumerate(played.queries) if query.article_ids]  # fmt: skip
    golds = [query.article_ids for query in played.queries if query.article_ids]
    return replace(played, queries=tuple(LabelledQuery(*pair) for pair in zip(texts, golds, strict=True)))


def test_cases_with_the_same_articles_are_joined_and_keep_all_their_queries() -> None:
    first, other = CASES[0], CASES[1]
    again = replace(first, name="one more", queries=first.queries[:4])
    found = joined([first, other, again])
    assert [one.group for one in found] == ["one", "two"]
    assert [len(one.queries) for one in found] == [23 + 4, 23]


@pytest.fixture(scope="module")
def found() -> list[NeedCase]:
    """Cases whose queries leave some needs open."""
    school = School(CASES, lambda _: quick_embedder())
    played = [need_case(_strange(one), school.judges_without(one.group)) for one in CASES]
    return [one for one in played if one is not None]


def test_each_open_need_has_candidates_of_which_at_most_one_is_right(found: list[NeedCase]) -> None:
    assert len(found) >= 2
    for one in found:
        n_needs = int(one.need.max()) + 1
        assert one.features.shape[0] == len(one.right) == len(one.need)
        assert np.isfinite(one.features).all()
        assert sorted(set(one.need.tolist())) == list(range(n_needs))
        assert all(one.right[one.need == number].sum() <= 1 for number in range(n_needs))
    answered = [one.right[one.need == number].any() for one in found for number in range(int(one.need.max()) + 1)]
    assert any(answered)
    assert not all(answered)  # the articles of some are gone


def test_a_case_with_too_few_needs_is_left_out() -> None:
    judges = School(CASES, lambda _: quick_embedder()).judges_without("one")
    assert need_case(replace(CASES[0], queries=CASES[0].queries[:4]), judges) is None


def test_the_right_candidates_are_learned_to_be_the_likelier_ones(found: list[NeedCase]) -> None:
    model = train(found)
    sure = np.concatenate([model.predict_proba(one.features)[:, 1] for one in found])
    right = np.concatenate([one.right for one in found])
    assert ((sure >= 0) & (sure <= 1)).all()
    assert sure[right].mean() > sure[~right].mean()
