"""Judges learned from some of the open sets: for the package from all, for measuring from those not measured."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

import numpy as np

from faqeval.match.embedders import Embedder
from faqeval.match.fuse import SIGNALS_OF, Fusion
from faqeval.match.judges import Judges, SlowJudge
from faqeval.match.pair_features import features_of

from .fitting import Lesson, fit, fit_calibration, lessons, unseen_scores
from .sets import Case
from .site import fit_site

EmbedderOf = Callable[[str], Embedder]  # the quick model for a group of sets


def learn(learned: Sequence[Lesson], name: str) -> Fusion:
    """Fit a fusion with its calibrations to lessons: those with the slow signals when ``name`` is ``transformer``."""
    coefficients = fit(learned)
    calibration = fit_calibration(learned, unseen_scores(learned))
    site = fit_site(learned, calibration)
    return Fusion(features_of(SIGNALS_OF[name]), coefficients.astype(np.float32), calibration, site)


@dataclass(slots=True)
class School:
    """All lessons of some cases, and the judges made from those of them that are not left out.

    ``embedder_of`` gives the quick model for a group, one that has not read its texts where there is one.
    """

    cases: Sequence[Case]
    embedder_of: EmbedderOf
    slow: Embedder | None = None
    _lessons: dict[str, list[Lesson]] = field(default_factory=dict)
    _judges: dict[tuple[str, frozenset[str]], Judges] = field(default_factory=dict)

    def lessons(self, name: str) -> list[Lesson]:
        """Return the lessons of one kind of fusion, ``static`` or ``transformer``, computed once."""
        if name not in self._lessons:
            slow = self.slow if name == "transformer" else None
            self._lessons[name] = [
                lesson for case in self.cases for lesson in lessons(case, self.embedder_of(case.group), slow)
            ]
        return self._lessons[name]

    def judges_without(self, group: str, *more: str) -> Judges:
        """Return judges that have learned nothing from a group of sets, nor from some more."""
        out = frozenset((group, *more))
        if (group, out) not in self._judges:
            kept = {name: [lesson for lesson in self.lessons(name) if lesson.case.group not in out]
                    for name in ("static", *(("transformer",) if self.slow else ()))}  # fmt: skip
            slow = SlowJudge(self.slow, learn(kept["transformer"], "transformer")) if self.slow else None
            self._judges[group, out] = Judges(self.embedder_of(group), learn(kept["static"], "static"), slow)
        return self._judges[group, out]
