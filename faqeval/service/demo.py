"""Evaluate the corpus that comes with faqeval."""

from importlib.resources import as_file, files
from typing import Final

from ..config import Settings
from ..errors import ConfigError
from ..records import Progress
from .evaluate import Result, evaluate

DEMO_LANGUAGES: Final = ("en", "sv", "nb", "da", "nl", "de")


def demo(language: str = "en", settings: Settings | None = None, on_progress: Progress | None = None) -> Result:
    """Evaluate the demo FAQ of one language, with the visits and contacts of invented customers.

    Raises
    ------
    ConfigError
        If there is no demo in that language.
    """
    if language not in DEMO_LANGUAGES:
        raise ConfigError(
            f"the demo's language must be one of {', '.join(DEMO_LANGUAGES)}. Got '{language}'. Choose one of them."
        )
    from faqeval_corpora.journeys import generate

    with as_file(files("faqeval_corpora") / language) as folder:
        lived = generate(folder)
        return evaluate(
            folder / "articles.jsonl",
            folder / "queries.csv",
            lived.visits,
            lived.contacts,
            settings=settings,
            on_progress=on_progress,
        )
