"""What is said about one match, for somebody who writes answers and knows nothing of signals."""

from dataclasses import replace
from typing import get_args

import pytest

from faqeval.config import ReportSettings
from faqeval.gaps import shown_pairs
from faqeval.pipeline.glossary import GLOSSARY
from faqeval.records import Explanation, SharedWord, WordPair
from faqeval.records.explanations import Carrier
from faqeval.report.page.html import html_text
from faqeval.report.page.view import page_view
from faqeval.report.wording.match_reasons import CARRIED, TEXTS, say_why
from tests.big_evaluation import big_evaluation
from tests.factories import PAYLOADS, tiny_evaluation

INVOICE, PAY, CARD = SharedWord("invoice", "title"), SharedWord("pay", "title"), SharedWord("card", "text")
FULL = Explanation(
    (INVOICE, PAY, CARD), (WordPair("fakturra", "faktura"),), (WordPair("bill", "invoice"),), ("yesterday",), "words"
)
CASES = {
    "all kinds of words": (
        FULL,
        0.9,
        "The title has “invoice” and “pay”; the text has “card”; “fakturra” looks like “faktura”; “bill” is close in "
        "meaning to “invoice”; the article lacks “yesterday”. Shared words carried it.",
    ),
    "a guess": (
        Explanation((CARD,), carried_by="meaning"),
        0.2,
        "A guess: the text has “card”. Nearness in meaning carried it.",
    ),
    "only the meaning": (
        Explanation(lacking=("wages", "arrears"), carried_by="meaning"),
        0.2,
        "A guess: no word is shared, only the meaning is near.",
    ),
    "only the spelling": (
        Explanation((), (WordPair("pasword", "password"),), carried_by="spelling"),
        0.6,
        "“pasword” looks like “password”. Similar spelling carried it.",
    ),
    "people": (Explanation(carried_by="people"), 1.0, "No word is shared. People said that it answers."),
    "nothing": (Explanation(), 0.9, "No word is shared."),
    "keywords": (
        Explanation((SharedWord("moms", "keywords"),), carried_by="words"),
        0.7,
        "The keywords have “moms”. Shared words carried it.",
    ),
    "many lacking words": (
        Explanation((PAY,), lacking=("a1", "b1", "c1", "d1"), carried_by="words"),
        0.7,
        "The title has “pay”; the article lacks 4 other words. Shared words carried it.",
    ),
    "sureness said elsewhere": (
        Explanation((PAY,), carried_by="words"),
        None,
        "The title has “pay”. Shared words carried it.",
    ),
}


@pytest.mark.parametrize(("explanation", "probability", "said"), CASES.values(), ids=CASES.keys())
def test_an_explanation_is_said(explanation: Explanation, probability: float | None, said: str):
    assert say_why(explanation, probability) == said


def test_what_a_whole_need_decided_is_said_so():
    assert say_why(Explanation((PAY,)), 0.9, of_need=True).endswith(
        "The questions about the same need, taken together, carried it."
    )
    assert say_why(Explanation(), 0.9, of_need=True) == (
        "No word is shared, only the questions taken together are near."
    )


@pytest.mark.parametrize("carrier", [carrier for carrier in get_args(Carrier) if carrier not in ("", "words")])
def test_every_carrier_has_its_own_words(carrier: str):
    assert carrier in CARRIED.forms


def test_a_pasted_key_does_not_fill_the_line():
    long_word = "x" * 10_000
    pairs = (WordPair(long_word, long_word),) * 9
    said = say_why(Explanation((SharedWord(long_word, "text"),) * 9, pairs, pairs, (long_word,) * 3, "words"), 0.1)
    assert len(said) < 800


def test_no_word_of_ours_is_jargon():
    ours = " ".join(form for text in TEXTS for form in (text.english, *text.forms.values()))
    assert not {"cosine", "embedding", "token", "bm25", "score", "vector", "signal"} & set(ours.lower().split())


def test_the_page_explains_near_articles_and_examples_that_are_not_found():
    html = html_text(page_view(tiny_evaluation(), ReportSettings()))
    assert "The title has “high”; “invoice” is close in meaning to “bill”. Shared words carried it." in html
    assert "No word is shared, only the meaning is near." in html


def test_customers_words_are_escaped_in_explanations():
    html = html_text(page_view(tiny_evaluation(), ReportSettings()))
    assert "the text has “&lt;script&gt;alert(1)&lt;/script&gt;”" in html
    assert not any(payload in html for payload in PAYLOADS if "<" in payload)


def test_an_example_whose_article_another_query_of_the_need_brought_says_so():
    tiny = tiny_evaluation()
    explained = {(0, 0): Explanation((SharedWord("high", "title"),), carried_by="words", is_first=False)}
    html = html_text(page_view(replace(tiny, explanations=explained), ReportSettings()))
    assert "The title has “high”. The questions about the same need, taken together, carried it." in html


def test_an_evaluation_without_explanations_makes_a_page():
    html = html_text(page_view(replace(tiny_evaluation(), explanations={}), ReportSettings()))
    assert 'class="why"' not in html


def test_pairs_are_those_that_the_work_list_shows():
    tiny, big = tiny_evaluation(), big_evaluation(400, 2_000)
    assert shown_pairs(tiny.gaps, tiny.articles, GLOSSARY.kinds) == ((0, 0), (1, 0), (5, 2), (5, 1))
    assert len(shown_pairs(big.gaps, big.articles, GLOSSARY.kinds)) <= 20 * 5 + 20 * 5
