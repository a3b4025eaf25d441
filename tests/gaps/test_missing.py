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
    assert [(near.article_id, round(near.answer_probability, 2)) for near in gap.near] == [("pin", 0.2), ("bill", 0.1)]
    assert abs(gap.confidence - 0.8) < 1e-5


def test_many_weak_votes_for_one_article_make_it_the_answer():
    found = gaps_of(FAQ, [Asked(text, {"pin": 0.45}) for text in WATCH], need_threshold=0.4)
    assert "missing" not in kinds(found)
    assert {FAQ[place].article_id for place in found.answer_of_query} == {"pin"}


def test_too_few_different_queries_are_no_need_however_often_they_are_repeated():
    assert "missing" not in kinds(gaps_of(FAQ, [Asked("esim on my watch", count=1_000), Asked("watch esim")]))


def test_queries_without_a_content_word_are_in_no_need():
    found = gaps_of(FAQ, [Asked("??"), Asked("is it"), Asked("to be")])
    assert found.need_of_query == (-1, -1, -1)


def test_two_different_wishes_are_two_needs():
    shops = ["shop opening hours", "opening hours of the shop", "shop hours sunday opening"]
    found = gaps_of(FAQ, [Asked(text) for text in WATCH + shops])
    needs = [found.need_of_query[row] for row in range(len(WATCH + shops))]
    assert len(set(needs[: len(WATCH)])) == 1
    assert set(needs[len(WATCH) :]).isdisjoint(needs[: len(WATCH)])
