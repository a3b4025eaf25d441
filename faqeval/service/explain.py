"""Say what a kind of gap, a finding or a figure means."""

from ..errors import ConfigError
from ..pipeline.glossary import GLOSSARY
from ..report.wording.explanation import Explanation
from ..report.wording.explanations import explain as explain_named


def explainable() -> tuple[str, ...]:
    """Return all kinds that can be explained."""
    return tuple(GLOSSARY.entries)


def explain(kind: str) -> Explanation:
    """Return what a kind means, how it is measured, how precise it is and what to do.

    Raises
    ------
    ConfigError
        If there is no such kind; the message lists those there are.
    """
    try:
        named = GLOSSARY.entries[kind.strip().lower().replace("-", "_")]
    except KeyError as exc:
        raise ConfigError(
            f"the kind must be one of: {', '.join(explainable())}. Got '{kind}'. Choose one of them."
        ) from exc
    return explain_named(named)
