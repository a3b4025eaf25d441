"""What a finished evaluation says on the terminal."""

import json
import webbrowser
from pathlib import Path
from typing import TYPE_CHECKING

import typer

if TYPE_CHECKING:
    from ..service import Result


def show_result(result: "Result", folder: Path, as_json: bool, view: bool) -> None:
    """Print the figures, as JSON or in words, and open the report when asked to; notes go to standard error."""
    for note in result.notes:
        typer.echo(f"note: {note}", err=True)
    if as_json:
        typer.echo(json.dumps(result.summary, indent=2, ensure_ascii=False))
    else:
        typer.echo(result.in_words())
        typer.echo(f"\nThe whole report: {folder / 'report.html'}")
    if view:
        webbrowser.open((folder / "report.html").resolve().as_uri())
