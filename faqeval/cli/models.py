"""``faqeval models``."""

from typing import Annotated

import typer

from .options import Quiet
from .progress import progress_bar

models = typer.Typer(help="List the matching models and what each needs.", invoke_without_command=True)


@models.callback()
def _list(context: typer.Context) -> None:
    if context.invoked_subcommand is None:
        from .. import service

        for model in service.models():
            typer.echo(model.in_words())


@models.command()
def fit(
    name: Annotated[str, typer.Argument(help="A sentence-transformers name, or the path of a model's folder.")],
    quiet: Quiet = False,
) -> None:
    """Fit weights to a model, so that its scores become probabilities; done by itself when a model is first used."""
    from .. import service

    with progress_bar(quiet) as on_progress:
        done = service.fit_named_model(name, on_progress)
    typer.echo(done)
