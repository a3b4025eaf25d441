"""What the logs say besides the queries: why customers made contact, and what they had searched for before."""

from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass, replace
from typing import Final

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from ..measures.wilson import wilson
from ..records import Rankings
from .need_answer import NeedAnswer
from .needs import TextGroup

QUERY, REASON, SEARCH = "query", "reason", "search"  # where a text comes from
_PAIR: Final = ["words", "reason", "n_customers"]
_Pair = tuple[int, int, float]  # rows of the words and of the reason, and how many customers
_TOLD: Final = 0.35  # share of the customers whose contact must be about any article at all
_MOST: Final = 0.5  # share of these, at the lower end of its interval, that must be about the same article


@dataclass(frozen=True, slots=True)
class LogTexts:
    """Texts of the logs, matched as queries are.

    ``table`` has the columns of the query table and ``source``: reason (of a contact) or search (words before one).
    ``matches`` ranks the same articles for its rows. ``pairs`` has the int64 columns ``words`` and
    ``reason`` (rows of ``table``) and ``n_customers``: how many customers searched for the words in a visit and then
    made contact for the reason.
    """

    table: pd.DataFrame
    matches: Rankings
    pairs: pd.DataFrame
    reason_threshold: float  # answer probability from which an article counts as what a reason is about


def learn_from_contacts(
    groups: Sequence[TextGroup],
    source: NDArray[np.object_],
    pairs: pd.DataFrame,
    min_customers: int,
    unanswered: Set[int] = frozenset(),
) -> tuple[list[TextGroup], dict[int, NeedAnswer]]:
    """Let contacts say what open groups of texts are about.

    Customers search in their own words, make contact, and the agent notes what it was about. So an open group of
    unclear notes joins the need that most of its customers had searched for. And where a good part of the customers who
    searched for an open group's words made contact about some article, and most of these about the same, that article
    is what the words mean; where hardly any did, nothing answers them, and the group stays open.

    Parameters
    ----------
    groups : of all texts; ``source`` says of each whether it is a query, a reason or a search.
    pairs : as in ``LogTexts``, by rows of all texts.
    min_customers : below it an open group stays as it is.
    unanswered : rows of queries of which people said that no article answers them; they stay open.

    Returns
    -------
    The groups, and for every row that an article got its article, with the lower end of the 95 % interval of the share
    of customers who wanted it as probability. Source: ours, see docs/method/gaps.md#contacts.
    """
    counted = [(int(words), int(reason), float(n)) for words, reason, n in pairs[_PAIR].itertuples(index=False)]
    joined = _notes_to_searches(groups, source, counted, min_customers)
    return _searches_to_articles(joined, counted, min_customers, unanswered)


def _notes_to_searches(
    groups: Sequence[TextGroup], source: NDArray[np.object_], pairs: Sequence[_Pair], min_customers: int
) -> list[TextGroup]:
    """Join each open group of notes alone to the group that most of its customers had searched for."""
    group_of = {row: number for number, group in enumerate(groups) for row in group.rows}
    is_note = {
        number
        for number, group in enumerate(groups)
        if group.article < 0 and all(source[row] == REASON for row in group.rows)
    }
    counts = _count((group_of.get(reason, -1), group_of.get(words, -1), n) for words, reason, n in pairs)
    to: dict[int, int] = {}
    for number in sorted(is_note & set(counts)):
        known = {other: n for other, n in counts[number].items() if other >= 0 and other not in is_note}
        best = _most(known, min_customers)
        if best is not None:
            to[number] = best[0]
    rows = [list(group.rows) for group in groups]
    for number, other in to.items():
        rows[other] += groups[number].rows
    return [replace(group, rows=tuple(rows[number])) for number, group in enumerate(groups) if number not in to]


def _searches_to_articles(
    groups: Sequence[TextGroup], pairs: Sequence[_Pair], min_customers: int, unanswered: Set[int]
) -> tuple[list[TextGroup], dict[int, NeedAnswer]]:
    """Give each open group to the article that its searchers turned out to want."""
    article_of = {row: group.article for group in groups for row in group.rows}
    group_of = {row: number for number, group in enumerate(groups) if group.article < 0 for row in group.rows}
    wanted = _count((group_of.get(words, -1), article_of.get(reason, -1), n) for words, reason, n in pairs)
    taken: dict[int, tuple[int, float]] = {}
    for number, counts in wanted.items():
        told = {article: n for article, n in counts.items() if article >= 0}
        n_all = sum(counts.values())
        if number < 0 or n_all < min_customers or sum(told.values()) < _TOLD * n_all:
            continue
        best = _most(told, 1)
        if best is not None:
            taken[number] = best
    return _hand_over(groups, taken, unanswered)


def _count(pairs: Iterable[_Pair]) -> dict[int, dict[int, float]]:
    counts: dict[int, dict[int, float]] = {}
    for one, other, n in pairs:
        of_one = counts.setdefault(one, {})
        of_one[other] = of_one.get(other, 0.0) + n
    return counts


def _most(counts: dict[int, float], least: int) -> tuple[int, float] | None:
    """Return what most customers share and the lower end of that share; None when too few do, or no clear majority."""
    total = sum(counts.values())
    if total < least:
        return None
    best = min(counts, key=lambda key: (-counts[key], key))
    low, _ = wilson(counts[best], total)
    return (best, low) if low >= _MOST else None


def _hand_over(
    groups: Sequence[TextGroup], taken: dict[int, tuple[int, float]], unanswered: Set[int]
) -> tuple[list[TextGroup], dict[int, NeedAnswer]]:
    moved: dict[int, list[int]] = {}
    settled: dict[int, NeedAnswer] = {}
    left: list[TextGroup] = []
    for number, (article, probability) in taken.items():
        rows = [row for row in groups[number].rows if row not in unanswered]
        moved.setdefault(article, []).extend(rows)
        settled.update(dict.fromkeys(rows, NeedAnswer(article, probability)))
        if stay := tuple(row for row in groups[number].rows if row in unanswered):
            left.append(replace(groups[number], rows=stay))
    kept = [
        replace(group, rows=(*group.rows, *moved.pop(group.article, ()))) if group.article >= 0 else group
        for number, group in enumerate(groups)
        if number not in taken
    ]
    return kept + left + [TextGroup(tuple(rows), article) for article, rows in sorted(moved.items()) if rows], settled
