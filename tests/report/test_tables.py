"""The tables have the columns of the contract and the numbers of the evaluation."""

import pandas as pd
import pytest

from faqeval.report import article_table, gap_table, query_table, summary
from tests.factories import tiny_evaluation

COLUMNS = {
    article_table: "article_id, language, title, demand, findability, findability_low, findability_high, "
    "understandability, n_queries, views, contacts_after_view, gap_kinds",
    query_table: "query_id, text, language, count, article_id, answer_probability, customer_search_rank, need_id, "
    "missing_words, has_answer_probability",
    gap_table: "gap_id, kind, cause, article_id, need, language, demand, demand_share, contacts, "
    "avoidable_contacts_per_month, avoidable_low, avoidable_high, priority, customer_words, article_words, advice, "
    "examples, saved_per_month, saved_low, saved_high, currency",
}


@pytest.mark.parametrize("table", COLUMNS, ids=lambda table: table.__name__)
def test_columns_are_those_of_the_contract(table: object) -> None:
    assert list(table(tiny_evaluation()).columns) == COLUMNS[table].split(", ")  # type: ignore[index,operator]


def test_place_of_the_answer_is_where_the_search_shows_it() -> None:
    table = query_table(tiny_evaluation())
    assert table["customer_search_rank"].tolist() == [4, 1, 0, 0, 1, 0, 0, 0]


def test_unanswered_query_has_no_article_and_the_best_probability() -> None:
    row = query_table(tiny_evaluation()).iloc[5]
    assert (row["article_id"], row["answer_probability"]) == ("", pytest.approx(0.3))


def test_unknown_contacts_are_missing_and_not_zero() -> None:
    assert gap_table(tiny_evaluation())["contacts"].isna().all()
    assert article_table(tiny_evaluation())["views"].isna().all()


def test_both_articles_of_a_pair_carry_the_duplicate() -> None:
    kinds = article_table(tiny_evaluation()).set_index("article_id")["gap_kinds"]
    assert kinds["evil"] == "sends_to_contact|duplicate"
    assert kinds["spare"] == "duplicate|unneeded"


def test_every_query_is_in_the_table() -> None:
    evaluation = tiny_evaluation()
    pd.testing.assert_series_equal(
        query_table(evaluation)["count"], evaluation.queries.table["count"], check_names=False
    )


def test_summary_names_the_reason_only_where_there_is_no_value() -> None:
    figures = summary(tiny_evaluation())["figures"]
    assert isinstance(figures, dict)
    assert figures["findability"] == {"value": 0.5512, "low": 0.4, "high": 0.70001, "n": 8}
    assert figures["ces"]["value"] is None
    assert figures["ces"]["reason"]
    assert next(iter(figures)) == "findability"
