"""``faqeval gate``."""

from pathlib import Path
from typing import Annotated

import typer


def gate(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="Report folder.")],
    minimum: Annotated[list[str] | None, typer.Option("--min", help="FIGURE=LOWEST, may be given again.")] = None,
    maximum: Annotated[list[str] | None, typer.Option("--max", help="FIGURE=HIGHEST, may be given again.")] = None,
) -> int:
    """Exit with 1 when a figure of the report breaks a limit."""
    from .. import service

    verdicts = service.check_gate(folder, _bounds(minimum), _bounds(maximum))
    for verdict in verdicts:
        typer.echo(verdict.in_words())
    return 0 if all(verdict.holds for verdict in verdicts) else 1


def _bounds(limits: list[str] | None) -> dict[str, float]:
    from ..errors import ConfigError

    bounds = {}
    for limit in limits or []:
        name, _, number = limit.partition("=")
        try:
            bounds[name.strip()] = float(number)
        except ValueError as exc:
            raise ConfigError(
                f"a limit must be FIGURE=NUMBER, such as findability=0.6. Got '{limit}'. Correct it."
            ) from exc
    return bounds
