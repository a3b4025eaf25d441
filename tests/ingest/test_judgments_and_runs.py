"""Judgments and search runs: tied to queries by any id or spelling, contradictions set aside."""

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from faqeval.config import IngestSettings
from faqeval.errors import ColumnMissing, NothingUsable
from faqeval.ingest import TableRead, read_judgments, read_queries, read_search_run
from faqeval.records import Queries

SETTINGS = IngestSettings(max_reject_share=1)


@pytest.fixture(scope="module")
def queries() -> Queries:
    frame = pd.DataFrame(
        {"id": ["q1", "q2", "q3", "q4", "q4"], "text": ["pay bill", "Pay bill?", "lost card", "hello", "goodbye"],
         "language": "en"}
    )  # fmt: skip
    return read_queries(frame, SETTINGS, languages=("en",), prior={}).queries


def _judge(rows: list[dict[str, Any]], queries: Queries | None = None) -> TableRead:
    return read_judgments(pd.DataFrame(rows, dtype=object), SETTINGS, queries)


def _run(rows: list[dict[str, Any]], queries: Queries | None = None) -> TableRead:
    return read_search_run(pd.DataFrame(rows, dtype=object), SETTINGS, queries)


def _records(read: TableRead, *columns: str) -> list[tuple[Any, ...]]:
    return list(read.table[list(columns)].itertuples(index=False, name=None))


def test_judgments_of_a_file_without_relevance_are_one(queries: Queries) -> None:
    read = _judge([{"query_id": "q2", "article_id": "a"}, {"query_id": "q3", "article_id": "b"}])
    assert _records(read, "query_id", "article_id", "relevance") == [("q2", "a", 1), ("q3", "b", 1)]
    assert str(read.table["relevance"].dtype) == "int64"


def test_a_row_with_an_empty_relevance_is_not_judged_and_counted_in_a_note() -> None:
    rows = [
        {"query_id": "1", "article_id": "a", "relevance": ""},
        {"query_id": "2", "article_id": "b", "relevance": None},
        {"query_id": "3", "article_id": "c", "relevance": "0"},
    ]
    read = _judge(rows)
    assert _records(read, "query_id", "relevance") == [("3", 0)]
    assert len(read.rejects) == 0
    assert read.notes == ("judgments table: 2 rows have no relevance: not judged",)
    with pytest.raises(NothingUsable, match="relevance is empty: not judged"):
        _judge(rows[:2])


def test_a_text_that_was_quoted_for_spreadsheets_is_read_as_it_was() -> None:
    read = _judge([{"query_id": "'-5", "text": "'=what is this", "article_id": "'@home"}])
    assert _records(read, "query_id", "text", "article_id") == [("-5", "=what is this", "@home")]


def test_one_judgment_serves_all_spellings(queries: Queries) -> None:
    by_id = _judge([{"query_id": "q2", "article_id": "a"}], queries)
    by_text = _judge([{"text": "PAY  bill!!", "article_id": "a"}], queries)
    for read in (by_id, by_text):
        assert _records(read, "query_id", "text", "article_id") == [("q1", "Pay bill?", "a")]


def test_rows_about_other_queries_are_set_aside_and_are_no_fault(queries: Queries) -> None:
    frame = pd.DataFrame(
        [{"query_id": "q1", "article_id": "a"}, *({"query_id": f"z{n}", "article_id": "a"} for n in range(9))]
    )
    read = read_judgments(frame, IngestSettings(max_reject_share=0), queries)
    assert len(read.table) == 1
    assert read.rejects["line"].tolist() == list(range(2, 11))
    with pytest.raises(NothingUsable, match="not in the queries file"):
        _judge([{"query_id": "z", "article_id": "a"}], queries)


def test_an_id_of_several_queries_needs_the_text(queries: Queries) -> None:
    assert _records(_judge([{"query_id": "q4", "text": "Goodbye", "article_id": "a"}], queries), "text") == [
        ("goodbye",)
    ]
    with pytest.raises(NothingUsable, match="stands for several"):
        _judge([{"query_id": "q4", "article_id": "a"}], queries)


def test_a_list_of_articles_gives_a_row_each_and_an_empty_one_says_none(tmp_path: Path) -> None:
    lines = [{"id": "1", "text": "x y", "article_ids": ["a", "b"]}, {"id": "2", "text": "z", "article_ids": []}]
    path = tmp_path / "queries.jsonl"
    path.write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
    read = read_judgments(path, SETTINGS)
    assert _records(read, "query_id", "article_id", "relevance") == [("1", "a", 1), ("1", "b", 1), ("2", "", 1)]
    pd.DataFrame(lines).assign(article_ids=['["a", "b"]', "[]"]).to_csv(tmp_path / "q.csv", index=False)
    pd.testing.assert_frame_equal(read_judgments(tmp_path / "q.csv", SETTINGS).table, read.table)


