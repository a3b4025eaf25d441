"""Does findability without labels agree with that from labels? ``python -m benchmarks.findability.echo --data FOLDER``.

Every set is left out of all learning: fusion, calibrations, correction and widths. With several models the correction
is learned from all of them, as the one that comes with the package. "Believed": the judge is taken at its word (the
rule before: answers count from .1 on). Intervals: 95 %; of means by drawing sets, of one set by drawing its articles
(Spearman, worst quarter) again. "Worst quarter": share of the articles called the worst quarter that are in it by the
labels, ties included. "Held": share of labelled values inside the interval given.
"""

import argparse
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.stats import spearmanr

from benchmarks.machine import describe_machine
from faqeval.records import Findability
from faqeval.score import score_findability
from faqeval.score.answers import MIN_ANSWER_PROBABILITY
from faqeval.score.echo import Echo
from training.echo import BELIEVED, SEED, SETTINGS, Opinion, Opinions, learn
from training.sites.echo_sites import SEARCHES

FORMER_FLOOR = 0.1
FLOORS = (0.1, 0.05, 0.03, 0.02, 0.01, 0.0)
FEWEST = 10  # articles with three labelled queries, below which articles are not compared
ROUNDS = 1_000
MEASURES = ("bias", "held", "spearman", "article bias", "article error", "worst quarter", "articles held")


@dataclass(frozen=True, slots=True, eq=False)
class Agreement:
    """Label-free against labelled findability of one site."""

    group: str
    search: str
    is_whole: bool
    figures: dict[str, float]
    ours: NDArray[np.float64]  # per article with both figures
    labelled: NDArray[np.float64]


def compare(opinion: Opinion, truth: Findability, echo: Echo, floor: float) -> Agreement:
    """Hold one site's findability against its labels."""
    site = opinion.site
    found = score_findability(
        site.articles, site.queries, opinion.matches, site.search, SETTINGS, SEED, echo=echo, min_probability=floor
    )
    figure, true = found.figures["findability"], truth.figures["findability"].value or 0.0
    value, low, high = figure.value or 0.0, figure.low or 0.0, figure.high if figure.high is not None else 1.0
    figures = {"bias": value - true, "held": float(low <= true <= high)}
    both = [
        (one.findability, real.findability, (one.low or 0.0) <= real.findability <= (one.high or 0.0))
        for one, real in zip(found.articles, truth.articles, strict=True)
        if one.findability is not None and real.findability is not None
    ]
    rows = np.array(both, dtype=np.float64).reshape(-1, 3)
    ours, labelled = rows[:, 0], rows[:, 1]
    if len(rows) >= FEWEST:
        figures |= {
            "spearman": spearman(ours, labelled),
            "article bias": float((ours - labelled).mean()),
            "article error": float(np.abs(ours - labelled).mean()),
            "worst quarter": worst_quarter(ours, labelled),
            "articles held": float(rows[:, 2].mean()),
        }
    else:
        ours = labelled = np.zeros(0)
    return Agreement(site.group, site.search_name, site.is_whole, figures, ours, labelled)


def spearman(ours: NDArray[np.float64], labelled: NDArray[np.float64]) -> float:
    """Return the rank correlation; nan where all articles are alike."""
    if np.ptp(ours) == 0 or np.ptp(labelled) == 0:
        return float("nan")
    return float(spearmanr(ours, labelled).statistic)


def worst_quarter(ours: NDArray[np.float64], labelled: NDArray[np.float64]) -> float:
    """Return the share of the articles called worst that are no better than the worst quarter by the labels."""
    size = max(1, round(len(ours) / 4))
    limit = np.sort(labelled)[size - 1]
    return float((labelled[np.argsort(ours, kind="stable")[:size]] <= limit).mean())


def by_set(found: Sequence[Agreement], measure: str, absolute: bool = False) -> dict[str, float]:
    """Return the mean over the sites of each set that has the measure."""
    means = {}
    for group in sorted({one.group for one in found}):
        values = [one.figures[measure] for one in found if one.group == group and measure in one.figures]
        values = [abs(value) if absolute else value for value in values if not np.isnan(value)]
        if values:
            means[group] = float(np.mean(values))
    return means


def mean_over_sets(values: dict[str, float], sign: str = "") -> str:
    """Return the mean with its interval from drawing sets again."""
    if not values:
        return "–"
    numbers = np.array(list(values.values()))
    drawn = numbers[np.random.default_rng(SEED).integers(0, len(numbers), (ROUNDS, len(numbers)))].mean(axis=1)
    low, high = np.quantile(drawn, [0.025, 0.975])
    return f"{numbers.mean():{sign}.2f} ({low:{sign}.2f}–{high:{sign}.2f})"


