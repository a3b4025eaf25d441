"""Score one text."""

from ..config import Settings
from ..pipeline import score_one_text
from ..records import Understandability


def score_text(
    title: str, body: str, language: str | None = None, settings: Settings | None = None
) -> Understandability:
    """Say how easily one text is understood; higher is easier.

    Parameters
    ----------
    title, body : the question and the answer; HTML, Markdown or plain text.
    language : en sv nb da nl de; None finds out.
    """
    return score_one_text(title, body, language, settings or Settings())
