"""Who should answer? Queries and articles in, calibrated answer probabilities out."""

from .embedders import ModelRow, list_models, load_embedder, verify_bundled_model
from .explain import Signal, explain_matches, signals
from .judged import apply_judgments
from .rank import match_queries
from .site import calibrate_to_site

__all__ = [
    "ModelRow",
    "Signal",
    "apply_judgments",
    "calibrate_to_site",
    "explain_matches",
    "list_models",
    "load_embedder",
    "match_queries",
    "signals",
    "verify_bundled_model",
]
