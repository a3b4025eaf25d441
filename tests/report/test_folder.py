"""The folder appears whole or not at all, whatever fails and when."""

import errno
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from faqeval.config import ReportSettings
from faqeval.errors import OutputError
from faqeval.report import write_report
from faqeval.report.files.folder import write_folder
from tests.factories import tiny_evaluation

OLD = {"report.html": b"old", "run.json": b"{}"}
NEW = {"report.html": b"new", "run.json": b"{1}", "gaps.csv": b"x"}
STEPS = ("mkdir", "open", "fsync", "rename")


def tree(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def fail_at(monkeypatch: pytest.MonkeyPatch, step: str, nth: int, error: BaseException) -> Callable[[], int]:
    """Let the n-th call of one step fail, and count the calls."""
    owner = os if step == "fsync" else Path
    real, calls = getattr(owner, step), 0

    def failing(*arguments: object, **options: object) -> object:
        nonlocal calls
        calls += 1
        if calls == nth:
            raise error
        return real(*arguments, **options)

    monkeypatch.setattr(owner, step, failing)
    return lambda: calls


@pytest.mark.parametrize(
    "error", [OSError(errno.ENOSPC, "No space left on device"), KeyboardInterrupt()], ids=["full", "ctrl-c"]
)
@pytest.mark.parametrize("step", STEPS)
@pytest.mark.parametrize("earlier", [True, False], ids=["earlier report", "new folder"])
def test_failure_at_any_step_leaves_everything_as_it_was(
    tmp_path: Path, step: str, error: BaseException, earlier: bool
) -> None:
    target = tmp_path / "above" / "report"
    if earlier:
        write_folder(target, OLD)
    before = tree(tmp_path)
    for nth in range(1, 12):
        with pytest.MonkeyPatch.context() as patch:
            calls = fail_at(patch, step, nth, error)
            try:
                write_folder(target, NEW)
            except (OutputError, KeyboardInterrupt):
                failed = True
            else:
                failed = False
            reached = calls() >= nth
        assert failed == reached
        if not failed:
            break
        assert tree(tmp_path) == before
        assert earlier or list(tmp_path.iterdir()) == []
    assert nth > 1
    assert tree(target) == NEW


def test_earlier_report_is_replaced_whole(tmp_path: Path) -> None:
    write_folder(tmp_path / "report", NEW)
    write_folder(tmp_path / "report", {**OLD, "gaps.csv": b"y"})
    assert tree(tmp_path) == {"report/report.html": b"old", "report/run.json": b"{}", "report/gaps.csv": b"y"}


def test_folder_with_other_things_is_refused_by_name(tmp_path: Path) -> None:
    (tmp_path / "report").mkdir()
    (tmp_path / "report" / "thesis.docx").write_text("years of work")
    with pytest.raises(OutputError, match=r"thesis\.docx"):
        write_folder(tmp_path / "report", NEW)
    assert tree(tmp_path) == {"report/thesis.docx": b"years of work"}


def test_file_in_the_way_is_refused(tmp_path: Path) -> None:
    (tmp_path / "report").write_text("a file")
    with pytest.raises(OutputError, match="file"):
        write_folder(tmp_path / "report", NEW)
    with pytest.raises(OutputError, match="--out"):
        write_folder(tmp_path / "report" / "deeper", NEW)
    assert tree(tmp_path) == {"report": b"a file"}


def test_working_folder_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(OutputError, match="work in"):
        write_folder(Path("."), NEW)


def test_whole_report_has_all_files_and_nothing_else(tmp_path: Path) -> None:
    folder = write_report(tiny_evaluation(), tmp_path / "r", ReportSettings(csv_bom=True))
    names = "report.html worklist.xlsx summary.json articles.csv queries.csv gaps.csv rejects.csv run.json"
    assert {path.name for path in folder.iterdir()} == set(names.split())
    assert (folder / "gaps.csv").read_bytes().startswith(b"\xef\xbb\xbf")
    assert [path.name for path in tmp_path.iterdir()] == ["r"]
