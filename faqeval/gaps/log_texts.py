"""What the logs say besides the queries: why customers made contact, and what they had searched for before."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

import pandas as pd

from ..measures.wilson import wilson
from ..records import Rankings
from .need_answer import NeedAnswer
from .needs import TextGroup

_MOST: Final = 0.5  # share of the contacts, at the lower end of its interval, that must be about the same article


@dataclass(frozen=True, slots=True)
class LogTexts:
    """Texts of the logs, matched as queries are.

    ``table`` has the columns of the query table; its first ``n_reasons`` rows are reasons of contacts, the others
    searched words. ``matches`` ranks the same articles for its rows. ``pairs`` has the int64 columns ``words`` and
    ``reason`` (rows of ``table``) and ``n_customers``: how many customers searched for the words in a visit and then
    made contact for the reason.
    """

    table: pd.DataFrame
    matches: Rankings
    n_reasons: int
    pairs: pd.DataFrame
    reason_threshold: float  # answer probability from which an article counts as what a reason is about


def learn_from_contacts(
    groups: Sequence[TextGroup], log: LogTexts, n_queries: int, min_customers: int
) -> tuple[list[TextGroup], dict[int, NeedAnswer]]:
    """Give open groups to the article that their searchers turned out to want.

    Customers search in their own words, make contact, and the agent notes what it was about. Where most customers who
    searched for an open group's words turned out to want one article, that article is what the words mean.

    Parameters
    ----------
    groups : of the queries and the texts of ``log``; row ``n_queries + i`` is row i of the log's table.
    min_customers : below it an open group stays open.

    Returns
    -------
    The groups, and for every row that changed hands its article with the lower end of the 95 % interval of the share of
    customers who wanted it as probability. Source: ours, see docs/method/gaps.md#contacts.
    """
    article_of = {row: group.article for group in groups for row in group.rows}
    wanted: dict[int, dict[int, float]] = {}
    group_of = {row: number for number, group in enumerate(groups) if group.article < 0 for row in group.rows}
    for words, reason, n_customers in log.pairs[["words", "reason", "n_customers"]].itertuples(index=False, name=None):
        number = group_of.get(n_queries + int(words))
        if number is not None:
            article = article_of.get(n_queries + int(reason), -1)
            counts = wanted.setdefault(number, {})
            counts[article] = counts.get(article, 0.0) + float(n_customers)
    taken: dict[int, tuple[int, float]] = {}
    for number, counts in wanted.items():
        best = min(counts, key=lambda article: (-counts[article], article))
        low, _ = wilson(counts[best], sum(counts.values()))
        if best >= 0 and sum(counts.values()) >= min_customers and low >= _MOST:
            taken[number] = (best, low)
    return _hand_over(groups, taken)


def _hand_over(
    groups: Sequence[TextGroup], taken: dict[int, tuple[int, float]]
) -> tuple[list[TextGroup], dict[int, NeedAnswer]]:
    moved: dict[int, list[int]] = {}
    settled: dict[int, NeedAnswer] = {}
    for number, (article, probability) in taken.items():
        moved.setdefault(article, []).extend(groups[number].rows)
        settled.update(dict.fromkeys(groups[number].rows, NeedAnswer(article, probability)))
    kept = [
        replace(group, rows=(*group.rows, *moved.pop(group.article, ()))) if group.article >= 0 else group
        for number, group in enumerate(groups)
        if number not in taken
    ]
    return kept + [TextGroup(tuple(rows), article) for article, rows in sorted(moved.items())], settled
