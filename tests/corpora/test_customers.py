"""What matching is fitted to, taught with and measured on is whole, and no site serves two ends."""

from collections import Counter

import pytest
from faqeval_corpora.customers import customers_articles, off_topic

from faqeval.text import SUPPORTED

MEASURED = {"airline", "benefits", "pharmacy", "taxi"}


def test_ids_are_unique_and_every_site_has_ten_articles() -> None:
    articles = customers_articles()
    assert len({one.article_id for one in articles}) == len(articles)
    assert set(Counter((one.language, one.domain) for one in articles).values()) == {10}


@pytest.mark.parametrize("language", SUPPORTED)
def test_each_language_has_sites_for_each_end(language: str) -> None:
    own = [one for one in customers_articles() if one.language == language]
    assert {one.domain for one in own if one.use == "measure"} == MEASURED
    assert len({one.domain for one in own if one.use == "teach"}) >= 24
    assert len([one for one in off_topic() if one.language == language]) == 60


def test_a_site_serves_one_end() -> None:
    ends: dict[tuple[str, str], set[str]] = {}
    for one in customers_articles():
        ends.setdefault((one.language, one.domain), set()).add(one.use)
    assert all(len(uses) == 1 for uses in ends.values())


def test_every_article_has_questions_in_both_kinds_of_words_and_near_misses() -> None:
    for one in customers_articles():
        assert (len(one.queries), len(one.plain), len(one.near)) == (5, 2, 2), one.article_id
        texts = [one.title, one.body, *one.queries, *one.plain, *one.near]
        assert all(text.strip() for text in texts), one.article_id
        assert not set(one.near) & {*one.queries, *one.plain}, one.article_id
