"""Numbers as people write them: marks of thousands and decimals are decided for a whole column."""

from decimal import Decimal
from typing import Any

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from faqeval.config import IngestSettings
from faqeval.ingest import read_queries
from faqeval.ingest.cells.numbers import plain_durations, plain_numbers, whole_number
from faqeval.ingest.engines import Engine
from tests.ingest.log_factory import column, contact, contacts


@pytest.mark.parametrize(
    ("written", "plain"),
    [
        (["1,204", "640"], ["1204", "640"]),
        (["1.204", "640"], ["1204", "640"]),
        (["1 204", "1\u00a0010", "1\u202f300", "1\u2009010"], ["1204", "1010", "1300", "1010"]),
        (["1'204", "1’204’000"], ["1204", "1204000"]),
        (["1,204", "5.0"], ["1204", "5.0"]),
        (["1.204", "5,0"], ["1204", "5.0"]),
        (["1.204", "5.0"], ["1204", "5.0"]),
        (["2.000", "5.0"], ["2.000", "5.0"]),
        (["1,204,000", "1,204"], ["1204000", "1204"]),
        (["1,23,456"], ["123456"]),
        (["1.204,00", "1,204.00"], ["1204.00", "1204.00"]),
        (["3.000", "12.000", "1.000"], ["3.000", "12.000", "1.000"]),
        (["3.000", "640"], ["3000", "640"]),
        (["8.5%", "(not set)", "<10", "12,34,5", "1,2,3", ",", "1.2.3.4"],) * 2,
        ([1204.0, 1.204, 7], ["1204", "1.204", "7"]),
    ],
    ids=lambda cells: "·".join(map(str, cells)),
)
def test_counts_keep_their_thousands(written: list[Any], plain: list[str]) -> None:
    assert plain_numbers(written, whole=True) == plain


@pytest.mark.parametrize(
    ("written", "plain"),
    [
        (["1.234", "12.500"], ["1.234", "12.500"]),
        (["1.234", "640"], ["1234", "640"]),
        (["1.234", "1640"], ["1.234", "1640"]),
        (["0,250", "1,204"], ["0.250", "1.204"]),
        (["1,204", "640"], ["1204", "640"]),
        (["5,0", "4,5"], ["5.0", "4.5"]),
        (["00:05:23", "5:23", "1:00:00", "0:75:00"], ["323", "323", "3600", "0:75:00"]),
    ],
)
def test_durations_and_scores_keep_their_decimals(written: list[str], plain: list[str]) -> None:
    assert plain_durations(written) == plain


@pytest.mark.parametrize(("grouping", "decimal"), [(",", "."), (".", ","), ("\u202f", ","), (" ", "."), ("'", ".")])
@given(numbers=st.lists(st.integers(0, 10**9), min_size=1, max_size=20))
def test_a_count_never_changes_by_how_it_is_written(grouping: str, decimal: str, numbers: list[int]) -> None:
    written = [f"{number:,}".replace(",", grouping) for number in numbers]
    if all(number % 1000 == 0 for number in numbers):
        written.append("1")  # else a program may have filled up decimals
    assert [whole_number(text, 10**9) for text in plain_numbers(written, whole=True)][: len(numbers)] == numbers
    with_decimals = [f"{text}{decimal}00" for text in written]
    assert [whole_number(text, 10**9) for text in plain_numbers(with_decimals, whole=True)][: len(numbers)] == numbers


@given(numbers=st.lists(st.decimals(0, 10**6, places=2), min_size=1, max_size=20))
def test_a_number_with_decimals_never_changes_by_the_country(numbers: list[Decimal]) -> None:
    for grouping, decimal in ((",", "."), (".", ","), ("\u00a0", ",")):
        written = [
            f"{number:,.2f}".replace(",", "g").replace(".", decimal).replace("g", grouping) for number in numbers
        ]
        assert [Decimal(text) for text in plain_numbers(written, whole=False)] == numbers


@given(st.lists(st.text(st.sampled_from("0123456789.,' %<-x\u202f"), max_size=12)))
def test_what_is_no_number_is_never_made_one(cells: list[str]) -> None:
    for cell, plain in zip(cells, plain_numbers(cells, whole=True), strict=True):
        digits = [character for character in cell if character.isdigit()]
        assert [character for character in plain if character.isdigit()] == digits
        if any(mark in cell for mark in "%<-x"):
            assert whole_number(plain, 10**9) == -1


def test_the_most_asked_queries_do_not_drop_out() -> None:
    frame = pd.DataFrame({"text": ["reset password", "pay", "chart"], "count": ["1,204", "1,010", "8.03%"]})
    read = read_queries(frame, IngestSettings(), languages=("en",), prior={"en": 1.0})
    assert sorted(read.queries.table["count"]) == [1010, 1204]
    assert read.rejects["line"].tolist() == [3]


def test_contacts_keep_thousands_and_decimals(duck: Engine) -> None:
    rows = [
        contact("a", "09:00:00", duration_s="1.234,0", transfers="1,0", ces="5,0"),
        contact("b", "10:00:00", duration_s="1 234", transfers="0", ces="4,5"),
        contact("c", "11:00:00", duration_s="long", transfers="", ces=""),
    ]
    read = contacts(rows, duck)
    assert column(read, "duration_s") == [1234.0, 1234.0, None]
    assert column(read, "transfers") == [1, 0, None]
    assert column(read, "ces") == [5, 4, None]
    assert [note.partition(": ")[2].split()[0] for note in read.notes] == ["1"]


def test_durations_of_call_centres_are_read(duck: Engine) -> None:
    rows = [contact("a", "09:00:00", duration_s="00:05:23"), contact("b", "10:00:00", duration_s="1:01:00")]
    assert column(contacts(rows, duck), "duration_s") == [323.0, 3660.0]
