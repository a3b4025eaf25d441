"""Small FAQs whose customers make contact, written as one table a test."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
import pandas as pd

from faqeval.config import GapSettings, JourneySettings, SavingsSettings
from faqeval.gaps import ContactEvidence, FoundNeeds, find_gaps, find_needs
from faqeval.pipeline.logs import code_needs
from faqeval.records import (
    AfterView,
    Article,
    Figure,
    Gap,
    NeedJourney,
    NeedVerdict,
    NextIssue,
    Understandability,
    WrittenTexts,
)
from tests.journey_factory import need, tiny_journeys

from .scene import Asked, HashedMeaning, hashed_meanings, rankings, understood

VAIN = (8, 40, 40, 4, 4, 4)  # contacts per way: searched and saw the answer, others, nothing; then without a search
SEEN = (60, 10, 10, 12, 4, 4)
FOUND_BY_ALL = Figure(0.8, 0.7, 0.9, 200)
FOUND_BY_FEW = Figure(0.1, 0.05, 0.2, 200)


@dataclass(frozen=True)
class ContactScene:
    """What was found, and why customers make contact."""

    found: FoundNeeds
    gaps: tuple[Gap, ...]
    verdicts: tuple[NeedVerdict, ...]

    def verdict(self, code: int = 0) -> str:
        return next(one.kind for one in self.verdicts if one.need == code)

    def gap(self, kind: str) -> Gap:
        gaps = [one for one in self.gaps if one.kind == kind]
        assert len(gaps) == 1, [(one.kind, one.article_id) for one in self.gaps]
        return gaps[0]


def read(surety: float, n_views: int = 200, *, is_raised: bool = False) -> AfterView:
    """What followed readings: so surely raised; fewer than 20 say nothing."""
    few = n_views < 20
    seen = Figure(None, None, None, n_views, "too_few_views") if few else Figure(0.2, 0.15, 0.26, n_views)
    excess = (0.0, 0.0, 0.0) if few else (0.75, 0.6, 0.8)
    return AfterView(n_views, n_views // 5, seen, seen, 0.05, surety, is_raised, excess)


def journey(
    code: int, ways: tuple[int, ...], after: AfterView | None = None, n: int = 300, **more: object
) -> NeedJourney:
    """One need with n contacts over three months, of which the logged-in ones came these ways."""
    return need(code, n, ways, after, **{"searches_found": FOUND_BY_FEW, **more})


def contacts_of(
    articles: Sequence[Article],
    asked: Sequence[Asked],
    journeys: Sequence[NeedJourney],
    *,
    scores: Mapping[str, Understandability] | None = None,
    next_issues: Sequence[NextIssue] = (),
    reasons: Mapping[int, Sequence[str]] | None = None,
    searched: Mapping[int, Sequence[str]] | None = None,
    settings: JourneySettings | None = None,
    savings: SavingsSettings | None = None,
    gap_settings: GapSettings | None = None,
) -> ContactScene:
    """Find gaps and verdicts of a small scene; ``reasons`` and ``searched`` are texts by the code of their need."""
    ids, chosen = [one.article_id for one in articles], gap_settings or GapSettings()
    table = query_table(asked)
    matches = rankings([dict(query.answers) for query in asked], ids)
    search = rankings([{name: 1.0 / (1 + place) for place, name in enumerate(query.shown)} for query in asked], ids)
    found = find_needs(articles, table, matches, HashedMeaning(), chosen, answer_threshold=0.5, seed=1)
    reason_texts, reasons_of = _by_code(reasons or {})
    word_texts, words_of = _by_code(searched or {})
    evidence = ContactEvidence(
        journeys=replace(tiny_journeys(), needs=tuple(journeys), next_issues=tuple(next_issues)),
        need_of_code={code: number for number, code in enumerate(code_needs(found, articles))},
        searched=word_texts,
        reasons=reason_texts,
        reasons_of_code=reasons_of,
        words_of_code=words_of,
        settings=settings or JourneySettings(),
        savings=savings or SavingsSettings(),
    )
    gaps, verdicts = find_gaps(
        found,
        articles,
        table,
        search,
        [(scores or {}).get(name, understood()) for name in ids],
        hashed_meanings,
        chosen,
        found_depth=3,
        contacts=evidence,
    )
    return ContactScene(found, gaps, verdicts)


def query_table(asked: Sequence[Asked]) -> pd.DataFrame:
    """The query table of a few texts."""
    return pd.DataFrame(
        {
            "query_id": [f"q{number}" for number in range(len(asked))],
            "text": [query.text for query in asked],
            "language": "en",
            "count": [query.count for query in asked],
        }
    )


def _by_code(texts: Mapping[int, Sequence[str]]) -> tuple[WrittenTexts, dict[int, tuple[int, ...]]]:
    table = query_table([Asked(text) for of_need in texts.values() for text in of_need])
    rows, start = {}, 0
    for code, of_need in texts.items():
        rows[code] = tuple(range(start, start + len(of_need)))
        start += len(of_need)
    keys = np.arange(len(table), dtype=np.int64)
    return WrittenTexts(table, keys, keys), rows
