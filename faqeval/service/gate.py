"""Check a report against limits, for a build that must not get worse."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from ..errors import ConfigError, FileUnreadable


@dataclass(frozen=True, slots=True)
class GateVerdict:
    """One limit and whether it holds; ``value`` is None when the figure could not be judged, which breaks the limit."""

    figure: str
    limit: str  # "min" or "max"
    bound: float
    value: float | None
    holds: bool

    def in_words(self) -> str:
        """Return the verdict as one line."""
        value = "not judged" if self.value is None else f"{self.value:.3f}"
        side = "at least" if self.limit == "min" else "at most"
        return f"{'holds ' if self.holds else 'BROKEN'}  {self.figure} is {value}, must be {side} {self.bound:g}"


def check_gate(folder: Path, minimum: Mapping[str, float], maximum: Mapping[str, float]) -> tuple[GateVerdict, ...]:
    """Compare the figures of a report with lower and upper limits.

    Raises
    ------
    FileUnreadable
        If the folder holds no report.
    ConfigError
        If a figure has no such name, or no limit is given.
    """
    figures = read_figures(folder)
    if not minimum and not maximum:
        raise ConfigError("a gate must have a limit. Got none. Add one, such as --min findability=0.6.")
    verdicts = []
    for limit, bounds in (("min", minimum), ("max", maximum)):
        for name, bound in bounds.items():
            if name not in figures:
                raise ConfigError(
                    f"a limit must name a figure of the report: {', '.join(sorted(figures))}. Got '{name}'. Correct it."
                )
            value = figures[name]["value"]
            holds = value is not None and (value >= bound if limit == "min" else value <= bound)
            verdicts.append(GateVerdict(name, limit, bound, value, holds))
    return tuple(verdicts)


def read_figures(folder: Path) -> dict[str, dict[str, float | None]]:
    """Return the figures of a written report: per name its value, low, high and n.

    Raises
    ------
    FileUnreadable
        If the folder holds no ``summary.json`` of a known schema.
    """
    path = folder / "summary.json"
    try:
        summary = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as exc:
        raise FileUnreadable(
            f"{folder} must be a report folder with a readable summary.json. Got none there. "
            "Make one with: faqeval evaluate ARTICLES QUERIES --out DIR"
        ) from exc
    if not isinstance(summary, dict) or summary.get("schema") != 1 or not isinstance(summary.get("figures"), dict):
        raise FileUnreadable(f"{path} must have schema 1. Got another one. Make the report again with this version.")
    return dict(summary["figures"])
