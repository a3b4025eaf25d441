"""Searches say what unclear notes are about, and contacts say what words of searches mean."""

from collections.abc import Sequence

import numpy as np
import pandas as pd
import pytest

from faqeval.config import GapSettings
from faqeval.gaps import LogTexts, find_needs
from faqeval.gaps.log_texts import learn_from_contacts
from faqeval.gaps.needs import TextGroup
from faqeval.measures.wilson import wilson

from .contact_scene import query_table
from .scene import Asked, HashedMeaning, article, rankings

N_QUERIES = 4  # rows 0..3; then 3 reasons (rows 4..6) and 3 searched words (rows 7..9)
N_REASONS = 3
ARTICLE, OPEN_WORDS, OPEN_NOTES = TextGroup((0, 4), 0), TextGroup((1, 2, 7), -1), TextGroup((5,), -1)
OTHER_WORDS = TextGroup((3, 8), -1)
GROUPS = [ARTICLE, OPEN_WORDS, OPEN_NOTES, OTHER_WORDS]
CLEAR, NOTE, LOST = 0, 1, 2  # reasons: of the article's group, of the open group of notes, in no group
WORDS, OTHERS, NOWHERE = 3, 4, 5  # searched words: of the open group, of the other one, in no group


SOURCE = np.array(["query"] * N_QUERIES + ["reason"] * N_REASONS + ["search"] * 3, dtype=object)


def pairs_of(*pairs: tuple[int, int, int]) -> pd.DataFrame:
    """Words, reason and customers, by rows of all texts."""
    frame = pd.DataFrame(pairs, columns=["words", "reason", "n_customers"], dtype="int64")
    return frame.assign(words=frame["words"] + N_QUERIES, reason=frame["reason"] + N_QUERIES)


def learned(*pairs: tuple[int, int, int], least: int = 8, groups: Sequence[TextGroup] = GROUPS, **more: object):
    return learn_from_contacts(groups, SOURCE, pairs_of(*pairs), least, **more)  # type: ignore[arg-type]


def rows(groups: Sequence[TextGroup]) -> set[tuple[int, frozenset[int]]]:
    return {(group.article, frozenset(group.rows)) for group in groups}


def test_without_pairs_nothing_is_learned():
    groups, settled = learned()
    assert (rows(groups), settled) == (rows(GROUPS), {})


def test_unclear_notes_join_what_most_of_their_customers_had_searched_for():
    groups, settled = learned((WORDS, NOTE, 12), (OTHERS, NOTE, 1))
    assert rows(groups) == {(0, frozenset({0, 4})), (-1, frozenset({1, 2, 5, 7})), (-1, frozenset({3, 8}))}
    assert settled == {}


def test_unclear_notes_may_join_the_words_that_an_article_answers():
    known = [TextGroup((0, 4, 7), 0), OPEN_NOTES, OTHER_WORDS]
    groups, _ = learned((WORDS, NOTE, 12), groups=known)
    assert (0, frozenset({0, 4, 5, 7})) in rows(groups)


@pytest.mark.parametrize(
    "pairs",
    [[(WORDS, NOTE, 7)], [(WORDS, NOTE, 10), (OTHERS, NOTE, 8)], [(NOWHERE, NOTE, 50)]],
    ids=["too few customers", "no clear majority", "words that are in no need"],
)
def test_notes_stay_alone_where_it_is_not_clear_what_was_searched_for(pairs: list[tuple[int, int, int]]):
    assert rows(learned(*pairs)[0]) == rows(GROUPS)


def test_a_group_that_holds_queries_too_is_named_by_them_and_joins_nothing():
    mixed = [ARTICLE, OPEN_WORDS, TextGroup((5, 3), -1)]
    assert rows(learned((WORDS, NOTE, 20), groups=mixed)[0]) == rows(mixed)


def test_words_that_lead_nowhere_mean_the_article_that_their_customers_made_contact_about():
    groups, settled = learned((WORDS, CLEAR, 12), (WORDS, LOST, 2))
    assert rows(groups) == {(0, frozenset({0, 1, 2, 4, 7})), (-1, frozenset({5})), (-1, frozenset({3, 8}))}
    assert set(settled) == {1, 2, 7}
    assert {one.article for one in settled.values()} == {0}
    assert settled[1].probability == pytest.approx(wilson(12, 12)[0])


