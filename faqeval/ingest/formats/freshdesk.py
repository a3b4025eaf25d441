"""Freshdesk Solutions: ``GET /api/v2/solutions/folders/ID/articles``."""

from collections.abc import Iterable
from typing import Any

from ..cells.reject_list import NOT_PUBLISHED
from .format import Entry, Format, Found
from .payload import child, first_text, listed

_DRAFT = ("1", "draft")


def _objects(payload: object) -> list[Any]:
    return listed(payload, "articles", "article", "solution_articles")


def _recognises(entry: Entry) -> bool:
    return {"description", "status", "title"} <= entry.keys() and bool({"folder_id", "description_text"} & entry.keys())


def _articles(entry: Entry) -> Iterable[Found]:
    fields = {
        "id": entry.get("id"),
        "title": entry.get("title"),
        "body": first_text(entry, ("description", "description_text")),
        "language": entry.get("language"),
        "url": entry.get("url"),
        "category": entry.get("folder_name") or entry.get("folder_id"),
        "keywords": entry.get("tags") or child(entry, "seo_data", "meta_keywords"),
        "updated_at": entry.get("updated_at"),
    }
    yield Found(fields, NOT_PUBLISHED if str(entry.get("status")).strip().lower() in _DRAFT else "")


FORMAT = Format("freshdesk", "json", _recognises, _objects, _articles)
