"""How far a run has come."""

from typing import Protocol


class Progress(Protocol):
    """Called as work goes on: ``stage`` is a word for people, ``done`` of ``total`` units are finished."""

    def __call__(self, stage: str, done: int, total: int) -> None:
        """Take note of the progress."""
