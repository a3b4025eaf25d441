"""What mending a gap avoids and saves, and the order that follows from it."""

from dataclasses import replace

import pytest

from faqeval.config import GapSettings, SavingsSettings
from faqeval.gaps import KINDS
from faqeval.gaps.prioritise import prioritise_by_contacts
from faqeval.records import Figure, Gap, NeedVerdict
from faqeval.score.figures.avoidable_contacts_per_month import avoidable_figure
from tests.factories import tiny_evaluation

from .contact_scene import SEEN, VAIN, contacts_of, journey, read
from .scene import Asked, article
from .test_verdicts import ASKED, BILL, HARD, SENDS, WATCH

RATE = Figure(100.0, 80.0, 125.0, 300)  # logged-in contacts a month
RAISED = read(0.99, is_raised=True)  # of the readings followed, .75 (.6 to .8) are above the usual


def ranges(gap: Gap) -> list[float]:
    assert gap.avoidable is not None
    return list(gap.avoidable)


@pytest.mark.parametrize(
    ("kind", "ways", "text", "part"),
    [
        ("not_found", VAIN, BILL, (0.8, 0.8, 0.8)),
        ("not_resolving", SEEN, BILL, (0.72 * 0.75, 0.72 * 0.6, 0.72 * 0.8)),
        ("sends_to_contact", SEEN, SENDS, (0.72 * 0.75, 0.72 * 0.6, 0.72 * 0.8)),
    ],
)
def test_avoidable_is_logged_in_contacts_times_the_part_at_stake_times_what_is_won_back(
    kind: str, ways: tuple[int, ...], text: object, part: tuple[float, float, float]
):
    found = contacts_of([text], ASKED, [journey(0, ways, RAISED, logged_in_per_month=RATE)])
    value, low, high = 100 * part[0] * 0.4, 80 * part[1] * 0.4, 125 * part[2] * 0.4
    gap = found.gap(kind)
    assert found.verdict() == kind
    assert gap.contacts == 300
    assert ranges(gap) == pytest.approx([value, low, high], abs=1e-3)
    assert gap.saved == pytest.approx((value * 7.91, low * 7.91, high * 7.91), abs=0.01)


def test_all_logged_in_contacts_about_what_nobody_answers_are_at_stake():
    found = contacts_of([BILL], [*ASKED, *WATCH], [journey(1, VAIN, logged_in_per_month=RATE)])
    assert ranges(found.gap("missing")) == pytest.approx([40, 32, 50])


def test_a_hard_article_loses_the_excess_of_those_who_read_it():
    one = journey(0, SEEN, RAISED, logged_in_per_month=RATE)
    found = contacts_of([BILL], ASKED, [one], scores={"bill": HARD})
    assert ranges(found.gap("not_understood"))[0] == pytest.approx(100 * 0.72 * 0.75 * 0.4)


def test_where_readings_are_too_few_to_know_an_excess_all_who_saw_a_sending_article_are_at_stake():
    one = journey(0, SEEN, read(0.0, n_views=5), logged_in_per_month=RATE)
    assert ranges(contacts_of([SENDS], ASKED, [one]).gap("sends_to_contact"))[0] == pytest.approx(100 * 0.72 * 0.4)


def test_a_contact_counts_for_the_gap_of_its_needs_verdict_only():
    found = contacts_of([SENDS], ASKED, [journey(0, SEEN, RAISED, logged_in_per_month=RATE)], scores={"bill": HARD})
    valued = [gap.kind for gap in found.gaps if gap.avoidable is not None]
    assert {"sends_to_contact", "not_understood"} <= {gap.kind for gap in found.gaps}
    assert valued == ["sends_to_contact"]
    assert found.gap("not_understood").contacts == 300


def test_too_few_logged_in_contacts_give_no_estimate_but_the_number_of_contacts():
    unknown = Figure(None, None, None, 4, "too_few_contacts")
    gap = contacts_of([BILL], ASKED, [journey(0, VAIN, logged_in_per_month=unknown)]).gap("not_found")
    assert (gap.contacts, gap.avoidable, gap.saved) == (300, None, None)


def test_a_gap_whose_need_nobody_made_contact_about_has_no_contacts():
    gap = contacts_of([BILL], [*ASKED, *WATCH], [journey(0, SEEN)]).gap("missing")
    assert (gap.contacts, gap.avoidable) == (0, None)


