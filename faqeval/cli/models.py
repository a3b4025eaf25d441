"""``faqeval models``."""

import typer


def models() -> None:
    """List the matching models and what each needs."""
    from .. import service

    for model in service.models():
        typer.echo(model.in_words())
