"""Contact reasons of the demo corpora are well formed and are no copies of the queries."""

import csv
import json
from collections import Counter
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent / "corpora"
FOLDERS = sorted(path.parent for path in ROOT.glob("*/reasons.csv"))
CHANNELS = {"phone", "chat", "email"}
QUERIES_OF_A_COMMON_NEED = 3
TEXTS_OF_A_COMMON_NEED = 4

each_language = pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, strict=True))


def needs(folder: Path) -> dict[str, list[str]]:
    return json.loads((folder / "truth.json").read_text(encoding="utf-8"))["needs"]


def same(text: str) -> str:
    return " ".join(text.casefold().split())


def test_english_and_swedish_have_contact_reasons():
    assert {"en", "sv"} <= {folder.name for folder in FOLDERS}


@each_language
def test_every_reason_has_a_known_need_a_channel_and_a_text(folder: Path):
    table = rows(folder / "reasons.csv")
    assert {tuple(row) for row in table} == {("need", "channel", "text")}
    assert {row["need"] for row in table} <= set(needs(folder))
    assert {row["channel"] for row in table} == CHANNELS
    assert all(row["text"].strip() for row in table)


@each_language
def test_no_reason_is_written_twice_or_copied_from_a_query(folder: Path):
    texts = [same(row["text"]) for row in rows(folder / "reasons.csv")]
    assert not [text for text, times in Counter(texts).items() if times > 1]
    assert not set(texts) & {same(row["text"]) for row in rows(folder / "queries.csv")}


@each_language
def test_every_need_that_several_ask_has_several_reasons(folder: Path):
    counts = Counter(row["need"] for row in rows(folder / "reasons.csv"))
    common = {need for need, queries in needs(folder).items() if len(queries) >= QUERIES_OF_A_COMMON_NEED}
    assert not {need: counts[need] for need in common if counts[need] < TEXTS_OF_A_COMMON_NEED}
