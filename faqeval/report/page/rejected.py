"""How many rows were not used: of logs the manifest says it, for a line of their rejects may stand for many."""

from collections import Counter

from ...records import Evaluation


def count_rejects(evaluation: Evaluation) -> Counter[tuple[str, str]]:
    """Return how many rows were not used, by file and reason."""
    inputs = evaluation.manifest.get("inputs")
    entries = list(inputs.values()) if isinstance(inputs, dict) else []
    counts: Counter[tuple[str, str]] = Counter()
    for entry in entries:
        for reason, n_rows in entry.get("reasons", {}).items():
            counts[str(entry["name"]), str(reason)] += int(n_rows)
    told = {name for name, _ in counts}
    listed = zip(evaluation.rejects["file"], evaluation.rejects["reason"], strict=True)
    counts.update((str(file), str(reason)) for file, reason in listed if file not in told)
    return counts
