"""Write the generated parts of the documentation: ``python -m docs.generate``; ``--check`` says what is out of date.

Pages may be named, as in ``python -m docs.generate docs/kinds.md``; without a name it is all of them.
The command line reference, settings, error codes, the index of kinds, the picture of the rooms, README's demo output.
"""

import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from pydantic import BaseModel

from docs import architecture
from faqeval import errors
from faqeval.config import Settings
from faqeval.pipeline.glossary import GLOSSARY
from faqeval.service import explain, explainable

ROOT = Path(__file__).resolve().parent.parent
COMMANDS = (
    "evaluate",
    "demo",
    "match",
    "draft",
    "compare",
    "gate",
    "serve",
    "models",
    "models fit",
    "explain",
    "doctor",
)
BEGIN, END = "<!-- demo output -->\n", "<!-- end of demo output -->"


def pages(*names: str) -> dict[Path, str]:
    """Return what each generated page must say; of all pages when none is named."""
    writers = {
        "docs/cli.md": _command_reference,
        "docs/settings.md": _settings_reference,
        "docs/errors.md": _error_reference,
        "docs/kinds.md": _kinds_reference,
        "docs/architecture.md": architecture.page,
        "docs/architecture.svg": architecture.picture,
        "README.md": _readme_with_output,
    }
    return {ROOT / name: writers[name]() for name in names or writers}


def _run(*arguments: str) -> str:
    environment = {"PATH": "", "COLUMNS": "100", "NO_COLOR": "1", "TERM": "dumb", "HOME": tempfile.gettempdir()}
    command = [sys.executable, "-m", "faqeval", *arguments]
    done = subprocess.run(
        command, capture_output=True, text=True, check=True, env=environment, cwd=tempfile.gettempdir()
    )
    return "\n".join(line.rstrip() for line in done.stdout.strip("\n").split("\n"))


def _command_reference() -> str:
    parts = [f"## faqeval {name}\n\n```\n{_run(*name.split(), '--help').strip()}\n```\n" for name in COMMANDS]
    return "# Command line\n\nWritten by `make docs`.\n\n" + "\n".join(parts)


def _settings_reference() -> str:
    rows = ["| setting | default | meaning |", "|---|---|---|"]
    rows += [f"| `{name}` | `{default}` | {meaning} |" for name, default, meaning in _settings(Settings, "")]
    head = (
        "# Settings\n\nWritten by `make docs`. Order of say: flag, then environment (`FAQEVAL_MATCH__MODEL`), then "
        "`faqeval.toml`, then the default. The reasons are in [method.md](method.md).\n\n"
    )
    return head + "\n".join(rows) + "\n"


def _settings(part: type[BaseModel], prefix: str) -> Iterator[tuple[str, Any, str]]:
    for name, field in part.model_fields.items():
        if isinstance(field.annotation, type) and issubclass(field.annotation, BaseModel):
            yield from _settings(field.annotation, f"{prefix}{name}.")
        elif name == "won_back":
            for kind in GLOSSARY.kinds.values():
                if kind.won_back is not None:
                    yield f"{prefix}{name}.{kind.id}", kind.won_back, f"of the contacts behind {kind.id}"
        else:
            yield f"{prefix}{name}", field.default, field.description or ""


def _error_reference() -> str:
    rows = ["| code | meaning | class |", "|---|---|---|"]
    for name, value in sorted(vars(errors).items()):
        if isinstance(value, type) and issubclass(value, errors.FaqevalError):
            rows.append(f"| `{value.code}` | {(value.__doc__ or '').splitlines()[0]} | `{name}` |")
    table = "\n".join(rows)
    return f"# Error codes\n\nWritten by `make docs`. The HTTP service returns the code.\n\n{table}\n"


def _kinds_reference() -> str:
    parts = [f"## {name}\n\n```\n{explain(name).in_words()}\n```\n" for name in explainable()]
    return (
        "# Kinds of gap, findings and figures\n\nWritten by `make docs`; `faqeval explain KIND` says the same.\n\n"
        + "\n".join(parts)
    )


def _readme_with_output() -> str:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    before, rest = text.split(BEGIN, 1)
    after = rest.split(END, 1)[1]
    with tempfile.TemporaryDirectory() as folder:
        output = _run("demo", "en", "--quiet", "--out", f"{folder}/faqeval-report").replace(f"{folder}/", "")
    return f"{before}{BEGIN}```\n{output}\n```\n{END}{after}"


def main() -> int:
    """Write the pages, or say which are out of date."""
    written = pages(*(name for name in sys.argv[1:] if name != "--check"))
    stale = [path for path, text in written.items() if not path.is_file() or path.read_text(encoding="utf-8") != text]
    if "--check" in sys.argv:
        for path in stale:
            print(f"out of date: {path.relative_to(ROOT)}; run make docs")
        return 1 if stale else 0
    for path, text in written.items():
        path.write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
