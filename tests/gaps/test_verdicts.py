"""Each reason for contact, and which goes before which."""

from dataclasses import replace

import pytest

from faqeval.config import JourneySettings
from faqeval.records import Figure, Finding, NeedJourney, Understandability
from tests.factories import in_short, message

from .contact_scene import FOUND_BY_ALL, FOUND_BY_FEW, SEEN, VAIN, contacts_of, journey, read
from .scene import Asked, article

BILL = article("bill", "How do I pay my bill?", "You pay the bill by card.\nOpen the app.\nChoose Pay.")
SENDS = article("bill", "How do I pay my bill?", "Please call customer service on 0800 000.\nWe will help you.")
ASKED = [Asked(text, {"bill": 0.9}, shown=["bill"]) for text in ("pay bill", "bill by card", "my bill")]
LONG = message("finding.long_sentence", n_words=40, limit=22)
HARD = Understandability(
    0.1,
    "very_hard",
    (Finding("long_sentence", LONG, in_short("long_sentence"), "A long sentence.", 0, (), 0.5),),
    "en",
)
NO_FIGURE = Figure(None, None, None, 0, "too_few_contacts")


def verdict(one: NeedJourney, text: object = BILL, *, is_hard: bool = False, **settings: float) -> str:
    scores = {"bill": HARD} if is_hard else None
    return contacts_of([text], ASKED, [one], scores=scores, settings=JourneySettings(**settings)).verdict(one.need)


RAISED = read(0.99, is_raised=True)


@pytest.mark.parametrize(
    ("one", "text", "is_hard", "expected"),
    [
        (journey(0, VAIN, RAISED, n=9), SENDS, True, "not_enough_data"),
        (journey(0, VAIN, RAISED), SENDS, True, "sends_to_contact"),
        (journey(0, VAIN, RAISED), BILL, True, "not_found"),
        (journey(0, SEEN, RAISED), BILL, True, "not_understood"),
        (journey(0, SEEN, RAISED), BILL, False, "not_resolving"),
        (journey(0, SEEN, read(0.3)), BILL, False, ""),
    ],
    ids=["too few", "sends away", "never seen", "hard", "does not resolve", "nothing"],
)
def test_the_first_reason_that_holds_is_the_verdict(one: NeedJourney, text: object, is_hard: bool, expected: str):
    assert verdict(one, text, is_hard=is_hard) == expected


@pytest.mark.parametrize(("surety", "expected"), [(0.5, "sends_to_contact"), (0.49, "")])
def test_a_text_that_sends_away_is_no_reason_when_its_readers_make_contact_no_more_than_others(
    surety: float, expected: str
):
    assert verdict(journey(0, SEEN, read(surety)), SENDS) == expected


@pytest.mark.parametrize("after", [None, read(0.0, n_views=5)], ids=["nobody known read it", "too few read it"])
def test_a_text_that_sends_away_is_the_reason_where_too_few_readers_are_known_to_say(after: object):
    assert verdict(journey(0, SEEN, after), SENDS) == "sends_to_contact"


@pytest.mark.parametrize(("surety", "expected"), [(0.5, "not_understood"), (0.49, "")])
def test_a_hard_text_is_the_reason_only_when_its_readers_make_contact(surety: float, expected: str):
    assert verdict(journey(0, SEEN, read(surety)), is_hard=True) == expected


def test_a_hard_text_whose_readers_are_not_known_is_not_blamed():
    assert verdict(journey(0, SEEN, read(0.99, n_views=5)), is_hard=True) == ""
    assert verdict(journey(0, SEEN, None), is_hard=True) == ""


def test_contacts_after_reading_that_are_raised_but_not_surely_are_no_verdict():
    assert verdict(journey(0, SEEN, read(0.98))) == ""


@pytest.mark.parametrize(
    ("ways", "found", "expected"),
    [
        ((40, 30, 30, 0, 0, 0), FOUND_BY_FEW, "not_found"),
        ((41, 30, 29, 0, 0, 0), FOUND_BY_FEW, ""),
        (VAIN, FOUND_BY_ALL, ""),
        (VAIN, replace(FOUND_BY_ALL, value=0.4), ""),
        (VAIN, replace(FOUND_BY_ALL, value=0.39), "not_found"),
        (VAIN, NO_FIGURE, "not_found"),
        ((0, 4, 0, 0, 0, 0), FOUND_BY_FEW, ""),
        ((0, 5, 0, 0, 0, 0), FOUND_BY_FEW, "not_found"),
        ((0, 0, 0, 0, 50, 50), FOUND_BY_FEW, ""),
        ((0, 0, 0, 0, 0, 0), FOUND_BY_FEW, ""),
    ],
    ids=[
        "six in ten in vain", "fewer", "those who search find it", "four in ten find it", "fewer find it", "not known",
        "four logged in", "five logged in", "nobody searched", "nobody logged in",
    ],
)  # fmt: skip
def test_an_article_is_not_found_when_most_search_in_vain_and_few_who_search_open_it(
    ways: tuple[int, ...], found: Figure, expected: str
):
    assert verdict(journey(0, ways, read(0.1), searches_found=found)) == expected


def test_customers_who_read_an_article_that_competes_did_not_search_in_vain():
    body = "Send the phone back within 14 days in its box. Print the label in the app."
    twins = [article("a", "Return a phone", body), article("b", "Returning your phone", body.replace("14", "30"))]
    asked = [Asked("return phone", {"a": 0.8}, shown=["a"])]
    found = contacts_of(twins, asked, [journey(0, VAIN), journey(1, VAIN)])
    assert (found.verdict(0), found.verdict(1)) == ("", "")


@pytest.mark.parametrize(
    ("settings", "one", "expected"),
    [
        ({"min_contacts": 301}, journey(0, VAIN), "not_enough_data"),
        ({"min_contacts": 5}, journey(0, VAIN, n=9), "not_found"),
        ({"in_vain_share": 0.9}, journey(0, VAIN), ""),
        ({"searches_found_share": 0.1}, journey(0, VAIN), ""),
        ({"searches_found_share": 0.9}, journey(0, VAIN, searches_found=FOUND_BY_ALL), "not_found"),
    ],
)
def test_limits_are_settings(settings: dict[str, float], one: NeedJourney, expected: str):
    assert verdict(one, **settings) == expected


WATCH = [
    Asked(text, {"bill": 0.2}, count=2) for text in ("esim on my watch", "watch esim", "can my watch have an esim")
]


def test_a_need_that_no_article_answers_is_missing_and_as_sure_as_its_nearest_article_is_not():
    found = contacts_of([BILL], [*ASKED, *WATCH], [journey(1, VAIN)])
    near = found.gap("missing").near[0].answer_probability
    assert found.verdict(1) == "missing"
    assert found.verdicts[0].confidence == pytest.approx(1 - near, abs=1e-6)


def test_every_need_with_contacts_has_one_verdict_in_the_order_of_the_journeys():
    found = contacts_of([BILL], [*ASKED, *WATCH], [journey(1, VAIN), journey(0, SEEN)])
    assert [(one.need, one.n_contacts) for one in found.verdicts] == [(1, 300), (0, 300)]
    assert all(0 <= one.confidence <= 1 for one in found.verdicts)
