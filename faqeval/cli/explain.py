"""``faqeval explain``."""

from typing import Annotated

import typer


def explain(
    kind: Annotated[str, typer.Argument(help="A kind of gap, a finding or a figure, such as not_found.")],
) -> None:
    """Say what a kind of gap or finding means, how it is measured and how precise it is."""
    from .. import service

    typer.echo(service.explain(kind).in_words())
