"""Runs in TREC's form: six words a line, ``query_id Q0 article_id rank score tag``."""

import re
from typing import Final

from ...errors import FileUnreadable
from ..files.limits import MAX_ROWS
from ..files.rows import Rows

NOT_TREC: Final = "not six words as in a TREC run"

_FIRST_LINE: Final = re.compile(rb"(?:\xef\xbb\xbf)?\s*\S+[ \t]+Q0[ \t]+\S+[ \t]+\d+[ \t]+\S+[ \t]+\S+[ \t\r]*(?:\n|$)")
_WORDS: Final = 6


def is_trec_run(data: bytes) -> bool:
    """Say whether a file begins like a TREC run."""
    return _FIRST_LINE.match(data[:4_096]) is not None


def read_trec_run(text: str, source: str, checksum: str, notes: tuple[str, ...]) -> Rows:
    """Cut a TREC run into rows; lines of another form are set aside.

    Raises
    ------
    FileUnreadable
        If there are more rows than ``limits`` allows.
    """
    queries: list[str] = []
    articles: list[str] = []
    ranks: list[str] = []
    lines: list[int] = []
    unread: list[tuple[int, str]] = []
    for number, line in enumerate(text.split("\n"), start=1):
        words = line.split()
        if len(lines) == MAX_ROWS:
            raise FileUnreadable(
                f"search run file must have at most {MAX_ROWS} rows. Got more in {source}. "
                "Keep fewer results per query."
            )
        if len(words) == _WORDS:
            queries.append(words[0])
            articles.append(words[2])
            ranks.append(words[3])
            lines.append(number)
        elif words:
            unread.append((number, NOT_TREC))
    columns = {"query_id": queries, "article_id": articles, "rank": ranks}
    return Rows(source, checksum, columns, lines, tuple(unread), notes)
