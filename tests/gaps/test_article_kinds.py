from dataclasses import replace

import pytest

from faqeval.gaps.kinds import duplicate
from faqeval.records import Finding, Understandability
from tests.factories import in_short, message

from .scene import Asked, article, gaps_of, kinds, only, understood

BILL = article("bill", "How do I pay my bill?", "You pay the bill by card.\nOpen the app.\nChoose Pay.")
FOUND = [Asked(text, {"bill": 0.9}, shown=["bill"]) for text in ("pay bill", "bill by card", "my bill")]
LONG = message("finding.long_sentence", n_words=40, limit=22)


def _hard(score: float | None, band: str | None) -> Understandability:
    finding = Finding("long_sentence", LONG, in_short("long_sentence"), "A long sentence.", 0, (), 0.5)
    return Understandability(score, band, (finding,), "en")


def test_a_found_and_hard_article_is_not_understood_and_quotes_its_worst_sentence():
    gap = only(gaps_of([BILL], FOUND, scores={"bill": _hard(0.1, "very_hard")}), "not_understood")
    assert (gap.article_id, gap.quote, gap.demand) == ("bill", "A long sentence.", 3)


@pytest.mark.parametrize(
    "score", [understood(), _hard(0.1, None), _hard(None, None)], ids=["easy", "too short for a band", "not scored"]
)
def test_an_easy_or_unjudged_text_is_no_gap(score: Understandability):
    assert "not_understood" not in kinds(gaps_of([BILL], FOUND, scores={"bill": score}))


def test_a_hard_article_that_nobody_reaches_is_not_called_misunderstood():
    lost = [Asked(query.text, {"bill": 0.9}, shown=[]) for query in FOUND]
    assert "not_understood" not in kinds(gaps_of([BILL], lost, scores={"bill": _hard(0.1, "very_hard")}))


def test_an_answer_that_is_to_call_sends_to_contact():
    sending = article("bill", "How do I pay my bill?", "Please call customer service on 0800 000.\nWe will help you.")
    gap = only(gaps_of([sending], FOUND), "sends_to_contact")
    assert "customer service" in gap.quote


def test_a_closing_line_that_offers_a_call_is_no_gap():
    body = "\n".join([*["Open the app and choose Pay."] * 6, "Please call customer service if it does not work."])
    assert "sends_to_contact" not in kinds(gaps_of([article("bill", "How do I pay?", body)], FOUND))


def test_two_articles_that_say_the_same_are_one_duplicate_gap():
    body = "Send the phone back within 14 days in its box. Print the label in the app."
    pair = [article("a", "Return a phone", body), article("b", "Returning your phone", body.replace("14", "30")), BILL]
    gap = only(gaps_of(pair, [Asked("return phone", {"a": 0.8}, shown=["a"])]), "duplicate")
    assert (gap.article_id, gap.other_article_ids) == ("a", ("b",))


def test_other_articles_of_a_kind_that_does_not_say_what_they_are_are_refused(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(duplicate, "KIND", replace(duplicate.KIND, others=""))
    pair = [
        article("a", "Return a phone", "Send the phone back."),
        article("b", "Return a phone", "Send the phone back."),
    ]
    with pytest.raises(ValueError, match=r"^kind of gap 'duplicate' must say what its other articles are\. [^\n]*$"):
        gaps_of(pair, [Asked("return phone", {"a": 0.8}, shown=["a"])])


def test_articles_about_different_things_are_no_duplicates():
    other = article("pin", "I forgot my PIN code", "The PIN code stands in the letter that came with the SIM card.")
    assert "duplicate" not in kinds(gaps_of([BILL, other], FOUND))


def test_an_article_that_none_of_many_queries_wants_is_unneeded():
    asked = [Asked(f"pay bill {number}x", {"bill": 0.9}, shown=["bill"]) for number in range(20)]
    fax = article("fax", "Fax numbers", "All about fax machines.")
    assert only(gaps_of([BILL, fax], asked), "unneeded").article_id == "fax"


def test_few_queries_prove_nothing_about_what_is_unneeded():
    assert "unneeded" not in kinds(gaps_of([BILL, article("fax", "Fax numbers", "Fax.")], FOUND))


def test_an_article_without_a_title_is_called_by_how_it_begins():
    text = "You pay your bill by card in the app.\nChoose Invoices, then Pay."
    twins = [article("a", "", text), article("b", "", text)]
    gap = only(gaps_of(twins, [Asked("pay my bill", {"a": 0.9})]), "duplicate")
    assert dict(gap.advice.values) == {
        "title": "You pay your bill by card in the app.",
        "other": "You pay your bill by card in the app.",
    }
    assert article("c", "").name == "c"
