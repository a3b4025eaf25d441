"""``faqeval demo``."""

from pathlib import Path
from typing import Annotated

import typer

from .options import AsJson, Config, Model, Quiet, settings_from
from .outcome import show_result
from .progress import progress_bar


def demo(
    language: Annotated[str, typer.Argument(help="en, sv, nb, da, nl or de.")] = "en",
    model: Model = None,
    config: Config = None,
    out: Annotated[Path, typer.Option(help="Folder of the report.")] = Path("faqeval-report"),
    as_json: AsJson = False,
    quiet: Quiet = False,
    view: Annotated[bool, typer.Option("--view", help="Open the report in the browser.")] = False,
) -> None:
    """Evaluate the FAQ that comes with faqeval."""
    settings = settings_from(config, model=model)
    from .. import service

    with progress_bar(quiet) as show:
        result = service.demo(language, settings, show)
        folder = result.write(out)
    show_result(result, folder, as_json, view)
