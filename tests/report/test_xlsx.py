"""The workbook: typed cells, no formula, the same bytes."""

import io
from dataclasses import replace

import openpyxl
import pytest

from faqeval.report.files.xlsx import xlsx_bytes
from tests.factories import tiny_evaluation

SHEETS = ["Work list", "Articles", "Questions that find no answer", "How to read this"]


@pytest.fixture(scope="module")
def book() -> openpyxl.Workbook:
    return openpyxl.load_workbook(io.BytesIO(xlsx_bytes(tiny_evaluation())))


def test_sheets_stand_in_reading_order(book: openpyxl.Workbook) -> None:
    assert book.sheetnames == SHEETS


def test_no_cell_is_a_formula(book: openpyxl.Workbook) -> None:
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert not [cell.coordinate for cell in cells if cell.data_type == "f"]
    examples = book["Work list"]["K5"].value
    assert examples.startswith("=cmd()")
    assert book["Work list"]["K5"].quotePrefix


def test_numbers_are_numbers_with_a_format(book: openpyxl.Workbook) -> None:
    sheet = book["Work list"]
    assert (sheet["E2"].value, sheet["E2"].data_type) == (12, "n")
    assert (sheet["F2"].value, sheet["F2"].number_format) == (0.3, "0.0%")


@pytest.mark.parametrize("name", SHEETS)
def test_header_is_frozen_and_filtered(book: openpyxl.Workbook, name: str) -> None:
    assert book[name].freeze_panes == "A2"
    assert book[name].auto_filter.ref.startswith("A1:")


def test_same_evaluation_gives_the_same_bytes() -> None:
    assert xlsx_bytes(tiny_evaluation()) == xlsx_bytes(tiny_evaluation())


def test_characters_that_a_workbook_cannot_hold_are_left_out() -> None:
    evaluation = tiny_evaluation()
    gap = replace(evaluation.gaps[0], examples=("a\x00b\x1fc" + "x" * 40_000,))
    book = openpyxl.load_workbook(io.BytesIO(xlsx_bytes(replace(evaluation, gaps=(gap,)))))
    text = book["Work list"]["K2"].value
    assert text.startswith("abc")
    assert len(text) <= 32_767


def test_workbook_without_gaps_still_opens() -> None:
    book = openpyxl.load_workbook(io.BytesIO(xlsx_bytes(replace(tiny_evaluation(), gaps=()))))
    assert book["Work list"].max_row == 1
