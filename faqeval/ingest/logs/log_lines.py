"""Large CSV files before an engine reads them: are they one plain record a line, and if not, a copy that is.

Engines cut a file into pieces and read them at once. A line break inside quotation marks, or a mark that nobody closed,
lets them take text for rows or swallow thousands of rows without a word.
"""

import csv
import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Final

import numpy as np

from ..files.delimited import BAD_QUOTES, TOO_MANY_CELLS
from ..files.limits import MAX_CELL_CHARACTERS

_CHUNK: Final = 8 * 2**20
_LINES_AT_ONCE: Final = 100_000  # a record of more lines is one whose quotation mark nobody closed
_LINE_ENDS: Final = re.compile(r"[\r\n]+")


@dataclass(frozen=True, slots=True)
class Lines:
    """What the bytes of a CSV file say."""

    checksum: str
    is_utf8: bool
    is_plain: bool  # every line is a record, its quotation marks in order


def look_at_lines(path: Path, delimiter: str) -> Lines:
    """Read a file once, in pieces that end with a line."""
    digest, is_utf8, is_plain = hashlib.sha256(), True, True
    with path.open("rb") as file:
        while chunk := file.read(_CHUNK):
            chunk += file.readline()
            digest.update(chunk)
            if is_utf8 and not chunk.isascii():
                try:
                    chunk.decode("utf-8")
                except UnicodeDecodeError:
                    is_utf8 = False
            is_plain = is_plain and _is_plain(chunk, delimiter)
    return Lines(digest.hexdigest(), is_utf8, is_plain)


def _is_plain(chunk: bytes, delimiter: str) -> bool:
    n_returns = chunk.count(b"\r")
    if n_returns and (n_returns != chunk.count(b"\r\n") or n_returns < chunk.count(b"\n")):
        return False  # line ends of several kinds
    if chunk.startswith((b"\n", b"\r\n")) or b"\n\n" in chunk or b"\n\r\n" in chunk:
        return False  # engines do not count empty lines
    return b'"' not in chunk or _is_well_quoted(chunk, delimiter)


def _is_well_quoted(chunk: bytes, delimiter: str) -> bool:
    """Say whether every line has its quotation marks in pairs, and none stands in the middle of a cell."""
    characters = np.frombuffer(chunk, dtype=np.uint8)
    ends, marks = (np.flatnonzero(characters == ord(mark)) for mark in ("\n", '"'))
    if (np.bincount(np.searchsorted(ends, marks)) % 2).any():
        return False
    inside = marks[(marks > 0) & (marks < len(characters) - 1)]
    border = [ord(mark) for mark in ("\n", '"', delimiter)]
    is_open = np.isin(characters[inside - 1], border)
    is_closed = np.isin(characters[inside + 1], [*border, ord("\r")])
    return bool((is_open | is_closed).all())


def write_plain_copy(
    path: Path, delimiter: str, width: int, n_skipped: int, target: Path
) -> tuple[tuple[int, str], ...]:
    """Write the rows of a CSV file one a line, each with the line on which it begins as its last cell.

    Parameters
    ----------
    width : number of columns.
    n_skipped : lines before the first row.

    Returns
    -------
    Line and reason of the rows that could not be cut into cells.
    """
    csv.field_size_limit(max(csv.field_size_limit(), MAX_CELL_CHARACTERS))
    unread: list[tuple[int, str]] = []
    with (
        path.open(encoding="utf-8-sig", newline="") as file,
        target.open("w", encoding="utf-8", newline="") as copy,
    ):
        for _ in range(n_skipped):
            file.readline()
        writer = csv.writer(copy, delimiter=delimiter, lineterminator="\n")
        for line, cells in _records(file, delimiter, n_skipped, unread):
            if not any(map(str.strip, cells)):
                continue
            if any(map(str.strip, cells[width:])):
                unread.append((line, TOO_MANY_CELLS))
                continue
            row = [cell if cell.isprintable() else _LINE_ENDS.sub(" ", cell) for cell in cells[:width]]
            writer.writerow([*row, *[""] * (width - len(row)), line])
    return tuple(unread)


def _records(
    lines: Iterator[str], delimiter: str, n_before: int, unread: list[tuple[int, str]]
) -> Iterator[tuple[int, list[str]]]:
    """Yield each record with its line, as ``delimited`` does, with some lines in memory at a time."""
    held = list(islice(lines, _LINES_AT_ONCE))
    is_last = len(held) < _LINES_AT_ONCE
    while held:
        done, reader = 0, csv.reader(held, delimiter=delimiter, strict=True)
        try:
            for cells in reader:
                if cells:
                    yield n_before + done + 1, cells
                done = reader.line_num
        except csv.Error:
            is_cut_off = reader.line_num == len(held) and not is_last and done > 0
            if not is_cut_off:
                alone = held[done]
                if alone.count('"') % 2 == 0:
                    yield n_before + done + 1, next(csv.reader([alone], delimiter=delimiter))
                else:
                    unread.append((n_before + done + 1, BAD_QUOTES))
                done += 1
        n_before += done
        held = held[done:]
        if not is_last and len(held) < _LINES_AT_ONCE:
            more = list(islice(lines, _LINES_AT_ONCE))
            is_last = len(more) < _LINES_AT_ONCE
            held += more
