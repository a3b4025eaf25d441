"""Look up what a kind of gap, finding, figure or band means, and how precise it was measured to be."""

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any, Final

from .explained_figures import BANDS, FIGURES
from .explained_findings import FINDING_KINDS
from .explained_gaps import CAUSES, GAP_KINDS
from .explanation import Explanation, ExplanationText
from .formats import percent, percent_between

EXPLAINED: Final[Mapping[str, ExplanationText]] = {**GAP_KINDS, **CAUSES, **FINDING_KINDS, **FIGURES, **BANDS}
NOT_MEASURED: Final = "not measured yet"
FAULT_FROM: Final = 0.8  # precision below which a kind is a hint, not a fault
_PRECISION_FILE: Final = Path(__file__).with_name("precision.json")


def explain(kind: str) -> Explanation:
    """Return what a kind means.

    Raises
    ------
    KeyError
        If there is no such kind.
    """
    text = EXPLAINED[kind]
    return Explanation(kind, text.name, text.meaning, text.how_measured, text.what_to_do, precision_in_words(kind))


def precision_in_words(kind: str) -> str:
    """Return how often such a verdict was right, with interval, number and place, or that it was not measured."""
    if kind in FIGURES:
        return "every value carries its own 95 % interval"
    measured = _precision().get(kind)
    if measured is None:
        return NOT_MEASURED
    return (
        f"{percent(measured['precision'])} of {measured['n']} were right "
        f"(95 % interval {percent_between(measured['low'], measured['high'])}; {measured['where']})"
    )


def is_hint(kind: str) -> bool:
    """Whether a kind was measured to be right too seldom to be called a fault."""
    measured = _precision().get(kind)
    return measured is not None and bool(measured["precision"] < FAULT_FROM)


@cache
def _precision() -> Mapping[str, Any]:
    measured: Mapping[str, Any] = json.loads(_PRECISION_FILE.read_text(encoding="utf-8"))
    return measured
