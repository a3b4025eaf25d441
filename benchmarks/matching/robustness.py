"""What is left of the matcher when queries are disturbed: ``python -m benchmarks.matching.robustness --data FOLDER``.

Sets: the help pages of superoffice_help_6lang with the publisher's descriptions and keywords as queries, and the demo
corpora. A third of the pages, by hash, is taken away, so that some queries have no answer; the demo corpora have
such queries themselves. Only queries that a disturbance changed are counted, disturbed and as they were: "kept" is
hits at 1 after over hits at 1 before. Intervals: 95 %, the queries drawn again (Poisson bootstrap).
"""

import argparse
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Self

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from benchmarks.gaps.planted import read_truth
from benchmarks.machine import describe_machine
from benchmarks.matching.disturbances import KINDS, disturbed
from faqeval.config import IngestSettings, MatchSettings, SearchSettings
from faqeval.ingest import read_articles
from faqeval.matching import match_site
from faqeval.matching.fitting.cases import Case, LabelledQuery, hash_share
from faqeval.measures.auroc import auroc
from faqeval.records import Rankings
from faqeval.search import search_articles
from faqeval.text import SUPPORTED
from training.sites.sets import read_cases

CORPORA = Path(__file__).resolve().parents[2] / "corpora"
HELP_CENTRE = "superoffice"
TAKEN_AWAY = 1 / 3  # of the help pages
ROUNDS, SEED = 1_000, 20260101


@dataclass(frozen=True, slots=True)
class Row:
    """Hits and sureness of one set, language, kind and system, before and after; arrays over the changed queries."""

    set_name: str
    language: str
    kind: str
    system: str
    answerable: NDArray[np.bool_]
    ranks: NDArray[np.int64]  # shape (2, n): place of the first right article before and after, 0 when not shown
    sure: NDArray[np.float64]  # shape (2, n)

    @classmethod
    def joined(cls, rows: "Sequence[Row]", language: str) -> Self:
        """Return several rows of one kind and system as one."""
        return cls(
            rows[0].set_name,
            language,
            rows[0].kind,
            rows[0].system,
            np.concatenate([row.answerable for row in rows]),
            np.concatenate([row.ranks for row in rows], axis=1),
            np.concatenate([row.sure for row in rows], axis=1),
        )

    def hits(self, depth: int) -> NDArray[np.float64]:
        """Return per answerable query whether it is answered within ``depth``, shape (2, n_answerable)."""
        ranks = self.ranks[:, self.answerable]
        return ((ranks > 0) & (ranks <= depth)).astype(np.float64)


def demo_cases() -> Iterator[Case]:
    """Yield the demo corpora as cases."""
    for language in SUPPORTED:
        articles = read_articles(CORPORA / language / "articles.jsonl", IngestSettings()).articles
        answers = read_truth(CORPORA / language)["answers"]
        table = pd.read_csv(CORPORA / language / "queries.csv", dtype=str, keep_default_na=False)
        queries = tuple(
            LabelledQuery(text, frozenset(answers[query_id]))
            for query_id, text in zip(table["id"], table["text"], strict=True)
        )
        yield Case(f"demo {language}", "demo", tuple(articles), queries)


def help_cases(data: Path) -> Iterator[Case]:
    """Yield the help centre per language, keywords and descriptions together, without a third of its pages."""
    parts = [case for case in read_cases(data) if case.group == HELP_CENTRE]
    for language in SUPPORTED:
        own = [case for case in parts if case.articles[0].language == language]
        kept = tuple(a for a in own[0].articles if hash_share(a.article_id.partition(":")[2]) >= TAKEN_AWAY)
        ids = {article.article_id for article in kept}
        queries = tuple(LabelledQuery(q.text, q.article_ids & ids) for case in own for q in case.queries)
        yield Case(f"help pages {language}", "help pages", kept, queries)


