"""Label-free against labelled findability on the demo corpora: ``python -m benchmarks.findability.echo_demo``.

Nothing was learned on them. The whole evaluation runs as it is shipped, needs included; the customer search is the BM25
stand-in. "Believed": the same, with the judge taken at its word and answers counted from .1 on.
"""

import json
from dataclasses import replace
from pathlib import Path

import numpy as np

import faqeval
from benchmarks.findability.echo import FORMER_FLOOR, spearman, worst_quarter
from benchmarks.machine import describe_machine
from faqeval.config import ScoreSettings
from faqeval.records import Evaluation, Rankings
from faqeval.score import score_findability
from training.echo import BELIEVED, SEED

CORPORA = Path(__file__).resolve().parents[2] / "corpora"
LANGUAGES = ("en", "sv", "nb", "da", "nl", "de")


def labelled(evaluation: Evaluation, answers: dict[str, list[str]]) -> Rankings:
    """Return probability 1 for each article that answers a query, by the corpus's truth."""
    queries, ids = evaluation.queries, evaluation.matches.article_ids
    place_of = {name: place for place, name in enumerate(ids)}
    right: list[set[int]] = [set() for _ in range(len(queries.table))]
    for row_id, row in zip(queries.row_ids, queries.row_query, strict=True):
        right[int(row)] |= {place_of[name] for name in answers.get(row_id, []) if name in place_of}
    places = np.full((len(right), max(map(len, right))), -1, dtype=np.int32)
    for row, found in enumerate(right):
        places[row, : len(found)] = sorted(found)
    return replace(evaluation.matches, places=places, scores=(places >= 0).astype(np.float32))


def rows(language: str) -> list[str]:
    """Return the rows of one corpus: believed and corrected."""
    folder = CORPORA / language
    evaluation = faqeval.evaluate(folder / "articles.jsonl", folder / "queries.csv").evaluation
    truth = json.loads((folder / "truth.json").read_text(encoding="utf-8"))["answers"]
    given = (evaluation.articles, evaluation.queries.table)
    gold = score_findability(
        *given, labelled(evaluation, truth), evaluation.search, ScoreSettings(), SEED, echo=BELIEVED
    )
    believed = score_findability(
        *given, evaluation.matches, evaluation.search, ScoreSettings(), SEED,
        echo=BELIEVED, min_probability=FORMER_FLOOR,
    )  # fmt: skip
    lines = []
    for title, found in (("believed", believed), ("corrected", evaluation.findability)):
        figure, true = found.figures["findability"], gold.figures["findability"].value or 0.0
        low, high = figure.low or 0.0, figure.high or 0.0
        pairs = [
            (one.findability, real.findability, (one.low or 0.0) <= real.findability <= (one.high or 0.0))
            for one, real in zip(found.articles, gold.articles, strict=True)
            if one.findability is not None and real.findability is not None
        ]
        ours, right, held = (np.array(column, dtype=np.float64) for column in zip(*pairs, strict=True))
        cells = [
            f"{language}, {title}", f"{true:.2f}", f"{figure.value or 0.0:.2f} ({low:.2f}–{high:.2f})",
            "yes" if low <= true <= high else "no", str(len(pairs)), f"{spearman(ours, right):.2f}",
            f"{worst_quarter(ours, right):.2f}", f"{held.mean():.2f}",
        ]  # fmt: skip
        lines.append(f"| {' | '.join(cells)} |")
    return lines


def main() -> None:
    """Print two rows per language."""
    head = "| corpus | by labels | without labels | held | articles | spearman | worst quarter | articles held |"
    print(f"{describe_machine()}\n\n{head}\n{'|---' * 8}|")
    for language in LANGUAGES:
        print("\n".join(rows(language)), flush=True)


if __name__ == "__main__":
    main()