def test_judgments_that_contradict_each_other_say_nothing() -> None:
    rows = [
        {"query_id": "1", "article_id": "a", "relevance": 1},
        {"query_id": "1", "article_id": "a", "relevance": 0},
        {"query_id": "1", "article_id": "b", "relevance": 1},
        {"query_id": "1", "article_id": "", "relevance": 1},
        {"query_id": "1", "article_id": "b", "relevance": 1},
        {"query_id": "1", "article_id": "c", "relevance": 2},
        {"query_id": "", "article_id": "c", "relevance": 1},
    ]
    for order in (rows, rows[::-1]):
        read = _judge(order)
        assert _records(read, "query_id", "article_id", "relevance") == [("1", "b", 1)]
        assert read.n_read == 7 == read.n_used + len(read.rejects)
        assert Counter(reason[:25] for reason in read.rejects["reason"]) == {
            "the same query and articl": 2,
            "judged as answered by no ": 1,
            "the same as another row, ": 1,
            "relevance is neither 0 no": 1,
            "neither query_id nor text": 1,
        }


def test_judged_texts_are_masked() -> None:
    read = _judge([{"text": "skriv till anna.berg@example.org", "article_id": "a"}])
    assert "anna" not in read.table["text"].iloc[0]


def test_a_trec_run_is_read(tmp_path: Path, queries: Queries) -> None:
    path = tmp_path / "run.txt"
    path.write_text("q2 Q0 a 1 9.5 x\nq2 Q0 b 2 9.1 x\nbroken line\nq3\tQ0\ta\t1\t7\tx\n", encoding="utf-8")
    read = read_search_run(path, SETTINGS, queries)
    assert _records(read, "query_id", "article_id", "rank") == [("q1", "a", 1), ("q1", "b", 2), ("q3", "a", 1)]
    assert read.rejects["line"].tolist() == [3]


def test_ranks_that_begin_at_zero_are_moved_up(tmp_path: Path) -> None:
    path = tmp_path / "run.trec"
    path.write_text("1 Q0 a 0 9 x\n1 Q0 b 1 8 x\n", encoding="utf-8")
    read = read_search_run(path, SETTINGS)
    assert _records(read, "article_id", "rank") == [("a", 1), ("b", 2)]
    assert "moved up" in read.notes[0]


def test_two_rows_folded_into_one_query_keep_the_better_rank(queries: Queries) -> None:
    rows = [{"query_id": "q1", "article_id": "a", "rank": 3}, {"query_id": "q2", "article_id": "a", "rank": 1}]
    for order in (rows, rows[::-1]):
        assert _records(_run(order, queries), "query_id", "article_id", "rank") == [("q1", "a", 1)]


def test_a_query_without_results_can_say_so(queries: Queries) -> None:
    rows: list[dict[str, Any]] = [
        {"query_id": "q3", "article_id": "", "rank": ""},
        {"query_id": "q1", "article_id": "a", "rank": 1},
        {"query_id": "q1", "article_id": None, "rank": 0},
    ]
    read = _run(rows, queries)
    assert _records(read, "query_id", "article_id", "rank") == [("q1", "a", 1), ("q3", "", 0)]


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ({"query_id": "1", "article_id": "a", "rank": "first"}, "rank is not a whole number"),
        ({"query_id": "1", "article_id": "a", "rank": -1}, "rank is not a whole number"),
        ({"query_id": "1", "article_id": "a", "rank": "9" * 30}, "rank is not a whole number"),
        ({"query_id": "1", "article_id": "", "rank": 2}, "no article_id"),
        ({"query_id": "", "article_id": "a", "rank": 2}, "neither query_id nor text"),
    ],
)
def test_unusable_rows_of_a_run_are_rejected(row: dict[str, Any], reason: str) -> None:
    read = _run([{"query_id": "0", "article_id": "a", "rank": 1}, row])
    assert read.rejects["reason"].tolist() == [reason]


def test_columns_are_required() -> None:
    with pytest.raises(ColumnMissing, match="'query_id' or 'text'"):
        _judge([{"article_id": "a"}])
    with pytest.raises(ColumnMissing, match="'article_id'"):
        _judge([{"query_id": "a"}])
    with pytest.raises(ColumnMissing, match="'rank'"):
        _run([{"query_id": "a", "article_id": "b"}])
