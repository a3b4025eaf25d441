"""Explain what a kind of gap, finding, figure or band means, and how precise it was measured to be."""

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from .explanation import Explanation
from .formats import percent, percent_between
from .sentences import say

if TYPE_CHECKING:
    from ...config import Settings
    from ...records import Evaluation, Named

NOT_MEASURED: Final = "not measured yet"
FAULT_FROM: Final = 0.8  # precision below which a kind is a hint, not a fault
_PRECISION_FILE: Final = Path(__file__).parents[1] / "precision.json"


def explain(named: "Named", settings: "Settings | None" = None) -> Explanation:
    """Return what something means.

    Parameters
    ----------
    settings : of the run, for the numbers in the texts; None: the defaults.
    """
    texts = {part: say(named.message(part), settings) for part in ("name", "meaning", "how_measured", "what_to_do")}
    return Explanation(kind=named.id, precision=precision_in_words(named), **texts)


def explained(evaluation: "Evaluation", kind: str) -> Explanation:
    """Return what something in a run means, by its id, with the numbers of the run."""
    return explain(evaluation.glossary.entries[kind], evaluation.settings)


def name_of(evaluation: "Evaluation", kind: str) -> str:
    """Return what something in a run is called, by its id."""
    return say(evaluation.glossary.entries[kind].message("name"))


def precision_in_words(named: "Named") -> str:
    """Return how often such a verdict was right, with interval, number and place, or that it was not measured."""
    if named.HAS_INTERVAL:
        return "every value carries its own 95 % interval"
    measured = _precision().get(named.id)
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
