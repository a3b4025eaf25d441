"""How well are queries of one wish grouped? ``python -m benchmarks.gaps.grouping --data FOLDER``.

Queries with known intents (three open sets) are grouped at several distances; the intents are the truth. The default of
``gaps.need_distance`` was chosen here.
"""

import argparse
import json
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from sklearn.metrics import adjusted_rand_score, v_measure_score

from benchmarks.machine import describe_machine
from faqeval.gaps.clusters import cluster_texts
from faqeval.matching import load_embedder
from faqeval.text import terms

DISTANCES = (0.5, 0.6, 0.65, 0.7, 0.75, 0.8, 0.85)
MOST_PER_INTENT, MOST_INTENTS = 8, 40
SEED = 1


def intents(data: Path) -> Iterator[tuple[str, list[str], list[str]]]:
    """Yield name, texts and intents of each set, a handful of queries per intent."""
    for name in ("clinc150_en", "dstc11_insurance_en", "hint3_sofmattress_en"):
        by_intent: dict[str, list[str]] = {}
        for line in (data / name / "queries.jsonl").read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            if row["article_ids"]:
                by_intent.setdefault(row["article_ids"][0], []).append(row["text"])
        chosen = [
            (text, intent)
            for intent in sorted(by_intent)[:MOST_INTENTS]
            for text in by_intent[intent][:MOST_PER_INTENT]
        ]
        yield name, [text for text, _ in chosen], [intent for _, intent in chosen]


def main() -> None:
    """Print one row per set and distance."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    data = parser.parse_args().data
    embed = load_embedder("quick").embed_queries
    print(describe_machine(), "\n\n| set | queries | intents | distance | V-measure | ARI |\n|---|---|---|---|---|---|")
    for name, texts, labels in intents(data):
        words = [tuple(dict.fromkeys(terms(text, "en"))) for text in texts]
        truth = np.unique(labels, return_inverse=True)[1]
        for distance in DISTANCES:
            found = cluster_texts(words, [text.casefold() for text in texts], embed(texts), distance, SEED)
            v_measure, rand = v_measure_score(truth, found), adjusted_rand_score(truth, found)
            print(f"| {name} | {len(texts)} | {len(set(labels))} | {distance} | {v_measure:.2f} | {rand:.2f} |")


if __name__ == "__main__":
    main()
