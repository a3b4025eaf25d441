"""Contentful: space exports and delivery API answers; rich text is a tree of nodes, values stand per language."""

import html
import re
from collections.abc import Iterable, Mapping
from typing import Any, Final

from ..aliases import ALIASES
from ..columns import folded_name
from ..reject_list import NOT_AN_ARTICLE, NOT_PUBLISHED
from .format import Entry, Format, Found
from .payload import child, listed

_LOCALE: Final = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}")
_TEXT_COLUMNS: Final = ("title", "body", "category", "keywords", "url", "audience")
_TAGS: Final = {
    "paragraph": "p", "unordered-list": "ul", "ordered-list": "ol", "list-item": "li", "blockquote": "blockquote",
    "table": "table", "table-row": "tr", "table-cell": "td", "table-header-cell": "th", "hr": "hr",
    **{f"heading-{level}": f"h{level}" for level in range(1, 7)},
}  # fmt: skip


def _objects(payload: object) -> list[Any]:
    needs_publishing = child(payload, "entries") is not None  # the delivery API gives published entries only
    locales = [locale for locale in child(payload, "locales") or () if isinstance(locale, Mapping)]
    default = next((locale.get("code") for locale in locales if locale.get("default")), "")
    return [
        {"_export": needs_publishing, "_default": default, **entry} if isinstance(entry, Mapping) else entry
        for entry in listed(payload, "entries", "items")
    ]


def _recognises(entry: Entry) -> bool:
    return isinstance(child(entry, "fields"), Mapping) and child(entry, "sys", "id") is not None


def _articles(entry: Entry) -> Iterable[Found]:
    fields = child(entry, "fields")
    named = _our_fields(fields) if isinstance(fields, Mapping) else {}
    if "title" not in named and "body" not in named:
        yield Found({}, NOT_AN_ARTICLE)
        return
    archived = child(entry, "sys", "archivedVersion") or child(entry, "sys", "archivedAt")
    is_published = not entry.get("_export") or child(entry, "sys", "publishedVersion")
    unused = NOT_PUBLISHED if archived or not is_published else ""
    languages = sorted({language for value in named.values() for language in _by_language(value)})
    for language in languages or [""]:
        values = {name: _in_language(value, language) for name, value in named.items()}
        if language and not values.get("title") and not values.get("body"):
            continue
        yield Found(
            {
                **values,
                "id": child(entry, "sys", "id"),
                "body": _body(values.get("body")),
                "language": language or child(entry, "sys", "locale") or entry.get("_default"),
                "updated_at": child(entry, "sys", "updatedAt"),
            },
            unused,
        )


def _our_fields(fields: Mapping[str, Any]) -> dict[str, Any]:
    """Name the fields as we do; content models are free to call a title anything."""
    by_folded = {folded_name(name): value for name, value in fields.items()}
    found: dict[str, Any] = {}
    for ours in _TEXT_COLUMNS:
        for alias in (ours, *ALIASES["articles"][ours]):
            if folded_name(alias) in by_folded:
                found[ours] = by_folded[folded_name(alias)]
                break
    return found


def _by_language(value: object) -> Mapping[str, Any]:
    """Return a field's values per language; empty when the field has one value for all."""
    if not isinstance(value, Mapping) or "nodeType" in value or "sys" in value:
        return {}
    return value if all(_LOCALE.fullmatch(str(key)) for key in value) else {}


def _in_language(value: object, language: str) -> object:
    values = _by_language(value)
    return values.get(language) if values else value


def _body(value: object) -> object:
    return rich_text_to_html(value) if isinstance(value, Mapping) and "nodeType" in value else value


def rich_text_to_html(root: Mapping[str, Any]) -> str:
    """Turn a rich text tree into HTML, without recursion: trees come as deep as their writer likes.

    Examples
    --------
    >>> rich_text_to_html({"nodeType": "paragraph", "content": [{"nodeType": "text", "value": "a < b"}]})
    '<p>a &lt; b</p>'
    """
    pieces: list[str] = []
    todo: list[Any] = [root]
    while todo:
        node = todo.pop()
        if isinstance(node, str):
            pieces.append(node)
        elif isinstance(node, Mapping):
            begin, end = _tags(node)
            pieces.append(begin)
            content = node.get("content")
            todo.append(end)
            todo.extend(reversed(content) if isinstance(content, list) else ())
    return "".join(pieces)


def _tags(node: Mapping[str, Any]) -> tuple[str, str]:
    kind = str(node.get("nodeType"))
    if kind == "text":
        return html.escape(str(node.get("value", "")), quote=False).replace("\n", "<br>"), ""
    if kind == "hyperlink":
        return f'<a href="{html.escape(str(child(node, "data", "uri") or ""))}">', "</a>"
    tag = _TAGS.get(kind)
    return (f"<{tag}>", f"</{tag}>") if tag else ("", "")


FORMAT = Format("contentful", "json", _recognises, _objects, _articles)
