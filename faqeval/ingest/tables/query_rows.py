"""Rows of customers' words, cleaned: what folding starts from."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from itertools import compress
from typing import Final

from ...config import IngestSettings
from ...text import fold
from ..cells.address_texts import as_typed
from ..cells.cells import label, texts
from ..cells.channels import channel_code
from ..cells.clean_text import clean_text
from ..cells.columns import column_missing, match_columns, nested_columns
from ..cells.language_codes import language_code
from ..cells.moments import past_moments
from ..cells.not_customers import by_company, is_own_words_of_a_tool, totals
from ..cells.numbers import plain_numbers, whole_number
from ..cells.reject_list import NOT_A_CUSTOMER, TOOLS_WORDS, TOTAL, RejectList
from ..files.limits import MAX_COUNT, MAX_ID_CHARACTERS, MAX_LABEL_CHARACTERS
from ..files.rows import Rows

NO_TEXT: Final = "no text"
NO_WORD: Final = "text without a letter or digit"
BAD_COUNT: Final = f"count is not a whole number from 1 to {MAX_COUNT}"


@dataclass(frozen=True, slots=True)
class QueryRows:
    """Usable rows, column by column."""

    ids: Sequence[str]
    texts: Sequence[str]  # normalised, masked, cut
    folded: Sequence[str]
    languages: Sequence[str]  # "" when not declared
    counts: Sequence[int]
    channels: Sequence[str]
    asked_at: Sequence[str]
    n_cut: int  # rows whose text was longer than the limit
    notes: tuple[str, ...] = ()  # about what was guessed or is not known


def query_rows(
    rows: Rows, rejects: RejectList, settings: IngestSettings, public_phones: Collection[str] = ()
) -> QueryRows:
    """Clean the rows of a queries file; what cannot be used goes to ``rejects``.

    Raises
    ------
    ColumnMissing
        If there is no column with the customers' words.
    """
    columns = match_columns("queries", rows.columns, settings.columns)
    if "text" not in columns and "count" in columns and next(iter(rows.columns)) == "":
        columns["text"] = ""  # reports of web analytics leave the first name out
    if "text" not in columns:
        raise column_missing(
            "queries", "'text'", list(rows.columns), rows.source, rows.header, nested_columns(rows.columns)
        )
    n_rows = len(rows.lines)
    column = {ours: rows.columns[written] for ours, written in columns.items()}
    raw = as_typed(texts(column["text"]))
    languages = _codes(column.get("language"), n_rows, language_code)
    cleaned, cut = clean_texts(raw, languages, settings, public_phones)
    counts = _counts(column.get("count"), n_rows)
    folds = {text: fold(text) for text in dict.fromkeys(cleaned)}
    folded = [folds[text] for text in cleaned]
    is_total = totals(cleaned, counts)
    is_company = by_company(column.get("author", [""] * n_rows))
    usable: list[bool] = []
    for place, line in enumerate(rows.lines):
        reason = NOT_A_CUSTOMER if is_company[place] else TOTAL if is_total[place] else ""
        reason = reason or _unused(cleaned[place], folded[place], counts[place])
        if reason:
            rejects.add(line, reason)
        usable.append(not reason)
    asked_at, notes = past_moments(column.get("asked_at", [""] * n_rows), columns.get("asked_at", ""), rows.source)
    return QueryRows(
        ids=list(compress(_ids(column.get("id"), n_rows), usable)),
        texts=list(compress(cleaned, usable)),
        folded=list(compress(folded, usable)),
        languages=list(compress(languages, usable)),
        counts=list(compress(counts, usable)),
        channels=list(compress(_codes(column.get("channel"), n_rows, channel_code), usable)),
        asked_at=list(compress(asked_at, usable)),
        n_cut=sum(compress(cut, usable)),
        notes=notes,
    )


def _unused(text: str, folded: str, count: int) -> str:
    """Return why a row is not used; "" when it is."""
    if not text:
        return NO_TEXT
    if is_own_words_of_a_tool(text):
        return TOOLS_WORDS
    return NO_WORD if not folded else BAD_COUNT if not count else ""


def clean_texts(
    raw: Sequence[str], languages: Sequence[str], settings: IngestSettings, public_phones: Collection[str]
) -> tuple[list[str], list[bool]]:
    """Clean many texts, each different one once; return them and whether each was cut."""
    pairs = list(zip(raw, languages, strict=True))
    known = {pair: clean_text(*pair, settings, public_phones) for pair in dict.fromkeys(pairs)}
    cleaned = [known[pair] for pair in pairs]
    return [text for text, _ in cleaned], [was_cut for _, was_cut in cleaned]


def _ids(cells: Sequence[object] | None, n_rows: int) -> list[str]:
    """Return the ids; a row without one has its number, counted from 0."""
    given = [label(cell, MAX_ID_CHARACTERS) for cell in cells] if cells is not None else [""] * n_rows
    return [query_id or str(number) for number, query_id in enumerate(given)]


def _codes(cells: Sequence[object] | None, n_rows: int, code: Callable[[str], str]) -> list[str]:
    if cells is None:
        return [""] * n_rows
    written = texts(cells)
    known = {text: code(text[:MAX_LABEL_CHARACTERS]) for text in dict.fromkeys(written)}
    return [known[text] for text in written]


def _counts(cells: Sequence[object] | None, n_rows: int) -> list[int]:
    """Return how often each row was asked: 1 where nothing is said, 0 where what is said is no such number."""
    if cells is None:
        return [1] * n_rows
    written = plain_numbers(cells, whole=True)
    known = {text: max(whole_number(text, MAX_COUNT), 0) if text else 1 for text in dict.fromkeys(written)}
    return [known[text] for text in written]
