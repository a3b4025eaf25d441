"""Same input, same output: whatever the order of the rows, the run, or the process."""

import json
import os
import random
import subprocess
import sys
from pathlib import Path

import pandas as pd
import pytest

import faqeval
from faqeval.service import demo

CORPUS = Path(__file__).resolve().parent.parent.parent / "corpora" / "nl"


def written(folder: Path) -> dict[str, bytes]:
    """Every file of a report but the one that holds times."""
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir()) if path.name != "run.json"}


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    folder = tmp_path_factory.mktemp("first") / "report"
    faqeval.evaluate(CORPUS / "articles.jsonl", CORPUS / "queries.csv").write(folder)
    return written(folder)


def test_shuffled_input_gives_the_same_output_byte_for_byte(first: dict[str, bytes], tmp_path: Path):
    chance = random.Random(4)
    lines = (CORPUS / "articles.jsonl").read_text(encoding="utf-8").splitlines()
    chance.shuffle(lines)
    (tmp_path / "articles.jsonl").write_text("\n".join(lines), encoding="utf-8")
    queries = pd.read_csv(CORPUS / "queries.csv", dtype=str, keep_default_na=False).sample(frac=1, random_state=4)
    queries.to_csv(tmp_path / "queries.csv", index=False)
    faqeval.evaluate(tmp_path / "articles.jsonl", tmp_path / "queries.csv").write(tmp_path / "report")
    assert written(tmp_path / "report") == first


def test_another_process_with_another_hash_seed_gives_the_same_output(first: dict[str, bytes], tmp_path: Path):
    command = [sys.executable, "-m", "faqeval", "evaluate", str(CORPUS / "articles.jsonl"), str(CORPUS / "queries.csv")]
    command += ["--out", str(tmp_path / "report"), "--quiet"]
    # the rest of the environment stays: it may choose other kernels of the linear algebra, which round differently
    environment = {**os.environ, "PYTHONHASHSEED": "77", "PATH": ""}
    subprocess.run(command, check=True, env=environment, stdout=subprocess.DEVNULL)
    assert written(tmp_path / "report") == first


def test_without_ids_the_order_of_the_rows_changes_no_figure(small_faq, tmp_path: Path):
    queries = pd.read_csv(small_faq[1]).drop(columns="id")
    summaries = [faqeval.evaluate(small_faq[0], queries.sample(frac=1, random_state=seed)).summary for seed in range(3)]
    assert summaries[0] == summaries[1] == summaries[2]


def test_python_and_command_line_give_the_same_numbers(small_faq, tmp_path: Path):
    from faqeval.cli.app import run

    result = faqeval.evaluate(*small_faq)
    assert run(["evaluate", *map(str, small_faq), "--out", str(tmp_path / "report"), "--quiet"]) == 0
    assert json.loads((tmp_path / "report" / "summary.json").read_text(encoding="utf-8")) == result.summary


def test_every_query_is_counted_and_every_row_is_used_or_rejected():
    evaluation = demo("nl").evaluation
    rows = pd.read_csv(CORPUS / "queries.csv", dtype=str, keep_default_na=False)
    assert evaluation.queries.table["count"].sum() == rows["count"].astype(int).sum()
    read = evaluation.manifest["inputs"]["queries"]
    assert read["rows_read"] == read["rows_used"] + read["rows_rejected"] == len(rows)
