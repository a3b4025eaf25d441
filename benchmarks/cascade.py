"""Quality against time when a slow model is asked about some queries: ``python -m benchmarks.cascade --data FOLDER``.

Quality: each open set with judges that have not seen it, means over sets and 95 % intervals from draws of the queries
within each set. Time: one FAQ of 300 made-up articles and a log of short queries, everything warm, every share in turn
in one process; reading the articles, which is done once, is counted apart.
"""

import argparse
import os
import time
from pathlib import Path

import pandas as pd

from faqeval.config import MatchSettings
from faqeval.match.embedders import load_embedder, static_embedder
from faqeval.match.judged_queries import judge_queries
from faqeval.match.judges import load_judges
from faqeval.match.pool import make_pool
from training.judges import School
from training.kept_vectors import KeptVectors
from training.sets import read_cases
from training.unseen_vectors import unseen_embedder

from .machine import describe_machine
from .match_speed import make_faq
from .matching.contest import OWN
from .matching.outcomes import describe, outcomes
from .matching.report import Figures, mean_of_parts
from .matching.tables import cell
from .unseen import matcher_of

SHARES = (0.0, 0.2, 0.4, 1.0)
MEASURES = ("hit@1", "MRR", "AUROC", "ECE")
N_ARTICLES, N_QUERIES = 300, 500


def seconds(share: float) -> tuple[float, float]:
    """Return the seconds for all queries, and those of them that went into the slow model's reading of the articles."""
    articles, queries = make_faq("sv", N_ARTICLES, N_QUERIES)
    judges = load_judges("e5")
    pool = make_pool(articles, range(len(articles)), judges.embedder)
    read = 0.0
    if share and judges.slow:
        begin = time.perf_counter()
        judges.slow.embedder.embed_passages([*pool.titles, *pool.bodies])
        read = time.perf_counter() - begin
    begin = time.perf_counter()
    depth = MatchSettings().depth
    judge_queries(pool, list(queries["text"]), judges, depth=depth, slow_share=share, tell=lambda *_: None)
    return time.perf_counter() - begin, read


def main() -> None:
    """Print one row per share."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    data = parser.parse_args().data
    school = School(
        read_cases(data), lambda group: unseen_embedder(group) or static_embedder(), KeptVectors(load_embedder("e5"))
    )
    print(f"{describe_machine()} Load before the run: {os.getloadavg()[0]:.1f}\n")
    played = {
        f"{OWN}{share:g}": pd.concat(
            [outcomes(case, matcher_of(school.judges_without(case.group), slow_share=share)) for case in school.cases],
            ignore_index=True,
        )
        for share in SHARES
    }
    queries = describe(school.cases)
    figures = Figures(played, queries)
    means, _ = mean_of_parts([figures.of(rows) for _, rows in queries.groupby("set", sort=False)])
    heads = ("share asked", *MEASURES, "queries/s", "queries/s with the articles read anew", "articles read, s")
    print(f"| {' | '.join(heads)} |\n{'|---' * len(heads)}|")
    seconds(SHARES[1])  # dictionaries and models are read once
    for share in SHARES:
        passed, read = seconds(share)
        cells = [f"{share:g}", *(cell(means[f"{OWN}{share:g}"], name) for name in MEASURES)]
        cells += [f"{N_QUERIES / max(passed - read, 1e-9):,.0f}", f"{N_QUERIES / passed:,.0f}", f"{read:.1f}"]
        print(f"| {' | '.join(cells)} |", flush=True)


if __name__ == "__main__":
    main()
