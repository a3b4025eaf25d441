"""Hold what visits and contacts said against what was planted in them."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd

from faqeval.config import Settings
from faqeval.ingest import read_queries
from faqeval.records import Evaluation

OTHER = "other"
NO_NEED = "no_need"  # most of the contacts were taken for no need at all
MIN_CONTACTS = 30  # of a need, below which its verdict is not held against the truth


@dataclass(frozen=True, slots=True)
class NeedJudged:
    """One planted need: what was planted, what was said."""

    need: str
    n_contacts: int
    planted: str  # kind of gap; "" nothing against the FAQ
    found: str  # the same, or "not_enough_data", or NO_NEED
    code: int  # of the need that most of its contacts were taken for; -1 none
    purity: float  # share of its contacts that were taken for that need, 0..1
    is_right_need: bool  # that need is answered by the right article, or by none where none answers

    @property
    def is_right(self) -> bool:
        """Whether the verdict is the planted one."""
        return self.planted == self.found


@dataclass(frozen=True, slots=True)
class PairsJudged:
    """Next issues: pairs of needs by name."""

    right: tuple[tuple[str, str], ...]  # planted and found
    n_right: int  # found pairs that are right
    false: tuple[tuple[str, str], ...]
    overlooked: tuple[tuple[str, str], ...]


def judge_needs(
    evaluation: Evaluation, truth: Mapping[str, Any], least: int = MIN_CONTACTS, *, noted: bool = False
) -> tuple[NeedJudged, ...]:
    """Compare the verdicts with the planted causes, for needs with at least ``least`` contacts in truth.

    A planted need is the need of the evaluation that most of its contacts were taken for, by the texts of their
    reasons: ids in an evaluation are pseudonyms. ``noted``: by the article that the agents noted, where one answers.
    """
    kind_of = {verdict.need: verdict.kind for verdict in evaluation.verdicts}
    position = {article.article_id: place for place, article in enumerate(evaluation.articles)}
    codes = codes_of_needs(evaluation, truth)
    judged = []
    for need, n_contacts in truth["n_contacts"].items():
        if need == OTHER or n_contacts < least:
            continue
        code, purity = codes.get(need, (-1, 0.0))
        answers = [position[article] for article in truth["articles"][need]]
        if noted and answers:
            code, purity = answers[0], 1.0
        found = kind_of.get(code, NO_NEED) if code >= 0 else NO_NEED
        is_right_need = code in answers if answers else code >= len(position)
        judged.append(NeedJudged(need, n_contacts, truth["causes"][need], found, code, purity, is_right_need))
    return tuple(judged)


def codes_of_needs(evaluation: Evaluation, truth: Mapping[str, Any]) -> dict[str, tuple[int, float]]:
    """Return, for each planted need, the need code that most of its contacts got, and which share of them got it."""
    if evaluation.reasons is None:
        return {}
    table = evaluation.reasons.table
    code_of_text = {
        text: (code, count)
        for text, code, count in zip(table["text"], evaluation.reason_needs, table["count"].tolist(), strict=True)
    }
    counts: dict[str, Counter[int]] = {}
    for text, need in zip(_as_read(truth), truth["reasons"].values(), strict=True):
        code, count = code_of_text.get(text, (-1, 0))
        counts.setdefault(need, Counter())[code] += count
    found = {}
    for need, of_code in counts.items():
        n_contacts = of_code.total()
        code, most = min(of_code.items(), key=lambda item: (-item[1], item[0]))
        found[need] = (code, most / n_contacts if n_contacts else 0.0)
    return found


def judge_contacts(evaluation: Evaluation, truth: Mapping[str, Any]) -> tuple[int, int, int]:
    """Count contacts by their reason: taken for the right need, for another, and for none.

    Right: the need of an article that answers; for a need without article, the open need that most of its contacts got.
    Contacts about nothing in particular, and those whose reason is empty, are not counted.
    """
    if evaluation.reasons is None:
        return 0, 0, 0
    table = evaluation.reasons.table
    code_of_text = dict(
        zip(table["text"], zip(evaluation.reason_needs, table["count"].tolist(), strict=True), strict=True)
    )
    position = {article.article_id: place for place, article in enumerate(evaluation.articles)}
    main = codes_of_needs(evaluation, truth)
    right = wrong = none = 0
    for text, need in zip(_as_read(truth), truth["reasons"].values(), strict=True):
        if need == OTHER or text not in code_of_text:
            continue
        code, count = code_of_text[text]
        answers = {position[article] for article in truth["articles"][need]}
        if code < 0:
            none += count
        elif code in answers or (not answers and code >= len(position) and code == main[need][0]):
            right += count
        else:
            wrong += count
    return right, wrong, none


def _as_read(truth: Mapping[str, Any]) -> list[str]:
    """Return the texts of the reasons as an evaluation shows them: masked and folded."""
    texts, language = list(truth["reasons"]), truth["language"]
    rows = pd.DataFrame({"id": [str(place) for place in range(len(texts))], "text": texts, "language": language})
    queries = read_queries(rows, Settings().ingest, languages=(language,), prior={language: 1.0}).queries
    shown = queries.table["text"].tolist()
    as_read = {
        int(row_id): str(shown[row]) for row_id, row in zip(queries.row_ids, queries.row_query.tolist(), strict=True)
    }
    return [as_read.get(place, "") for place in range(len(texts))]


def judge_pairs(evaluation: Evaluation, truth: Mapping[str, Any]) -> PairsJudged:
    """Compare the next issues that are sure with the planted pairs, order included.

    Several found pairs may be right about one planted pair: two articles may answer the same, and a need that nothing
    leads to may be split.
    """
    names = names_of_codes(evaluation, truth)
    planted = {(pair["first"], pair["second"]) for pair in truth["next_issues"]}
    right: set[tuple[str, str]] = set()
    false: list[tuple[str, str]] = []
    n_right = 0
    for issue in evaluation.journeys.next_issues if evaluation.journeys else ():
        if not issue.is_sure:
            continue
        first = names.get(issue.first, (f"code {issue.first}",))
        second = names.get(issue.second, (f"code {issue.second}",))
        hit = {(one, other) for one in first for other in second} & planted
        right |= hit
        if hit:
            n_right += 1
        else:
            false.append((first[0], second[0]))
    return PairsJudged(tuple(sorted(right)), n_right, tuple(sorted(false)), tuple(sorted(planted - right)))


def names_of_codes(evaluation: Evaluation, truth: Mapping[str, Any]) -> dict[int, tuple[str, ...]]:
    """Return the planted needs that each need code stands for.

    A code that is an article: the needs it answers. An open need: the one that most of its queries belong to; without
    queries, that most of its contacts are about.
    """
    names = {
        place: tuple(need for need, answers in truth["articles"].items() if article.article_id in answers)
        for place, article in enumerate(evaluation.articles)
    }
    names = {place: needs for place, needs in names.items() if needs}
    need_of_query = {query: need for need, queries in truth["queries"].items() for query in queries}
    counts = evaluation.queries.table["count"].tolist()
    ids = evaluation.queries.table["query_id"].tolist()
    inside: dict[int, Counter[str]] = {}
    for code, need in zip(evaluation.need_keys, evaluation.needs, strict=True):
        for row in need.query_rows:
            inside.setdefault(code, Counter())[need_of_query.get(ids[row], OTHER)] += counts[row]
    spoken: dict[int, Counter[str]] = {}
    if evaluation.reasons is not None:
        table = evaluation.reasons.table
        need_of_text = dict(zip(_as_read(truth), truth["reasons"].values(), strict=True))
        for text, code, count in zip(table["text"], evaluation.reason_needs, table["count"].tolist(), strict=True):
            spoken.setdefault(code, Counter())[need_of_text.get(text, OTHER)] += count
    for code in {*inside, *spoken}:
        if code >= len(evaluation.articles):
            needs = inside.get(code) or spoken[code]
            names[code] = (min(needs.items(), key=lambda item: (-item[1], item[0]))[0],)
    return names


def not_resolving(evaluation: Evaluation) -> int:
    """Count the needs whose verdict is that reading their article does not resolve them."""
    return sum(verdict.kind == "not_resolving" for verdict in evaluation.verdicts)
