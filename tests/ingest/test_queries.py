"""Queries: equal ones fold, every row is counted somewhere, and the order of the rows leaves no trace."""

import random as pyrandom
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from faqeval.config import IngestSettings
from faqeval.errors import ColumnMissing
from faqeval.ingest import QueriesRead, public_phones, read_judgments, read_queries, text_article
from faqeval.records import QUERY_COLUMNS
from faqeval.text import fold

SETTINGS = IngestSettings(max_reject_share=1)
UNMASKED = IngestSettings(max_reject_share=1, mask_personal_data=False)


def _read(rows: Any, settings: IngestSettings = SETTINGS, languages: tuple[str, ...] = ("sv", "en")) -> QueriesRead:
    return read_queries(pd.DataFrame(rows), settings, languages=languages, prior={})


def test_equal_queries_fold_into_one_row_with_everything_summed_up() -> None:
    rows = {
        "id": ["q10", "q9", "q2", "q3"],
        "text": ["Glömt PIN?", "glömt  pin", "glömt pin", "betala räkningen"],
        "count": [2, 3, 1, 7],
        "channel": ["chat", "search", "", "phone"],
        "asked_at": ["2026-02-01", "2026-01-31T10:00", "soon", ""],
        "language": "sv",
    }
    read = _read(rows)
    assert read.queries.table.to_dict("records") == [
        {"query_id": "q3", "text": "betala räkningen", "language": "sv", "count": 7, "channel": "call",
         "first_asked_at": "", "last_asked_at": ""},
        {"query_id": "q2", "text": "glömt pin", "language": "sv", "count": 6, "channel": "search|chat",
         "first_asked_at": "2026-01-31T10:00:00", "last_asked_at": "2026-02-01"},
    ]  # fmt: skip
    assert read.queries.row_ids == ("q10", "q9", "q2", "q3")
    assert read.queries.row_query.tolist() == [1, 1, 1, 0]
    assert (read.n_read, read.n_used) == (4, 4)


def test_the_table_has_its_columns_and_types() -> None:
    table = _read({"text": ["hej du"]}).queries.table
    assert {name: str(table[name].dtype) for name in table} == QUERY_COLUMNS
    assert list(table.index) == [0]


def test_rows_without_an_id_have_their_number() -> None:
    read = _read({"text": ["hej du", "?", "tack så mycket"]})
    assert read.queries.row_ids == ("0", "2")
    assert read.rejects.to_dict("records") == [
        {"file": "queries table", "line": 2, "reason": "text without a letter or digit"}
    ]
    assert _read({"text": ["hej", "du"], "id": ["x", None]}).queries.row_ids == ("x", "1")


def test_the_commonest_spelling_stands_for_the_query() -> None:
    assert _read({"text": ["PIN", "pin", "pin", "Pin!"], "count": [1, 1, 1, 5]}).queries.table["text"].tolist() == [
        "Pin!"
    ]
    assert _read({"text": ["pin", "PIN"]}).queries.table["text"].tolist() == ["PIN"]  # as often: the first by alphabet


def test_the_same_text_in_two_declared_languages_is_two_queries() -> None:
    read = _read({"text": ["refund", "refund"], "language": ["en-GB", "nb"]})
    assert read.queries.table["language"].tolist() == ["en", "nb"]


def test_an_undeclared_language_is_the_same_for_all_spellings() -> None:
    texts = ["hur betalar jag räkningen", "HUR BETALAR JAG RÄKNINGEN?", "Hur betalar jag räkningen!!"]
    read = _read({"text": texts, "language": ["", None, "und"]})
    assert read.queries.table["language"].tolist() == ["sv"]


def test_an_unsupported_language_keeps_its_code() -> None:
    assert _read({"text": ["miten maksan"], "language": ["fi"]}).queries.table["language"].tolist() == ["fi"]


@pytest.mark.parametrize(
    ("count", "total"),
    [(3, 3), (3.0, 3), ("3", 3), ("1 200", 1_200), ("", 1), (None, 1), (0, 0), (-1, 0), (1.5, 0), ("x", 0), (10**12, 0),
     ("1e3", 0), ("٣", 0)],
)  # fmt: skip
def test_counts_are_whole_numbers_from_one(count: Any, total: int) -> None:
    read = _read({"text": ["sure", "asked"], "count": pd.Series([1, count], dtype=object)})
    assert read.queries.table["count"].sum() == 1 + total
    assert len(read.rejects) == (total == 0)


def test_personal_data_is_masked_before_anything_is_kept() -> None:
    texts = ["mitt nummer är 850709-9805", "mitt nummer är 701123-9880", "skriv till anna.berg@example.org"]
    read = _read({"text": texts, "language": "sv"})
    kept = repr(read.queries.table.to_dict("records"))
    assert not any(secret in kept for secret in ("9805", "9880", "anna"))
    assert len(read.queries.table) == 2  # two numbers, one query
    open_read = _read({"text": texts}, IngestSettings(mask_personal_data=False))
    assert len(open_read.queries.table) == 3


