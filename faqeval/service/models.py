"""Which matching models are there, and what does each need?"""

from dataclasses import dataclass

from ..match import list_models


@dataclass(frozen=True, slots=True)
class ModelInfo:
    """One matching model; ``needs`` is the command that installs what it needs, "" when nothing is missing."""

    name: str
    installed: bool
    needs: str
    languages: str
    licence: str
    size_mb: float | None  # None: depends on the model
    texts_per_second: int | None  # short texts on two cores; None: depends on the model

    def in_words(self) -> str:
        """Return the model as one line."""
        size = "size as the model" if self.size_mb is None else f"{self.size_mb:.0f} MB"
        speed = "speed as the model" if self.texts_per_second is None else f"about {self.texts_per_second:,} texts/s"
        state = "ready" if self.installed else f"needs: {self.needs}"
        return f"{self.name:<14} {state:<38} {self.languages}; {size}; {speed}; {self.licence}"


def models() -> tuple[ModelInfo, ...]:
    """Return the matching models that can be named, the bundled one first."""
    return tuple(
        ModelInfo(row.name, row.installed, row.needs, row.languages, row.licence, row.size_mb, row.texts_per_second)
        for row in list_models()
    )
