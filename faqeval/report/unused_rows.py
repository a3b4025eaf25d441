"""How many rows of the files were not used."""

from collections.abc import Mapping

from ..records import Evaluation


def n_unused_rows(evaluation: Evaluation) -> int:
    """Return the number that the inputs of the manifest name; one row of the rejects may stand for many of a log."""
    inputs = evaluation.manifest.get("inputs")
    if not isinstance(inputs, Mapping):
        return len(evaluation.rejects)
    return sum(int(entry.get("rows_rejected", 0)) for entry in inputs.values())
