"""Where in a JSON value the entries stand, when they are not at its top: deeper, grouped, keyed or wrapped."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from ...errors import FileUnreadable
from ..cells.columns import match_columns
from .json_file import entries_of, value_at

_NEEDED: Final[Mapping[str, tuple[str, ...]]] = {
    "articles": ("title", "body"), "queries": ("text",), "visits": ("session_id", "at", "event"),
    "contacts": ("customer_id", "at"),
}  # fmt: skip
_WRAPPERS: Final = ("_source", "attributes", "node", "document", "doc", "fields", "article", "item", "data")
_NAMES: Final = frozenset(("articles", "faqs", "faq", "questions", "solutions", "topics", "knowledge_articles"))
_GROUP_NAMES: Final = ("category", "name", "title", "section", "topic")
_MAX_DEPTH: Final = 12
_SHOWN: Final = 3
_PROBED: Final = 20  # objects that say what the others hold


@dataclass(slots=True)
class _Level:
    """Objects that stand at one place of a JSON value."""

    path: tuple[str, ...]  # names of objects; "[]" for a step into a list
    entries: list[Mapping[str, Any]] = field(default_factory=list)

    def in_words(self) -> str:
        return ".".join(self.path).replace(".[]", "[]").removeprefix("[].") or "the top"


def find_entries(payload: object, kind: str, source: str, mapping: Mapping[str, str]) -> tuple[list[object], str]:
    """Return the entries of a JSON value, and a note when they are not those at its top.

    The top is left when its objects lack what a file of this kind needs and deeper ones have it, or when they have
    lists of the usual name in them whose objects have it. Groups give their name as ``category``, keys as ``id``.
    Fields that the user's ``mapping`` names decide for the level where they are.

    Raises
    ------
    FileUnreadable
        If there is no list, or several and none has a usual name.
    """
    top: list[object] = []
    trouble: FileUnreadable | None = None
    try:
        top = entries_of(payload, kind, source)
    except FileUnreadable as exc:
        trouble = exc
    if any(value_at(entry, path) is not None for entry in top[:_PROBED] for path in mapping.values()):
        return top, ""
    levels = _deeper(payload, top, kind)
    if trouble is not None and (not levels or (len(levels) > 1 and kind != "articles")):
        raise trouble
    if not levels:
        return top, ""
    entries: list[object] = [entry for level in levels for entry in level.entries]
    places = ", ".join(level.in_words() for level in levels[:_SHOWN]) + (", …" if len(levels) > _SHOWN else "")
    return entries, f"{len(entries)} entries were read at {places}, which lies deeper"


def _deeper(payload: object, top: Sequence[object], kind: str) -> list[_Level]:
    """Return the levels below the top whose objects are to be read instead; [] when the top is right."""
    needed = _NEEDED.get(kind)
    if needed is None:
        return []
    objects = [entry for entry in top if isinstance(entry, Mapping)]
    merit = _merit(objects, kind)
    levels: dict[tuple[str, ...], _Level] = {}
    for path, entry in _objects(payload):
        levels.setdefault(path, _Level(path)).entries.append(entry)
    deeper = list(levels.values())
    if merit == len(needed):
        deeper = [level for level in deeper if len(level.path) > 2 and level.path[-2] in _NAMES]
    best = max((_merit(level.entries, kind) for level in deeper), default=0)
    if best < len(needed) and best <= merit:
        return []
    found = [level for level in deeper if _merit(level.entries, kind) == best]
    depth = min(len(level.path) for level in found)
    found = [level for level in found if len(level.path) == depth]
    is_top = merit == best and all(_same(level.entries, objects) for level in found)
    return [] if is_top or not best else found


def _same(entries: Sequence[Mapping[str, Any]], objects: Sequence[Mapping[str, Any]]) -> bool:
    return len(entries) == len(objects) and all(
        one.keys() >= other.keys() for one, other in zip(entries, objects, strict=True)
    )


def _merit(entries: Sequence[Mapping[str, Any]], kind: str) -> int:
    """Return how many of the columns that are needed the first objects have."""
    names = {name: None for entry in entries[:_PROBED] for name in entry}
    return len(set(_NEEDED[kind]) & match_columns(kind, names, {}).keys())


def _objects(payload: object) -> Iterator[tuple[tuple[str, ...], Mapping[str, Any]]]:
    """Walk all objects, outer before inner, with the path to each and what its surroundings say of it."""
    todo: list[tuple[tuple[str, ...], object, str, str]] = [((), payload, "", "")]
    while todo:
        path, value, group, key = todo.pop()
        if len(path) > _MAX_DEPTH:
            continue
        if isinstance(value, Mapping):
            inner: Mapping[str, Any] = next(
                (value[name] for name in _WRAPPERS if isinstance(value.get(name), Mapping)), {}
            )
            plain = {name: one for name, one in value.items() if not isinstance(one, (Mapping, list))}
            around = {**({"id": key} if key else {}), **({"category": group} if group else {})}
            yield path, {**around, **value, **{name: one for name, one in inner.items() if name not in plain}}
            named = next((str(value[name]) for name in _GROUP_NAMES if isinstance(value.get(name), str)), group)
            is_keyed = len(value) > 1 and all(isinstance(one, Mapping) for one in value.values())
            for name, one in reversed(list(value.items())):
                if is_keyed:
                    todo.append(((*path, "*"), one, group, str(name)))
                elif isinstance(one, (Mapping, list)):
                    todo.append(((*path, str(name)), one, named if path else "", ""))
        elif isinstance(value, list):
            todo.extend(((*path, "[]"), one, group, "") for one in reversed(value))
