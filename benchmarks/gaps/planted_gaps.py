"""Precision and recall of every kind of gap on the demo corpora: ``python -m benchmarks.gaps.planted_gaps [--write]``.

``--threshold`` tries another ``match.answer_threshold``; the table of docs/method/gaps.md#threshold was read off so.

``--write`` puts the table into docs/precision.md and the precision that the report shows into
faqeval/report/precision.json.
"""

import argparse
import json
from pathlib import Path

from benchmarks.gaps.planted import KINDS, Verdict, evaluate_texts, judge, reached, read_truth
from benchmarks.machine import describe_machine
from faqeval.config import Settings
from faqeval.measures.wilson import wilson
from faqeval.service import DEMO_LANGUAGES

ROOT = Path(__file__).resolve().parents[2]
DEVELOPED_ON = ("en", "sv")  # looked at while thresholds were set; of the others only match.answer_threshold was


def main() -> None:
    """Measure, print, and write when asked to."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--show", action="store_true", help="name what was wrong")
    parser.add_argument("--model", default="small")
    parser.add_argument("--threshold", type=float, default=Settings().match.answer_threshold)
    parser.add_argument("languages", nargs="*", default=list(DEMO_LANGUAGES))
    chosen = parser.parse_args()
    matching = {"model": chosen.model, "answer_threshold": chosen.threshold}
    settings = Settings.model_validate({"match": matching})
    verdicts, reaches = [], []
    for language in chosen.languages:
        folder = ROOT / "corpora" / language
        evaluation, truth = evaluate_texts(folder, settings), read_truth(folder)
        verdicts += judge(evaluation, truth)
        reaches.append((language, *reached(evaluation, truth)))
    table = f"{_table(verdicts)}\n\n{_reach_table(reaches)}"
    print(f"{describe_machine()}\n\n{table}")
    if chosen.show:
        for verdict in verdicts:
            print(verdict.language, verdict.kind, "| false:", *verdict.false, "| overlooked:", *verdict.overlooked)
    if chosen.write:
        _write_page(table)
        _write_precision(verdicts)


def _table(verdicts: list[Verdict]) -> str:
    lines = ["| kind | language | precision | recall |", "|---|---|---|---|"]
    for kind in KINDS:
        rows = [verdict for verdict in verdicts if verdict.kind == kind]
        held_out = [verdict for verdict in rows if verdict.language not in DEVELOPED_ON]
        for name, group in [(row.language, [row]) for row in rows] + [("held out", held_out), ("all", rows)]:
            if group:
                lines.append(f"| {kind} | {name} | {_share(group, 'precision')} | {_share(group, 'recall')} |")
    return "\n".join(lines)


def _reach_table(reaches: list[tuple[str, int, int, int]]) -> str:
    lines = [
        "Needs that customers' words do not lead to (planted as `not_found`), counted also when they are reported as a",
        "`missing` need, and how often the right article is then named or shown among the near ones:\n",
        "| language | planted | reported as either kind | right article shown |",
        "|---|---|---|---|",
    ]
    total = ("all", *(sum(row[place] for row in reaches) for place in (1, 2, 3)))
    lines += [f"| {name} | {planted} | {named} | {shown} |" for name, planted, named, shown in [*reaches, total]]
    return "\n".join(lines)


def _sum(verdicts: list[Verdict], measure: str) -> tuple[int, int]:
    pairs = [getattr(verdict, measure) for verdict in verdicts]
    return sum(pair[0] for pair in pairs), sum(pair[1] for pair in pairs)


def _share(verdicts: list[Verdict], measure: str) -> str:
    right, total = _sum(verdicts, measure)
    if not total:
        return "–"
    low, high = wilson(right, total)
    return f"{right / total:.2f} ({low:.2f}–{high:.2f}), {right} of {total}"


def _write_page(table: str) -> None:
    text = f"""# How precise is each kind of gap?

Measured with `python -m benchmarks.gaps.planted_gaps --write` on the six demo corpora, whose gaps were planted and
written down before any of this could be run. {describe_machine()}

Precision: of the gaps reported, how many were planted. Recall: of the gaps planted, how many were reported. In
brackets the 95 % interval (Wilson). Thresholds were looked at on {" and ".join(DEVELOPED_ON)} only, but for the answer
threshold, which was chosen with all six in view ([gaps.md](method/gaps.md#threshold)); "held out" are the other
languages. The corpora are written by us and small: real FAQs will differ.

{table}
"""
    (ROOT / "docs" / "precision.md").write_text(text, encoding="utf-8")


def _write_precision(verdicts: list[Verdict]) -> None:
    held_out = [verdict for verdict in verdicts if verdict.language not in DEVELOPED_ON]
    where = "demo corpora " + ", ".join(sorted({verdict.language for verdict in held_out}))
    measured = {}
    for kind in KINDS:
        right, total = _sum([verdict for verdict in held_out if verdict.kind == kind], "precision")
        if total:
            low, high = wilson(right, total)
            measured[kind] = {
                "precision": round(right / total, 3),
                "low": round(low, 3),
                "high": round(high, 3),
                "n": total,
                "where": where,
            }
    path = ROOT / "faqeval" / "report" / "precision.json"
    path.write_text(json.dumps(measured, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
