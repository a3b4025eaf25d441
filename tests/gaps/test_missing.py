import pytest

from .scene import Asked, article, gaps_of, kinds, only

FAQ = [article("bill", "Pay your bill", "By card."), article("pin", "Forgot PIN", "See the letter.")]
WATCH = ["esim on my watch", "watch esim", "esim for watch please", "can my watch have an esim"]


def test_queries_that_no_article_answers_are_one_need_named_in_the_customers_words():
    asked = [Asked(text, {"pin": 0.2, "bill": 0.1}, count=2) for text in WATCH]
    gap = only(gaps_of(FAQ, asked), "missing")
    assert gap.demand == 8
    assert gap.need in WATCH
    assert {"watch", "esim"} <= set(gap.customer_words)


def test_a_missing_answer_always_shows_the_nearest_articles_and_how_sure_we_are():
    gap = only(gaps_of(FAQ, [Asked(text, {"pin": 0.2, "bill": 0.1}) for text in WATCH]), "missing")
    assert {near.article_id for near in gap.near} == {"pin", "bill"}
    assert 0.5 > gap.near[0].answer_probability > gap.near[1].answer_probability > 0
    assert gap.confidence == pytest.approx(1 - gap.near[0].answer_probability)


def test_many_weak_votes_for_one_article_make_it_the_answer_that_one_alone_does_not():
    together = gaps_of(FAQ, [Asked(text, {"pin": 0.42, "bill": 0.02}) for text in WATCH])
    weak = (Asked(WATCH[0], {"pin": 0.42, "bill": 0.02}), Asked("shop hours", {"bill": 0.42, "pin": 0.02}))
    alone = gaps_of(FAQ, list(weak))
    assert {FAQ[place].article_id for place in together.found.answer_of_query} == {"pin"}
    assert "missing" not in kinds(together)
    assert together.found.matches.scores[0, 0] > 0.5 > alone.found.matches.scores[0, 0]


def test_a_query_that_people_judged_to_have_no_answer_is_not_given_one_by_its_need():
    sure = ["esim watch mine", "my esim watch", "watch with esim", "esim in watch", "esim watch now", "new esim watch"]
    asked = [*(Asked(text, {"pin": 0.49}) for text in sure), Asked("esim watch esim", {})]
    assert gaps_of(FAQ, asked).found.answer_of_query == (1, 1, 1, 1, 1, 1, -1)


def test_too_few_different_queries_are_no_need_however_often_they_are_repeated():
    assert "missing" not in kinds(gaps_of(FAQ, [Asked("esim on my watch", count=1_000), Asked("watch esim")]))


def test_queries_without_a_content_word_are_in_no_need():
    found = gaps_of(FAQ, [Asked("??"), Asked("is it"), Asked("to be")])
    assert found.found.need_of_query == (-1, -1, -1)


def test_two_different_wishes_are_two_needs():
    shops = ["shop opening hours", "opening hours of the shop", "shop hours sunday opening"]
    found = gaps_of(FAQ, [Asked(text) for text in WATCH + shops])
    needs = [found.found.need_of_query[row] for row in range(len(WATCH + shops))]
    assert len(set(needs[: len(WATCH)])) == 1
    assert set(needs[len(WATCH) :]).isdisjoint(needs[: len(WATCH)])
