"""The languages faqeval knows: one file each, called by its code, loaded when first asked for."""

from functools import cache
from importlib import import_module
from pathlib import Path

from .language import Language

SUPPORTED: tuple[str, ...] = tuple(sorted(path.stem for path in Path(__file__).parent.glob("[a-z][a-z].py")))


@cache
def language(code: str) -> Language:
    """All that is particular to one supported language.

    Raises
    ------
    KeyError
        If ``code`` is not one of ``SUPPORTED``.
    """
    if code not in SUPPORTED:
        raise KeyError(code)
    found: Language = import_module(f".{code}", __package__).LANGUAGE
    return found