def test_a_phone_number_that_stands_in_the_articles_is_no_customers() -> None:
    article = text_article("a", "Ring oss", "Vi svarar på 0771-12 34 56.", "sv", SETTINGS)
    texts = ["är 0771 123456 ert nummer", "ring mig på 070-174 06 05"]
    frame = pd.DataFrame({"text": texts, "language": "sv"})
    read = read_queries(frame, SETTINGS, languages=("sv",), prior={}, public_phones=public_phones([article]))
    assert set(read.queries.table["text"]) == {texts[0], "ring mig på [PHONE]"}
    judged = read_judgments(pd.DataFrame({"text": texts, "article_id": "a"}), SETTINGS, read.queries)
    assert set(judged.table["query_id"]) == set(read.queries.table["query_id"])


@pytest.mark.parametrize("place", range(70, 125, 3))
def test_a_number_across_the_cut_leaves_no_half(place: int) -> None:
    text = "a " * (place // 2) + "850709-9805 anna.berg@example.org " + "b " * 2_000
    settings = IngestSettings(max_text_characters=100)
    read = read_queries(pd.DataFrame({"text": [text], "language": ["sv"]}), settings, languages=("sv",), prior={})
    (kept,) = read.queries.table["text"]
    assert len(kept) <= 100
    assert "850" not in kept
    assert "anna" not in kept
    assert read.notes == ("queries table: 1 queries were cut to 100 characters",)
    assert read.n_used == 1


@pytest.mark.parametrize("text", ["", " \n", None, "😀", "?!", "\u200b\ufeff", "\ud800", "\x00"])
def test_rows_without_words_are_rejected(text: str | None) -> None:
    read = _read({"text": pd.Series(["hej du", text], dtype=object)})
    assert read.n_used == 1
    assert read.rejects["line"].tolist() == [2]


def test_surrogates_and_control_characters_do_not_come_through() -> None:
    assert _read({"text": pd.Series(["hej\ud83d\x00 du"], dtype=object)}).queries.table["text"].tolist() == ["hej du"]


def test_an_id_of_two_queries_stays_unique_in_the_table() -> None:
    read = _read({"id": ["7", "7", "7~2"], "text": ["andra frågan", "första frågan", "tredje frågan"]})
    assert read.queries.table["query_id"].tolist() == ["7", "7~3", "7~2"]
    assert read.queries.row_ids == ("7", "7", "7~2")


def test_a_text_column_is_required_and_others_are_ignored() -> None:
    with pytest.raises(ColumnMissing, match="'text'"):
        _read({"id": ["1"]})
    assert _read({"text": ["hej du"], "article_ids": [["a", "b"]], "split": ["x"]}).n_used == 1


WORDS = ["hur betalar jag", "Hur betalar jag?", "HUR  BETALAR JAG", "glömt pin", "glömt PIN!", "hej", "?", ""]
ROWS = st.lists(
    st.fixed_dictionaries(
        {
            "text": st.sampled_from(WORDS) | st.text(max_size=12),
            "count": st.sampled_from([1, 2, 5, "", "x", 0, 2.0]),
            "language": st.sampled_from(["sv", "nb-NO", "", None]),
            "channel": st.sampled_from(["chat", "search", "other", None]),
            "asked_at": st.sampled_from(["2026-01-01", "2026-03-01T10:00", "soon", None]),
        }
    ),
    max_size=12,
)


@settings(max_examples=60, deadline=None)
@given(ROWS, st.randoms(use_true_random=False))
def test_folding_loses_no_count_and_no_order(rows: list[dict[str, Any]], random: pyrandom.Random) -> None:
    rows = [
        {"id": f"q{place}", **row}
        for place, row in enumerate([*rows, {"text": "hej du", "count": 2, "language": "sv"}])
    ]
    shuffled = list(rows)
    random.shuffle(shuffled)
    # as written: two addresses that become one tag would be two texts for the slow way
    one, other = (_read(pd.DataFrame(order, dtype=object), UNMASKED) for order in (rows, shuffled))
    pd.testing.assert_frame_equal(one.queries.table, other.queries.table)
    assert one.checksum == other.checksum
    assert one.n_read == len(rows) == one.n_used + len(one.rejects)
    lines = set(one.rejects["line"])
    usable = [row for line, row in enumerate(rows, start=1) if line not in lines]
    counts = [int(row["count"] or 1) for row in usable]
    assert one.queries.table["count"].sum() == sum(counts)
    assert (
        np.bincount(one.queries.row_query, weights=counts).astype(int).tolist() == one.queries.table["count"].tolist()
    )
    _check_folds(one, [str(row["text"]) for row in usable])


def _check_folds(read: QueriesRead, texts: list[str]) -> None:
    """Compare with folding one by one, the slow and obvious way."""
    table = read.queries.table
    keys = list(zip(table["text"].map(fold), table["language"], strict=True))
    assert keys == sorted(set(keys))
    for text, row in zip(texts, read.queries.row_query, strict=True):
        assert fold(text) == keys[row][0]
    for name in ("query_id",):
        assert table[name].is_unique


def test_a_file_and_its_table_give_the_same_queries(tmp_path: Path) -> None:
    frame = pd.DataFrame({"id": ["a", "b"], "text": ["hej du", "hej då"], "count": [1, 2]})
    frame.to_csv(tmp_path / "q.csv", index=False)
    from_file = read_queries(tmp_path / "q.csv", SETTINGS, languages=("sv",), prior={})
    pd.testing.assert_frame_equal(from_file.queries.table, _read(frame, languages=("sv",)).queries.table)
    assert from_file.source == "q.csv"
    assert len(from_file.checksum) == 64
