"""Intercom Articles: ``GET /articles``; one article per language of ``translated_content``."""

from collections.abc import Iterable, Mapping
from typing import Any

from ..cells.reject_list import NOT_PUBLISHED
from .format import Entry, Format, Found
from .payload import first_text, listed


def _objects(payload: object) -> list[Any]:
    return listed(payload, "data", "articles")


def _recognises(entry: Entry) -> bool:
    return entry.get("state") in ("published", "draft") and bool({"translated_content", "parent_type"} & entry.keys())


def _articles(entry: Entry) -> Iterable[Found]:
    translations = entry.get("translated_content")
    by_language = {
        language: content
        for language, content in (translations.items() if isinstance(translations, Mapping) else ())
        if isinstance(content, Mapping) and (content.get("title") or content.get("body"))
    }
    own_language = str(entry.get("default_locale") or "")
    if not by_language or (own_language and own_language not in by_language):
        by_language = {own_language: entry, **by_language}
    for language, content in sorted(by_language.items()):
        fields = {
            "id": entry.get("id"),
            "title": content.get("title"),
            # the description is the line under the title, shown in lists and read before the answer
            "body": content.get("body") or first_text(content, ("description",)),
            "language": language,
            "url": content.get("url") or entry.get("url"),
            "category": entry.get("parent_id"),
            "updated_at": content.get("updated_at") or entry.get("updated_at"),
        }
        published = (content.get("state") or entry.get("state") or "published") == "published"
        yield Found(fields, "" if published else NOT_PUBLISHED)


FORMAT = Format("intercom", "json", _recognises, _objects, _articles)
