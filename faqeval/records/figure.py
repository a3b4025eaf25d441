"""One figure with its interval."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure of ``summary.json``; ``value`` is None when there is not enough data, and ``reason`` says why."""

    value: float | None
    low: float | None
    high: float | None
    n: int
    reason: str = ""
