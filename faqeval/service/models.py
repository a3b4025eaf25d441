"""Which matching models are there, what does each need, and how good are they?"""

import time
from dataclasses import dataclass
from typing import Final

from ..errors import ConfigError
from ..matching import fit_model, has_bundled_weights, list_models, load_embedder
from ..records import Progress

_SAMPLE: Final = tuple(f"how do i change my address number {number}" for number in range(64))


@dataclass(frozen=True, slots=True)
class ModelInfo:
    """One matching model; ``needs`` is the command that installs what it needs, "" when nothing is missing."""

    name: str
    installed: bool
    needs: str
    languages: str
    licence: str
    size_mb: int | None  # None: depends on the model
    texts_per_second: int | None  # short texts, measured here; None: not measured
    hit_at_1: float | None  # 0..1; None: not measured
    has_answer: float | None  # AUROC, 0..1; None: not measured
    says: str

    def in_words(self) -> str:
        """Return the model as one line."""
        size = "size as the model" if self.size_mb is None else f"{self.size_mb:,} MB"
        facts = [size, self.languages, self.licence, self.says]
        if self.texts_per_second:
            facts.append(f"{self.texts_per_second:,} short texts a second here")
        if self.hit_at_1 is not None and self.has_answer is not None:
            facts.append(f"right article first {self.hit_at_1:.3f}, is there an answer {self.has_answer:.3f} (AUROC)")
        state = "ready" if self.installed else f"needs {self.needs}"
        return f"{self.name}\n    {state}; {'; '.join(facts)}"


def models() -> tuple[ModelInfo, ...]:
    """Return the matching models that can be named, those that come with faqeval first, with their speed here."""
    return tuple(
        ModelInfo(
            row.name,
            row.installed,
            row.needs,
            row.languages,
            row.licence,
            row.size_mb,
            _speed(row.name) if not row.needs else None,
            row.hit_at_1,
            row.has_answer,
            row.says,
        )
        for row in list_models()
    )


def fit_named_model(name: str, on_progress: Progress | None = None) -> str:
    """Fit weights to a sentence-transformers model, keep them, and return what was done in a sentence.

    Raises
    ------
    MissingExtra, ConfigError
        If the model cannot be had, gives nothing to go by, or comes with faqeval and so has its weights.
    """
    if has_bundled_weights(name):
        raise ConfigError(
            f"a model to fit must be one without weights of its own. Got {name!r}, whose weights come with faqeval. "
            "Give a sentence-transformers name or the path of a model's folder."
        )
    fit_model(name, on_progress)
    return f"{name} is fitted; use it with --model {name}"


def _speed(name: str) -> int:
    model = load_embedder(name)
    model.embed_queries(_SAMPLE[:8])  # loading is not reading
    start = time.perf_counter()
    model.embed_queries(_SAMPLE)
    return round(len(_SAMPLE) / (time.perf_counter() - start))
