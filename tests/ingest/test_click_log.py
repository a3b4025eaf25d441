"""Click logs given as judgments: known by their columns, added up, and never a judgment."""

from typing import Any

import pandas as pd
import pytest

from faqeval.config import IngestSettings
from faqeval.errors import NothingUsable
from faqeval.ingest import JudgmentsRead, read_judgments, read_queries
from faqeval.records import Queries

SETTINGS = IngestSettings(max_reject_share=1)


@pytest.fixture(scope="module")
def queries() -> Queries:
    frame = pd.DataFrame({"id": ["q1", "q2", "q3"], "text": ["pay bill", "Pay bill?", "lost card"], "language": "en"})
    return read_queries(frame, SETTINGS, languages=("en",), prior={}).queries


def _read(rows: list[dict[str, Any]], queries: Queries | None = None) -> JudgmentsRead:
    return read_judgments(pd.DataFrame(rows, dtype=object), SETTINGS, queries)


def _clicks(read: JudgmentsRead) -> list[tuple[Any, ...]]:
    columns = read.clicks[["query_id", "article_id", "rank", "clicks", "shown"]]
    return list(columns.itertuples(index=False, name=None))


def test_totals_per_result_are_added_up_over_spellings(queries: Queries) -> None:
    rows = [
        {"query": "pay bill", "article_id": "a", "rank": 1, "clicks": 4, "impressions": 10},
        {"query": "PAY BILL", "article_id": "a", "rank": 1, "clicks": 3, "impressions": 20},
        {"query": "lost card", "article_id": "b", "rank": 2, "clicks": 1, "impressions": ""},
        {"query": "lost card", "article_id": "b", "rank": 2, "clicks": 1, "impressions": 7},
    ]
    for order in (rows, rows[::-1]):
        read = _read(order, queries)
        assert _clicks(read) == [("q1", "a", 1, 7, 30), ("q3", "b", 2, 2, 0)]
        assert len(read.table) == 0
        assert read.n_used == 4


def test_of_a_visits_file_the_clicks_are_read_and_one_session_counts_once(queries: Queries) -> None:
    visit = {"at": "2026-11-01T10:00", "query": "pay bill", "article_id": "a", "rank": "2"}
    rows = [
        {"session_id": "s1", "event": "search", **visit, "article_id": "", "rank": ""},
        {"session_id": "s1", "event": "click", **visit},
        {"session_id": "s1", "event": "click", **visit},
        {"session_id": "s2", "event": "Click", **visit},
    ]
    read = _read(rows, queries)
    assert _clicks(read) == [("q1", "a", 2, 2, 0)]
    assert read.notes == ("judgments table: 1 rows are no clicks and were passed over",)
    assert len(read.rejects) == 0


def test_a_file_with_relevance_is_no_click_log() -> None:
    read = _read([{"query_id": "1", "article_id": "a", "rank": 1, "clicks": 3, "relevance": 0}])
    assert (len(read.table), len(read.clicks)) == (1, 0)


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ({"rank": "first"}, "rank is not a whole number from 1"),
        ({"rank": 0}, "rank is not a whole number from 1"),
        ({"article_id": ""}, "a click without article_id"),
        ({"clicks": "many"}, "clicks or shown is not a whole number, or there are more clicks than showings"),
        ({"clicks": 5, "shown": 4}, "clicks or shown is not a whole number, or there are more clicks than showings"),
        ({"clicks": "9" * 40}, "clicks or shown is not a whole number, or there are more clicks than showings"),
        ({"query": ""}, "neither query_id nor text"),
        ({"query": "else"}, "its query is not in the queries file, or its id stands for several"),
    ],
)
def test_unusable_rows_are_rejected(row: dict[str, Any], reason: str, queries: Queries) -> None:
    good = {"query": "lost card", "article_id": "b", "rank": 1, "clicks": 1, "shown": 2}
    read = _read([good, {**good, **row}], queries)
    assert read.rejects["reason"].tolist() == [reason]
    assert len(read.clicks) == 1


def test_a_log_without_usable_rows_stops() -> None:
    with pytest.raises(NothingUsable, match="click log file must have at least one usable row"):
        _read([{"query": "x", "article_id": "a", "rank": 0, "clicks": 1}])
