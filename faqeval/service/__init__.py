"""Use cases: what the doors (command line, HTTP, Python) may ask for."""

from .ask import pairs_to_judge, write_pairs
from .compare import Comparison, FigureChange, compare
from .demo import DEMO_LANGUAGES, demo
from .doctor import Check, doctor
from .draft import DraftScore, score_draft
from .evaluate import Result, evaluate
from .explain import explain, explainable
from .gate import GateVerdict, check_gate
from .loaded_faq import LoadedFaq, MatchedArticle
from .look import FileLook, look
from .match import match
from .models import ModelInfo, fit_named_model, models
from .score_text import score_text
from .tables import write_csv

__all__ = [
    "DEMO_LANGUAGES",
    "Check",
    "Comparison",
    "DraftScore",
    "FigureChange",
    "FileLook",
    "GateVerdict",
    "LoadedFaq",
    "MatchedArticle",
    "ModelInfo",
    "Result",
    "check_gate",
    "compare",
    "demo",
    "doctor",
    "evaluate",
    "explain",
    "explainable",
    "fit_named_model",
    "look",
    "match",
    "models",
    "pairs_to_judge",
    "score_draft",
    "score_text",
    "write_csv",
    "write_pairs",
]
