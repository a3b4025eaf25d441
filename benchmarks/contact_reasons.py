"""Are agents' notes taken for the right article? ``python -m benchmarks.contact_reasons``.

The notes of the demo corpora are matched as reasons of contacts are; their needs are known. The default of
``journeys.reason_threshold`` was chosen on English and Swedish.
"""

import csv
from pathlib import Path
from typing import Final

import numpy as np
import pandas as pd

from faqeval.config import IngestSettings, MatchSettings
from faqeval.ingest import read_articles, read_queries
from faqeval.match import match_site
from faqeval.service import DEMO_LANGUAGES

from .machine import describe_machine
from .planted import read_truth

ROOT: Final = Path(__file__).resolve().parent.parent / "corpora"
THRESHOLDS: Final = (0.2, 0.25, 0.3, 0.4, 0.5)
NO_NEED: Final = "other"


def taken(language: str) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Return, per note: has its need an answer, is the likeliest article it, and how likely is that article."""
    folder, truth = ROOT / language, read_truth(ROOT / language)
    with (folder / "reasons.csv").open(encoding="utf-8", newline="") as file:
        notes = list(csv.DictReader(file))
    right = {
        need: {article for query in queries for article in truth["answers"][query]} if need != NO_NEED else set()
        for need, queries in truth["needs"].items()
    }
    settings = IngestSettings()
    articles = read_articles(folder / "articles.jsonl", settings).articles
    frame = pd.DataFrame({"id": [str(row) for row in range(len(notes))], "text": [note["text"] for note in notes]})
    table = read_queries(frame, settings, languages=(language,), prior={language: 1.0}).queries.table
    matches = match_site(articles, table, MatchSettings()).rankings
    wanted = [right[notes[int(query_id)]["need"]] for query_id in table["query_id"]]
    first = [articles[place].article_id for place in matches.places[:, 0]]
    has_answer = np.array([bool(one) for one in wanted])
    is_right = np.array([article in one for article, one in zip(first, wanted, strict=True)])
    return has_answer, is_right, matches.scores[:, 0]


def main() -> None:
    """Print one row per language and threshold."""
    print(describe_machine(), "\n")
    print("| language | notes | threshold | rightly | wrongly | left open | of notes without an answer: by mistake |")
    print("|---|---|---|---|---|---|---|")
    for language in DEMO_LANGUAGES:
        has_answer, is_right, sure = taken(language)
        for threshold in THRESHOLDS:
            is_taken = sure >= threshold
            among = is_taken[has_answer]
            rightly, wrongly = (among & is_right[has_answer]).mean(), (among & ~is_right[has_answer]).mean()
            print(
                f"| {language} | {len(sure)} | {threshold} | {rightly:.2f} | {wrongly:.2f} | {1 - among.mean():.2f} | "
                f"{is_taken[~has_answer].mean():.2f} |"
            )


if __name__ == "__main__":
    main()
