"""Start a command and turn every way it can end into an exit code and one line.

0 done, 1 a gate failed, 2 wrong input or use, 3 our own fault, 130 stopped by Ctrl-C.
"""

import os
import sys
from typing import Final

import typer

from ..errors import FaqevalError
from .compare import compare
from .demo import demo
from .doctor import doctor
from .draft import draft
from .evaluate import evaluate
from .explain import explain
from .fault import write_fault
from .gate import gate
from .match import match
from .models import models
from .serve import serve

CTRL_C: Final = 130
STOPPED: Final = "Stopped. Nothing was written."

app = typer.Typer(
    name="faqeval",
    help="Which answers of your FAQ can customers not find, not understand, or miss altogether?",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
for _command in (evaluate, demo, match, draft, compare, gate, serve, explain, doctor):
    app.command()(_command)
app.add_typer(models, name="models")


@app.callback(invoke_without_command=True)
def _start(version: bool = typer.Option(False, "--version", help="Show the version and stop.")) -> None:
    if version:
        from .. import __version__

        typer.echo(f"faqeval {__version__}")
        raise typer.Exit


def main() -> None:
    """Run the command line and end the process."""
    sys.exit(run(sys.argv[1:]))


def run(arguments: list[str]) -> int:
    """Run one command and return its exit code."""
    try:
        outcome = app(args=arguments, standalone_mode=False)
        sys.stdout.flush()
    except FaqevalError as exc:
        return _say(str(exc), 2)
    except (typer.Abort, KeyboardInterrupt):
        return _say(STOPPED, CTRL_C)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except Exception as exc:
        if hasattr(exc, "exit_code") and hasattr(exc, "format_message"):  # click's own: wrong use
            return _say(f"{exc.format_message()} See faqeval --help.", 2)
        return _say(
            f"This is a fault of faqeval, not of your data. A report without customer text: {write_fault(exc)}", 3
        )
    if outcome == CTRL_C:  # typer answers Ctrl-C itself, without a word
        return _say(STOPPED, CTRL_C)
    return outcome if isinstance(outcome, int) else 0


def _say(message: str, code: int) -> int:
    print(f"faqeval: {' '.join(message.split())}", file=sys.stderr)  # noqa: T201
    return code
