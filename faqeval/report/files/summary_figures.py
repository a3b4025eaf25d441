"""``summary.json``: the figures of one evaluation."""

from typing import Final

from ...records import Evaluation, Figure

SCHEMA: Final = 1
_DECIMALS: Final = 6  # what lies beyond may differ between processors


def summary(evaluation: Evaluation) -> dict[str, object]:
    """Return the figures by name: value, low, high and n, with the reason where there is no value."""
    names = [name for name in evaluation.glossary.figures if name in evaluation.figures]
    return {"schema": SCHEMA, "figures": {name: _entry(evaluation.figures[name]) for name in names}}


def _entry(figure: Figure) -> dict[str, object]:
    entry: dict[str, object] = {
        "value": _rounded(figure.value),
        "low": _rounded(figure.low),
        "high": _rounded(figure.high),
        "n": int(figure.n),
    }
    return {**entry, "reason": figure.reason} if figure.reason else entry


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(float(value), _DECIMALS)
