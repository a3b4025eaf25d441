"""Score one text on its own."""

from ..config import Settings
from ..ingest import text_article
from ..records import Understandability
from ..score import score_text


def score_one_text(title: str, body: str, language: str | None, settings: Settings) -> Understandability:
    """Say how easily one text is understood; ``language`` None finds out."""
    article = text_article("", title, body, language, settings.ingest)
    return score_text(article.title, article.blocks, article.language, settings.score)
