"""Contacts and money on the work list: page, workbook, terminal."""

import io
from dataclasses import replace

import openpyxl
import pytest

from faqeval.config import ReportSettings
from faqeval.gaps import shown_pairs
from faqeval.pipeline.glossary import GLOSSARY
from faqeval.records import Message
from faqeval.report import say, summary_in_words
from faqeval.report.files.xlsx import xlsx_bytes
from faqeval.report.page.html import html_text
from faqeval.report.page.view import Page, page_view
from faqeval.report.page.work_items import is_urgent
from tests.factories import message, tiny_evaluation
from tests.journey_factory import tiny_evaluation_with_contacts


@pytest.fixture(scope="module")
def view() -> Page:
    return page_view(tiny_evaluation_with_contacts(), ReportSettings())


def test_line_says_contacts_avoidable_ones_and_money_with_their_ranges(view: Page) -> None:
    item = view.first[0]
    assert (item.kind, item.avoidable, item.contacts) == ("not_resolving", "12 (9.9–16)", "210 contacts")
    assert (item.saved, item.rests_on, item.need_anchor) == ("98 (78–123) USD", "from 180 readings", "n1")


def test_order_is_that_of_the_gaps_and_the_page_says_by_what(view: Page) -> None:
    assert [item.number for item in view.first] == [1, 3, 4, 5, 6]
    assert "how many contacts a month each would avoid" in view.work_note
    assert "would avoid most contacts a month is number 1" in view.work_intro
    plain = page_view(tiny_evaluation(), ReportSettings())
    assert "how many questions each would help" in plain.work_note
    assert "would help most questions is number 1" in plain.work_intro


def test_line_that_helps_nobody_is_not_urgent_with_contacts_either(view: Page) -> None:
    assert "unneeded" not in {item.kind for item in view.first}
    gap = tiny_evaluation().gaps[0]
    assert not is_urgent(replace(gap, priority=0.0))
    assert is_urgent(replace(gap, priority=0.0, contacts=3))
    assert not is_urgent(replace(gap, priority=0.0, contacts=3, demand=0))


def test_page_shows_them(view: Page) -> None:
    html = html_text(view)
    assert "<strong>avoids 12 (9.9–16) contacts a month</strong>" in html
    assert "saves 98 (78–123) USD a month" in html
    assert "32 of 90 customers" in html
    assert "What comes next: " in html


def test_new_kinds_explain_no_match() -> None:
    evaluation = tiny_evaluation_with_contacts()
    assert shown_pairs(evaluation.gaps, evaluation.articles, GLOSSARY.kinds)


@pytest.mark.parametrize(
    ("advice", "said"),
    [
        (
            message("advice.not_resolving", title="Bill", share=0.222, usual=0.05),
            "Complete “Bill”: after 22 % of its readings the customer contacted you about the same thing (usual: 5 %).",
        ),
        (
            message("advice.next_issue", title="Moved", other="New cheques", lift=2.0),
            "Answer “New cheques” in “Moved”, or link to it there. It comes next 2 times as often as by chance.",
        ),
        (
            message("advice.not_found.searched", title="Bill", words=("invoice high",)),
            "Write “invoice high” in “Bill”. Customers searched for that, never saw it, and contacted you.",
        ),
        (
            message("advice.not_found.searched", title="Bill", words=()),
            "Make “Bill” easier to find. Customers searched, never saw it, and contacted you.",
        ),
    ],
)
def test_new_advice_is_said(advice: Message, said: str) -> None:
    assert say(advice) == said


def test_workbook_has_columns_of_contacts_only_where_they_were_given() -> None:
    sheet = openpyxl.load_workbook(io.BytesIO(xlsx_bytes(tiny_evaluation_with_contacts())))["Work list"]
    heading = [cell.value for cell in sheet[1]]
    at = heading.index("Contacts")
    assert heading[at : at + 7] == [
        "Contacts", "Avoidable contacts a month", "Lowest", "Highest", "Saved a month, USD", "Lowest", "Highest",
    ]  # fmt: skip
    assert [cell.value for cell in sheet[2]][at : at + 7] == [210, 12.4, 9.9, 15.5, 98.2, 78.4, 122.6]
    assert [cell.value for cell in sheet[5]][at : at + 7] == [0, None, None, None, None, None, None]
    assert heading[at + 7 :][0] == "How sure"
    plain = openpyxl.load_workbook(io.BytesIO(xlsx_bytes(tiny_evaluation())))["Work list"]
    assert "Contacts" not in [cell.value for cell in plain[1]]


def test_terminal_names_the_share_logged_in_and_what_can_be_avoided() -> None:
    words = summary_in_words(tiny_evaluation_with_contacts())
    joined = " ".join(words.split())
    assert "31 % (29–33 %) came from customers who were logged in" in joined
    assert "About 20 (18–24) contacts a month could be avoided." in joined
    assert "12 (9.9–16) contacts a month, M" in words
    assert len(words.splitlines()) <= 30
    assert max(map(len, words.splitlines())) <= 100
