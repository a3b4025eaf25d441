"""Tables with a column per language: ``title_en``, ``body_sv`` … become a row per language."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final

from ..cells.cells import is_empty
from ..cells.columns import match_columns
from ..cells.language_codes import language_code
from .rows import Rows

_NAME: Final = re.compile(r"(.+?)[ _.:\[(-]+([A-Za-z]{2}(?:[-_][A-Za-z]{2})?)[\])]?")
_CODES: Final = frozenset(("en", "sv", "nb", "nn", "da", "de", "nl", "fi", "fr", "es", "it", "pl", "pt"))


def row_per_language(rows: Rows, mapping: Mapping[str, str]) -> Rows:
    """Return articles with a row for each language that has a title or a body, where columns end in languages."""
    plain = match_columns("articles", rows.columns, mapping)
    if "title" in plain or "body" in plain:
        return rows
    found: dict[str, dict[str, str]] = {}  # language -> our name -> column
    for name in rows.columns:
        match = _NAME.fullmatch(name.strip())
        code = language_code(match[2]) if match else ""
        ours = match_columns("articles", [match[1]], {}) if match and code in _CODES else {}
        for one in ("title", "body"):
            if one in ours:
                found.setdefault(code, {})[one] = name
    if not found:
        return rows
    spoken = {name for columns in found.values() for name in columns.values()}
    kept = {name: cells for name, cells in rows.columns.items() if name not in spoken}
    columns: dict[str, list[object]] = {name: [] for name in (*kept, "title", "body", "language")}
    lines: list[int] = []
    for place, line in enumerate(rows.lines):
        for code, names in found.items():
            texts = {one: rows.columns[names[one]][place] if one in names else "" for one in ("title", "body")}
            if all(map(is_empty, texts.values())):
                continue
            for name, cell in {
                **{name: cells[place] for name, cells in kept.items()},
                **texts,
                "language": code,
            }.items():
                columns[name].append(cell)
            lines.append(line)
    return replace(rows, columns=dict[str, Sequence[object]](columns), lines=lines)
