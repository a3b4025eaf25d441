"""Train the fusion on open sets and measure it on sets it has not seen: ``python -m training.fusion --data FOLDER``.

Writes ``faqeval/match/weights/<static|transformer>.json`` (trained on all sets) and prints the table of
docs/method/match.md (each set measured with weights and calibration from the other sets only).
"""

import argparse
import json
from dataclasses import asdict
from importlib.metadata import version
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from sklearn.metrics import roc_auc_score

from faqeval.match.calibrate import Calibration
from faqeval.match.embedders import Embedder, load_embedder, weights_name
from faqeval.match.pair_features import FEATURES
from faqeval.measures.calibration import expected_calibration_error

from .fitting import CaseFeatures, case_features, fit, fit_calibration, scores_of, unseen_scores
from .kept_vectors import KeptVectors
from .sets import read_cases
from .site import fit_site, measure_site

WEIGHTS = Path(__file__).parent.parent / "faqeval" / "match" / "weights"
MADE_ON = "2026-11-22"


def measure(
    cases: list[CaseFeatures], scores: list[NDArray[np.float64]], calibration: Calibration | None = None
) -> dict[str, float]:
    """Return MRR and hit@1 of answerable queries, AUROC of answerability and, when calibrated, ECE and Brier score."""
    first, right = [], []
    for case, score in zip(cases, scores, strict=True):
        order = np.argsort(-score, axis=1, kind="stable")
        gold = np.take_along_axis(case.gold & case.there, order, axis=1)
        first.append(np.where(gold.any(axis=1), gold.argmax(axis=1) + 1, 0))
        right.append(gold[:, 0])
    ranks, hits = np.concatenate(first), np.concatenate(right)
    answerable = np.concatenate([case.answerable for case in cases])
    top = np.concatenate([score.max(axis=1) for score in scores])
    reciprocal = np.divide(1, ranks, out=np.zeros(len(ranks)), where=ranks > 0)
    figures = {
        "n": float(len(ranks)),
        "mrr": float(reciprocal[answerable].mean()),
        "hit@1": float((ranks == 1)[answerable].mean()),
        "auroc": float(roc_auc_score(answerable, top)),
    }
    if calibration:
        sure = calibration.probabilities(top.astype(np.float32))
        figures["ece"] = expected_calibration_error(sure, hits)
        figures["brier"] = float(((sure - hits) ** 2).mean())
    return figures


def figures_by_set(cases: list[CaseFeatures]) -> dict[str, dict[str, dict[str, float]]]:
    """Return per set, and per case of a set of several, the figures of two single signals and of the unseen fusion."""
    found: dict[str, dict[str, dict[str, float]]] = {}
    for group in sorted({case.case.group for case in cases}):
        mine = [case for case in cases if case.case.group == group]
        others = [case for case in cases if case.case.group != group]
        coefficients, intercept = fit(others)
        calibration = fit_calibration(others, unseen_scores(others))
        site = fit_site(others, calibration)
        parts = {f"**{group}**": mine} | ({case.case.name: [case] for case in mine} if len(mine) > 1 else {})
        for name, part in parts.items():
            found[name] = {
                "BM25": measure(part, [_signal(case, "bm25_all") for case in part]),
                "vectors": measure(part, [_signal(case, "cosine") for case in part]),
                "fusion": measure(part, [scores_of(case, coefficients, intercept) for case in part], calibration)
                | measure_site(part, (coefficients, intercept), calibration, site),
            }
    return found


def table(cases: list[CaseFeatures], model: str) -> str:
    """Return the table of docs/method/match.md for one model; the mean is over sets, each with equal weight."""
    found = figures_by_set(cases)
    sets = [figures for name, figures in found.items() if name.startswith("**")]
    found["**mean of sets**"] = {
        signal: {name: float(np.mean([figures[signal][name] for figures in sets])) for name in sets[0][signal]}
        for signal in sets[0]
    }
    found["**mean of sets**"]["fusion"]["n"] = sum(figures["fusion"]["n"] for figures in sets)
    head = " | ".join(f"{name} MRR | hit@1 | AUROC" for name in sets[0])
    lines = [f"model: {model}; each set unseen by weights and calibration", f"| set | n | {head} | ECE | Brier |"]
    lines.append("|" + "---|" * (head.count("|") + 5))
    lines += [_line(name, figures) for name, figures in found.items()]
    names = [name for name in sets[0]["fusion"] if name.startswith("share")]
    lines += ["", "| set | " + " | ".join(names) + " |", "|" + "---|" * (len(names) + 1)]
    for name, figures in found.items():
        if name.startswith("**"):
            lines.append(f"| {name} | " + " | ".join(f"{figures['fusion'][column]:.3f}" for column in names) + " |")
    return "\n".join(lines)


def _signal(case: CaseFeatures, signal: str) -> NDArray[np.float64]:
    """Return one raw signal as scores, on the same short lists."""
    column = FEATURES.index(f"{signal}.raw")
    return np.where(case.there, case.features[:, :, column], -1e9).astype(np.float64)


def _line(name: str, figures: dict[str, dict[str, float]]) -> str:
    cells = [f"{f['mrr']:.3f} | {f['hit@1']:.3f} | {f['auroc']:.3f}" for f in figures.values()]
    fusion = figures["fusion"]
    return f"| {name} | {fusion['n']:.0f} | " + " | ".join(cells) + f" | {fusion['ece']:.3f} | {fusion['brier']:.3f} |"


def store(cases: list[CaseFeatures], model: str, out: Path) -> None:
    """Train on all sets and write the weights."""
    coefficients, intercept = fit(cases)
    calibration = fit_calibration(cases, unseen_scores(cases))
    site = fit_site(cases, calibration)
    stored = {
        "made_by": f"python -m training.fusion --model {model}",
        "made_on": MADE_ON,
        "trained_with": model,
        "sets": sorted({case.case.name for case in cases}),
        "n_queries": sum(len(case.answerable) for case in cases),
        "versions": {name: version(name) for name in ("numpy", "scikit-learn")},
        "intercept": round(intercept, 5),
        "calibration": {"slope": calibration.slope, "offset": calibration.offset},
        "site": asdict(site),
        "coefficients": {name: round(float(c), 5) for name, c in zip(FEATURES, coefficients, strict=True)},
    }
    path = out / f"{weights_name(model)}.json"
    path.write_text(json.dumps(stored, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")


def main() -> None:
    """Measure and, unless told not to, store."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--model", default="static")
    parser.add_argument("--out", type=Path, default=WEIGHTS)
    parser.add_argument("--dry", action="store_true", help="measure only")
    options = parser.parse_args()
    embedder: Embedder = load_embedder(options.model)
    if options.model != "static":
        embedder = KeptVectors(embedder)
    cases = [case_features(case, embedder) for case in read_cases(options.data)]
    print(table(cases, options.model))
    if not options.dry:
        store(cases, options.model, options.out)


if __name__ == "__main__":
    main()
