"""What a fresh machine takes: size, time to install, to import and to a first report.

    python -m benchmarks.install [--before REVISION]

Each in a new environment from the package registries, pip's cache aside; with ``--before`` an older revision of this
repository first, in the same run. Sizes are those of the installed files, compiled Python among them.
"""

import argparse
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from benchmarks.machine import describe_machine

ROOT: Final = Path(__file__).resolve().parent.parent
LARGEST: Final = 12  # packages that are named
IMPORTS: Final = 5  # of which the quickest counts


def _timed(command: Sequence[str | Path], cwd: Path) -> float:
    begin = time.perf_counter()
    subprocess.run([str(part) for part in command], cwd=cwd, check=True, capture_output=True)
    return time.perf_counter() - begin


def _megabytes(path: Path) -> float:
    files = [path] if path.is_file() else [one for one in path.rglob("*") if one.is_file() and not one.is_symlink()]
    return sum(one.stat().st_size for one in files) / 2**20


def measure(source: Path, folder: Path) -> tuple[Mapping[str, float], Mapping[str, float]]:
    """Install one checkout; return seconds and MB by name, and MB of each package."""
    _timed([sys.executable, "-m", "venv", folder / "env"], folder)
    python = folder / "env" / "bin" / "python"
    installed = _timed([python, "-m", "pip", "install", "--quiet", "--no-cache-dir", source], folder)
    packages = next((folder / "env").glob("lib/python*/site-packages"))
    reported = _timed([python, "-m", "faqeval", "demo", "en", "--out", folder / "report", "--quiet"], folder)
    again = _timed([python, "-m", "faqeval", "demo", "en", "--out", folder / "report", "--quiet"], folder)
    imported = min(_timed([python, "-c", "import faqeval, faqeval.service"], folder) for _ in range(IMPORTS))
    facts = {
        "installed, MB": _megabytes(packages),
        "pip install, s": installed,
        "first report, s": reported,
        "the same again, s": again,
        "install and first report, s": installed + reported,
        "import faqeval.service, s": imported,
    }
    return facts, {one.name: _megabytes(one) for one in packages.iterdir()}


@contextmanager
def _checkout(revision: str, folder: Path) -> Iterator[Path]:
    subprocess.run(["git", "worktree", "add", "--detach", str(folder), revision], cwd=ROOT, check=True)
    try:
        yield folder
    finally:
        subprocess.run(["git", "worktree", "remove", "--force", str(folder)], cwd=ROOT, check=True)


def main() -> None:
    """Print both tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--before", help="an older revision to compare with")
    before = parser.parse_args().before
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        columns = {}
        if before:
            (folder / "old").mkdir()
            with _checkout(before, folder / "checkout") as checkout:
                columns[f"before ({before})"] = measure(checkout, folder / "old")
        (folder / "new").mkdir()
        columns["now"] = measure(ROOT, folder / "new")
    print(f"{describe_machine()}\n\n| | {' | '.join(columns)} |\n|---{'|---' * len(columns)}|")
    facts = [facts for facts, _ in columns.values()]
    for name in facts[0]:
        print(f"| {name} | {' | '.join(f'{one[name]:,.1f}' for one in facts)} |")
    sizes = [sizes for _, sizes in columns.values()]
    print(f"\nMB of the largest packages now:\n\n| package | {' | '.join(columns)} |\n|---{'|---' * len(columns)}|")
    for name in sorted(sizes[-1], key=lambda one: -sizes[-1][one])[:LARGEST]:
        print(f"| {name} | {' | '.join(f'{one.get(name, 0):.0f}' for one in sizes)} |")


if __name__ == "__main__":
    main()
