"""Cells of a log as engines clean them: expressions on text columns."""

from collections.abc import Sequence

import narwhals as nw


def trimmed(column: str) -> nw.Expr:
    """Return a text column without blanks around it; null where nothing is left."""
    text = nw.col(column)
    bare = text.str.strip_chars()
    stripped = nw.when(bare == "").then(nw.lit(None, dtype=nw.String)).otherwise(bare)
    # stripping ten million cells takes seconds, and next to none has a blank at its ends
    is_bare = (text.str.slice(0, 1) > " ") & (text.str.slice(-1, 1) > " ")
    return nw.when(is_bare).then(text).otherwise(stripped).alias(column)


def is_one_of(column: str, values: Sequence[str]) -> nw.Expr:
    """Say whether a text column holds one of the values; null is none of them."""
    return nw.col(column).is_in(list(values)).fill_null(False) if values else nw.lit(False)


def as_written_id(column: str) -> nw.Expr:
    """Return ids without the ".0" that programs write where a column of whole numbers has empty cells."""
    written = nw.col(column)
    is_float = written.str.ends_with(".0") & written.str.contains(r"^[0-9]+[.]0$")
    return nw.when(is_float).then(written.str.replace_all(r"[.]0$", "")).otherwise(written).alias(column)


def on_one_line(column: str) -> nw.Expr:
    """Return texts with a blank for each line break: an engine reads them that way from a large CSV file."""
    return nw.col(column).str.replace_all(r"[\r\n]+", " ")
