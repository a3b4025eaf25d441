"""The norms of a language, where it has some: the control points of the score and the limits of the findings."""

from ...text import SUPPORTED, Norms, language


def is_scored(code: str) -> bool:
    """Return whether texts of a language get a score."""
    return code in SUPPORTED and language(code).norms is not None


def norms(code: str) -> Norms:
    """Return the norms of a language that is scored. No figure of them was fitted on texts with an easier twin."""
    found = language(code).norms
    assert found is not None, code
    return found
