"""``faqeval draft``."""

import json
from typing import Annotated

import typer

from .options import AsJson, Config, Language, settings_from


def draft(
    draft: Annotated[
        str, typer.Argument(help="The draft: a text, Markdown or HTML file, or a JSON file with title and body.")
    ],
    articles: Annotated[str, typer.Option(help="The FAQ as it is published.")],
    queries: Annotated[str | None, typer.Option(help="What customers wrote.")] = None,
    language: Language = None,
    config: Config = None,
    as_json: AsJson = False,
) -> None:
    """Score one article before it is published."""
    settings = settings_from(config, language)
    from .. import service

    score = service.score_draft(draft, articles, queries, settings)
    typer.echo(json.dumps(score.as_dict(), indent=2, ensure_ascii=False) if as_json else score.in_words())
