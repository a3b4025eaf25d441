"""The shipped judges with a slow model that is quick in truth."""

from faqeval.match.embedders import Embedder, static_embedder
from faqeval.match.fuse import load_fusion
from faqeval.match.judges import Judges, SlowJudge


def judges_with(slow: Embedder | None) -> Judges:
    """Return the shipped judges, with this slow model in the place of a transformer."""
    second = SlowJudge(slow, load_fusion("transformer")) if slow else None
    return Judges(static_embedder(), load_fusion("static"), second)
