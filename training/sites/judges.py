"""Judges learned from some of the open sets: for the package from all, for measuring from those not measured."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Literal

from faqeval.matching.embedders import Embedder
from faqeval.matching.fitting.cases import Case
from faqeval.matching.fitting.learn import learn
from faqeval.matching.fitting.lessons import Lesson, lessons
from faqeval.matching.fuse import Fusion
from faqeval.matching.judges import Judges, SlowJudge

EmbedderOf = Callable[[str], Embedder]  # the quick model for a group of sets
Kind = Literal["quick", "slow"]


@dataclass(slots=True)
class School:
    """All lessons of some cases, and the judges made from those of them that are not left out.

    ``embedder_of`` gives the quick model for a group, one that has not read its texts where there is one; ``slow`` is
    the transformer, None where the quick model judges alone.
    """

    cases: Sequence[Case]
    embedder_of: EmbedderOf
    slow: Embedder | None = None
    _lessons: dict[Kind, list[Lesson]] = field(default_factory=dict)
    _fusions: dict[tuple[Kind, frozenset[str]], Fusion] = field(default_factory=dict)

    def lessons(self, kind: Kind) -> list[Lesson]:
        """Return the lessons of all cases, with the quick signals or with all, computed once."""
        if kind not in self._lessons:
            slow = self.slow if kind == "slow" else None
            self._lessons[kind] = [
                lesson for case in self.cases for lesson in lessons(case, self.embedder_of(case.group), slow)
            ]
        return self._lessons[kind]

    def judges_without(self, group: str, *more: str) -> Judges:
        """Return judges that have learned nothing from a group of sets, nor from some more."""
        out = frozenset((group, *more))
        slow = SlowJudge(self.slow, self._fusion("slow", out)) if self.slow else None
        return Judges(self.embedder_of(group), self._fusion("quick", out), slow)

    def _fusion(self, kind: Kind, out: frozenset[str]) -> Fusion:
        if (kind, out) not in self._fusions:
            kept = [lesson for lesson in self.lessons(kind) if lesson.case.group not in out]
            self._fusions[kind, out] = learn(kept)
        return self._fusions[kind, out]
