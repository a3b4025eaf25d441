"""A copy of the package with every file that CONTRIBUTING.md adds as a worked example."""

import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
_EXAMPLE = re.compile(r"```python\n# (faqeval/\S+\.py)\n(.*?)```", re.DOTALL)


@dataclass(frozen=True)
class Copy:
    """A folder in which the copy lies; what is run there runs the copy."""

    folder: Path

    def run(self, *arguments: str, **environment: str) -> str:
        """What a module of the copy prints."""
        done = subprocess.run(
            [sys.executable, "-m", *arguments],
            cwd=self.folder,
            env={**os.environ, "PYTHONPATH": str(self.folder), **environment},
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        return done.stdout

    def report(self, name: str) -> bytes:
        """A file of the report."""
        return (self.folder / "report" / name).read_bytes()


def copy_with_examples(folder: Path) -> Copy:
    """Lay the package, the writers of the docs and the worked examples into a folder."""
    hidden = shutil.ignore_patterns("__pycache__")
    shutil.copytree(ROOT / "faqeval", folder / "faqeval", copy_function=os.symlink, ignore=hidden)
    (folder / "docs").mkdir()
    for name in ("__init__.py", "generate.py", "architecture.py"):
        shutil.copy(ROOT / "docs" / name, folder / "docs" / name)
    examples = _EXAMPLE.findall((ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8"))
    assert len(examples) >= 6
    for name, source in examples:
        assert not (folder / name).exists()
        (folder / name).write_text(source, encoding="utf-8")
    return Copy(folder)
