"""What ``faqeval models`` says about a matching model, and how one that comes with faqeval is loaded."""

from collections.abc import Callable
from dataclasses import dataclass

from .embedder import Embedder


@dataclass(frozen=True, slots=True, kw_only=True)
class ModelRow:
    """One line of ``faqeval models``; figures that nobody has measured are None.

    ``hit_at_1`` is the share of questions whose first article is right, ``has_answer`` the AUROC of whether there is
    one: means over the open sets, each unseen (benchmarks/RESULTS.md).
    """

    name: str
    needs: str = ""  # what to install, "" when nothing
    installed: bool = True
    languages: str
    licence: str
    size_mb: int | None = None
    hit_at_1: float | None = None
    has_answer: float | None = None
    says: str = ""


@dataclass(frozen=True, slots=True)
class BundledModel:
    """A model that one file of this folder brings, as its ``MODEL``. Without bundled weights it is fitted when used."""

    row: ModelRow
    load: Callable[[], Embedder]
