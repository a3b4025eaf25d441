"""Train and measure the answer probability of whole needs: ``python -m training.needs --data FOLDER [--dry]``.

Each open set is played as a site: the queries with one gold answer are cut into needs of a few queries; of the gold
articles, by hash, a third are taken out of the FAQ (their needs are ``missing``) and a fifth stay but lose their
queries (nobody asks for them). Everything about a set (fusion, calibration, need weights) comes from the other sets.
"""

import argparse
import itertools
import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression

from faqeval.config import MatchSettings
from faqeval.gaps.need_answer import FEATURES, FLOOR, need_affinity, need_pairs
from faqeval.matching import SiteMeaning, match_site
from faqeval.matching.embedders import Embedder, load_embedder, quick_embedder
from faqeval.matching.fitting.cases import Case, LabelledQuery, hash_share
from faqeval.matching.judges import Judges
from faqeval.measures.auroc import auroc
from faqeval.measures.calibration import expected_calibration_error
from faqeval.measures.unit_rows import unit_rows
from training.sites.judges import School
from training.sites.kept_vectors import KeptVectors
from training.sites.sets import read_cases

OUT = Path(__file__).parent.parent / "faqeval" / "gaps" / "need_weights.json"
REMOVED_SHARE, UNASKED_SHARE = 1 / 3, 1 / 5
SIZES = (1, 2, 3, 4, 6, 10)  # different queries of a need, taken in turn
MADE_ON = date.today().isoformat()


@dataclass(frozen=True, slots=True)
class NeedCase:
    """The candidates of all needs of one case, row after row; ``need`` numbers the needs from 0."""

    group: str
    features: NDArray[np.float64]
    right: NDArray[np.bool_]
    need: NDArray[np.int64]


def need_case(case: Case, judges: Judges) -> NeedCase | None:
    """Play a case as a site, with judges from other sets; None when it has too few needs."""
    golds = {name for query in case.queries for name in query.article_ids}
    gone = {name for name in golds if hash_share(f"gone{case.name}{name}") < REMOVED_SHARE}
    unasked = {name for name in golds - gone if hash_share(f"unasked{case.name}{name}") < UNASKED_SHARE}
    ordered = sorted(
        (article for article in case.articles if article.article_id not in gone), key=lambda article: article.article_id
    )
    queries = [query for query in case.queries if not query.article_ids & unasked]
    needs = _needs(queries)
    if len(needs) < 5 or len(ordered) < 5:
        return None
    row_of = {article.article_id: row for row, article in enumerate(ordered)}
    texts = [text for group, _ in needs for text in group]
    asked = pd.DataFrame({"query_id": [str(n) for n in range(len(texts))], "text": texts, "language": "und"})
    matches = match_site(ordered, asked, MatchSettings(cross_language="always"), judges=judges).rankings
    table = np.full((len(texts), len(ordered)), np.log(FLOOR / (1 - FLOOR)))
    row, rank = np.nonzero(matches.places >= 0)
    sure_ones = np.clip(matches.scores[row, rank].astype(np.float64), FLOOR, 1 - FLOOR)
    table[row, matches.places[row, rank]] = np.log(sure_ones / (1 - sure_ones))
    sure = table.max(axis=1) >= 0
    claims = np.bincount(table.argmax(axis=1)[sure], minlength=len(ordered)).astype(np.float64)
    starts = np.cumsum([0, *(len(group) for group, _ in needs)])
    rows = [list(range(start, end)) for start, end in itertools.pairwise(starts)]
    meaning = SiteMeaning(judges.slow.embedder if judges.slow else judges.embedder)
    vectors = meaning.queries(texts)
    centres = unit_rows(np.stack([vectors[group].mean(axis=0) for group in rows]))
    affinity = need_affinity(centres, vectors, meaning.articles(ordered))
    open_needs = [n for n, group in enumerate(rows) if (table[group].max(axis=1) < 0).all()]
    found = need_pairs(
        [rows[n] for n in open_needs], [table[rows[n]] for n in open_needs], affinity[open_needs], claims
    )
    right = [np.isin(one.articles, [row_of[name] for name in needs[n][1] if name in row_of])
             for n, one in zip(open_needs, found, strict=True)]  # fmt: skip
    if not found:
        return None
    return NeedCase(
        case.group,
        np.concatenate([one.features for one in found]),
        np.concatenate(right),
        np.concatenate([np.full(len(one.articles), number) for number, one in enumerate(found)]),
    )