def over_articles(
    found: Sequence[Agreement], measure: Callable[[NDArray[np.float64], NDArray[np.float64]], float]
) -> str:
    """Return the mean over one set's sites with its interval from drawing the articles of each site again."""
    found = [one for one in found if len(one.ours)]
    if not found:
        return "–"
    random = np.random.default_rng(SEED)
    rounds = []
    for _ in range(200):
        draws = [(one, random.integers(0, len(one.ours), len(one.ours))) for one in found]
        rounds.append(np.nanmean([measure(one.ours[rows], one.labelled[rows]) for one, rows in draws]))
    low, high = np.nanquantile(rounds, [0.025, 0.975])
    return f"{np.nanmean([measure(one.ours, one.labelled) for one in found]):.2f} ({low:.2f}–{high:.2f})"


def summary_row(name: str, found: Sequence[Agreement]) -> str:
    """Return one row of means over sets."""
    cells = [mean_over_sets(by_set(found, "bias", absolute=True)), mean_over_sets(by_set(found, "bias"), "+")]
    cells += [mean_over_sets(by_set(found, measure), "+" if "bias" in measure else "") for measure in MEASURES[1:]]
    return f"| {name} | {' | '.join(cells)} |"


def set_rows(found: Sequence[Agreement], title: str) -> list[str]:
    """Return one row per set."""
    rows = []
    for group in sorted({one.group for one in found}):
        mine = [one for one in found if one.group == group]
        means = [by_set(mine, measure).get(group) for measure in ("bias", "held", "article bias", "articles held")]
        shown = ["–" if mean is None else f"{mean:+.2f}" if at in (0, 2) else f"{mean:.2f}"
                 for at, mean in enumerate(means)]  # fmt: skip
        n_articles = sum(len(one.ours) for one in mine)
        cells = [over_articles(mine, spearman), over_articles(mine, worst_quarter)]
        rows.append(f"| {title} | {group} | {len(mine)} | {n_articles or '–'} | {' | '.join([*shown, *cells])} |")
    return rows


def main() -> None:
    """Print means over sets, each set, and what the floor does."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--models", nargs="+", default=["quick", "small"], choices=["quick", "small"])
    options = parser.parse_args()
    models = [Opinions.read(options.data, model) for model in options.models]
    learned = {group: learn(models, without=group) for group in models[0].groups()}
    print(describe_machine())
    for opinions in models:
        print(f"\nModel: {opinions.model}\n\n{report(opinions, learned)}")
    print(f"\nLearned without each set:\n\n| without | {' | '.join(Echo.__dataclass_fields__)} |\n{'|---' * 6}|")
    for group, echo in learned.items():
        print(f"| {group} | {' | '.join(str(getattr(echo, name)) for name in Echo.__dataclass_fields__)} |")


def report(opinions: Opinions, learned: Mapping[str, Echo]) -> str:
    """Return the tables of one model: means over sets, each set, and what the floor does."""

    def compared(rule: Callable[[str], Echo], floor: float) -> list[Agreement]:
        return [
            compare(opinions.of(number), opinions.truths[number], rule(site.group), floor)
            for number, site in enumerate(opinions.sites)
        ]

    believed = compared(lambda group: BELIEVED, FORMER_FLOOR)
    corrected = compared(lambda group: learned[group], MIN_ANSWER_PROBABILITY)
    rules = (("believed", believed), ("corrected", corrected))
    head = ["absolute bias", *MEASURES]
    lines = [f"| search, articles | {' | '.join(head)} |", "|---" * (len(head) + 1) + "|"]
    for search in SEARCHES:
        for is_whole in (True, False):
            for title, found in rules:
                mine = [one for one in found if (one.search, one.is_whole) == (search, is_whole)]
                lines.append(summary_row(f"{search}, {'all there' if is_whole else 'a third missing'}: {title}", mine))
    head = ["rule", "set", "sites", "articles", "bias", "held", "article bias", "articles held", *MEASURES[2::3]]
    lines += ["", "BM25, each set:", "", f"| {' | '.join(head)} |", "|---" * len(head) + "|"]
    for title, found in rules:
        lines += set_rows([one for one in found if one.search == "BM25"], title)
    sets = list(by_set(believed, "spearman"))
    lines += ["", "Spearman over articles by the probability from which an answer counts, BM25:", ""]
    lines += [f"| from | {' | '.join(sets)} | mean |", "|---" * (len(sets) + 2) + "|"]
    for floor in FLOORS:
        found = [one for one in compared(lambda group: BELIEVED, floor) if one.search == "BM25"]
        values = [by_set(found, "spearman")[group] for group in sets]
        lines.append(f"| {floor} | {' | '.join(f'{value:.2f}' for value in values)} | {np.mean(values):.2f} |")
    return "\n".join(lines)


if __name__ == "__main__":
    main()
