"""``faqeval serve``."""

from typing import Annotated

import typer

from .._optional import need
from .options import Config, Language, settings_from


def serve(
    articles: Annotated[str, typer.Option(help="The FAQ that drafts and queries are held against.")],
    queries: Annotated[str | None, typer.Option(help="What customers wrote.")] = None,
    host: Annotated[str, typer.Option(help="Address to listen on.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=1, max=65535)] = 8000,
    language: Language = None,
    config: Config = None,
) -> None:
    """Answer the CMS over HTTP (extra 'api')."""
    settings = settings_from(config, language)
    need("fastapi", "api")
    from faqeval_api import serve as serve_http

    from .. import service

    faq = service.LoadedFaq.open(articles, queries, settings)
    typer.echo(f"faqeval answers on http://{host}:{port}; stop it with Ctrl-C.", err=True)
    serve_http(faq, host, port)
