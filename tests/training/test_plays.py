from faqeval.matching.fitting.cases import Case, LabelledQuery
from faqeval.matching.fitting.plays import WHOLE, plays
from faqeval.records import Article
from tests.benchmarks.cases import case


def test_the_whole_faq_is_played_first_and_then_each_article_is_missing_once() -> None:
    whole, *thirds = plays(case("shop"))
    assert whole.third == WHOLE
    assert len(whole.articles) == 10
    ids = {article.article_id for article in whole.articles}
    missing = [ids - {article.article_id for article in play.articles} for play in thirds]
    assert sorted(name for gone in missing for name in gone) == sorted(ids)


def test_a_query_is_unanswerable_when_all_its_answers_are_missing_and_only_then() -> None:
    played = case("shop")
    for play in plays(played):
        there = {article.article_id for article in play.articles}
        for query, gold in zip(played.queries, play.gold, strict=True):
            assert gold == query.article_ids & there


def test_a_query_with_two_answers_stays_answerable_while_one_is_there() -> None:
    names = [f"a{number}" for number in range(12)]
    articles = tuple(Article.plain(name, name, "", "en") for name in names)
    every = Case("x", "x", articles, (LabelledQuery("anything", frozenset(names)),))
    assert all(play.gold[0] for play in plays(every))


def test_an_faq_of_one_article_is_never_played_empty() -> None:
    lone = Case("x", "x", (Article.plain("a", "a", "", "en"),), (LabelledQuery("a", frozenset({"a"})),))
    assert len(list(plays(lone))) == 3
    assert all(play.articles for play in plays(lone))
