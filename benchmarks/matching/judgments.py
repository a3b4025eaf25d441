"""What people's labels make of a site's probabilities: ``python -m benchmarks.matching.judgments --data FOLDER``.

Each open set, a third of its articles missing, plays a site to a matcher that has learned from the other sets only. 10,
30 or 100 of its queries are labelled, chosen at random or by ``--ask``, with 0 %, 20 % or 50 % of the labels turned
over; the first places of all other queries are then held against the truth, before and after the refit. Below the
product's minimum the refit is forced, to show why there is a minimum.
"""

import argparse
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from benchmarks.machine import describe_machine
from benchmarks.matching.plays import query_table
from faqeval.config import MatchSettings
from faqeval.matching import choose_to_ask, match_site
from faqeval.matching.embedders import load_embedder, quick_embedder
from faqeval.matching.fitting.cases import Case
from faqeval.matching.fitting.plays import Play, plays
from faqeval.matching.judges import Judges
from faqeval.matching.refit import MIN_LABELS, Refit, refit_to_people
from faqeval.measures.bootstrap import bootstrap_mean
from faqeval.measures.calibration import expected_calibration_error
from faqeval.records import Article, Rankings
from training.sites.judges import School
from training.sites.kept_vectors import KeptVectors
from training.sites.sets import read_cases
from training.vectors.unseen_vectors import unseen_embedder

LABELS, NOISE, DRAWS, SEED = (10, 30, 100), (0.0, 0.2, 0.5), 20, 1
MISSING = 0  # the third of the articles that every site lacks
LEFT_OVER = 0.5  # of the labelled queries' number must remain to be measured on
SETTINGS = MatchSettings()
THRESHOLD = SETTINGS.answer_threshold
FIGURES = ("ECE", "Brier", "right at the threshold")


@dataclass(frozen=True)
class Site:
    """The rankings of one FAQ to a matcher that has not seen its set; ``right`` of each first place."""

    group: str
    matches: Rankings
    languages: tuple[str, ...]
    right: NDArray[np.bool_]


@dataclass(frozen=True)
class Trial:
    """One way to label a site."""

    n: int
    chosen: str
    noise: float


def sites(school: School) -> Iterator[Site]:
    """Yield every set as a site; the six languages of the help centre, whose articles differ, as six."""
    parts: dict[tuple[str, str], list[tuple[Case, Play]]] = {}
    for case in school.cases:
        language = case.articles[0].language if case.group == "superoffice" else ""
        played = next(play for play in plays(case) if play.third == MISSING)
        parts.setdefault((case.group, language), []).append((case, played))
    for (group, _), part in parts.items():
        yield _site(group, part, school.judges_without(group))


def _site(group: str, part: Sequence[tuple[Case, Play]], judges: Judges) -> Site:
    """Match all queries of some cases together; a query without a word is left out, since it has no first place."""
    articles: dict[str, Article] = {article.article_id: article for _, play in part for article in play.articles}
    queries = pd.concat([query_table(case) for case, _ in part], ignore_index=True)
    queries["query_id"] = [f"q{number:04}" for number in range(len(queries))]
    found = match_site(tuple(articles.values()), queries, SETTINGS, judges=judges).rankings
    gold = [answers for _, play in part for answers in play.gold]
    kept = np.flatnonzero(found.places[:, 0] >= 0)
    right = [found.article_ids[found.places[row, 0]] in gold[row] for row in kept]
    ids = tuple(found.query_ids[row] for row in kept)
    matches = Rankings(ids, found.article_ids, found.places[kept], found.scores[kept])
    return Site(group, matches, tuple(queries["language"].iloc[kept]), np.array(right))


def _rows(site: Site, trial: Trial, draw: int) -> NDArray[np.int64]:
    if trial.chosen == "ask":
        return np.array(choose_to_ask(site.matches, [1] * len(site.right), site.languages, trial.n))
    return np.random.default_rng([SEED, draw]).choice(len(site.right), trial.n, replace=False)


def _learn(site: Site, trial: Trial, draw: int, rows: NDArray[np.int64]) -> Refit:
    """Label these rows and refit."""
    turned = np.random.default_rng([SEED, draw, trial.n]).random(trial.n) < trial.noise
    ids = [site.matches.query_ids[row] for row in rows]
    articles = [site.matches.article_ids[place] for place in site.matches.places[rows, 0]]
    said = pd.DataFrame({"query_id": ids, "article_id": articles, "relevance": site.right[rows] ^ turned})
    return refit_to_people(site.matches, said, None, THRESHOLD, min_labels=min(trial.n, MIN_LABELS))


def measure(site: Site, trial: Trial, draw: int) -> tuple[list[float], list[float], bool]:
    """Return the figures before and after one labelling, and whether it was taken."""
    rows = _rows(site, trial, draw)
    found = _learn(site, trial, draw, rows)
    left = np.setdiff1d(np.arange(len(site.right)), rows)
    before = _figures(site.matches, site.right, left, THRESHOLD)
    after = _figures(found.apply(site.matches), site.right, left, found.threshold)
    return before, after, found.outcome == "refitted"


