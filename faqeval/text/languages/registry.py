"""The languages faqeval knows, loaded when first asked for."""

from functools import cache
from importlib import import_module

from .language import Language

SUPPORTED: tuple[str, ...] = ("da", "de", "en", "nb", "nl", "sv")


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
