"""Evaluate the open data sets end to end.

    python -m benchmarks.findability.open_sets --data FOLDER [--reports FOLDER]

Swedish, German, English and Dutch FAQs with their own questions, live chat lines, and a help centre in Norwegian,
Danish and Dutch whose keywords and descriptions stand for queries (they are then not read as article text).
"""

import argparse
import json
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pandas as pd

import faqeval
from benchmarks.machine import describe_machine
from faqeval.measures.auroc import auroc
from faqeval.service import Result

HELP_CENTRE = "superoffice_help_6lang"


@dataclass(frozen=True)
class Case:
    """One FAQ with queries and, where there are any, the articles that answer each query."""

    name: str
    articles: pd.DataFrame
    queries: pd.DataFrame
    gold: dict[str, set[str]]


def read_lines(path: Path) -> list[dict[str, object]]:
    """Return the rows of a JSONL file."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line]


def cases(data: Path) -> Iterator[Case]:
    """Yield the sets this benchmark evaluates."""
    for name in ("swefaq_sv", "cwa_faq_de_en", "coronamelder_nl_en", "hint3_sofmattress_en"):
        titled = data / name / "articles_with_titles.jsonl"
        articles = read_lines(titled if titled.is_file() else data / name / "articles.jsonl")
        rows = [row for row in read_lines(data / name / "queries.jsonl") if row.get("split") != "train"]
        gold = {str(row["id"]): set(row["article_ids"]) for row in rows}  # type: ignore[call-overload]
        queries = pd.DataFrame([{key: row[key] for key in ("id", "text", "language")} for row in rows])
        yield Case(name, pd.DataFrame(articles), queries, gold)
    pages = read_lines(data / HELP_CENTRE / "articles.jsonl")
    for language in ("nb", "da", "nl"):
        chosen = [page for page in pages if page["language"] == language]
        yield _help_centre(language, chosen)


def _help_centre(language: str, pages: list[dict[str, object]]) -> Case:
    queries, gold = [], {}
    for page in pages:
        keywords = page.get("keywords") or []
        texts = [page.get("description") or "", *(keywords if isinstance(keywords, list) else str(keywords).split(","))]
        for number, text in enumerate(str(text).strip() for text in texts):
            if text:
                query_id = f"{page['id']}#{number}"
                queries.append({"id": query_id, "text": text, "language": language})
                gold[query_id] = {str(page["id"])}
    articles = pd.DataFrame([{key: page[key] for key in ("id", "language", "title", "body")} for page in pages])
    return Case(f"{HELP_CENTRE} {language}", articles, pd.DataFrame(queries), gold)


def measure(case: Case, result: Result) -> str:
    """Return the row of the table for one case."""
    evaluation = result.evaluation
    ids, places = evaluation.matches.article_ids, evaluation.matches.places
    asked = evaluation.queries
    gold: list[set[str]] = [set() for _ in range(len(asked.table))]
    for row_id, row in zip(asked.row_ids, asked.row_query, strict=True):
        gold[int(row)] |= case.gold[row_id]
    answerable = np.array([bool(answers) for answers in gold])
    first = [ids[place] if place >= 0 else "" for place in places[:, 0]]
    hits = [name in answers for name, answers in zip(first, gold, strict=True) if answers]
    sure = evaluation.matches.scores[:, 0]
    separates = f"{auroc(sure, answerable):.2f}" if not answerable.all() else "–"
    shown = evaluation.search.places[:, 0]
    found = [place >= 0 and ids[place] in answers for place, answers in zip(shown, gold, strict=True) if answers]
    figures = {name: figure.value for name, figure in evaluation.figures.items()}
    cells = [
        case.name,
        f"{len(case.articles):,}",
        f"{len(asked.table):,}",
        f"{np.mean(hits):.2f}",
        f"{np.mean(found):.2f}",
        separates,
        *(_cell(figures[name]) for name in ("findability", "understandability", "answerable_share")),
        str(len(evaluation.gaps)),
    ]
    return f"| {' | '.join(cells)} |"


def _cell(value: float | None) -> str:
    return "not scored" if value is None else f"{value:.2f}"


def main() -> None:
    """Evaluate every set and print one row each."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder of the open sets")
    parser.add_argument("--reports", type=Path, help="write the reports there as well")
    parser.add_argument("--model", default="small")
    chosen = parser.parse_args()
    settings = faqeval.Settings.model_validate({"match": {"model": chosen.model}})
    print(describe_machine(), "\n")
    print(
        "| set | articles | queries | matcher hit@1 | search hit@1 | AUROC answerable | findability | "
        "understandability | answerable share | gaps | seconds |\n" + "|---" * 11 + "|"
    )
    for case in cases(chosen.data):
        begin = time.perf_counter()
        result = faqeval.evaluate(case.articles, case.queries, settings=settings)
        if chosen.reports:
            result.write(chosen.reports / case.name.replace(" ", "_"))
        print(f"{measure(case, result)} {time.perf_counter() - begin:.1f} |", flush=True)


if __name__ == "__main__":
    main()
