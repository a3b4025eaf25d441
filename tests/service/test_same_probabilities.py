"""Evaluate, match, draft, ask and the CMS's door say the same of the same query."""

import numpy as np
import pandas as pd
import pytest

import faqeval
from faqeval.config import MatchSettings, Settings
from faqeval.ingest import read_articles, read_draft, read_queries
from faqeval.matching import match_site
from faqeval.pipeline import match_inputs, match_texts, read_published
from faqeval.pipeline.ask import pairs_to_ask
from faqeval.pipeline.draft import evaluate_draft
from faqeval.pipeline.evaluate import Inputs, evaluate_inputs, language_shares

Said = dict[tuple[str, str], float]  # probability by the query's text and the article's id


@pytest.fixture(scope="module")
def asked(small_faq):
    read = read_articles(small_faq[0], Settings().ingest).articles
    return read, read_queries(small_faq[1], Settings().ingest, languages=(), prior=language_shares(read)).queries


@pytest.fixture(scope="module")
def expected(asked) -> Said:
    """What match_site says of the first place of each query."""
    articles, queries = asked
    found = match_site(articles, queries.table, MatchSettings()).rankings
    return {
        (text, articles[places[0]].article_id): round(float(scores[0]), 6)
        for text, places, scores in zip(queries.table["text"], found.places, found.scores, strict=True)
        if places[0] >= 0
    }


@pytest.fixture(scope="module")
def text_of(small_faq) -> dict[str, str]:
    return dict(pd.read_csv(small_faq[1], dtype=str)[["id", "text"]].itertuples(index=False))


def test_match_says_it(small_faq, expected: Said, text_of):
    found = match_inputs(*small_faq, Settings())
    first = found[found["rank"] == 1]
    rows = zip(first["query_id"], first["article_id"], first["answer_probability"], strict=True)
    assert {(text_of[query], article): sure for query, article, sure in rows} == pytest.approx(expected)


def test_evaluate_says_it_of_every_query_that_is_sure_by_itself(small_faq, asked, expected: Said):
    """The others may be decided by their need as a whole."""
    evaluation = evaluate_inputs(Inputs(*small_faq), Settings())
    threshold = MatchSettings().answer_threshold
    matches, texts = evaluation.matches, evaluation.queries.table["text"]
    found = {
        (text, matches.article_ids[places[0]]): round(float(scores[0]), 6)
        for text, places, scores in zip(texts, matches.places, matches.scores, strict=True)
        if places[0] >= 0
    }
    sure = {pair: probability for pair, probability in expected.items() if probability >= threshold}
    assert len(sure) >= 3
    assert {pair: found[pair] for pair in sure} == pytest.approx(sure)


def test_ask_says_it(small_faq, expected: Said):
    found = pairs_to_ask(*small_faq, 5, Settings())
    assert len(found) == 5
    for text, article, sure in zip(found["text"], found["article_id"], found["answer_probability"], strict=True):
        assert sure == pytest.approx(expected[text, article])


def test_draft_says_it_of_a_published_article_that_stays_as_it_is(small_faq, asked, expected: Said):
    articles, _ = asked
    published = read_published(*small_faq, Settings())
    threshold, n_seen = MatchSettings().answer_threshold, 0
    for article in articles:
        row = pd.DataFrame({"id": [article.article_id], "title": [article.title], "body": [article.body],
                            "language": ["en"]})  # fmt: skip
        draft = read_draft(row, Settings().ingest)
        for question in evaluate_draft(draft, published, Settings()).questions:
            said = expected.get((question.text, article.article_id), 0.0)
            if said >= threshold:
                assert question.answer_probability == pytest.approx(said)
                n_seen += 1
    assert n_seen >= 3


def test_the_cms_gets_it_for_the_same_texts(small_faq, asked, expected: Said):
    texts = asked[1].table["text"].tolist()
    found = match_texts(texts, 1, read_published(small_faq[0], None, Settings()), Settings())
    said = {(text, article): sure for text, answers in zip(texts, found, strict=True) for article, sure, _ in answers}
    assert said == pytest.approx(expected)


def test_python_says_it(small_faq, expected: Said, text_of):
    found = faqeval.match(*small_faq, k=1)
    rows = zip(found["query_id"], found["article_id"], found["answer_probability"], strict=True)
    assert {(text_of[query], article): sure for query, article, sure in rows} == pytest.approx(expected)


def test_one_article_shown_or_five_the_first_is_the_same_and_as_probable(small_faq):
    one, five = faqeval.match(*small_faq, k=1), faqeval.match(*small_faq, k=5)
    assert one["rank"].tolist() == [1] * len(one)
    pd.testing.assert_frame_equal(one, five[five["rank"] == 1].reset_index(drop=True))


def test_an_faq_of_one_article_and_one_query_is_matched_by_every_door(small_faq):
    articles = pd.read_csv(small_faq[0], dtype=str)[:1]
    queries = pd.DataFrame({"text": ["forgot pin"], "language": ["en"]})
    (sure,) = faqeval.match(articles, queries, k=1)["answer_probability"]
    assert 0 < sure < 1
    (evaluated,) = faqeval.evaluate(articles, queries).queries["answer_probability"]
    assert np.isfinite(evaluated)
    (asked,) = pairs_to_ask(articles, queries, 1, Settings())["answer_probability"]
    assert asked == pytest.approx(sure)
