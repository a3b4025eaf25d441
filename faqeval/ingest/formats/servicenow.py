"""ServiceNow Knowledge: the table API on ``kb_knowledge``, with or without display values."""

from collections.abc import Iterable, Mapping
from typing import Any

from ..cells.reject_list import NOT_PUBLISHED
from .format import Entry, Format, Found
from .payload import listed


def _objects(payload: object) -> list[Any]:
    return listed(payload, "result", "records")


def _recognises(entry: Entry) -> bool:
    return "short_description" in entry and bool({"kb_knowledge_base", "workflow_state", "sys_id"} & entry.keys())


def _articles(entry: Entry) -> Iterable[Found]:
    fields = {
        "id": _value(entry, "number") or _value(entry, "sys_id"),
        "title": _value(entry, "short_description"),
        "body": _value(entry, "text") or _value(entry, "wiki"),
        "language": _value(entry, "language"),
        "category": _shown(entry, "kb_category"),
        "keywords": _value(entry, "meta"),
        "updated_at": _value(entry, "sys_updated_on"),
        "audience": _shown(entry, "kb_knowledge_base"),
    }
    state = str(_value(entry, "workflow_state") or "published").strip().lower()
    yield Found(fields, "" if state == "published" else NOT_PUBLISHED)


def _value(entry: Entry, name: str) -> object:
    """Return a field as it is stored; with display values a field is an object of two."""
    field = entry.get(name)
    return field.get("value") or field.get("display_value") if isinstance(field, Mapping) else field


def _shown(entry: Entry, name: str) -> object:
    field = entry.get(name)
    return field.get("display_value") or field.get("value") if isinstance(field, Mapping) else field


FORMAT = Format("servicenow", "json", _recognises, _objects, _articles)
