"""Gaps that only visits and contacts show."""

from dataclasses import replace

import pytest

from faqeval.config import GapSettings, JourneySettings, SavingsSettings
from faqeval.gaps.kinds.next_issue import links_to
from faqeval.records import Article, Block, Figure, Link, NextIssue
from tests.gaps.contact_scene import ContactScene

from .contact_scene import SEEN, VAIN, contacts_of, journey, read
from .scene import Asked, article
from .test_verdicts import ASKED, BILL, HARD, WATCH

OPEN = [Asked(query.text) for query in WATCH]
REASONS = ("cust asks about esim on watch", "wants esim in watch, told not possible", "esim watch?")
LATE = article("late", "Pay later", "Ask for more time in the app.")
LATE_ASKED = [Asked(text, {"late": 0.9}, shown=["late"]) for text in ("pay later", "more time to pay", "late payment")]
RATE = Figure(30.0, 20.0, 42.0, 60)
SURE = NextIssue(0, 1, 40, 120, Figure(2.5, 2.0, 4.0, 120), RATE, True)


def followed(first: Article = BILL, asked: list[Asked] | None = None, issue: NextIssue = SURE, **more: object):
    chosen = [*ASKED, *LATE_ASKED] if asked is None else asked
    return contacts_of([first, LATE], chosen, [journey(0, SEEN), journey(1, SEEN)], next_issues=[issue], **more)


def kinds(found: ContactScene) -> set[str]:
    return {gap.kind for gap in found.gaps}


def linked(*hrefs: str) -> Article:
    """The article about bills with links."""
    blocks = (*BILL.blocks, Block("paragraph", "See here.", tuple(Link("here", href) for href in hrefs)))
    return replace(BILL, blocks=blocks)


def test_a_need_that_surely_follows_and_is_not_linked_is_a_gap_of_the_first_article():
    gap = followed().gap("next_issue")
    assert (gap.article_id, gap.other_article_ids, gap.need) == ("bill", ("late",), "Pay later")
    assert dict(gap.numbers) == {"lift": 2.5, "n_followed": 40, "n_first": 120}
    assert (gap.contacts, gap.confidence) == (40, 0.95)


def test_what_a_next_issue_avoids_are_the_contacts_beyond_chance():
    gap = followed().gap("next_issue")
    assert gap.avoidable == pytest.approx((30 * 0.6 * 0.4, 20 * 0.5 * 0.4, 42 * 0.75 * 0.4))
    assert gap.saved is not None
    assert gap.saved[0] == pytest.approx(30 * 0.6 * 0.4 * 7.91, abs=0.01)
    savings = SavingsSettings(won_back={"next_issue": 0.2})
    assert followed(savings=savings).gap("next_issue").avoidable == pytest.approx((3.6, 2.0, 6.3))


def test_the_confidence_of_a_next_issue_is_what_the_error_rate_leaves():
    assert followed(settings=JourneySettings(error_rate=0.2)).gap("next_issue").confidence == pytest.approx(0.8)


def test_too_few_contacts_a_month_leave_a_next_issue_without_estimate():
    unknown = Figure(None, None, None, 4, "too_few_contacts")
    gap = followed(issue=replace(SURE, contacts_per_month=unknown)).gap("next_issue")
    assert (gap.contacts, gap.avoidable, gap.saved) == (40, None, None)


def test_a_lift_that_may_be_chance_puts_the_low_end_at_nothing():
    gap = followed(issue=replace(SURE, lift=Figure(1.5, 0.9, 2.4, 120))).gap("next_issue")
    assert gap.avoidable is not None
    assert gap.avoidable[1] == 0


@pytest.mark.parametrize(
    "issue",
    [replace(SURE, is_sure=False), replace(SURE, first=7), replace(SURE, first=-1), replace(SURE, second=9)],
    ids=["not sure", "no article answers the first", "no first", "a second that is no need"],
)
def test_other_pairs_are_no_gap(issue: NextIssue):
    assert "next_issue" not in kinds(followed(issue=issue))


def test_an_open_need_that_follows_is_named_by_its_queries():
    gap = followed(asked=[*ASKED, *LATE_ASKED, *OPEN], issue=replace(SURE, second=2)).gap("next_issue")
    assert gap.other_article_ids == ()
    assert gap.need in {query.text for query in OPEN}


@pytest.mark.parametrize(("share", "is_gap"), [(0.3, False), (0.1, True)])
def test_a_first_article_that_answers_a_good_part_of_the_second_need_is_no_gap(share: float, is_gap: bool):
    asked = [Asked(query.text, {"late": 0.9, "bill": share}, shown=["late"]) for query in LATE_ASKED]
    assert ("next_issue" in kinds(followed(asked=[*ASKED, *asked]))) is is_gap


def test_a_second_need_that_only_contacts_tell_of_is_not_taken_as_answered():
    assert "next_issue" in kinds(followed(asked=ASKED))


AT = "https://www.example.com/help/pay-later/"


