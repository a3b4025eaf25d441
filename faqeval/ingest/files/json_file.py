"""JSON and JSON Lines: one value, or one value a line."""

import json
from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Final

from ...errors import FileUnreadable
from .limits import MAX_CELLS, MAX_COLUMNS, MAX_ROWS
from .rows import Rows, columns_of_records

NOT_JSON: Final = "not JSON"
NOT_AN_OBJECT: Final = "not a JSON object"

_LIST_NAMES: Final = (
    "articles", "queries", "judgments", "data", "results", "result", "items", "entries", "faqs", "rows", "records",
)  # fmt: skip

Entries = tuple[list[object], list[int], list[tuple[int, str]]]  # values, their lines, lines that are no JSON


def parse_json(text: str, kind: str, source: str) -> object:
    """Return the value of a JSON text; of several in a row (pages put into one file) all entries as one list.

    Raises
    ------
    FileUnreadable
        If it is no JSON, or nested so deeply that no honest export is.
    """
    try:
        return json.loads(text)
    except json.JSONDecodeError as exc:
        several = _values_in_a_row(text)
        if several:
            return several
        raise FileUnreadable(
            f"{kind} file must be JSON. Got something else on line {exc.lineno}, place {exc.colno}, of {source}. "
            "Mend that place, or export it again."
        ) from exc
    except (RecursionError, ValueError) as exc:  # ValueError: a number of more than 4,300 digits
        raise FileUnreadable(
            f"{kind} file must be JSON of usual depth and numbers. Got nesting or a number beyond that in {source}. "
            "Export it again."
        ) from exc


def _values_in_a_row(text: str) -> list[object]:
    """Return the values of a text that holds several and nothing else, lists of them as one list; [] for any other."""
    decoder, place, values = json.JSONDecoder(), 0, list[object]()
    try:
        while place < len(text):
            value, place = decoder.raw_decode(text, place)
            values.extend(value if isinstance(value, list) else [value])
            while place < len(text) and text[place] in " \t\r\n,":
                place += 1
    except (ValueError, RecursionError):
        return []
    return values


def parse_json_lines(text: str) -> Entries:
    """Return the values of a JSON Lines text with their lines, and the lines that hold none."""
    values: list[object] = []
    lines: list[int] = []
    broken: list[tuple[int, str]] = []
    for number, line in enumerate(text.split("\n"), start=1):
        if not line.strip():
            continue
        try:
            values.append(json.loads(line))
            lines.append(number)
        except (ValueError, RecursionError):
            broken.append((number, NOT_JSON))
    return values, lines, broken


def is_json_lines(text: str) -> bool:
    """Say whether a text that begins like JSON is one value a line: its first line is whole, and it is not the last."""
    first, _, rest = text.strip().partition("\n")
    if not rest.strip() or not first.lstrip().startswith("{"):
        return False
    try:
        json.loads(first)
    except (ValueError, RecursionError):
        return False
    return True


def entries_of(payload: object, kind: str, source: str) -> list[object]:
    """Return the list of entries in a JSON value: itself, or the one list of objects it holds.

    Raises
    ------
    FileUnreadable
        If there is no list, or several and none has a usual name.
    """
    if isinstance(payload, list):
        return payload
    if isinstance(payload, dict):
        lists = {name: value for name, value in payload.items() if isinstance(value, list)}
        of_objects = [value for value in lists.values() if any(isinstance(entry, dict) for entry in value)]
        for name in _LIST_NAMES:
            if name in lists:
                return list(lists[name])
        if len(of_objects) == 1:
            return list(of_objects[0])
        if not of_objects:  # one entry on its own
            return [payload]
    raise FileUnreadable(
        f"{kind} file must be a list of JSON objects, or an object that holds one list of them. "
        f"Got neither in {source}. Keep only the list, or name the format with --articles-format."
    )


def value_at(value: object, path: str) -> object:
    """Follow names divided by dots into nested objects; None where one is missing."""
    for name in path.split("."):
        if not isinstance(value, dict):
            return None
        value = value.get(name)
    return value


def rows_of_entries(
    entries: Entries,
    kind: str,
    source: str,
    checksum: str,
    notes: tuple[str, ...] = (),
    mapping: Mapping[str, str] = MappingProxyType({}),
) -> Rows:
    """Turn JSON objects into rows; what is no object is set aside.

    Fields of inner objects become columns where the user's ``mapping`` names them with dots, as ``attributes.title``.

    Raises
    ------
    FileUnreadable
        If there are more rows than ``limits`` allows.
    """
    values, lines, broken = entries
    if len(values) > MAX_ROWS:
        raise FileUnreadable(
            f"{kind} file must have at most {MAX_ROWS} rows. Got {len(values)} in {source}. "
            "Split it, or fold equal rows."
        )
    records: list[Mapping[str, object]] = []
    numbers: list[int] = []
    unread = list(broken)
    for value, line in zip(values, lines, strict=True):
        if isinstance(value, dict):
            inner = {path: value_at(value, path) for path in set(mapping.values()) if "." in path and path not in value}
            records.append({**value, **{path: found for path, found in inner.items() if found is not None}})
            numbers.append(line)
        else:
            unread.append((line, NOT_AN_OBJECT))
    names = set().union(*records) if records else set()
    if len(names) > MAX_COLUMNS or len(names) * len(records) > MAX_CELLS:
        raise FileUnreadable(
            f"{kind} file must have at most {MAX_COLUMNS} columns and {MAX_CELLS} cells. Got {len(names)} columns and "
            f"{len(records)} rows in {source}. Leave out columns."
        )
    columns: Mapping[str, Sequence[object]] = columns_of_records(records)
    return Rows(source, checksum, columns, numbers, tuple(unread), notes, form="JSON")
