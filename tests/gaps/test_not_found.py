from dataclasses import replace

import pytest

from faqeval.gaps.kinds import not_found

from .scene import Asked, article, gaps_of, kinds, only

DATA = article(
    "data", "Volume allowance", "Your volume allowance is shown in the overview. The volume allowance renews monthly."
)
BILL = article("bill", "How do I pay my bill?", "Pay the bill by card or bank transfer.")
ROUTER = article("router", "Router lights", "A red light on the router means that it has no connection.")
FAQ = [DATA, BILL, ROUTER]
SURE = {"data": 0.9}


def test_queries_whose_words_the_article_lacks_are_a_vocabulary_gap_and_name_both_sides_words():
    asked = [
        Asked("gigabytes left", SURE, shown=["bill"], count=5),
        Asked("how many gigabytes do i have", SURE, shown=["bill"]),
        Asked("gigabytes used up", SURE, shown=["router"]),
        Asked("pay bill", {"bill": 0.9}, shown=["bill"]),
    ]
    gap = only(gaps_of(FAQ, asked), "not_found")
    assert (gap.article_id, gap.cause, gap.demand) == ("data", "vocabulary", 7)
    assert gap.customer_words[0] == "gigabytes"
    assert set(gap.article_words) == {"volume", "allowance"}
    assert gap.advice.message_id == "advice.not_found.instead"
    assert gap.examples[0] in {query.text for query in asked[:3]}


def test_words_that_are_there_but_lead_elsewhere_are_outranked_and_name_the_rival():
    asked = [
        Asked(text, {"bill": 0.9}, shown=["router", "data", "extra", "bill"])
        for text in ("pay bill", "bill", "bill card")
    ]
    gap = only(gaps_of([*FAQ, article("extra", "More")], asked), "not_found")
    assert (gap.cause, gap.other_article_ids[0]) == ("outranked", "router")


def test_searches_that_show_nothing_at_all_are_no_result():
    asked = [Asked(text, SURE, shown=[]) for text in ("gigs", "gigs left", "gigs gone")]
    assert only(gaps_of(FAQ, asked), "not_found").cause == "no_result"


@pytest.mark.parametrize(
    ("n_lost", "n_found", "reported"),
    [(3, 0, True), (2, 0, False), (3, 3, True), (3, 9, False)],
    ids=["all lost", "too few queries", "half lost", "a quarter lost"],
)
def test_a_gap_needs_enough_queries_and_a_large_share(n_lost: int, n_found: int, reported: bool):
    lost = [Asked(f"gigs {number}x", SURE, shown=["bill"]) for number in range(n_lost)]
    found = [Asked(f"volume {number}x", SURE, shown=["data"]) for number in range(n_found)]
    assert ("not_found" in kinds(gaps_of(FAQ, lost + found))) is reported


def test_third_place_counts_as_found_and_fourth_does_not():
    third = [Asked(f"allowance {n}x", SURE, shown=["bill", "router", "data"]) for n in range(3)]
    assert "not_found" not in kinds(gaps_of(FAQ, third))
    four = [*FAQ, article("more", "More")]
    fourth = [Asked(f"allowance {n}x", SURE, shown=["bill", "router", "more", "data"]) for n in range(3)]
    assert "not_found" in kinds(gaps_of(four, fourth))


def test_a_cause_that_its_kind_does_not_explain_is_refused(monkeypatch: pytest.MonkeyPatch):
    known = tuple(cause for cause in not_found.KIND.causes if cause.id != "no_result")
    monkeypatch.setattr(not_found, "KIND", replace(not_found.KIND, causes=known))
    lost = [Asked(text, SURE, shown=[]) for text in ("data left", "data used", "how much data")]
    with pytest.raises(
        ValueError, match=r"^a cause of 'not_found' must be one of its kind\. Got 'no_result'\. [^\n]*$"
    ):
        gaps_of(FAQ, lost)
