"""Zendesk Guide: ``GET /api/v2/help_center/articles`` and what exporters make of it."""

from collections.abc import Iterable, Mapping
from typing import Any

from ..cells.reject_list import NOT_PUBLISHED
from .format import Entry, Format, Found
from .payload import child, first_text, is_true, listed


def _objects(payload: object) -> list[Any]:
    sections = _section_names(payload)
    named = [
        {**entry, "section": sections.get(str(entry.get("section_id")), "")} if isinstance(entry, Mapping) else entry
        for entry in listed(payload, "articles", "article", "translations")
    ]
    return [one for entry in named for one in _translations(entry, child(payload, "translations"))]


def _translations(entry: Any, beside: object) -> list[Any]:
    """Return an article and its translations that came with it, each with what it shares with the article."""
    inside = entry.get("translations") if isinstance(entry, Mapping) else None
    own = [one for one in inside if isinstance(one, Mapping)] if isinstance(inside, list) else []
    if not own and isinstance(beside, list) and isinstance(entry, Mapping) and "source_id" not in entry:
        own = [one for one in beside if isinstance(one, Mapping) and one.get("source_id") == entry.get("id")]
    if not own:
        return [entry]
    shared = {name: value for name, value in entry.items() if name not in ("translations", "html_url", "edited_at")}
    translated = [{**shared, **one} for one in own]
    has_own = any(one.get("locale") == entry.get("locale") for one in own)
    return translated if has_own else [entry, *translated]


def _section_names(payload: object) -> dict[str, str]:
    pages = payload if isinstance(payload, list) else [payload]
    listed_sections = [section for page in pages for section in child(page, "sections") or ()]
    sections = [section for section in listed_sections if isinstance(section, Mapping)]
    return {str(section.get("id")): str(section.get("name", "")) for section in sections}


def _recognises(entry: Entry) -> bool:
    return {"section_id", "locale", "body"} <= entry.keys() or {"source_id", "source_type", "locale"} <= entry.keys()


def _articles(entry: Entry) -> Iterable[Found]:
    fields = {
        "id": entry.get("source_id") or entry.get("id"),  # a translation names its article
        "title": first_text(entry, ("title", "name")),
        "body": entry.get("body"),
        "language": entry.get("locale"),
        "url": entry.get("html_url"),
        "category": entry["section"] if entry.get("section") else entry.get("section_id"),
        "keywords": entry.get("label_names"),
        "updated_at": entry.get("edited_at") or entry.get("updated_at"),
        "audience": entry.get("user_segment_id"),
    }
    yield Found(fields, NOT_PUBLISHED if is_true(entry.get("draft")) else "")


FORMAT = Format("zendesk", "json", _recognises, _objects, _articles)
