"""What the generator of visits and contacts tends to, and where searches lead.

    python -m benchmarks.journeys.planted_logs

The first table needs no evaluation. The second looks at logs of other seeds than those of ``planted_journeys``: how
many of the visits that searched for a need opened its article, where it was planted that they do not, and elsewhere.
"""

import argparse
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

import numpy as np
from faqeval_corpora.journey_plan import PLANTED
from faqeval_corpora.journeys import Generated, generate, write

from benchmarks.journeys.journeys_truth import judge_needs
from benchmarks.machine import describe_machine
from faqeval.config import Settings
from faqeval.pipeline import Inputs, evaluate_inputs

ROOT: Final = Path(__file__).resolve().parents[2] / "corpora"
LANGUAGE: Final = "en"
FIRST_SEED: Final = 101
NO_VISIT: Final = ("no_visit", "repeat", "other")
LOST: Final = "not_found"
PLAN: Final = replace(PLANTED, notes_article=1.0)  # so that a contact's need is never the matcher's mistake


def after_a_visit(generated: Generated) -> float:
    """Return the share of contacts that came out of a visit."""
    because = generated.truth["n_because"]
    return 1 - float(sum(because.get(name, 0) for name in NO_VISIT) / sum(because.values()))


def found_shares(generated: Generated) -> list[tuple[str, float]]:
    """Return, per need that an article answers and whose searches are known: what is planted, and the share found."""
    folder = ROOT / LANGUAGE
    with TemporaryDirectory() as name:
        write(generated, Path(name))
        inputs = Inputs(
            folder / "articles.jsonl",
            folder / "queries.csv",
            visits=Path(name) / "visits.csv",
            contacts=Path(name) / "contacts.csv",
        )
        evaluation = evaluate_inputs(inputs, Settings())
    if evaluation.journeys is None:
        return []
    found = {need.need: need.searches_found.value for need in evaluation.journeys.needs}
    judged = judge_needs(evaluation, generated.truth, noted=True)
    pairs = [(need.planted, found.get(need.code)) for need in judged if 0 <= need.code < len(evaluation.articles)]
    return [(planted, share) for planted, share in pairs if share is not None and planted != "missing"]


def main() -> None:
    """Print both tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seeds", type=int, default=30)
    parser.add_argument("--evaluated", type=int, default=12)
    chosen = parser.parse_args()
    print(f"{describe_machine()} Corpus {LANGUAGE}, seeds from {FIRST_SEED} on.\n")
    logs = [generate(ROOT / LANGUAGE, seed=FIRST_SEED + number) for number in range(chosen.seeds)]
    rows = {
        "made while logged in, of those with a customer id": [log.truth["logged_in"]["share"] for log in logs],
        "came out of a visit": [after_a_visit(log) for log in logs],
    }
    print(f"| share of contacts, {len(logs)} seeds | mean | standard deviation from seed to seed |\n|---|---|---|")
    for name, shares in rows.items():
        print(f"| {name} | {np.mean(shares):.3f} | {np.std(shares, ddof=1):.3f} |")
    seeds = range(FIRST_SEED, FIRST_SEED + chosen.evaluated)
    seen = [one for seed in seeds for one in found_shares(generate(ROOT / LANGUAGE, seed=seed, plan=PLAN))]
    print(f"\nOf the visits that searched for a need, those that opened its article; {chosen.evaluated} seeds\n")
    print("| planted | needs | lowest | 5 % below | median | 95 % below | highest |\n|---|---|---|---|---|---|---|")
    for name, is_lost in (("not found", True), ("anything else", False)):
        shares = [share for planted, share in seen if (planted == LOST) == is_lost]
        cells = " | ".join(f"{end:.2f}" for end in np.quantile(shares, [0, 0.05, 0.5, 0.95, 1]))
        print(f"| {name} | {len(shares)} | {cells} |")


if __name__ == "__main__":
    main()
