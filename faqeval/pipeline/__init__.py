"""The chain from files to an evaluation."""

from .ask import pairs_to_ask
from .draft import DraftEvaluation, Published, evaluate_draft, evaluate_draft_file, match_texts, read_published
from .evaluate import Inputs, evaluate_articles, evaluate_inputs
from .match import match_inputs
from .one_text import score_one_text

__all__ = [
    "DraftEvaluation",
    "Inputs",
    "Published",
    "evaluate_articles",
    "evaluate_draft",
    "evaluate_draft_file",
    "evaluate_inputs",
    "match_inputs",
    "match_texts",
    "pairs_to_ask",
    "read_published",
    "score_one_text",
]
