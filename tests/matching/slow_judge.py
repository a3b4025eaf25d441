"""The shipped judges with a slow model that is quick in truth."""

from faqeval.matching.embedders import Embedder, quick_embedder
from faqeval.matching.judges import Judges, SlowJudge
from faqeval.matching.weights import bundled_weights


def judges_with(slow: Embedder | None) -> Judges:
    """Return the shipped judges, with this slow model in the place of the transformer."""
    second = SlowJudge(slow, bundled_weights("small")) if slow else None
    return Judges(quick_embedder(), bundled_weights("quick"), second)
