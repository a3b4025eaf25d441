"""Learn how far to believe the judge: ``python -m training.echo --data FOLDER [--models quick small] [--dry]``.

Writes ``faqeval/score/echo.json``. Every open set is played as several sites (whole, with a third of its articles
missing, under three customer searches). The judge of a set has learned nothing from it; the correction is fitted so
that the FAQ's figure is right on average over sets, and the widths are what its error needs on sets it has not seen.
"""

import argparse
import json
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, field, replace
from datetime import date
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

from faqeval.config import MatchSettings, ScoreSettings
from faqeval.matching import match_site
from faqeval.matching.embedders import Embedder, load_embedder, quick_embedder
from faqeval.records import Findability, Rankings
from faqeval.score import score_findability
from faqeval.score.answers import find_answers
from faqeval.score.echo import Echo
from faqeval.score.findability import first_right
from training.sites.echo_sites import PlayedSite, played_sites
from training.sites.judges import School
from training.sites.kept_vectors import KeptVectors
from training.sites.sets import read_cases
from training.vectors.unseen_vectors import unseen_embedder

OUT = Path(__file__).parent.parent / "faqeval" / "score" / "echo.json"
MADE_ON = date.today().isoformat()
HELD = 0.95  # of the left-out sites' true values shall lie in their intervals
START = (0.5, float(np.log(4.0)), 0.3)  # power, log of the odds, share: where the search for them begins
PULL = 1e-3  # towards the start, beside squared errors of a share: decides only what the sites leave open
MATCHING = MatchSettings(cross_language="always")
SETTINGS = ScoreSettings(bootstrap_rounds=200)
SEED = 1
BELIEVED = Echo(1.0, 1e12, 0.0, 0.0, 0.0)  # the judge as it is


@dataclass(frozen=True, slots=True, eq=False)
class Opinion:
    """What one judge says of a site: its rankings, and per query the best probability and the value of the answers."""

    site: PlayedSite
    matches: Rankings
    best: NDArray[np.float64]
    value: NDArray[np.float64]
    answered: NDArray[np.bool_]
    truth: float

    def figure(self, echo: Echo) -> float:
        """Return the FAQ's findability as ``score_findability`` corrects it."""
        weight = np.where(self.answered, echo.weights(self.best), 0.0)
        total = float(weight.sum())
        return float((weight * echo.values(self.best, self.value, weight)).sum()) / total if total else 0.0

    def scored(self, echo: Echo) -> Findability:
        """Return the findability of the whole site, intervals included."""
        return _scored(self.site, self.matches, echo)


@dataclass(slots=True)
class Opinions:
    """All sites under one model, each judged by what was learned elsewhere."""

    model: str
    sites: list[PlayedSite]
    school: School
    truths: list[Findability] = field(init=False)
    _matches: dict[tuple[str, bool, frozenset[str]], Rankings] = field(default_factory=dict)
    _kept: dict[tuple[int, frozenset[str]], Opinion] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.truths = [_scored(site, site.gold, BELIEVED) for site in self.sites]

    @classmethod
    def read(cls, folder: Path, model: str) -> "Opinions":
        """Play all sites of the data folder."""
        slow: Embedder | None = KeptVectors(load_embedder(model)) if model != "quick" else None
        school = School(read_cases(folder), lambda group: unseen_embedder(group) or quick_embedder(), slow)
        return cls(model, list(played_sites(folder)), school)

    def groups(self) -> list[str]:
        """Return the names of the sets."""
        return sorted({site.group for site in self.sites})

    def of(self, number: int, without: str = "") -> Opinion:
        """Return the opinion on a site of a judge that knows neither its set nor the set ``without``."""
        site = self.sites[number]
        key = frozenset({site.group, without or site.group})
        if (number, key) not in self._kept:
            self._kept[number, key] = self._opinion(number, key)
        return self._kept[number, key]

    def _opinion(self, number: int, unknown: frozenset[str]) -> Opinion:
        site = self.sites[number]
        played = (site.name, site.is_whole, unknown)  # sites that differ in their search only are judged once
        if played not in self._matches:
            judges = self.school.judges_without(site.group, *unknown)
            self._matches[played] = match_site(site.articles, site.queries, MATCHING, judges=judges).rankings
        matches = self._matches[played]
        ids = [article.article_id for article in site.articles]
        answers = find_answers(site.queries["query_id"].tolist(), ids, matches, site.search)
        truth = self.truths[number].figures["findability"].value
        value = first_right(answers, answers.reciprocal_rank)
        return Opinion(site, matches, answers.best, value, answers.probability.any(axis=1), truth or 0.0)


