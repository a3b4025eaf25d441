"""Is this installation whole?"""

import sys
from collections.abc import Callable
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, requires, version
from importlib.resources import files
from typing import Final

import pandas as pd

from ..errors import FaqevalError
from ..matching import verify_bundled_models
from .demo import DEMO_LANGUAGES
from .match import match

_OLDEST_PYTHON: Final = (3, 11)
_REINSTALL: Final = "run: pip install --force-reinstall faqeval"


@dataclass(frozen=True, slots=True)
class Check:
    """One thing looked at: ``fine`` or not, what was found, and what to do when it is not fine."""

    name: str
    fine: bool
    found: str
    mend: str = ""

    def in_words(self) -> str:
        """Return the check as one line."""
        line = f"{'fine ' if self.fine else 'WRONG'}  {self.name}: {self.found}"
        return line if self.fine else f"{line}; {self.mend}"


def doctor() -> tuple[Check, ...]:
    """Look at Python, the packages, the bundled model and the demo, and match one query for real."""
    checks: tuple[Callable[[], Check], ...] = (_python, _packages, _model, _demo, _matching)
    return tuple(check() for check in checks)


def _python() -> Check:
    found = ".".join(map(str, sys.version_info[:3]))
    return Check("Python", sys.version_info >= _OLDEST_PYTHON, found, "install Python 3.11 or later")


def _packages() -> Check:
    names = [line for line in requires("faqeval") or [] if "extra ==" not in line]
    missing = []
    for line in names:
        name = line.split(";")[0].split(">")[0].split("=")[0].strip()
        try:
            version(name)
        except PackageNotFoundError:
            missing.append(name)
    found = f"{len(names) - len(missing)} of {len(names)} there" + (f", missing: {', '.join(missing)}" * bool(missing))
    return Check("Packages", not missing, found, _REINSTALL)


def _model() -> Check:
    problem = verify_bundled_models()
    return Check("Bundled model", not problem, problem or "checksum right", _REINSTALL)


def _demo() -> Check:
    root = files("faqeval_corpora")
    missing = [code for code in DEMO_LANGUAGES if not (root / code / "articles.jsonl").is_file()]
    found = f"missing: {', '.join(missing)}" if missing else ", ".join(DEMO_LANGUAGES)
    return Check("Demo corpora", not missing, found, _REINSTALL)


def _matching() -> Check:
    articles = pd.DataFrame({"id": ["pin", "bill"], "title": ["I forgot my PIN code", "How do I pay my bill?"]})
    try:
        ranked = match(articles, pd.DataFrame({"text": ["lost my pin"]}), k=1)
    except FaqevalError as exc:
        return Check("Matching", False, str(exc), "see the message")
    right = ranked["article_id"].tolist() == ["pin"]
    return Check(
        "Matching", right, "a test query finds its article" if right else "a test query went wrong", _REINSTALL
    )
