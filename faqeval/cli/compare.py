"""``faqeval compare``."""

import json
from pathlib import Path
from typing import Annotated

import typer

from .options import AsJson


def compare(
    before: Annotated[Path, typer.Argument(help="Report folder of the earlier run.")],
    after: Annotated[Path, typer.Argument(help="Report folder of the later run.")],
    as_json: AsJson = False,
) -> None:
    """Say what surely changed between two reports: figures, gaps, and whether rewritten articles save contacts."""
    from .. import service

    comparison = service.compare(before, after)
    typer.echo(json.dumps(comparison.as_dict(), indent=2, ensure_ascii=False) if as_json else comparison.in_words())