def test_costs_and_shares_won_back_are_settings():
    savings = SavingsSettings(cost_per_contact=20, cost_of_self_service=5, won_back={"not_found": 0.1, "missing": 1.0})
    found = contacts_of([BILL], ASKED, [journey(0, VAIN, logged_in_per_month=RATE)], savings=savings)
    gap = found.gap("not_found")
    assert ranges(gap)[0] == pytest.approx(100 * 0.8 * 0.1)
    assert gap.saved is not None
    assert gap.saved[0] == pytest.approx(100 * 0.8 * 0.1 * 15)


def test_self_service_that_costs_more_than_a_contact_saves_nothing_and_loses_nothing():
    savings = SavingsSettings(cost_per_contact=1, cost_of_self_service=5)
    gap = contacts_of([BILL], ASKED, [journey(0, VAIN)], savings=savings).gap("not_found")
    assert gap.saved == (0, 0, 0)


def _gap(number: int, avoidable: float | None, priority: float, kind: str = "missing") -> Gap:
    like = tiny_evaluation().gaps[0]
    range_ = None if avoidable is None else (avoidable, avoidable - 3, avoidable + 4)
    return replace(like, gap_id=f"g{number}", kind=kind, avoidable=range_, priority=priority, contacts=0)


def test_the_work_list_goes_by_contacts_avoided_and_the_unknown_come_last_in_their_old_order():
    ordered = prioritise_by_contacts([_gap(1, None, 5), _gap(2, 10, 1), _gap(3, None, 90), _gap(4, 30, 2)])
    assert [gap.gap_id for gap in ordered] == ["g4", "g2", "g3", "g1"]
    assert [gap.priority for gap in ordered] == [30, 10, 0, 0]


def test_where_no_gap_has_an_estimate_the_list_is_as_without_contacts():
    ordered = prioritise_by_contacts([_gap(1, None, 5), _gap(3, None, 90)])
    assert [(gap.gap_id, gap.priority) for gap in ordered] == [("g3", 90), ("g1", 5)]


def test_next_issues_do_not_count_in_all_avoidable_contacts_and_independent_errors_add_in_squares():
    figure = avoidable_figure(
        [_gap(1, 10, 0), _gap(2, 20, 0), _gap(3, 99, 0, "next_issue"), _gap(4, None, 0)], (), 500, KINDS
    )
    assert (figure.value, figure.n) == (30, 500)
    assert figure.low == pytest.approx(30 - 18**0.5, abs=1e-3)
    assert figure.high == pytest.approx(30 + 32**0.5, abs=1e-3)


@pytest.mark.parametrize(
    ("kinds", "reason"),
    [
        ((), "too_few_contacts"),
        (("not_enough_data",), "too_few_contacts"),
        (("", "not_enough_data"), "no gap was found that explains contacts"),
        (("", "missing"), "too_few_contacts"),
    ],
)
def test_without_any_estimate_the_figure_says_why(kinds: tuple[str, ...], reason: str):
    verdicts = [NeedVerdict(number, kind, 50, 0.5) for number, kind in enumerate(kinds)]
    assert avoidable_figure([_gap(1, None, 1), _gap(2, 5, 1, "next_issue")], verdicts, 50, KINDS).reason == reason


def test_an_article_that_contacts_ask_for_is_not_unneeded():
    asked = [Asked(f"pay bill {number}x", {"bill": 0.9}, shown=["bill"]) for number in range(20)]
    faq = [BILL, article("fax", "Fax numbers", "All about fax machines.")]
    assert "unneeded" in {gap.kind for gap in contacts_of(faq, asked, [journey(0, SEEN)]).gaps}
    assert "unneeded" not in {gap.kind for gap in contacts_of(faq, asked, [journey(1, SEEN, n=2)]).gaps}


def test_examples_and_limits_of_gap_settings_hold_with_contacts():
    found = contacts_of(
        [BILL], ASKED, [journey(0, VAIN)], searched={0: [f"words {n}" for n in range(9)]},
        gap_settings=GapSettings(max_words=7, min_need_queries=1),
    )  # fmt: skip
    assert found.gap("not_found").customer_words == tuple(f"words {n}" for n in range(7))
