"""Totals, a tool's own words and what the company wrote are never taken for customers' words."""

from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from faqeval.config import IngestSettings
from faqeval.ingest import QueriesRead, read_queries
from faqeval.ingest.engines import Engine
from tests.ingest.log_factory import column, event, visits


def _read(source: Any) -> QueriesRead:
    frame = source if isinstance(source, Path) else pd.DataFrame(source)
    return read_queries(frame, IngestSettings(), languages=("en",), prior={"en": 1.0})


def _asked(read: QueriesRead) -> dict[str, int]:
    return dict(zip(read.queries.table["text"], read.queries.table["count"], strict=True))


@pytest.mark.parametrize(
    "word", ["(not set)", "(other)", "(data not available)", "<empty>", "#N/A", "null", "(Not Set)"]
)
def test_a_tools_own_word_is_never_the_most_asked_query(word: str) -> None:
    read = _read({"text": [word, "reset password"], "count": [420, 12]})
    assert _asked(read) == {"reset password": 12}
    assert read.rejects["reason"].tolist() == ["a tool's own word, such as (not set), and no customer's"]


@pytest.mark.parametrize("total", ["Total", "Summa:", "Gesamt", "i alt", "Search term", "Totaal"])
@pytest.mark.parametrize("place", [0, 3])
def test_a_row_that_adds_up_the_others_is_set_aside(total: str, place: int) -> None:
    texts, counts = ["reset password", "pay", "track"], ["1,204", "700", "546"]
    texts.insert(place, total)
    counts.insert(place, "2,450")
    read = _read({"text": texts, "count": counts})
    assert sum(_asked(read).values()) == 2450
    assert read.rejects["reason"].tolist() == ["a total of the other rows"]


def test_a_grand_total_is_no_query_whatever_it_counts() -> None:
    assert _asked(_read({"text": ["pay", "Grand total"], "count": [5, 9]})) == {"pay": 5}


def test_customers_may_search_for_a_total() -> None:
    asked = {"total": 3, "pay": 5, "card (lost)": 1, "null and void": 2}
    assert _asked(_read({"text": list(asked), "count": list(asked.values())})) == asked


@pytest.mark.parametrize(
    ("name", "customer", "company"),
    [
        ("sender_type", "user", "bot"),
        ("role", "End-User", "assistant"),
        ("Direction", "inbound", "outbound"),
        ("Avsändare", "Kund", "Handläggare"),
        ("participant", "Customer", "Anna"),
    ],
)
def test_only_what_customers_wrote_is_asked(name: str, customer: str, company: str) -> None:
    read = _read({name: [customer, company, company], "message": ["lost card", "How can I help?", "Bye"]})
    assert _asked(read) == {"lost card": 1}
    assert set(read.rejects["reason"]) == {"not written by a customer, as its column says"}


def test_a_column_of_names_says_nothing_about_who_is_a_customer() -> None:
    assert _read({"sender": ["Anna", "Kim"], "text": ["lost card", "pay bill"]}).n_used == 2


def test_names_of_columns_in_the_middle_are_no_query(tmp_path: Path) -> None:
    path = tmp_path / "queries.csv"
    path.write_text("text,count\npay,2\ntext,count\ntrack,3\n", encoding="utf-8")
    read = _read(path)
    assert _asked(read) == {"pay": 2, "track": 3}
    assert read.rejects["line"].tolist() == [3]


def test_a_search_without_words_has_none(duck: Engine) -> None:
    rows = [event("s", "09:00:00", "search", query=words) for words in ("(not set)", "card (lost)")]
    assert [words is None for words in column(visits(rows, duck), "words")].count(True) == 1