def test_an_article_that_no_text_had_belonged_to_gets_a_group_of_its_own():
    groups, _ = learned((WORDS, NOTE, 12), groups=[OPEN_WORDS, TextGroup((5,), 3)])
    assert rows(groups) == {(3, frozenset({1, 2, 5, 7}))}


@pytest.mark.parametrize(
    "pairs",
    [
        [(WORDS, CLEAR, 7)],
        [(WORDS, CLEAR, 10), (WORDS, LOST, 20)],
        [(OTHERS, LOST, 30)],
    ],
    ids=["too few customers", "hardly any is about an article", "none is"],
)
def test_words_stay_open_where_contacts_do_not_say_what_they_mean(pairs: list[tuple[int, int, int]]):
    groups, settled = learned(*pairs)
    assert (rows(groups), settled) == (rows(GROUPS), {})


def test_words_whose_customers_wanted_two_articles_alike_stay_open():
    two = [ARTICLE, OPEN_WORDS, TextGroup((5,), 1)]
    groups, settled = learned((WORDS, CLEAR, 10), (WORDS, NOTE, 8), groups=two)
    assert (rows(groups), settled) == (rows(two), {})


def test_how_many_customers_must_say_it_is_a_setting():
    assert learned((WORDS, CLEAR, 4), least=4)[1]
    assert not learned((WORDS, CLEAR, 4), least=5)[1]


def test_a_query_that_people_judged_to_have_no_answer_stays_open_whatever_contacts_say():
    groups, settled = learned((WORDS, CLEAR, 12), unanswered=frozenset({2}))
    assert (-1, frozenset({2})) in rows(groups)
    assert set(settled) == {1, 7}


def test_every_text_stays_in_exactly_one_group():
    groups, _ = learned((WORDS, CLEAR, 12), (OTHERS, NOTE, 30), (WORDS, NOTE, 1))
    together = [row for group in groups for row in group.rows]
    assert sorted(together) == sorted(row for group in GROUPS for row in group.rows)


FAQ = [article("bill", "Pay your bill", "By card."), article("pin", "Forgot PIN", "See the letter.")]


def found(reason_sure: float, threshold: float = 0.3, settings: GapSettings | None = None):
    """Needs of two queries, a reason and a search, with contacts of 20 customers who searched and made contact."""
    asked = [Asked("gigs left", {"bill": 0.1}), Asked("gigs gone", {"bill": 0.1})]
    texts = [Asked("cust wants pin"), Asked("gigs left now")]
    matches = rankings([dict(one.answers) for one in asked], ["bill", "pin"])
    ranked = rankings([{"pin": reason_sure}, {"bill": 0.1}], ["bill", "pin"])
    pairs = pd.DataFrame({"words": [1], "reason": [0], "n_customers": [20]})
    table = query_table(texts).assign(source=["reason", "search"])
    told = LogTexts(table, ranked, pairs, threshold)
    return find_needs(
        FAQ, query_table(asked), matches, HashedMeaning(), settings or GapSettings(need_distance=1.5),
        answer_threshold=0.5, seed=1, log=told,
    )  # fmt: skip


def test_what_contacts_teach_settles_the_rankings_of_the_queries():
    needs = found(0.4)
    assert needs.answer_of_query == (1, 1)
    assert needs.matches.places[:, 0].tolist() == [1, 1]
    assert needs.matches.scores[0, 0] == pytest.approx(wilson(20, 20)[0], abs=1e-6)
    assert needs.need_of_log_text == (0, 0)


def test_a_reason_counts_for_an_article_from_its_own_threshold_on():
    assert found(0.4, threshold=0.45).answer_of_query == (-1, -1)
    assert found(0.4, threshold=0.35).answer_of_query == (1, 1)


def test_how_many_customers_it_takes_comes_from_the_settings():
    assert found(0.4, settings=GapSettings(need_distance=1.5, min_need_customers=21)).answer_of_query == (-1, -1)


def test_texts_of_the_logs_add_no_demand():
    needs = found(0.4)
    assert sum(need.demand for need in needs.needs) == 2
    assert np.array([row for need in needs.needs for row in need.query_rows]).max() < 2
