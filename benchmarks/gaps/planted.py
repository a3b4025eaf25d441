"""Hold what an evaluation found against what was planted in a demo corpus."""

import json
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from faqeval.config import Settings
from faqeval.records import Evaluation, Gap
from faqeval.service import evaluate

KINDS = ("missing", "not_found", "not_understood", "sends_to_contact", "duplicate", "unneeded")


@dataclass(frozen=True, slots=True)
class Verdict:
    """Of one kind in one language: what was found rightly, found wrongly, and not found."""

    kind: str
    language: str
    right: tuple[str, ...]  # planted gaps that were found
    false: tuple[str, ...]  # found gaps that were not planted
    overlooked: tuple[str, ...]  # planted gaps that were not found
    n_reported: int  # gaps reported, right or false; several may be right about one planted gap

    @property
    def precision(self) -> tuple[int, int]:
        """Right reports, of how many reports."""
        return self.n_reported - len(self.false), self.n_reported

    @property
    def recall(self) -> tuple[int, int]:
        """Planted gaps found, of how many planted."""
        return len(self.right), len(self.right) + len(self.overlooked)


def evaluate_texts(folder: Path, settings: Settings | None = None) -> Evaluation:
    """Evaluate a corpus' articles and queries, without contacts: what the texts alone say."""
    return evaluate(folder / "articles.jsonl", folder / "queries.csv", settings=settings).evaluation


def read_truth(folder: Path) -> dict[str, Any]:
    """Return a corpus' ``truth.json``."""
    truth: dict[str, Any] = json.loads((folder / "truth.json").read_text(encoding="utf-8"))
    return truth


def judge(evaluation: Evaluation, truth: Mapping[str, Any]) -> tuple[Verdict, ...]:
    """Compare the gaps of an evaluation with the planted ones, kind by kind.

    A reported gap is known by its article (``duplicate``: by its two articles). A reported ``missing`` is right when at
    least half of its queries belong to one planted missing need.
    """
    return tuple(_judge_kind(kind, evaluation, truth) for kind in KINDS)


def _judge_kind(kind: str, evaluation: Evaluation, truth: Mapping[str, Any]) -> Verdict:
    planted = {_planted_name(gap) for gap in truth["gaps"] if gap["kind"] == kind}
    reported = [_reported_name(gap, evaluation, truth) for gap in evaluation.gaps if gap.kind == kind]
    return Verdict(
        kind=kind,
        language=str(truth["language"]),
        right=tuple(sorted(planted & set(reported))),
        false=tuple(sorted(name for name in reported if name not in planted)),
        overlooked=tuple(sorted(planted - set(reported))),
        n_reported=len(reported),
    )


def _planted_name(gap: Mapping[str, Any]) -> str:
    if gap["kind"] == "missing":
        return str(gap["need"])
    if gap["kind"] == "duplicate":
        return " + ".join(sorted(gap["article_ids"]))
    return str(gap["article_id"])


def _reported_name(gap: Gap, evaluation: Evaluation, truth: Mapping[str, Any]) -> str:
    if gap.kind == "duplicate":
        return " + ".join(sorted((gap.article_id, *gap.other_article_ids)))
    if gap.kind != "missing":
        return gap.article_id
    need_of = {query: need for need, queries in truth["needs"].items() for query in queries}
    ids = evaluation.queries.table["query_id"].tolist()
    needs = Counter(need_of[ids[row]] for row in gap.query_rows)
    need, n_queries = max(sorted(needs.items()), key=lambda item: item[1])
    return need if 2 * n_queries >= len(gap.query_rows) else f"mixed: {gap.need}"


def reached(evaluation: Evaluation, truth: Mapping[str, Any]) -> tuple[int, int, int]:
    """Count the planted ``not_found`` gaps whose need the work list names at all, and how near it comes.

    Returns
    -------
    How many are planted; how many are reported as ``not_found``, or as a ``missing`` need of mostly their queries; and
    of how many of these the right article is named or shown among the near ones.
    """
    ids = evaluation.queries.table["query_id"].tolist()
    planted = {gap["article_id"]: set(gap["query_ids"]) for gap in truth["gaps"] if gap["kind"] == "not_found"}
    named: set[str] = set()
    shown: set[str] = set()
    for gap in evaluation.gaps:
        for article, queries in planted.items():
            mine = sum(ids[row] in queries for row in gap.query_rows)
            if gap.kind == "not_found" and gap.article_id == article:
                named.add(article)
                shown.add(article)
            elif gap.kind == "missing" and 2 * mine >= len(gap.query_rows):
                named.add(article)
                if article in {near.article_id for near in gap.near}:
                    shown.add(article)
    return len(planted), len(named), len(shown)
