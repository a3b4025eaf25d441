"""Equal queries become one with a count, whatever their order."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import TypeVar

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from ...records import QUERY_COLUMNS, Queries
from ...text import identify_query_languages
from ..cells.channels import CHANNELS
from ..cells.natural_order import natural_key
from .query_rows import QueryRows

Group = TypeVar("Group", str, int)


def fold_queries(rows: QueryRows, languages: Sequence[str], prior: Mapping[str, float]) -> Queries:
    """Fold rows that say the same in the same language.

    Parameters
    ----------
    rows : usable rows
    languages : languages among which an undeclared one is looked for
    prior : weight per language, e.g. its share of the articles

    Returns
    -------
    Queries; the sum of ``count`` is that of the rows.

    Notes
    -----
    An undeclared language is found once per folded text, on its commonest spelling: two spellings of one query must
    not end in two languages.
    """
    keys = list(zip(rows.folded, _all_languages(rows, languages, prior), strict=True))
    place = {key: number for number, key in enumerate(sorted(set(keys)))}
    query = np.array([place[key] for key in keys], dtype=np.int64)
    counts = np.zeros(len(place), dtype=np.int64)
    np.add.at(counts, query, np.array(rows.counts, dtype=np.int64))
    spelling = _commonest_spelling(zip(query.tolist(), rows.texts, rows.counts, strict=True))
    first, last = _first_and_last(query, rows.asked_at, len(place))
    table = pd.DataFrame(
        {
            "query_id": _unique_ids(query, rows.ids, len(place)),
            "text": [spelling[number] for number in range(len(place))],
            "language": [language for _, language in place],
            "count": counts,
            "channel": _channels(query, rows.channels, len(place)),
            "first_asked_at": first,
            "last_asked_at": last,
        }
    ).astype(QUERY_COLUMNS)
    return Queries(table, tuple(rows.ids), query)


def _all_languages(rows: QueryRows, languages: Sequence[str], prior: Mapping[str, float]) -> list[str]:
    undeclared = (
        (folded, text, count)
        for folded, text, count, language in zip(rows.folded, rows.texts, rows.counts, rows.languages, strict=True)
        if not language
    )
    spelling = sorted(_commonest_spelling(undeclared).items())
    texts = [text for _, text in spelling]
    codes = identify_query_languages(texts, languages, prior) if texts else []
    found = {folded: code for (folded, _), code in zip(spelling, codes, strict=True)}
    return [language or found[folded] for folded, language in zip(rows.folded, rows.languages, strict=True)]


def _commonest_spelling(asked: Iterable[tuple[Group, str, int]]) -> dict[Group, str]:
    """Return the spelling asked most often per group; of several, the first by alphabet."""
    counts: dict[tuple[Group, str], int] = defaultdict(int)
    for group, text, count in asked:
        counts[group, text] += count
    best: dict[Group, tuple[int, str]] = {}
    for (group, text), count in counts.items():
        candidate = (-count, text)
        if group not in best or candidate < best[group]:
            best[group] = candidate
    return {group: text for group, (_, text) in best.items()}


def _first_and_last(query: NDArray[np.int64], asked_at: Sequence[str], n_queries: int) -> tuple[list[str], list[str]]:
    first, last = [""] * n_queries, [""] * n_queries
    for number, moment in zip(query.tolist(), asked_at, strict=True):
        if moment:
            first[number] = min(first[number] or moment, moment)
            last[number] = max(last[number], moment)
    return first, last


def _unique_ids(query: NDArray[np.int64], row_ids: Sequence[str], n_queries: int) -> list[str]:
    """Return the smallest id of each query; where two queries share one, the later gets ``~2`` and so on."""
    of_query: list[list[str]] = [[] for _ in range(n_queries)]
    for number, row_id in zip(query.tolist(), row_ids, strict=True):
        of_query[number].append(row_id)
    given, used = set(row_ids), set[str]()
    ids: list[str] = []
    for candidates in of_query:
        smallest = candidates[0] if len(candidates) == 1 else min(candidates, key=natural_key)
        query_id, copy = smallest, 1
        while query_id in used or (copy > 1 and query_id in given):
            copy += 1
            query_id = f"{smallest}~{copy}"
        used.add(query_id)
        ids.append(query_id)
    return ids


def _channels(query: NDArray[np.int64], channels: Sequence[str], n_queries: int) -> list[str]:
    found: dict[int, set[str]] = defaultdict(set)
    for number, channel in zip(query.tolist(), channels, strict=True):
        if channel:
            found[number].add(channel)
    joined = {number: "|".join(sorted(names, key=CHANNELS.index)) for number, names in found.items()}
    return [joined.get(number, "") for number in range(n_queries)]