def measure(case: Case) -> Iterator[Row]:
    """Ask the queries of a case as they are and disturbed, all at once, of matcher and customer search."""
    language, texts = case.articles[0].language, [query.text for query in case.queries]
    changed: dict[str, list[tuple[int, str]]] = {}
    for kind in KINDS:
        after = disturbed(texts, language, kind)
        changed[kind] = [(i, new) for i, (old, new) in enumerate(zip(texts, after, strict=True)) if new != old]
    table = query_table([*texts, *(text for kind in KINDS for _, text in changed[kind])], language)
    gold = [query.article_ids for query in case.queries]
    for system, rankings in (
        ("matcher", match_site(case.articles, table, MatchSettings()).rankings),
        ("search", search_articles(case.articles, table, SearchSettings())),
    ):
        start = len(texts)
        for kind in KINDS:
            before = np.array([i for i, _ in changed[kind]], dtype=np.int64)
            after_rows = np.arange(start, start + len(before))
            start += len(before)
            right = [gold[i] for i in before.tolist()]
            ranks = np.array([_ranks(rankings, rows, right) for rows in (before, after_rows)])
            sure = np.array([rankings.scores[rows, 0] for rows in (before, after_rows)], dtype=np.float64)
            answerable = np.array([bool(answers) for answers in right], dtype=bool)
            yield Row(case.group, language, kind, system, answerable, ranks, sure)


def query_table(texts: Sequence[str], language: str) -> pd.DataFrame:
    """Return texts as a query table of one language."""
    return pd.DataFrame({"query_id": [f"q{i}" for i in range(len(texts))], "text": texts, "language": language})


def _ranks(rankings: Rankings, rows: NDArray[np.int64], right: Sequence[frozenset[str]]) -> list[int]:
    shown = [[rankings.article_ids[place] if place >= 0 else "" for place in rankings.places[row]] for row in rows]
    return [
        next((rank for rank, name in enumerate(names, 1) if name in answers), 0)
        for names, answers in zip(shown, right, strict=True)
    ]


def kept_share(hits: NDArray[np.float64]) -> str:
    """Hits after over hits before with its interval; hits has shape (2, n)."""
    before, after = hits.sum(axis=1)
    if not before:
        return "–"
    counts = np.random.default_rng(SEED).poisson(1, size=(ROUNDS, hits.shape[1]))
    drawn = counts @ hits.T
    shares = drawn[drawn[:, 0] > 0, 1] / drawn[drawn[:, 0] > 0, 0]
    low, high = np.quantile(shares, [0.025, 0.975])
    return f"{after / before:.2f} ({low:.2f}–{high:.2f})"


def cells(row: Row) -> list[str]:
    """Return number of queries, hit@1, hit@3 and AUROC before → after, and the share of hits kept."""
    if not row.answerable.any():
        return ["0", "–", "–", "–", "–"]
    first, third = row.hits(1), row.hits(3)
    separates = [auroc(sure, row.answerable) for sure in row.sure]
    return [
        str(first.shape[1]),
        " → ".join(f"{share:.2f}" for share in first.mean(axis=1)),
        kept_share(first),
        " → ".join(f"{share:.2f}" for share in third.mean(axis=1)),
        " → ".join(f"{share:.2f}" if np.isfinite(share) else "–" for share in separates),
    ]


def print_tables(rows: Sequence[Row]) -> None:
    """Print, per set, all languages together and then each language."""
    for set_name in dict.fromkeys(row.set_name for row in rows):
        own = [row for row in rows if row.set_name == set_name]
        print(f"\n**{set_name}, all languages**\n")
        print(
            "| kind | n | matcher hit@1 | kept | matcher hit@3 | AUROC answerable | search hit@1 | kept |\n"
            + "|---" * 8
            + "|"
        )
        for kind in KINDS:
            matcher, search = (
                Row.joined([r for r in own if r.kind == kind and r.system == system], "all")
                for system in ("matcher", "search")
            )
            print(f"| {kind} | {' | '.join([*cells(matcher), *cells(search)[1:3]])} |")
        print(f"\n**{set_name}, share of the matcher's hits at 1 that is kept, per language**\n")
        print(f"| kind | {' | '.join(SUPPORTED)} |\n|---" + "|---" * len(SUPPORTED) + "|")
        for kind in KINDS:
            of = {r.language: r for r in own if r.kind == kind and r.system == "matcher"}
            shares = [f"{kept_share(of[code].hits(1))}, n {int(of[code].answerable.sum())}" for code in SUPPORTED]
            print(f"| {kind} | {' | '.join(shares)} |")


def main() -> None:
    """Measure every set and print the tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder of the open sets")
    chosen = parser.parse_args()
    print(describe_machine())
    print_tables([row for case in (*help_cases(chosen.data), *demo_cases()) for row in measure(case)])


if __name__ == "__main__":
    main()
