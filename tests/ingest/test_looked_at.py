"""``faqeval doctor FILE``: how a file was read."""

import json
from pathlib import Path

import pytest

from faqeval.errors import ConfigError
from faqeval.service import FileLook, look
from tests.cli.test_command_line import faqeval, one_line

CASES = Path(__file__).resolve().parent / "field_cases"


def _look(pattern: str, kind: str = "") -> FileLook:
    (path,) = CASES.glob(pattern)
    return look(str(path), kind)


@pytest.mark.parametrize(
    ("pattern", "kind", "form", "header", "columns"),
    [
        ("42-*/queries.csv", "queries", "CSV, cells parted by commas", "line 10", {"text": "Search term"}),
        ("56-*/queries.csv", "queries", "CSV, cells parted by commas", "line 6", {"text": "", "count": "Occurrences"}),
        ("50-*/faq.xlsx", "articles", "Excel workbook", "row 1 of the sheet Articles (others: Read me)", {"id": "id"}),
        ("01-*/articles.json", "articles", "JSON as of zendesk", "", {"title": "title"}),
        ("33-*/articles.csv", "articles", "CSV, cells parted by commas", "line 1", {"published": "Draft"}),
        ("73-*/visits.csv", "visits", "CSV, cells parted by commas", "line 1", {"session_id": "ga_session_id"}),
        ("85-*/contacts.csv", "contacts", "CSV, cells parted by commas", "line 1", {"customer_id": "Contact ID"}),
        ("38-*", "articles", "a folder of Markdown files", "", {"title": "title"}),
    ],
)
def test_form_header_and_columns_are_named(
    pattern: str, kind: str, form: str, header: str, columns: dict[str, str]
) -> None:
    found = _look(pattern).looked_at
    assert (found.kind, found.form, found.header) == (kind, form, header)
    assert columns.items() <= found.columns.items()


@pytest.mark.parametrize("name", ["a.csv", "b.csv", "c.csv", "d.csv"])
def test_what_a_file_is_shows_in_its_columns_where_its_name_says_nothing(name: str, tmp_path: Path) -> None:
    tables = {
        "a.csv": ("queries", "text;count\npay;3\n"),
        "b.csv": ("articles", "id;title;body\n1;Pay;By card.\n"),
        "c.csv": ("contacts", "customer_id;at;channel\nk1;2026-10-02T09:00:00;phone\n"),
        "d.csv": ("visits", "session_id;at;event\ns1;2026-10-02T09:00:00;page\n"),
    }
    kind, text = tables[name]
    (tmp_path / name).write_text(text, encoding="utf-8")
    found = look(str(tmp_path / name)).looked_at
    assert (found.kind, found.form, found.n_used) == (kind, "CSV, cells parted by semicolons", 1)


def test_counts_reasons_and_lines_are_those_of_an_evaluation() -> None:
    found = _look("89-*/queries.csv").looked_at
    ((reason, lines),) = found.left_out
    assert reason == "not written by a customer, as its column says"
    assert len(lines) == found.n_read - found.n_used == 36
    assert "lines 3, 4, 5, 7, 8 and 31 more: not written by a customer" in _look("89-*/queries.csv").in_words()


def test_the_first_three_rows_stand_as_understood() -> None:
    found = _look("42-*/queries.csv").looked_at
    assert [row["text"] for row in found.first_rows] == ["reset password", "pay invoice", "track my parcel"]
    assert found.first_rows[0]["count"] == "1204"
    assert found.passed_over == ("Total users",)
    assert _look("85-*/contacts.csv").looked_at.first_rows[0]["at"] == "2026-10-02T09:19:00"


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("queries.csv", "text,customer_id\nmail anna.berg@example.org please,850709-9805\n"),
        ("articles.csv", "id,title,body\n1,Write,mail anna.berg@example.org or 850709-9805\n"),
        ("contacts.csv", "customer_id,at,reason\n850709-9805,2026-10-02T09:00:00,mail anna.berg@example.org\n"),
        ("visits.csv", "session_id,at,event,query\n850709-9805,2026-10-02T09:00:00,search,anna.berg@example.org\n"),
        ("queries.csv", "text,anna.berg@example.org\npay,850709-9805\n"),
    ],
)
def test_personal_data_is_never_shown(name: str, text: str, tmp_path: Path) -> None:
    (tmp_path / name).write_text(text, encoding="utf-8")
    done = faqeval("doctor", name, folder=tmp_path)
    assert done.returncode == 0, done.stderr
    assert "anna" not in done.stdout
    assert "9805" not in done.stdout


def test_json_holds_the_same(tmp_path: Path) -> None:
    (tmp_path / "queries.csv").write_text("text,n\npay,3\n(not set),9\n", encoding="utf-8")
    shown = json.loads(faqeval("doctor", "queries.csv", "--json", folder=tmp_path).stdout)
    assert (shown["kind"], shown["n_read"], shown["n_used"]) == ("queries", 2, 1)
    assert shown["left_out"] == [{"reason": "a tool's own word, such as (not set), and no customer's", "lines": [3]}]


def test_the_kind_may_be_said(tmp_path: Path) -> None:
    (tmp_path / "queries.csv").write_text("id,title,body\n1,Pay,By card.\n", encoding="utf-8")
    assert look(str(tmp_path / "queries.csv"), "articles").looked_at.kind == "articles"
    with pytest.raises(ConfigError, match="--as must be one of"):
        look(str(tmp_path / "queries.csv"), "answers")


@pytest.mark.parametrize(
    "arguments", [["nowhere.csv"], ["-"], ["bad.csv", "--as", "queries"], ["bad.csv", "--as", "x"]]
)
def test_a_file_that_cannot_be_used_is_one_line_and_exit_2(arguments: list[str], tmp_path: Path) -> None:
    (tmp_path / "bad.csv").write_text("a,b\n1,2\n", encoding="utf-8")
    done = faqeval("doctor", *arguments, folder=tmp_path)
    assert (done.returncode, one_line(done.stderr), done.stdout) == (2, True, "")


@pytest.mark.parametrize("pattern", ["*/queries*", "*/contacts*", "*/visits*", "*/articles*", "*/faq*"])
def test_every_field_case_is_shown_or_refused_in_one_line(pattern: str) -> None:
    for path in sorted(CASES.glob(pattern)):
        done = faqeval("doctor", path, folder=CASES)
        is_shown, is_refused = "Form  " in done.stdout, one_line(done.stderr)
        assert (done.returncode, is_shown, is_refused) in ((0, True, False), (2, False, True)), path
