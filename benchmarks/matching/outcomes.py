"""What came of every query in every play, one row each."""

from collections.abc import Iterable

import numpy as np
import pandas as pd

from benchmarks.matching.plays import DEPTH, AnsweredRankings, Matcher, query_table
from faqeval.matching.fitting.cases import Case
from faqeval.matching.fitting.plays import WHOLE, plays
from faqeval.measures.ranks import ndcg_at_k, reciprocal_rank
from faqeval.records import Rankings
from faqeval.text import words

UNMET = "unmet "  # how the names of cases of corpora/unmet begin
OUTCOME_COLUMNS = {
    "query": "str",  # case and number
    "third": "int64",  # which third of the articles is missing, or WHOLE
    "answerable": "bool",  # an article that is there answers
    "MRR": "float64",  # the four are of the first ten places; 0 when nothing right is there
    "hit@1": "float64",
    "hit@3": "float64",
    "nDCG@10": "float64",
    "right": "bool",  # the first place answers
    "top": "float64",  # score of the first place; lowest of all when nothing was returned
    "some": "float64",  # whether any article answers: a probability where the matcher states one, else ``top``
}


def describe(cases: Iterable[Case]) -> pd.DataFrame:
    """Return one row per query of the cases: ``query``, ``set``, ``language`` and ``n_words``."""
    rows = [
        (f"{case.name} {number}", set_name(case), language, len(words(query.text)))
        for case in cases
        for language in (query_table(case)["language"].iloc[0],)
        for number, query in enumerate(case.queries)
    ]
    return pd.DataFrame(rows, columns=["query", "set", "language", "n_words"])


def set_name(case: Case) -> str:
    """Return the set a case belongs to: parallel languages of one FAQ are one set, queries of unmet words each one."""
    return case.name if case.name.startswith(UNMET) else case.group


def outcomes(case: Case, matcher: Matcher) -> pd.DataFrame:
    """Play a case and return its rows with the columns of ``OUTCOME_COLUMNS``."""
    asked = query_table(case)
    parts = [_judged(case, play.third, play.gold, matcher(play.articles, asked)) for play in plays(case)]
    return pd.concat(parts, ignore_index=True)


def _judged(case: Case, third: int, gold: tuple[frozenset[str], ...], found: Rankings) -> pd.DataFrame:
    names = np.array([*found.article_ids, ""], dtype=object)[found.places[:, :DEPTH]]  # place -1 is the last: no name
    gains = [[float(name in answers) for name in row] for row, answers in zip(names, gold, strict=True)]
    ranks = [1 + row.index(1.0) if 1.0 in row else 0 for row in gains]
    answerable = np.array([bool(answers) for answers in gold])
    ndcg = [
        ndcg_at_k(row, 10, [1.0] * len(answers)) if answers else 0.0 for row, answers in zip(gains, gold, strict=True)
    ]
    lowest = min(0.0, float(found.scores.min(initial=0)))
    top = np.where(found.places[:, 0] >= 0, found.scores[:, 0].astype(np.float64), lowest)
    some = found.has_answer.astype(np.float64) if isinstance(found, AnsweredRankings) else top
    return pd.DataFrame(
        {
            "query": [f"{case.name} {number}" for number in range(len(gold))],
            "third": third,
            "answerable": answerable,
            "MRR": reciprocal_rank(ranks),
            "hit@1": [float(rank == 1) for rank in ranks],
            "hit@3": [float(1 <= rank <= 3) for rank in ranks],
            "nDCG@10": ndcg,
            "right": [rank == 1 for rank in ranks],
            "top": top,
            "some": some,
        }
    )


def is_whole(table: pd.DataFrame) -> pd.Series:
    """Return which rows are of the play with all articles."""
    return table["third"] == WHOLE
