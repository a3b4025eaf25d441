"""All tables of the comparison, from what the matchers made of the queries."""

import sys
from collections.abc import Mapping, Sequence

import numpy as np
import pandas as pd

from benchmarks.matching.contest import E5_ALONE, is_own
from benchmarks.matching.figures import Draws, Samples, ece_by_chance, mean_of, samples
from benchmarks.matching.outcomes import UNMET, describe, set_name
from benchmarks.matching.tables import Part, differences, table
from faqeval.matching.fitting.cases import Case

LENGTHS = {"1–2 words": (0, 2), "3–5 words": (3, 5), "6–10 words": (6, 10), "11+ words": (11, sys.maxsize)}


class Figures:
    """The figures of each matcher for any part of the queries."""

    def __init__(self, played: Mapping[str, pd.DataFrame], queries: pd.DataFrame) -> None:
        self._played, self._draws = played, Draws.of(queries)

    def of(self, queries: pd.DataFrame) -> Part:
        """Return the figures of the matchers that took part on all of the queries."""
        wanted = set(queries["query"])
        rows = {name: played[played["query"].isin(wanted)] for name, played in self._played.items()}
        rows = {name: own for name, own in rows.items() if own["query"].nunique() == len(wanted)}
        return (
            {name: samples(own, self._draws, probabilities=is_own(name)) for name, own in rows.items()},
            {name: ece_by_chance(own, self._draws) for name, own in rows.items() if is_own(name)},
        )


def report(cases: Sequence[Case], played: Mapping[str, pd.DataFrame]) -> tuple[str, Mapping[str, Samples]]:
    """Return all tables as Markdown, and the means over sets."""
    queries = describe(cases)
    figures = Figures(played, queries)
    titles = {}
    for name, rows in queries.groupby("set", sort=False):
        mark = _mark([case for case in cases if set_name(case) == name])
        titles[str(name)] = f"{str(name).removeprefix(UNMET)}{mark} | {len(rows):,}"
    by_set = {name: figures.of(queries[queries["set"] == name]) for name in titles}
    ordinary = [name for name in titles if not name.startswith(UNMET)]
    unmet = [name for name in titles if name.startswith(UNMET)]
    means = mean_of_parts([by_set[name] for name in ordinary])
    pieces = [f"### Mean over {len(ordinary)} sets", table("sets", {str(len(ordinary)): means})]
    if E5_ALONE in means[0]:
        pieces += ["The same queries drawn again for both:", differences(means[0], E5_ALONE)]
    pieces += ["### Each set", table("set | queries", {titles[name]: by_set[name] for name in ordinary})]
    for title, parts in _parts(queries[queries["set"].isin(ordinary)]).items():
        found = {f"{name} | {len(rows):,}": figures.of(rows) for name, rows in parts.items() if len(rows)}
        pieces += [f"### Each {title}", table(f"{title} | queries", found)]
    if unmet:
        pieces += [
            "### Queries whose words do not meet the page's words",
            table("files", {str(len(unmet)): mean_of_parts([by_set[name] for name in unmet])}),
            table("file | queries", {titles[name]: by_set[name] for name in unmet}),
        ]
    return "\n\n".join(pieces), means[0]


def mean_of_parts(parts: Sequence[Part]) -> Part:
    """Return the mean over sets, each with equal weight, of the matchers that took part in all of them."""
    names = [name for name in parts[0][0] if all(name in found for found, _ in parts)]
    return (
        {name: mean_of([found[name] for found, _ in parts]) for name in names},
        {name: float(np.mean([chance[name] for _, chance in parts])) for name in names if is_own(name)},
    )


def _parts(queries: pd.DataFrame) -> dict[str, dict[str, pd.DataFrame]]:
    languages = {str(code): rows for code, rows in queries.groupby("language", sort=True)}
    lengths = {name: queries[queries["n_words"].between(low, high)] for name, (low, high) in LENGTHS.items()}
    return {"language": languages, "query length": lengths}


def _mark(cases: Sequence[Case]) -> str:
    """Return the mark of a set whose articles lack a part; the notes say what it means."""
    articles = [article for case in cases for article in case.articles]
    if not any(article.body for article in articles):
        return " †"
    return "" if any(article.title for article in articles) else " ‡"