@pytest.mark.parametrize(
    ("href", "url", "is_linked"),
    [
        ("https://www.example.com/help/pay-later", AT, True),
        ("https://example.com/Help/Pay-Later/", AT, True),
        ("http://example.com/help/pay-later?utm_source=faq#how", AT, True),
        ("/help/pay-later", AT, True),
        ("/help/pay%2Dlater", AT, True),
        ("/help", AT, False),
        ("https://other.example.org/help/pay-later", AT, False),
        ("late", "", True),
        ("/articles/LATE", "", True),
        ("/articles/late?x=1#top", "", True),
        ("/late/more", "", False),
        ("/latest", "", False),
        ("mailto:late", "", False),
        ("tel:late", "", False),
        ("", "", False),
        ("#", AT, False),
        ("https://[broken", AT, False),
        ("/faq?id=12", "https://example.com/faq?id=12", True),
        ("/faq?id=12&from=bill", "https://example.com/faq?id=12", True),
        ("/faq?id=13", "https://example.com/faq?id=12", False),
        ("/faq#q12", "https://example.com/faq#q12", True),
        ("/faq#q13", "https://example.com/faq#q12", False),
        ("/faq", "https://example.com/faq#q12", False),
        ("#q12", "https://example.com/faq#q12", False),
        ("/anything", "https://example.com/", False),
        ("/anything", "https://[broken", False),
    ],
)
def test_a_link_is_known_by_the_address_or_by_the_id(href: str, url: str, is_linked: bool):
    second = replace(LATE, url=url)
    assert links_to(linked("https://example.com/else", href), second) is is_linked


def test_a_link_to_a_place_on_the_same_page_is_read_from_the_articles_own_address():
    one_page = replace(linked("#q12"), url="https://example.com/faq#q1")
    assert links_to(one_page, replace(LATE, url="https://example.com/faq#q12"))
    assert not links_to(one_page, replace(LATE, url="https://example.com/faq#q13"))
    assert not links_to(one_page, replace(LATE, url="https://example.com/help#q12"))


def test_a_linked_second_need_is_no_gap():
    assert "next_issue" not in kinds(followed(linked("/articles/late")))
    assert "next_issue" in kinds(followed(linked("/articles/bill")))


def test_a_need_known_only_from_contacts_is_missing_and_shown_in_the_agents_words():
    few = WATCH[:1]
    found = contacts_of([BILL], [*ASKED, *few], [journey(1, VAIN)], reasons={1: REASONS})
    gap = found.gap("missing")
    assert (gap.contacts, gap.language) == (300, "en")
    assert set(REASONS) <= set(gap.examples)
    assert gap.avoidable is not None
    assert "missing" not in kinds(contacts_of([BILL], [*ASKED, *few], [], reasons={1: REASONS}))


def test_one_note_used_again_and_again_is_no_missing_answer():
    found = contacts_of([BILL], [*ASKED, *WATCH[:1]], [journey(1, VAIN)], reasons={1: REASONS[:2]})
    assert "missing" not in kinds(found)


def test_more_different_notes_than_are_shown_may_be_asked_for():
    notes = [f"esim on watch {number}" for number in range(8)]
    settings = GapSettings(min_need_queries=8, max_examples=2)
    found = contacts_of([BILL], ASKED + WATCH, [journey(1, VAIN)], reasons={1: notes}, gap_settings=settings)
    assert len(found.gap("missing").examples) == 2


def test_a_missing_answer_that_queries_show_already_is_one_gap():
    assert contacts_of([BILL], [*ASKED, *WATCH], [journey(1, VAIN)], reasons={1: REASONS}).gap("missing").demand == 6


def test_an_article_searched_in_vain_names_what_was_searched_for():
    found = contacts_of([BILL], ASKED, [journey(0, VAIN)], searched={0: ["invoice", "how 2 pay"]})
    gap = found.gap("not_found")
    assert (gap.article_id, gap.cause, gap.customer_words) == ("bill", "vocabulary", ("invoice", "how 2 pay"))
    assert gap.advice.message_id == "advice.not_found.searched"
    assert gap.demand == 3


def test_an_article_whose_queries_show_it_as_not_found_is_one_gap():
    lost = [Asked(query.text, {"bill": 0.9}, shown=[]) for query in ASKED]
    assert contacts_of([BILL], lost, [journey(0, VAIN)]).gap("not_found").cause == "no_result"


def test_an_article_that_does_not_resolve_says_how_often_contact_follows_and_what_is_usual():
    gap = contacts_of([BILL], ASKED, [journey(0, SEEN, read(0.99, is_raised=True))]).gap("not_resolving")
    assert dict(gap.numbers) == {"share": 0.2, "usual": 0.05, "n_views": 200}
    assert gap.confidence == pytest.approx(0.99)


def test_a_hard_article_that_only_contacts_lead_to_is_a_gap():
    found = contacts_of([BILL], ASKED[:1], [journey(0, SEEN, read(0.9))], scores={"bill": HARD})
    gap = found.gap("not_understood")
    assert (gap.article_id, gap.quote, gap.confidence) == ("bill", "A long sentence.", 0.9)
    assert gap.avoidable is not None
    unasked = contacts_of([BILL], WATCH, [journey(0, SEEN, read(0.9))], scores={"bill": HARD}).gap("not_understood")
    assert (unasked.need, unasked.demand) == ("How do I pay my bill?", 0)