def compare(site: Site, n: int, noise: float, draw: int) -> NDArray[np.float64]:
    """Return the figures after asking less those after random choice, on the queries that neither labelled."""
    trials = [Trial(n, way, noise) for way in ("ask", "at random")]
    rows = [_rows(site, trial, draw) for trial in trials]
    left = np.setdiff1d(np.arange(len(site.right)), np.concatenate(rows))
    after = []
    for trial, labelled in zip(trials, rows, strict=True):
        found = _learn(site, trial, draw, labelled)
        after.append(_figures(found.apply(site.matches), site.right, left, found.threshold))
    return np.subtract(*after)


def _figures(matches: Rankings, right: NDArray[np.bool_], left: NDArray[np.int64], threshold: float) -> list[float]:
    sure = matches.scores[left, 0].astype(np.float64)
    decided = (sure >= threshold) == right[left]
    return [
        expected_calibration_error(sure, right[left]),
        float(((sure - right[left]) ** 2).mean()),
        float(decided.mean()),
    ]


def line(played: Sequence[Site], trial: Trial) -> str:
    """Return one row of the table: means over sets, of draws and of a set's sites."""
    by_group: dict[str, list[list[float]]] = {}
    for site in played:
        if len(site.right) >= trial.n * (1 + LEFT_OVER):
            for draw in range(DRAWS):
                before, after, taken = measure(site, trial, draw)
                by_group.setdefault(site.group, []).append([*before, *after, taken])
    means = np.array([np.mean(rows, axis=0) for rows in by_group.values()])
    cells = [str(trial.n), trial.chosen, f"{trial.noise:.0%}", str(len(means)), f"{means[:, -1].mean():.0%}"]
    for number, name in enumerate(FIGURES):
        change = means[:, number + 3] - means[:, number]
        low, high = bootstrap_mean(change, rounds=1_000, seed=SEED)
        worst = change.min() if name == FIGURES[-1] else change.max()
        cells.append(f"{means[:, number].mean():.3f} | {change.mean():+.4f} ({low:+.4f} to {high:+.4f}) | {worst:+.4f}")
    return f"| {' | '.join(cells)} |"


def comparison(played: Sequence[Site], n: int, noise: float) -> str:
    """Return one row of the second table."""
    by_group: dict[str, list[NDArray[np.float64]]] = {}
    for site in played:
        if len(site.right) >= n * (2 + LEFT_OVER):
            by_group.setdefault(site.group, []).extend(compare(site, n, noise, draw) for draw in range(DRAWS))
    means = np.array([np.mean(rows, axis=0) for rows in by_group.values()])
    cells = [str(n), f"{noise:.0%}", str(len(means))]
    for change in means.T:
        low, high = bootstrap_mean(change, rounds=1_000, seed=SEED)
        cells.append(f"{change.mean():+.4f} ({low:+.4f} to {high:+.4f})")
    return f"| {' | '.join(cells)} |"


def decided_wrongly(played: Sequence[Site], n: int) -> str:
    """Return one row of the third table: how often the matcher decides the pairs wrongly that people would overrule."""
    by_group: dict[str, list[tuple[float, float]]] = {}
    for site in played:
        if len(site.right) >= n * (1 + LEFT_OVER):
            wrong = (site.matches.scores[:, 0] >= THRESHOLD) != site.right
            asked = wrong[_rows(site, Trial(n, "ask", 0.0), 0)]
            by_group.setdefault(site.group, []).append((float(asked.mean()), float(wrong.mean())))
    means = np.array([np.mean(rows, axis=0) for rows in by_group.values()])
    low, high = bootstrap_mean(means[:, 0] - means[:, 1], rounds=1_000, seed=SEED)
    cells = [str(n), str(len(means)), f"{means[:, 0].mean():.3f}", f"{means[:, 1].mean():.3f}"]
    return f"| {' | '.join(cells)} | {np.subtract(*means.mean(axis=0)):+.3f} ({low:+.3f} to {high:+.3f}) |"


def main() -> None:
    """Print one row per number of labels, way to choose them, and share of wrong ones."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--model", default="small")
    chosen = parser.parse_args()
    slow = KeptVectors(load_embedder(chosen.model)) if chosen.model != "quick" else None
    school = School(read_cases(chosen.data), lambda group: unseen_embedder(group) or quick_embedder(), slow)
    played = list(sites(school))
    print(f"{describe_machine()} Model {chosen.model}, {DRAWS} draws; in brackets 95 % over sets.\n")
    figures = " | ".join(f"{name} before | change | worst set" for name in FIGURES)
    print(f"| labels | chosen | wrong | sets | refitted | {figures} |\n{'|---' * 14}|")
    for n in LABELS:
        for way in ("at random", "ask"):
            for noise in NOISE:
                print(line(played, Trial(n, way, noise)), flush=True)
    print("\nAsking less random choice, on the same queries that neither labelled:\n")
    print(f"| labels | wrong | sets | {' | '.join(FIGURES)} |\n{'|---' * 6}|")
    for n in LABELS:
        for noise in NOISE:
            print(comparison(played, n, noise), flush=True)
    print("\nShare of pairs decided wrongly at the threshold, which a judgment puts right at once:\n")
    print(f"| pairs | sets | asked | all (random choice) | difference |\n{'|---' * 5}|")
    for n in LABELS:
        print(decided_wrongly(played, n), flush=True)


if __name__ == "__main__":
    main()
