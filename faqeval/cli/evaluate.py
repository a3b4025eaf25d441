"""``faqeval evaluate``."""

from pathlib import Path
from typing import Annotated

import typer

from .options import Articles, ArticlesFormat, AsJson, Config, Language, Model, Queries, Quiet, Reader, settings_from
from .outcome import show_result
from .progress import progress_bar


def evaluate(
    articles: Articles,
    queries: Queries,
    visits: Annotated[
        str | None,
        typer.Option(help="Web visits: session_id, at, event, and what is known of customer, article, search."),
    ] = None,
    contacts: Annotated[
        str | None, typer.Option(help="Calls, chats and e-mails: customer_id, at, and reason, channel, ces … as known.")
    ] = None,
    judgments: Annotated[str | None, typer.Option(help="What people say answers which query, or a click log.")] = None,
    search_run: Annotated[str | None, typer.Option("--search-run", help="What the site's own search returned.")] = None,
    articles_format: ArticlesFormat = "",
    ignore_field: Annotated[list[str] | None, typer.Option(help="An article column that is not to be read.")] = None,
    language: Language = None,
    model: Model = None,
    reader: Reader = None,
    config: Config = None,
    out: Annotated[Path, typer.Option(help="Folder of the report.")] = Path("faqeval-report"),
    as_json: AsJson = False,
    quiet: Quiet = False,
    view: Annotated[bool, typer.Option("--view", help="Open the report in the browser.")] = False,
) -> None:
    """Tell which answers customers cannot find, cannot understand, or do not exist."""
    settings = settings_from(config, language, model, reader)
    from .. import service

    with progress_bar(quiet) as show:
        result = service.evaluate(
            articles,
            queries,
            visits,
            contacts,
            judgments,
            search_run,
            settings,
            show,
            articles_format=articles_format,
            ignore_fields=tuple(ignore_field or ()),
        )
        folder = result.write(out)
    show_result(result, folder, as_json, view)
