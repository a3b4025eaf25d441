"""How exports wrap their entries, and how fields say yes and no."""

from collections.abc import Mapping, Sequence
from typing import Any


def listed(payload: object, *names: str) -> list[Any]:
    """Return the entries of an export: a list, an object that holds one under a name, or a list of such pages.

    Examples
    --------
    >>> listed([{"articles": [1, 2]}, {"articles": [3]}], "articles")
    [1, 2, 3]
    """
    pages = payload if isinstance(payload, list) else [payload]
    entries: list[Any] = []
    for page in pages:
        inner = next((page[name] for name in names if name in page), None) if isinstance(page, Mapping) else None
        if isinstance(inner, list):
            entries.extend(inner)
        elif isinstance(inner, Mapping):  # one entry on its own
            entries.append(inner)
        else:
            entries.append(page)
    return entries


def is_true(value: object) -> bool:
    """Say whether a field means yes; exports to CSV write it as a word.

    Examples
    --------
    >>> [is_true(value) for value in (True, "TRUE", "1", "false", None)]
    [True, True, True, False, False]
    """
    return value is True or str(value).strip().lower() in ("true", "1", "yes")


def first_text(entry: Mapping[str, Any], names: Sequence[str]) -> str:
    """Return the first of the named fields that holds text."""
    for name in names:
        value = entry.get(name)
        if isinstance(value, str) and value.strip():
            return value
    return ""


def child(entry: object, *path: str) -> Any:
    """Follow names into nested objects; None where one is missing.

    Examples
    --------
    >>> child({"a": {"b": 1}}, "a", "b"), child({"a": 1}, "a", "b")
    (1, None)
    """
    for name in path:
        if not isinstance(entry, Mapping):
            return None
        entry = entry.get(name)
    return entry
