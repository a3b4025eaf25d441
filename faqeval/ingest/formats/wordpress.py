"""WordPress: posts, pages and FAQ post types from the REST API (``/wp-json/wp/v2/…``)."""

from collections.abc import Iterable, Mapping
from typing import Any

from ..cells.reject_list import NOT_PUBLISHED
from .format import Entry, Format, Found
from .payload import child, listed
from .shortcodes import without_shortcodes


def _objects(payload: object) -> list[Any]:
    return listed(payload, "posts", "pages")


def _recognises(entry: Entry) -> bool:
    return "rendered" in (child(entry, "title") or ()) and "rendered" in (child(entry, "content") or ())


def _articles(entry: Entry) -> Iterable[Found]:
    terms = child(entry, "_embedded", "wp:term") or ()
    named = [term for group in terms if isinstance(group, list) for term in group if isinstance(term, Mapping)]
    categories = [term.get("name") for term in named if term.get("taxonomy") == "category"]
    fields = {
        "id": entry.get("id"),
        "title": child(entry, "title", "rendered"),
        "body": without_shortcodes(
            str(child(entry, "content", "rendered") or child(entry, "excerpt", "rendered") or "")
        ),
        "language": entry.get("lang"),
        "url": entry.get("link"),
        "category": categories[:1] or "",
        "keywords": [term.get("name") for term in named if term.get("taxonomy") == "post_tag"],
        "updated_at": entry.get("modified_gmt") or entry.get("modified"),
    }
    is_shown = entry.get("status", "publish") == "publish" and not _asks_for_password(entry)
    yield Found(fields, "" if is_shown else NOT_PUBLISHED)


def _asks_for_password(entry: Entry) -> bool:
    return child(entry, "content", "protected") is True and not child(entry, "content", "rendered")


FORMAT = Format("wordpress", "json", _recognises, _objects, _articles)