def _needs(queries: Sequence[LabelledQuery]) -> list[tuple[list[str], frozenset[str]]]:
    """Cut the queries of each gold answer into needs of a few queries, by hash."""
    by_gold: dict[frozenset[str], list[str]] = {}
    for query in sorted(queries, key=lambda query: hash_share("need" + query.text)):
        if query.article_ids:
            by_gold.setdefault(query.article_ids, []).append(query.text)
    needs = []
    for gold, texts in sorted(by_gold.items(), key=lambda item: sorted(item[0])):
        start = 0
        while start < len(texts):
            size = SIZES[len(needs) % len(SIZES)]
            needs.append((texts[start : start + size], gold))
            start += size
    return needs


def joined(cases: Sequence[Case]) -> list[Case]:
    """Join the cases of one set and language that share their articles, so that a need has more than one query."""
    found: dict[tuple[str, tuple[str, ...]], Case] = {}
    for case in cases:
        key = (case.group, tuple(article.article_id for article in case.articles))
        found[key] = replace(found[key], queries=found[key].queries + case.queries) if key in found else case
    return list(found.values())


def train(cases: list[NeedCase]) -> LogisticRegression:
    """Fit the regression; every set has the same weight."""
    groups = [case.group for case in cases]
    weights = [
        np.full(len(case.right), 500 / len(set(groups)) / sum(len(o.right) for o in cases if o.group == case.group))
        for case in cases
    ]
    model = LogisticRegression(C=1.0, max_iter=1_000)
    model.fit(
        np.concatenate([case.features for case in cases]),
        np.concatenate([case.right for case in cases]),
        sample_weight=np.concatenate(weights),
    )
    return model


def figures(cases: list[NeedCase], probabilities: list[NDArray[np.float64]]) -> str:
    """Return needs, share with an answer, hit@1 among them, AUROC of answerability, ECE and precision from .5 up."""
    top, right, answerable = [], [], []
    for case, sure in zip(cases, probabilities, strict=True):
        for number in range(int(case.need.max()) + 1):
            mine = np.flatnonzero(case.need == number)
            best = mine[sure[mine].argmax()]
            top.append(sure[best])
            right.append(case.right[best])
            answerable.append(case.right[mine].any())
    p, hit, there = np.array(top), np.array(right), np.array(answerable)
    sure_ones = p >= 0.5
    return (
        f"{len(p)} | {there.mean():.2f} | {hit[there].mean():.2f} | {auroc(p, there):.2f} | "
        f"{expected_calibration_error(p, hit):.2f} | {hit[sure_ones].mean() if sure_ones.any() else np.nan:.2f} "
        f"of {sure_ones.sum()}"
    )


def main() -> None:
    """Measure each set with weights from the others, and store weights from all."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--models", nargs="+", default=["quick", "small"])
    parser.add_argument("--dry", action="store_true", help="measure only")
    options = parser.parse_args()
    cases: dict[str, list[NeedCase]] = {}
    read = read_cases(options.data)
    for model in options.models:
        slow: Embedder | None = KeptVectors(load_embedder(model)) if model != "quick" else None
        school = School(read, lambda _: quick_embedder(), slow)
        for case in joined(read):
            needs = need_case(case, school.judges_without(case.group))
            if needs:
                cases.setdefault(model, []).append(needs)
    print("| model | set | open needs | answered | hit@1 | AUROC | ECE | right from .5 up |\n" + "|---" * 8 + "|")
    everything = [case for found in cases.values() for case in found]
    for model, found in cases.items():
        for group in sorted({case.group for case in found}):
            mine = [case for case in found if case.group == group]
            unseen = train([case for case in everything if case.group != group])
            print(f"| {model} | {group} | {figures(mine, [unseen.predict_proba(c.features)[:, 1] for c in mine])} |")
            plain = [1 / (1 + np.exp(-case.features[:, 0])) for case in mine]
            print(f"| {model} | {group}, mean log odds alone | {figures(mine, plain)} |")
    if not options.dry:
        _store(train(everything), everything)


def _store(model: LogisticRegression, cases: Sequence[NeedCase]) -> None:
    stored = {
        "made_by": "python -m training.needs",
        "made_on": MADE_ON,
        "sets": sorted({case.group for case in cases}),
        "n_needs": sum(int(case.need.max()) + 1 for case in cases),
        "intercept": round(float(model.intercept_[0]), 5),
        "coefficients": {name: round(float(c), 5) for name, c in zip(FEATURES, model.coef_[0], strict=True)},
    }
    OUT.write_text(json.dumps(stored, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
