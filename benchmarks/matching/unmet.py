"""The matcher on queries whose words do not meet the page's words.

    python -m benchmarks.matching.unmet --data FOLDER

Queries from ``corpora/unmet/`` on the pages of two public sets that are not part of this repository. Intervals: 95 %,
Wilson for hits.
"""

import argparse
import csv
from pathlib import Path

import numpy as np
import pandas as pd

from benchmarks.machine import describe_machine
from faqeval.config import IngestSettings, MatchSettings, SearchSettings
from faqeval.ingest import read_articles, read_queries
from faqeval.matching import match_site
from faqeval.measures.auroc import auroc
from faqeval.measures.calibration import expected_calibration_error
from faqeval.measures.wilson import wilson
from faqeval.records import Article, Rankings
from faqeval.search import search_articles

UNMET = Path(__file__).resolve().parents[2] / "corpora" / "unmet"
SETS = {"nb-nav": "nav_skrivestotte_nb"}  # all others: superoffice_help_6lang


def read_gold(path: Path) -> dict[str, set[str]]:
    """Return the ids of the pages that answer each query."""
    with path.open(encoding="utf-8", newline="") as file:
        return {row["id"]: set(row["article_ids"].split()) for row in csv.DictReader(file)}


def hits(rankings: Rankings, gold: list[set[str]], depth: int) -> tuple[int, int]:
    """Return how many answerable queries have a right page among the first ``depth``, of how many."""
    found = [
        any(place >= 0 and rankings.article_ids[place] in answers for place in places[:depth])
        for places, answers in zip(rankings.places.tolist(), gold, strict=True)
        if answers
    ]
    return sum(found), len(found)


def _share(right: int, total: int) -> str:
    low, high = wilson(right, total)
    return f"{right / total:.2f} ({low:.2f}–{high:.2f})"


def measure(path: Path, articles: tuple[Article, ...], model: str) -> str:
    """Return one row of the table."""
    gold_of = read_gold(path)
    language = path.stem.partition("-")[0]
    table = pd.read_csv(path, dtype=str, keep_default_na=False)[["id", "text", "language"]]
    asked = read_queries(table, IngestSettings(), languages=(language,), prior={language: 1.0}).queries.table
    gold = [gold_of[query_id] for query_id in asked["query_id"]]
    matches = match_site(articles, asked, MatchSettings(model=model)).rankings
    search = search_articles(articles, asked, SearchSettings())
    answerable = np.array([bool(answers) for answers in gold])
    sure = matches.scores[:, 0].astype(np.float64)
    first = [matches.article_ids[place] if place >= 0 else "" for place in matches.places[:, 0].tolist()]
    right = np.array([name in answers for name, answers in zip(first, gold, strict=True)])
    cells = [
        path.stem,
        model,
        str(len(gold)),
        _share(*hits(search, gold, 1)),
        _share(*hits(matches, gold, 1)),
        _share(*hits(matches, gold, 3)),
        f"{auroc(sure, answerable):.2f}",
        f"{expected_calibration_error(sure, right):.2f}",
    ]
    return f"| {' | '.join(cells)} |"


def main() -> None:
    """Print one row per set and model."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--models", nargs="+", default=["quick", "small"])
    chosen = parser.parse_args()
    head = "| set | model | queries | search hit@1 | matcher hit@1 | matcher hit@3 | AUROC answerable | ECE |"
    print(f"{describe_machine()}\n\n{head}\n{'|---' * 8}|")
    for path in sorted(UNMET.glob("*.csv")):
        source = chosen.data / SETS.get(path.stem, "superoffice_help_6lang") / "articles.jsonl"
        articles = read_articles(source, IngestSettings(), ignore_fields=("keywords",)).articles
        mine = tuple(article for article in articles if article.language == path.stem.partition("-")[0])
        for model in chosen.models:
            print(measure(path, mine, model), flush=True)


if __name__ == "__main__":
    main()
