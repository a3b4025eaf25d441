"""Which share of queries is the slow model worth?

    python -m benchmarks.matching.cascade --data FOLDER [--chart FILE.svg]

Quality as in ``benchmarks.matching.quality``: each set left out of all learning, the FAQ whole for hit@1 and MRR,
three times with a third of its articles missing for AUROC and ECE. Time: the matcher as it comes, with the real model,
on a made-up log (``benchmarks.matching.match_speed``); the slow model's reading of the articles is timed apart, since
it happens once.
"""

import argparse
import os
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from statistics import median

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from benchmarks.machine import describe_machine
from benchmarks.matching.choosing import RULES, Asked
from benchmarks.matching.curve import curve
from benchmarks.matching.figures import Draws, Samples, mean_of, samples
from benchmarks.matching.match_speed import make_faq, timed
from benchmarks.matching.outcomes import describe, outcomes
from benchmarks.matching.plays import Matcher
from benchmarks.matching.tables import cell
from benchmarks.matching.unseen import matcher_of
from faqeval.config import MatchSettings
from faqeval.matching import match_site
from faqeval.matching.embedders import Embedder, load_embedder, quick_embedder
from faqeval.matching.fitting.cases import Case
from faqeval.matching.judges import Judges, SlowJudge
from faqeval.matching.load_judges import load_judges
from training.sites.judges import School
from training.sites.kept_vectors import KeptVectors
from training.sites.sets import read_cases
from training.vectors.unseen_vectors import unseen_embedder

SHARES = (0.0, 0.1, 0.2, 0.3, 0.4, 0.6, 0.8, 1.0)
COMPARED_AT = (0.2, 0.4)
COLUMNS = ("hit@1", "MRR", "AUROC", "ECE")
ALONE = "bundled model alone"
ALL = "1"
LANGUAGE, N_ARTICLES, TURNS = "en", 300, 3
TITLE = "A slow model for what is unsure: quality against time"


