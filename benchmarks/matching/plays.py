"""What a matcher is, and the queries as it reads them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from faqeval.matching.fitting.cases import Case
from faqeval.records import Article, Rankings

DEPTH = 10  # articles that a matcher may return per query


@dataclass(frozen=True, slots=True, kw_only=True)
class AnsweredRankings(Rankings):
    """Rankings of a matcher that also says whether there is an answer at all, float32 of shape (n_queries,), 0..1."""

    has_answer: NDArray[np.float32]


Matcher = Callable[[Sequence[Article], pd.DataFrame], Rankings]


def query_table(case: Case) -> pd.DataFrame:
    """Return the case's queries as matchers read them."""
    languages = sorted({article.language for article in case.articles})
    return pd.DataFrame(
        {
            "query_id": [f"q{number:05d}" for number in range(len(case.queries))],
            "text": [query.text for query in case.queries],
            "language": languages[0] if len(languages) == 1 else "und",
        }
    )
