import io
import json
import os
import signal
import subprocess
import sys
import time
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path

import pytest

from faqeval.cli.app import run

TABLES = {"articles.csv", "queries.csv", "gaps.csv", "rejects.csv"}
FILES = TABLES | {"report.html", "worklist.xlsx", "summary.json", "run.json"}


@dataclass(frozen=True)
class Done:
    """How a command ended."""

    returncode: int
    stdout: str
    stderr: str


def faqeval(*arguments: object, folder: Path, stdin: str = "") -> Done:
    """Run a command as the entry point does, in this process (a process each would take minutes)."""
    stdout, stderr = io.StringIO(), io.StringIO()
    before, read = Path.cwd(), sys.stdin
    os.chdir(folder)
    sys.stdin = io.TextIOWrapper(io.BytesIO(stdin.encode()))
    try:
        with redirect_stdout(stdout), redirect_stderr(stderr):
            code = run([str(argument) for argument in arguments])
    finally:
        os.chdir(before)
        sys.stdin = read
    return Done(code, stdout.getvalue(), stderr.getvalue())


def one_line(text: str) -> bool:
    return len(text.strip().splitlines()) == 1 and "Traceback" not in text


def test_evaluate_writes_every_file_and_prints_the_answer_on_standard_output(small_faq, tmp_path: Path):
    done = faqeval("evaluate", *small_faq, folder=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    assert "report.html" in done.stdout
    assert {path.name for path in (tmp_path / "faqeval-report").iterdir()} == FILES


def test_json_prints_the_numbers_of_summary_json(small_faq, tmp_path: Path):
    done = faqeval("evaluate", *small_faq, "--json", "--out", "out", folder=tmp_path)
    assert json.loads(done.stdout) == json.loads((tmp_path / "out" / "summary.json").read_text(encoding="utf-8"))


def test_articles_may_come_from_standard_input(small_faq, tmp_path: Path):
    done = faqeval("evaluate", "-", small_faq[1], folder=tmp_path, stdin=small_faq[0].read_text(encoding="utf-8"))
    assert done.returncode == 0, done.stderr


def test_match_prints_a_table_with_every_query_row(small_faq, tmp_path: Path):
    done = faqeval("match", *small_faq, "-k", 2, folder=tmp_path)
    header, *rows = done.stdout.splitlines()
    assert header == "query_id,article_id,rank,answer_probability"
    first = {row.split(",")[0]: row.split(",")[1] for row in rows if row.split(",")[2] == "1"}
    assert (first["1"], first["3"], first["5"]) == ("pin", "bill", "roaming")


def test_match_says_why_when_asked_to(small_faq, tmp_path: Path):
    plain = faqeval("match", *small_faq, "-k", 2, folder=tmp_path).stdout.splitlines()
    header, *rows = faqeval("match", *small_faq, "-k", 2, "--explain", folder=tmp_path).stdout.splitlines()
    assert header == plain[0] + ",why"
    assert all(row.startswith(before) for row, before in zip(rows, plain[1:], strict=True))
    (pin,) = (row for row in rows if row.startswith("1,pin,1,"))
    assert "The title has “forgot” and “pin”. Shared words carried it." in pin


def test_a_gate_holds_or_breaks_by_exit_code(small_faq, tmp_path: Path):
    faqeval("evaluate", *small_faq, folder=tmp_path)
    assert faqeval("gate", "faqeval-report", "--min", "findability=0", folder=tmp_path).returncode == 0
    broken = faqeval("gate", "faqeval-report", "--max", "answerable_share=0", folder=tmp_path)
    assert (broken.returncode, "BROKEN" in broken.stdout) == (1, True)


def test_a_figure_that_could_not_be_judged_breaks_its_limit(small_faq, tmp_path: Path):
    faqeval("evaluate", *small_faq, folder=tmp_path)
    assert faqeval("gate", "faqeval-report", "--min", "ces=0.1", folder=tmp_path).returncode == 1


def test_compare_with_itself_finds_no_change(small_faq, tmp_path: Path):
    faqeval("evaluate", *small_faq, folder=tmp_path)
    done = faqeval("compare", "faqeval-report", "faqeval-report", "--json", folder=tmp_path)
    comparison = json.loads(done.stdout)
    assert comparison["gone"] == comparison["new"] == []
    assert not any(change["sure"] for change in comparison["figures"].values())


def test_draft_scores_a_text_file(small_faq, tmp_path: Path):
    draft = tmp_path / "draft.md"
    draft.write_text("# Gigabytes left\n\nYou see how many gigabytes are left in the app.\n", encoding="utf-8")
    done = faqeval("draft", draft, "--articles", small_faq[0], "--queries", small_faq[1], "--json", folder=tmp_path)
    assert done.returncode == 0, done.stderr
    assert 0 <= json.loads(done.stdout)["understandability"]["score"] <= 1


@pytest.mark.parametrize("command", ["models", "doctor", "--version", "--help"])
def test_small_commands_answer(command: str, tmp_path: Path):
    done = faqeval(command, folder=tmp_path)
    assert (done.returncode, bool(done.stdout)) == (0, True), done.stderr


def test_explain_knows_every_kind_and_names_them_when_asked_for_another(tmp_path: Path):
    assert "words" in faqeval("explain", "not_found", folder=tmp_path).stdout
    wrong = faqeval("explain", "nonsense", folder=tmp_path)
    assert (wrong.returncode, one_line(wrong.stderr), "not_found" in wrong.stderr) == (2, True, True)


WRONG_USE = {
    "missing file": ["evaluate", "nowhere.csv", "queries.csv"],
    "folder for a file": ["evaluate", ".", "queries.csv"],
    "unknown option": ["evaluate", "articles.csv", "queries.csv", "--nonsense"],
    "unknown command": ["nonsense"],
    "missing argument": ["evaluate", "articles.csv"],
    "visits": ["evaluate", "articles.csv", "queries.csv", "--visits", "visits.csv"],
    "unknown demo": ["demo", "fr"],
    "no report to compare": ["compare", "nowhere", "nowhere"],
    "gate without limit": ["gate", "nowhere"],
    "gate limit without number": ["gate", "nowhere", "--min", "findability"],
    "unknown setting file": ["demo", "--config", "nowhere.toml"],
    "unknown model": ["match", "articles.csv", "queries.csv", "--model", "./no-model"],
}


@pytest.mark.parametrize("arguments", WRONG_USE.values(), ids=WRONG_USE.keys())
def test_wrong_use_is_one_line_and_exit_2_and_leaves_nothing_behind(arguments: list[str], small_faq, tmp_path: Path):
    for path in small_faq:
        (tmp_path / path.name).write_bytes(path.read_bytes())
    before = sorted(path.name for path in tmp_path.iterdir())
    done = faqeval(*arguments, folder=tmp_path)
    assert (done.returncode, one_line(done.stderr)) == (2, True), done.stderr
    assert sorted(path.name for path in tmp_path.iterdir()) == before


def test_a_folder_with_other_things_in_it_is_not_overwritten(small_faq, tmp_path: Path):
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "thesis.txt").write_text("precious", encoding="utf-8")
    done = faqeval("evaluate", *small_faq, "--out", "mine", folder=tmp_path)
    assert (done.returncode, one_line(done.stderr)) == (2, True)
    assert [path.name for path in (tmp_path / "mine").iterdir()] == ["thesis.txt"]