@dataclass(slots=True)
class ReadOnce:
    """A slow model that reads each field of the articles once; ``seconds`` of reading them, and of reading queries."""

    embedder: Embedder
    seconds: dict[str, float] = field(default_factory=lambda: {"articles": 0.0, "queries": 0.0})
    _passages: dict[tuple[str, ...], NDArray[np.float32]] = field(default_factory=dict)

    @property
    def name(self) -> str:
        """Name of the model."""
        return self.embedder.name

    @property
    def checksum(self) -> str:
        """Checksum of the model."""
        return self.embedder.checksum

    @property
    def dimensions(self) -> int:
        """Length of one vector."""
        return self.embedder.dimensions

    def embed_queries(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Return one unit vector per query."""
        begin = time.perf_counter()
        found = self.embedder.embed_queries(texts)
        self.seconds["queries"] += time.perf_counter() - begin
        return found

    def embed_passages(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Return one unit vector per passage, from memory the second time."""
        name = tuple(texts)
        if name not in self._passages:
            begin = time.perf_counter()
            self._passages[name] = self.embedder.embed_passages(texts)
            self.seconds["articles"] += time.perf_counter() - begin
        return self._passages[name]


def name_of(share: float) -> str:
    """Return a share as it stands in the table."""
    return f"{share:g}"


def matchers(judges: Judges) -> dict[str, Matcher]:
    """Return the matcher at each share, and the other rules of choosing at some, by name."""
    found = {ALONE: matcher_of(replace(judges, slow=None))}
    found |= {name_of(share): matcher_of(judges, share) for share in SHARES}
    asked = Asked(judges)
    for share in COMPARED_AT:
        found |= {f"{rule} {name_of(share)}": asked.by(choose, share) for rule, choose in RULES.items()}
    return found


def play(cases: Sequence[Case], school: School) -> Mapping[str, Samples]:
    """Return each matcher's means over the sets."""
    rows: dict[str, list[pd.DataFrame]] = {}
    for group in dict.fromkeys(case.group for case in cases):
        begin = time.perf_counter()
        for name, matcher in matchers(school.judges_without(group)).items():
            own = pd.concat([outcomes(case, matcher) for case in cases if case.group == group], ignore_index=True)
            rows.setdefault(name, []).append(own)
        print(f"{group}: {time.perf_counter() - begin:.0f} s", file=sys.stderr, flush=True)
    draws = Draws.of(describe(cases))
    return {
        name: mean_of([samples(own, draws, probabilities=True) for own in of_sets]) for name, of_sets in rows.items()
    }


def speeds(n_queries: int) -> tuple[dict[str, float], float]:
    """Return queries a second at each share, articles read beforehand, and the seconds that reading them takes."""
    articles, queries = make_faq(LANGUAGE, N_ARTICLES, n_queries)
    judges = load_judges("small")
    if judges.slow is None:
        raise SystemExit("the transformer is missing")
    model = ReadOnce(load_embedder("small"))  # one that remembers no query
    judges = replace(judges, slow=SlowJudge(model, judges.slow.fusion))

    def match(share: float) -> float:
        settings = MatchSettings(slow_budget=round(share * len(queries)))
        return timed(lambda: match_site(articles, queries, settings, judges=judges))[0]

    match(1 / n_queries)  # articles are read, dictionaries opened
    taken = [{share: match(share) for share in SHARES} for _ in range(TURNS)]
    return {name_of(s): n_queries / median(turn[s] for turn in taken) for s in SHARES}, model.seconds["articles"]


def curve_table(means: Mapping[str, Samples], speed: Mapping[str, float]) -> str:
    """Return one row per share."""
    heads = ("share", "queries/s", "times share 1", *COLUMNS, "hit@1 less that of share 1")
    lines = [f"| {' | '.join(heads)} |", "|---" * len(heads) + "|"]
    for name in (ALONE, *map(name_of, SHARES)):
        sample = means[name]
        less = {"hit@1": sample["hit@1"] - means[ALL]["hit@1"]}
        time_cells = [f"{speed[name]:,.0f}", f"{speed[name] / speed[ALL]:.1f}"] if name in speed else ["–", "–"]
        figures = [cell(sample, column) for column in COLUMNS]
        lines.append(f"| {' | '.join([name, *time_cells, *figures, cell(less, 'hit@1', signed=True)])} |")
    return "\n".join(lines)


def rules_table(means: Mapping[str, Samples]) -> str:
    """Return one row per share and rule of choosing, with its difference from the product's rule."""
    usual = next(iter(RULES))
    heads = ("share", "asked about", *COLUMNS, "hit@1 less that of the first rule", "AUROC less that of the first rule")
    lines = [f"| {' | '.join(heads)} |", "|---" * len(heads) + "|"]
    for share in map(name_of, COMPARED_AT):
        base = means[f"{usual} {share}"]
        for rule in RULES:
            sample = means[f"{rule} {share}"]
            less = {column: sample[column] - base[column] for column in COLUMNS}
            cells = [cell(sample, column) for column in COLUMNS]
            cells += ["" if rule == usual else cell(less, column, signed=True) for column in ("hit@1", "AUROC")]
            lines.append(f"| {' | '.join([share, rule, *cells])} |")
    return "\n".join(lines)


def main() -> None:
    """Measure quality and time, and print both tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--queries", type=int, default=1_000, help="different queries of the log that is timed")
    parser.add_argument("--chart", type=Path, help="write the curve there")
    chosen = parser.parse_args()
    load = os.getloadavg()[0]
    speed, reading = speeds(chosen.queries)
    cases = read_cases(chosen.data)
    school = School(
        cases, lambda group: unseen_embedder(group) or quick_embedder(), KeptVectors(load_embedder("small"))
    )
    means = play(cases, school)
    n_sets = len({case.group for case in cases})
    print(f"{describe_machine()} Load before the timing: {load:.1f}. Model small.\n")
    if chosen.chart:
        points = {name: (speed[name], means[name]) for name in map(name_of, SHARES)}
        chosen.chart.write_text(
            curve(points, TITLE, f"Means over {n_sets} sets with 95 % intervals."), encoding="utf-8"
        )
        print(f"![{TITLE}; all its figures are in the first table]({chosen.chart.name})\n")
    print(f"* Means over {n_sets} sets, value and 95 % interval from 1,000 draws of the queries within each set.")
    print(
        f"* Time: {chosen.queries:,} different made-up queries, {N_ARTICLES} articles, all of match, median of {TURNS} "
        f"turns, warm. Not in it: the slow model reads the articles, once, {reading:.1f} s "
        f"({N_ARTICLES / reading:.0f} a second).\n"
    )
    print(curve_table(means, speed))
    print("\nOther ways to choose the queries; the slow model's middle is that of all queries here:\n")
    print(rules_table(means))


if __name__ == "__main__":
    main()
