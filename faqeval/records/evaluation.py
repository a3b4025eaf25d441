"""One whole evaluation, ready to be shown or stored."""

from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from ..config import Settings
from .articles import Article
from .explanations import Explanation
from .figure import Figure
from .gaps import Gap, Need, NeedVerdict
from .journeys import Journeys
from .logs import WrittenTexts
from .queries import Queries
from .rankings import Rankings
from .scores import Findability, Understandability
from .specs import Glossary


@dataclass(frozen=True, slots=True)
class StageCost:
    """What one stage took."""

    stage: str
    seconds: float
    peak_mb: float  # highest resident memory of the process by the end of the stage


@dataclass(frozen=True, slots=True)
class Evaluation:
    """Everything one run found out. Tables and tuples are in canonical order; nothing depends on the input's order."""

    articles: tuple[Article, ...]  # by article_id
    queries: Queries
    matches: Rankings  # who should answer: answer probabilities
    search: Rankings  # who does answer: what the customer would have seen
    needs: tuple[Need, ...]
    need_of_query: tuple[int, ...]  # position in ``needs`` of each row of the query table, -1 when in none
    answer_of_query: tuple[int, ...]  # position in ``articles`` of the article that answers each query, -1 none
    has_answer: NDArray[np.float32]  # per query: probability that some article answers, 0..1
    missing_words: tuple[tuple[str, ...], ...]  # per query: words its article lacks
    findability: Findability
    understandability: tuple[Understandability, ...]  # in the order of ``articles``
    gaps: tuple[Gap, ...]  # best first
    figures: Mapping[str, Figure]
    not_judged: tuple[tuple[str, str], ...]  # kind of gap or figure, and why it could not be judged
    rejects: pd.DataFrame
    manifest: Mapping[str, object]  # what run.json holds
    glossary: Glossary  # all that can be named in it
    settings: Settings = field(default_factory=Settings)  # those that it was made with
    # why an article counts as near or right, by row of the query table and position in ``articles``; for what is shown
    explanations: Mapping[tuple[int, int], Explanation] = field(default_factory=dict)
    need_keys: tuple[int, ...] = ()  # code of each need, see records/journeys.py
    journeys: Journeys | None = None  # None: no contacts were given
    reasons: WrittenTexts | None = None  # of the contacts
    reason_needs: tuple[int, ...] = ()  # need code of each row of ``reasons``, -1 none
    searched: WrittenTexts | None = None  # by customers who made contact
    verdicts: tuple[NeedVerdict, ...] = ()  # why customers contact about each need, most contacts first
