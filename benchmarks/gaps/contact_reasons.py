"""Are agents' notes taken for the right article? ``python -m benchmarks.gaps.contact_reasons``.

The notes of the demo corpora are matched as reasons of contacts are; their needs are known. The default of
``journeys.reason_threshold`` was chosen on English and Swedish.
"""

import csv
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from benchmarks.gaps.planted import read_truth
from benchmarks.machine import describe_machine
from faqeval.config import IngestSettings, MatchSettings
from faqeval.ingest import read_articles, read_queries
from faqeval.matching import match_site
from faqeval.service import DEMO_LANGUAGES

ROOT: Final = Path(__file__).resolve().parents[2] / "corpora"
THRESHOLDS: Final = (0.2, 0.25, 0.3, 0.4, 0.5)
NO_NEED: Final = "other"
TOLD: Final = 0.35  # share of a need's notes from which they may say that an article answers it (docs/method/gaps.md)
FEWEST: Final = 4  # notes of a need, below which a share of them says nothing


@dataclass(frozen=True, slots=True)
class Taken:
    """The notes of one language, one row each."""

    need: NDArray[np.str_]
    has_answer: NDArray[np.bool_]  # an article answers its need
    is_right: NDArray[np.bool_]  # the likeliest article does
    probability: NDArray[np.float64]  # of the likeliest article, 0..1


def taken(language: str) -> Taken:
    """Match the notes of one language, as reasons of contacts are matched."""
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
    needs = [notes[int(query_id)]["need"] for query_id in table["query_id"]]
    first = [articles[place].article_id for place in matches.places[:, 0]]
    return Taken(
        need=np.array(needs),
        has_answer=np.array([bool(right[need]) for need in needs]),
        is_right=np.array([article in right[need] for article, need in zip(first, needs, strict=True)]),
        probability=np.asarray(matches.scores[:, 0], dtype=np.float64),
    )


def row(notes: Taken, threshold: float) -> list[str]:
    """Return the cells of one threshold: shares of the notes with an answer, then how many of those without."""
    is_taken = notes.probability >= threshold
    among, is_right = is_taken[notes.has_answer], notes.is_right[notes.has_answer]
    is_missing = ~notes.has_answer & (notes.need != NO_NEED)
    by_need = [is_taken[notes.need == need] for need in sorted(set(notes.need[is_missing]))]
    shares = [float(one.mean()) for one in by_need if len(one) >= FEWEST]
    about_nothing = is_taken[notes.need == NO_NEED]
    return [
        f"{(among & is_right).mean():.2f}",
        f"{(among & ~is_right).mean():.2f}",
        f"{1 - among.mean():.2f}",
        f"{is_taken[is_missing].sum()} of {is_missing.sum()}",
        f"{sum(share >= TOLD for share in shares)} of {len(shares)}",
        f"{about_nothing.sum()} of {len(about_nothing)}",
    ]


def main() -> None:
    """Print one row per language and threshold."""
    heads = (
        "language", "notes", "threshold", "rightly", "wrongly", "left open", "notes of missing needs: by mistake",
        f"missing needs ({FEWEST} notes or more) of which {100 * TOLD:.0f} % or more are taken",
        "notes about nothing: by mistake",
    )  # fmt: skip
    print(f"{describe_machine()}\n\n| {' | '.join(heads)} |\n{'|---' * len(heads)}|")
    for language in DEMO_LANGUAGES:
        notes = taken(language)
        for threshold in THRESHOLDS:
            cells = [language, str(len(notes.need)), str(threshold), *row(notes, threshold)]
            print(f"| {' | '.join(cells)} |")


if __name__ == "__main__":
    main()