def _scored(site: PlayedSite, matches: Rankings, echo: Echo) -> Findability:
    return score_findability(site.articles, site.queries, matches, site.search, SETTINGS, SEED, echo=echo)


def fit_correction(opinions: Sequence[Opinion]) -> Echo:
    """Fit the three numbers of the correction to the figures of whole FAQs; every set has the same weight."""
    n_sites = Counter(opinion.site.group for opinion in opinions)
    weights = np.array([1 / n_sites[opinion.site.group] for opinion in opinions]) / len(n_sites)
    truths = np.array([opinion.truth for opinion in opinions])

    def loss(point: NDArray[np.float64]) -> float:
        echo = _echo(point)
        errors = np.array([opinion.figure(echo) for opinion in opinions]) - truths
        return float((weights * errors**2).sum() + PULL * ((point - START) ** 2).sum())

    found = minimize(loss, START, method="Nelder-Mead", options={"xatol": 1e-3, "fatol": 1e-7, "maxiter": 300})
    return _echo(found.x)


def _echo(point: NDArray[np.float64]) -> Echo:
    power, log_odds, missed = point.tolist()
    odds = float(np.exp(np.clip(log_odds, 0, 5)))
    return Echo(round(float(np.clip(power, 0, 1)), 3), round(odds, 2), round(float(np.clip(missed, 0, 1)), 3), 0.0, 0.0)


def learn(models: Sequence[Opinions], without: str = "") -> Echo:
    """Learn correction and widths from all sets but ``without``."""
    groups = [group for group in models[0].groups() if group != without]
    everything = [opinion for group in groups for opinion, _ in _of_group(models, group, without)]
    overall: dict[str, list[float]] = {}
    articles: dict[str, list[float]] = {}
    for group in groups:
        unseen = fit_correction([opinion for opinion in everything if opinion.site.group != group])
        for opinion, truth in _of_group(models, group, without):
            whole, single = needed_widths(opinion.scored(unseen), truth)
            overall.setdefault(group, []).extend(whole)
            articles.setdefault(group, []).extend(single)
    return replace(
        fit_correction(everything),
        overall_width=round(quantile_over_sets(overall), 3),
        article_width=round(quantile_over_sets(articles), 3),
    )


def _of_group(models: Sequence[Opinions], group: str, without: str) -> Iterator[tuple[Opinion, Findability]]:
    for model in models:
        for number, site in enumerate(model.sites):
            if site.group == group:
                yield model.of(number, without), model.truths[number]


def needed_widths(scored: Findability, truth: Findability) -> tuple[list[float], list[float]]:
    """Return the width with which the intervals just hold the true values: of the whole FAQ, and of each article."""
    figure, true = scored.figures["findability"], truth.figures["findability"]
    whole = [_needed(figure.value, figure.low, figure.high, true.value)]
    single = [
        _needed(found.findability, found.low, found.high, real.findability)
        for found, real in zip(scored.articles, truth.articles, strict=True)
    ]
    return [width for width in whole if width is not None], [width for width in single if width is not None]


def _needed(value: float | None, low: float | None, high: float | None, true: float | None) -> float | None:
    if value is None or low is None or high is None or true is None:
        return None
    middle, bottom, top, aim = (float(np.arcsin(np.sqrt(x))) for x in (value, low, high, true))
    reached = (middle - bottom) if aim < middle else (top - middle)
    return float(np.sqrt(max((aim - middle) ** 2 - reached**2, 0.0)))


def quantile_over_sets(widths: dict[str, list[float]]) -> float:
    """Return the width that holds the share ``HELD``; every set has the same weight."""
    values = np.concatenate([np.array(found) for found in widths.values() if found])
    weights = np.concatenate([np.full(len(found), 1 / len(found)) for found in widths.values() if found])
    order = np.argsort(values, kind="stable")
    reached = np.cumsum(weights[order]) / weights.sum()
    return float(values[order][np.searchsorted(reached, HELD - 1e-9)])


def main() -> None:
    """Learn from all sets and, unless told not to, store."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--models", nargs="+", default=["quick", "small"])
    parser.add_argument("--dry", action="store_true", help="print only")
    options = parser.parse_args()
    models = [Opinions.read(options.data, model) for model in options.models]
    stored = {
        "made_by": f"python -m training.echo --models {' '.join(options.models)}",
        "made_on": MADE_ON,
        "sets": models[0].groups(),
        "n_sites": sum(len(model.sites) for model in models),
        "weights": asdict(learn(models)),
    }
    text = json.dumps(stored, indent=2) + "\n"
    print(text)
    if not options.dry:
        OUT.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
