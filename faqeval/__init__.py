"""faqeval: which answers of an FAQ customers cannot find, cannot understand, or do not exist.

The names below are loaded when first used, so that ``import faqeval`` stays light.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from .config import Settings
    from .service import Result, evaluate, match, score_text

__all__ = ["Result", "Settings", "__version__", "evaluate", "match", "score_text"]

__version__: Final = "0.1.0"

_HOMES: Final = {
    "Result": ".service",
    "Settings": ".config",
    "evaluate": ".service",
    "match": ".service",
    "score_text": ".service",
}


def __getattr__(name: str) -> Any:
    """Load a public name from its home."""
    if name not in _HOMES:
        raise AttributeError(f"module 'faqeval' has no attribute {name!r}")
    return getattr(import_module(_HOMES[name], __name__), name)


def __dir__() -> list[str]:
    """Return the public names."""
    return sorted(__all__)
