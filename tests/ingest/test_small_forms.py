"""Dates, codes, ids and column names in their many written forms."""

import datetime

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from faqeval.ingest.cells.aliases import ALIASES
from faqeval.ingest.cells.cells import cell_text, is_empty, texts
from faqeval.ingest.cells.channels import channel_code
from faqeval.ingest.cells.columns import folded_name, match_columns
from faqeval.ingest.cells.language_codes import language_code
from faqeval.ingest.cells.moments import iso_moments
from faqeval.ingest.cells.natural_order import natural_key


@pytest.mark.parametrize(
    ("written", "moment"),
    [
        ("2026-11-30", "2026-11-30"),
        ("20261130", "2026-11-30"),
        ("2026-11-30T12:05:09", "2026-11-30T12:05:09"),
        ("2026-11-30 12:05", "2026-11-30T12:05:00"),
        ("2026-11-30T12:05:09.123Z", "2026-11-30T12:05:09Z"),
        ("2026-11-30T12:05:09+02:00", "2026-11-30T10:05:09Z"),
        ("30.11.2026", "2026-11-30"),
        ("30/11/26 08:15", "2026-11-30T08:15:00"),
        ("30-11-2026 08.15", "2026-11-30T08:15:00"),
        ("2026/11/30", "2026-11-30"),
        ("11/30/2026 12:05 AM", "2026-11-30T00:05:00"),
        (1_764_504_300, "2025-11-30T12:05:00Z"),
        (1_764_504_300_000, "2025-11-30T12:05:00Z"),
        (datetime.datetime(2026, 11, 30, 12, 5), "2026-11-30T12:05:00"),
        (datetime.date(2026, 11, 30), "2026-11-30"),
        (pd.Timestamp("2026-11-30 12:05"), "2026-11-30T12:05:00"),
        ("31.02.2026", ""),
        ("soon", ""),
        ("", ""),
        (None, ""),
        ("9" * 1_000, ""),
        ("0000-00-00 00:00:00", ""),
    ],
)
def test_moments_become_iso(written: object, moment: str) -> None:
    assert iso_moments([written]) == [moment]


def test_the_column_decides_which_number_is_the_day() -> None:
    assert iso_moments(["3/4/2026", "30/4/2026"]) == ["2026-04-03", "2026-04-30"]
    assert iso_moments(["3/4/2026", "4/30/2026"]) == ["2026-03-04", "2026-04-30"]
    assert iso_moments(["3/4/2026"]) == ["2026-04-03"]


@given(st.text(max_size=30))
def test_no_text_breaks_the_reading_of_moments(text: str) -> None:
    assert isinstance(iso_moments([text])[0], str)


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("no", "nb"), ("nb-NO", "nb"), ("nob", "nb"), ("nn", "nn"), ("nn-NO", "nn"), ("sv-SE", "sv"), ("SV_se", "sv"),
        ("en-us", "en"), ("Dansk", "da"), ("deutsch", "de"), ("fi", "fi"), ("pt-BR", "pt"), ("", ""), ("und", ""),
        ("se", ""), ("hej hopp", ""), ("zh-Hant-TW", "zh"),
    ],
)  # fmt: skip
def test_language_codes(written: str, code: str) -> None:
    assert language_code(written) == code


@pytest.mark.parametrize(
    ("written", "code"),
    [("Chat", "chat"), ("e-post", "email"), ("TELEFON", "call"), ("site_search", "search"), ("Anna", ""), ("", "")],
)
def test_channels(written: str, code: str) -> None:
    assert channel_code(written) == code


@given(st.lists(st.text("q019-", max_size=6), max_size=10))
def test_natural_order_is_one_order(ids: list[str]) -> None:
    backwards = list(reversed(ids))
    assert sorted(ids, key=natural_key) == sorted(backwards, key=natural_key)


def test_natural_order_counts() -> None:
    ids = ["q10", "q9", "q1", "10", "9", "2", "a", "q" + "9" * 5_000]
    assert sorted(ids, key=natural_key)[:6] == ["2", "9", "10", "a", "q1", "q9"]


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        (None, ""), (float("nan"), ""), (7, "7"), (7.0, "7"), (7.25, "7.25"), (True, "true"), ("  x", "  x"),
        (["a", None, 2], "a, 2"), (np.array(["a", "b"]), "a, b"), ({"a": 1}, ""), (float("inf"), "inf"),
    ],
)  # fmt: skip
def test_cells_become_text(cell: object, text: str) -> None:
    assert cell_text(cell) == text
    assert texts([cell]) == [text]


def test_empty_cells() -> None:
    assert [is_empty(cell) for cell in (None, float("nan"), " \n", 0, "x", [])] == [
        True,
        True,
        True,
        False,
        False,
        False,
    ]


def test_column_names_match_without_case_blank_and_underscore() -> None:
    assert match_columns("queries", ["ASKED AT", "Search-Term"], {}) == {"text": "Search-Term", "asked_at": "ASKED AT"}


def test_our_own_name_wins_over_an_alias() -> None:
    found = match_columns("articles", ["name", "text", "title", "id", "body"], {})
    assert (found["title"], found["body"]) == ("title", "body")


def test_one_column_is_not_read_twice() -> None:
    found = match_columns("queries", ["query", "id"], {})
    assert found == {"text": "query", "id": "id"}
    for kind, aliases in ALIASES.items():
        for name in {name for names in aliases.values() for name in names}:
            assert len(match_columns(kind, [name], {})) == 1, (kind, name)


def test_folded_names_are_the_same_for_composed_and_decomposed_letters() -> None:
    assert folded_name("Fra\u030aga") == folded_name("fråga")
