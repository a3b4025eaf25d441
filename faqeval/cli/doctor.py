"""``faqeval doctor``."""

import json
from typing import Annotated

import typer

from .options import ArticlesFormat, AsJson, Config, settings_from


def doctor(
    file: Annotated[str | None, typer.Argument(help="A file of yours: say how it is read.")] = None,
    kind: Annotated[
        str,
        typer.Option("--as", help="What FILE is (articles, queries, visits, contacts, judgments), when not found out."),
    ] = "",
    articles_format: ArticlesFormat = "",
    config: Config = None,
    as_json: AsJson = False,
) -> int:
    """Check that this installation is whole; with FILE, say how that file is read and what is left out."""
    from .. import service

    if file is not None:
        look = service.look(file, kind, articles_format, settings_from(config))
        typer.echo(json.dumps(look.as_dict(), indent=2, ensure_ascii=False) if as_json else look.in_words())
        return 0
    checks = service.doctor()
    for check in checks:
        typer.echo(check.in_words())
    return 0 if all(check.fine for check in checks) else 2