@pytest.mark.skipif(os.name == "nt", reason="no SIGINT to a child there")
def test_ctrl_c_in_the_middle_ends_with_130_and_no_half_written_folder(small_faq, tmp_path: Path):
    rows = "\n".join(f"{number},how do i pay bill number {number} with card {number * 7}" for number in range(60_000))
    queries = tmp_path / "many.csv"
    queries.write_text("id,text\n" + rows, encoding="utf-8")
    # a run in the background is born deaf to Ctrl-C, and its children too
    started = (
        "import signal; signal.signal(signal.SIGINT, signal.default_int_handler)\n"
        "from faqeval.cli import main; print('started', flush=True); main()"
    )
    command = [sys.executable, "-c", started, "evaluate", str(small_faq[0]), str(queries), "--out", "out"]
    process = subprocess.Popen(command, cwd=tmp_path, stderr=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    assert process.stdout.readline() == "started\n"
    time.sleep(2)  # somewhere in the middle, wherever that is on this machine
    process.send_signal(signal.SIGINT)
    _, stderr = process.communicate(timeout=60)
    assert (process.returncode, one_line(stderr)) == (130, True), stderr
    assert [path.name for path in tmp_path.iterdir()] == ["many.csv"]


def test_a_closed_pipe_is_no_fault(small_faq, tmp_path: Path):
    shell = f"{sys.executable} -m faqeval match {small_faq[0]} {small_faq[1]} | head -n 1"
    done = subprocess.run(["sh", "-c", shell], capture_output=True, text=True, cwd=tmp_path, timeout=120, check=False)
    assert "Traceback" not in done.stderr


def test_an_unsupported_language_is_named_and_the_rest_goes_on(small_faq, tmp_path: Path):
    text = small_faq[0].read_text(encoding="utf-8").replace(",en\n", ",fi\n")
    (tmp_path / "finnish.csv").write_text(text, encoding="utf-8")
    done = faqeval("evaluate", "finnish.csv", small_faq[1], folder=tmp_path)
    assert done.returncode == 0
    assert "4 articles are in 'fi', which is not supported" in done.stderr


@pytest.mark.parametrize("name", ["small", "quick"])
def test_a_model_that_comes_with_faqeval_needs_no_fitting(tmp_path: Path, name: str):
    done = faqeval("models", "fit", name, folder=tmp_path)
    assert (done.returncode, "whose weights come with faqeval" in done.stderr, one_line(done.stderr)) == (2, True, True)


def test_fitting_what_is_no_model_says_so(tmp_path: Path):
    pytest.importorskip("sentence_transformers")
    (tmp_path / "empty").mkdir()
    done = faqeval("models", "fit", "empty", folder=tmp_path)
    assert (done.returncode, "match.model" in done.stderr, one_line(done.stderr)) == (2, True, True)
