"""How good is the FAQ? Findability per article and overall, understandability per text."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .effort import score_effort
    from .figures import FIGURES
    from .findability import score_findability
    from .understandability.bands import BANDS
    from .understandability.findings import FINDINGS
    from .understandability.text_score import score_text
    from .understandability.whole_faq import score_understandability, understandability_figure

__all__ = [
    "BANDS",
    "FIGURES",
    "FINDINGS",
    "score_effort",
    "score_findability",
    "score_text",
    "score_understandability",
    "understandability_figure",
]

_HOMES = {
    "BANDS": ".understandability.bands",
    "FIGURES": ".figures",
    "FINDINGS": ".understandability.findings",
    "score_effort": ".effort",
    "score_findability": ".findability",
    "score_text": ".understandability.text_score",
    "score_understandability": ".understandability.whole_faq",
    "understandability_figure": ".understandability.whole_faq",
}


def __getattr__(name: str) -> Any:
    """Load a function when it is first asked for."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(_HOMES[name], __name__), name)
