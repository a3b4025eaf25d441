"""The only translator of a missing optional package."""

import importlib
from types import ModuleType

from .errors import MissingExtra


def need(module: str, extra: str) -> ModuleType:
    """Import the top-level package ``module`` or say which extra brings it.

    Raises
    ------
    MissingExtra
        If ``module`` is not installed. A package that is installed but broken raises its own error.
    """
    try:
        return importlib.import_module(module)
    except ModuleNotFoundError as exc:
        if exc.name != module:
            raise
        raise MissingExtra(f"{module} must be installed for this. Run: pip install 'faqeval[{extra}]'") from exc
