"""Who should answer? Queries and articles in, calibrated answer probabilities out."""

from .asking import choose_to_ask
from .embedders import ModelRow, list_models, load_embedder, verify_bundled_models
from .explain import Signal, explain_matches, signals
from .judged import apply_judgments
from .load_judges import fit_model
from .rank import Matched, match_queries
from .refit import Refit, refit_to_people
from .site import calibrate_to_site, match_site
from .site_meaning import SiteMeaning, site_meaning
from .weights import has_bundled_weights

__all__ = [
    "Matched",
    "ModelRow",
    "Refit",
    "Signal",
    "SiteMeaning",
    "apply_judgments",
    "calibrate_to_site",
    "choose_to_ask",
    "explain_matches",
    "fit_model",
    "has_bundled_weights",
    "list_models",
    "load_embedder",
    "match_queries",
    "match_site",
    "refit_to_people",
    "signals",
    "site_meaning",
    "verify_bundled_models",
]
