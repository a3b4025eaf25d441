"""What the demo corpora say of themselves is true."""

import csv
import json
from pathlib import Path

import pytest

from faqeval.service import DEMO_LANGUAGES

ROOT = Path(__file__).resolve().parent.parent.parent / "corpora"
SIZES = {"en": (40, 250), "sv": (40, 250), "nb": (25, 120), "nl": (25, 120), "da": (25, 120), "de": (25, 120)}
KINDS = {"missing", "not_found", "not_understood", "sends_to_contact", "duplicate", "unneeded"}


def rows(language: str) -> list[dict[str, str]]:
    with (ROOT / language / "queries.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def articles(language: str) -> dict[str, dict[str, str]]:
    lines = (ROOT / language / "articles.jsonl").read_text(encoding="utf-8").splitlines()
    return {article["id"]: article for article in map(json.loads, lines)}


def truth(language: str) -> dict:
    return json.loads((ROOT / language / "truth.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("language", DEMO_LANGUAGES)
def test_a_corpus_is_as_large_as_promised_and_every_query_is_written_once(language: str):
    n_articles, n_queries = SIZES[language]
    texts = [row["text"].casefold() for row in rows(language)]
    assert len(articles(language)) >= n_articles
    assert len(texts) == len(set(texts)) >= n_queries


@pytest.mark.parametrize("language", DEMO_LANGUAGES)
def test_every_query_has_its_answers_and_one_need(language: str):
    ids, said, known = {row["id"] for row in rows(language)}, truth(language), set(articles(language))
    assert set(said["answers"]) == ids
    assert sorted(query for queries in said["needs"].values() for query in queries) == sorted(ids)
    assert {article for answers in said["answers"].values() for article in answers} <= known


@pytest.mark.parametrize("language", DEMO_LANGUAGES)
def test_planted_gaps_name_what_is_there_and_no_article_carries_two_kinds(language: str):
    said, known, carried = truth(language), set(articles(language)), []
    assert {gap["kind"] for gap in said["gaps"]} == KINDS
    for gap in said["gaps"]:
        named = gap.get("article_ids") or [gap["article_id"]] if gap["kind"] != "missing" else []
        assert set(named) <= known
        carried += named
        for query in gap.get("query_ids", []):
            answers = said["answers"][query]
            assert (answers == []) if gap["kind"] == "missing" else (gap["article_id"] in answers)
    assert len(carried) == len(set(carried))
    asked = {article for answers in said["answers"].values() for article in answers}
    unneeded = {gap["article_id"] for gap in said["gaps"] if gap["kind"] == "unneeded"}
    assert known - asked == unneeded


@pytest.mark.parametrize("path", sorted((ROOT / "unmet").glob("*.csv")), ids=lambda path: path.stem)
def test_queries_whose_words_do_not_meet_are_at_least_a_hundred_different_ones(path: Path):
    with path.open(encoding="utf-8", newline="") as file:
        table = list(csv.DictReader(file))
    assert len({row["text"].casefold() for row in table}) == len(table) >= (90 if path.stem == "nb-nav" else 100)
    assert len({row["id"] for row in table}) == len(table)
    assert 0 < sum(not row["article_ids"] for row in table) < len(table) / 4
