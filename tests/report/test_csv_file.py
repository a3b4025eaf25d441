"""CSV: no formula survives, no number changes."""

import csv
import io
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from faqeval.config import ReportSettings
from faqeval.errors import OutputError
from faqeval.report import gap_table, query_table, write_csv, write_report
from faqeval.report.files.csv_file import csv_bytes, csv_text, spreadsheet_safe
from faqeval.service.compare import compare
from tests.factories import PAYLOADS, tiny_evaluation

FORMULAS = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "=cmd|' /C calc'!A0", "-2+3+cmd()", "\n=1", "＝1+1"]


@pytest.mark.parametrize("text", FORMULAS, ids=repr)
def test_text_that_begins_a_formula_stands_behind_a_quote(text: str) -> None:
    assert spreadsheet_safe(text) == f"'{text}"


@given(st.lists(st.text(alphabet=st.characters(exclude_categories=["Cs"])) | st.sampled_from(FORMULAS), min_size=1))
def test_every_text_comes_back_as_it_was_but_for_the_quote(texts: list[str]) -> None:
    rows = list(csv.reader(io.StringIO(csv_text(pd.DataFrame({"id": "x", "text": texts})), newline="")))
    assert [row[1] for row in rows[1:]] == [spreadsheet_safe(text) for text in texts]


def test_no_cell_of_a_report_begins_a_formula() -> None:
    for table in (query_table(tiny_evaluation()), gap_table(tiny_evaluation())):
        for row in csv.reader(io.StringIO(csv_text(table), newline="")):
            assert not any(cell.startswith(("=", "+", "-", "@", "\t", "\r")) for cell in row)


def test_payloads_are_kept_as_texts() -> None:
    assert f"'{PAYLOADS[2]}" in csv_text(query_table(tiny_evaluation()))


def test_numbers_are_never_touched() -> None:
    frame = pd.DataFrame({"share": [-0.02, None, 0.1 + 0.2], "n": pd.array([-3, None, 4], dtype="Int64")})
    assert csv_text(frame) == "share,n\n-0.02,-3\n,\n0.3,4\n"


def test_byte_order_mark_only_on_request() -> None:
    frame = pd.DataFrame({"a": [1]})
    assert csv_text(frame, bom=True) == "\ufeffa\n1\n"
    assert csv_text(frame) == "a\n1\n"


EXCEL = ReportSettings(csv_separator=";")


def test_for_an_excel_that_writes_commas_in_numbers_cells_stand_between_semicolons_behind_the_mark() -> None:
    frame = pd.DataFrame({"text": ["å", "a;b", "0.5"], "share": [0.25, None, -1e-7], "n": [1, 2, 3]})
    assert csv_bytes(frame, EXCEL).decode("utf-8") == '\ufefftext;share;n\nå;0,25;1\n"a;b";;2\n0.5;-1e-07;3\n'
    assert csv_bytes(frame, ReportSettings()).decode("utf-8").startswith("text,share,n\nå,0.25,1\n")


@given(st.lists(st.tuples(st.text(alphabet='a;,"\n å='), st.floats(-1e9, 1e9)), min_size=1))
def test_both_forms_say_the_same(rows: list[tuple[str, float]]) -> None:
    frame = pd.DataFrame(rows, columns=["text", "share"])
    plain, excel = (csv_bytes(frame, settings).decode("utf-8-sig") for settings in (ReportSettings(), EXCEL))
    told = [
        [text, share.replace(",", ".")] for text, share in csv.reader(io.StringIO(excel, newline=""), delimiter=";")
    ]
    assert told == list(csv.reader(io.StringIO(plain, newline="")))


def test_a_report_for_excel_has_all_its_tables_in_that_form_and_is_still_compared(tmp_path: Path) -> None:
    plain = write_report(tiny_evaluation(), tmp_path / "plain", ReportSettings())
    excel = write_report(tiny_evaluation(), tmp_path / "excel", EXCEL)
    for path in excel.glob("*.csv"):
        assert path.read_bytes().startswith(b"\xef\xbb\xbf"), path.name
        assert ";" in path.read_text(encoding="utf-8-sig").splitlines()[0], path.name
    compared = compare(plain, excel)
    assert len(compared.still) == len(gap_table(tiny_evaluation())) > 0
    assert (len(compared.gone), len(compared.new)) == (0, 0)


def test_table_is_written_to_a_path_and_to_an_open_file(tmp_path: Path) -> None:
    frame, file = pd.DataFrame({"a": ["å"]}), io.StringIO()
    write_csv(frame, tmp_path / "t.csv")
    write_csv(frame, file)
    assert (tmp_path / "t.csv").read_text(encoding="utf-8") == file.getvalue() == "a\nå\n"
    assert [path.name for path in tmp_path.iterdir()] == ["t.csv"]


def test_path_that_cannot_be_written_is_one_clear_line(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="--out"):
        write_csv(pd.DataFrame({"a": [1]}), tmp_path / "nowhere" / "t.csv")
