"""Explanations on the way from the files to the report."""

import pandas as pd

from faqeval.service import evaluate, match


def test_what_people_judged_is_carried_by_people_in_the_report(small_faq):
    lost = ["forgot pin", "what is my pin code", "pin code letter", "lost my pin"]
    queries = pd.DataFrame({"id": ["a", "b", "c", "d"], "text": lost, "language": "en"})
    judgments = pd.DataFrame({"query_id": ["a"], "article_id": ["pin"], "relevance": [1]})
    run = pd.DataFrame({"query_id": ["a", "b", "c", "d"], "article_id": ["bill"] * 4, "rank": [1] * 4})
    found = evaluate(small_faq[0], queries, judgments=judgments, search_run=run).evaluation
    place = [article.article_id for article in found.articles].index("pin")
    texts = found.queries.table["text"].tolist()
    carried = {texts[row]: one.carried_by for (row, at), one in found.explanations.items() if at == place}
    assert carried["forgot pin"] == "people"
    assert carried["what is my pin code"] in ("words", "meaning")


def test_match_without_explaining_has_the_columns_of_the_contract(small_faq):
    plain, explained = match(*small_faq, k=3), match(*small_faq, k=3, explain=True)
    assert plain.columns.tolist() == ["query_id", "article_id", "rank", "answer_probability"]
    pd.testing.assert_frame_equal(explained[plain.columns.tolist()], plain)
    assert explained["why"].str.endswith(".").all()


def test_repeated_queries_have_their_explanations_each(small_faq):
    twice = pd.DataFrame({"text": ["forgot pin", "🙂", "Forgot PIN!"]})
    whys = match(small_faq[0], twice, k=1, explain=True)
    assert whys["query_id"].tolist() == ["0", "2"]
    assert whys["why"].nunique() == 1
