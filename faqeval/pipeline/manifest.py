"""What ``run.json`` says: enough to make the same run again."""

import platform
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from importlib.metadata import version
from typing import Final

from ..config import Settings
from ..records import StageCost

_PACKAGES: Final = ("faqeval", "numpy", "pandas", "scipy", "scikit-learn", "rapidfuzz", "wordfreq", "simplemma")


def describe_run(
    settings: Settings,
    inputs: Mapping[str, Mapping[str, object]],
    costs: Sequence[StageCost],
    notes: Sequence[str],
) -> dict[str, object]:
    """Return the manifest of a run.

    Parameters
    ----------
    inputs : per input its name, SHA-256 checksum and how many rows were read, used and rejected.
    costs : what the stages took.
    notes : sentences for the user about the input; nothing of its content.
    """
    return {
        "schema": 1,
        "finished_at": datetime.now(UTC).isoformat(timespec="seconds"),
        "model": settings.match.model,
        "seed": settings.seed,
        "settings": settings.model_dump(mode="json"),
        "versions": {"python": platform.python_version(), **{name: version(name) for name in _PACKAGES}},
        "inputs": {name: dict(entry) for name, entry in inputs.items()},
        "notes": list(notes),
        "stages": [{"stage": cost.stage, "seconds": cost.seconds, "peak_mb": cost.peak_mb} for cost in costs],
    }
