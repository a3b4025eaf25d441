"""Delimited text: no line is lost without a word."""

import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from faqeval.ingest.files.delimited import BAD_QUOTES, TOO_MANY_CELLS, read_delimited
from faqeval.ingest.files.rows import Rows


def _read(text: str) -> Rows:
    return read_delimited(text, "queries", "q.csv", "")


def test_an_open_quotation_mark_costs_one_line_not_the_rest() -> None:
    rows = _read('text,count\n"never closed,1\nhej,2\n"two\nlines",3\nlast,4\n')
    assert rows.columns["text"] == ("hej", "two\nlines", "last")
    assert rows.unread == ((2, BAD_QUOTES),)
    assert list(rows.lines) == [3, 4, 6]


def test_an_untidy_quotation_mark_on_one_line_is_kept() -> None:
    rows = _read('text,count\n"55" tv,1\n6" rör,2\n')
    assert len(rows.lines) == 2
    assert rows.unread == ()


def test_more_cells_than_columns_are_set_aside() -> None:
    rows = _read("id,text\n1,hej\n2,hej, du\n3,bra,,\n")
    assert rows.columns["text"] == ("hej", "bra")
    assert rows.unread == ((3, TOO_MANY_CELLS),)


def test_short_rows_are_filled_and_empty_rows_are_no_rows() -> None:
    rows = _read("text,count\nhej\n\n,\nhopp,2\n")
    assert list(rows.columns["count"]) == ["", "2"]
    assert list(rows.lines) == [2, 5]


def test_one_column_needs_no_delimiter() -> None:
    rows = _read("text\nhej, du; där\noch | en till\n")
    assert rows.columns["text"] == ("hej, du; där", "och | en till")


def test_our_column_names_decide_between_delimiters() -> None:
    assert list(_read("text;count\nett, två, tre;1\n").columns) == ["text", "count"]


@pytest.mark.parametrize(
    "text",
    [
        'text\n"' + "x\n" * 200_000,
        'text\n"x\n' * 60_000,
        'a,b\n,"' * 60_000,
        'text\na"",""""\n' * 30_000,
        '"' * 300_000,
    ],
    ids=["never closed", "each line opens", "open cells", "even runs", "only marks"],
)
def test_hostile_quotation_marks_take_linear_time(text: str) -> None:
    begun = time.perf_counter()
    _read(text)
    assert time.perf_counter() - begun < 20  # usually under one second; a quadratic reader takes minutes


@given(st.lists(st.text('ab",\n ', max_size=8), max_size=12))
def test_every_line_is_in_a_row_or_set_aside(lines: list[str]) -> None:
    text = "id,text\n" + "\n".join(lines)
    rows = _read(text)
    numbers = [*rows.lines, *(line for line, _ in rows.unread)]
    assert len(numbers) == len(set(numbers))
    written = text.split("\n")
    beginnings = sorted({*numbers, len(written) + 1})
    rejected = {line for line, _ in rows.unread}
    spans = pairwise(beginnings)  # a row reaches to the beginning of the next
    lost = sum(_letters("".join(written[line - 1 : after - 1])) for line, after in spans if line in rejected)
    kept = sum(_letters(str(cell)) for cells in rows.columns.values() for cell in cells)
    assert kept + lost == sum(map(_letters, lines))


def _letters(text: str) -> int:
    return text.count("a") + text.count("b")


def test_quotation_marks_behind_backslashes_are_those_of_a_cell() -> None:
    text = 'id,title,body\n1,Pay,"Choose \\"Pay\\", then confirm."\n2,Track,"Use the \\"number\\"."\n3,Pin,"x"\n'
    read = read_delimited(text, "articles", "a.csv", "")
    assert list(read.columns["body"]) == ['Choose "Pay", then confirm.', 'Use the "number".', "x"]
    assert not read.unread


@pytest.mark.parametrize("cell", ["C:\\\\", "a\\b", "C:\\dir\\"])
def test_a_cell_may_end_in_a_backslash(cell: str) -> None:
    text = "id,text,more\n" + "".join(f'{n},"{cell}",x\n' for n in range(3))
    assert list(read_delimited(text, "queries", "q.csv", "").columns["text"]) == [cell] * 3
