"""The figures as Markdown."""

from collections.abc import Mapping

import numpy as np

from benchmarks.matching.figures import METRICS, Samples, interval

BY_CHANCE = "ECE by chance"
COLUMNS = ("MRR", "hit@1", "hit@3", "nDCG@10", "AUROC", "ECE", BY_CHANCE, "Brier")
COMPARED = ("MRR", "hit@1", "hit@3", "nDCG@10", "AUROC")

Part = tuple[Mapping[str, Samples], Mapping[str, float]]  # samples per matcher, and ECE by chance of some of them


def cell(sample: Samples, name: str, *, signed: bool = False) -> str:
    """Return one figure with its interval, a dash when there is none."""
    value, low, high = interval(sample[name])
    if not np.isfinite(value):
        return "–"
    shape = "+.3f" if signed else ".3f"
    return f"{value:{shape}} ({low:{shape}} to {high:{shape}})" if signed else f"{value:.3f} ({low:.2f}–{high:.2f})"


def table(first: str, parts: Mapping[str, Part]) -> str:
    """Return one row per part and matcher.

    Parameters
    ----------
    first : what the parts are; several cells are separated by ``|``.
    parts : the figures of each part; its name fills as many cells.
    """
    head = [*(text.strip() for text in first.split("|")), "matcher", *COLUMNS]
    lines = [f"| {' | '.join(head)} |", "|---" * len(head) + "|"]
    for part, (matchers, by_chance) in parts.items():
        for name, sample in matchers.items():
            cells = {column: cell(sample, column) for column in METRICS}
            cells[BY_CHANCE] = f"{by_chance[name]:.3f}" if name in by_chance else "–"
            lines.append(f"| {part} | {name} | {' | '.join(cells[column] for column in COLUMNS)} |")
    return "\n".join(lines)


def differences(matchers: Mapping[str, Samples], baseline: str) -> str:
    """Return how far each matcher lies from one of them, by the same draws of queries."""
    lines = [f"| minus {baseline} | {' | '.join(COMPARED)} |", "|---" * (len(COMPARED) + 1) + "|"]
    for name, sample in matchers.items():
        if name != baseline:
            apart = {column: sample[column] - matchers[baseline][column] for column in COMPARED}
            cells = (cell(apart, column, signed=True) for column in COMPARED)
            lines.append(f"| {name} | {' | '.join(cells)} |")
    return "\n".join(lines)
