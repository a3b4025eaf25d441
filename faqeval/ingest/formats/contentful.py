"""Contentful: space exports and delivery API answers; rich text is a tree of nodes, values stand per language."""

import html
import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any, Final

from ..cells.aliases import ALIASES
from ..cells.columns import folded_name
from ..cells.reject_list import NOT_AN_ARTICLE, NOT_PUBLISHED
from .format import Entry, Format, Found
from .payload import child, listed

_LOCALE: Final = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}")
_TEXT_COLUMNS: Final = ("title", "body", "category", "keywords", "url", "audience")
_MAX_EMBEDDED: Final = 200  # entries embedded in one answer, and in those
_TAGS: Final = {
    "paragraph": "p", "unordered-list": "ul", "ordered-list": "ol", "list-item": "li", "blockquote": "blockquote",
    "embedded-entry-block": "div",
    "table": "table", "table-row": "tr", "table-cell": "td", "table-header-cell": "th", "hr": "hr",
    **{f"heading-{level}": f"h{level}" for level in range(1, 7)},
}  # fmt: skip


def _objects(payload: object) -> list[Any]:
    needs_publishing = child(payload, "entries") is not None  # the delivery API gives published entries only
    linked = {
        child(entry, "sys", "id"): child(entry, "fields")
        for entry in (*listed(payload, "entries", "items"), *(child(payload, "includes", "Entry") or ()))
    }
    locales = [locale for locale in child(payload, "locales") or () if isinstance(locale, Mapping)]
    default = next((locale.get("code") for locale in locales if locale.get("default")), "")
    return [
        {"_export": needs_publishing, "_default": default, "_linked": linked, **entry}
        if isinstance(entry, Mapping)
        else entry
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
        body, is_whole = _body(values.get("body"), entry.get("_linked") or {}, language)
        yield Found(
            {
                **values,
                "id": child(entry, "sys", "id"),
                "body": body,
                "language": language or child(entry, "sys", "locale") or entry.get("_default"),
                "updated_at": child(entry, "sys", "updatedAt"),
            },
            unused,
            lost="" if is_whole else "the text of entries that are embedded and not in the export",
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


def _body(value: object, linked: Mapping[Any, Any], language: str) -> tuple[object, bool]:
    """Return an answer as HTML where it is a tree, and whether all that is embedded in it was there."""
    if not (isinstance(value, Mapping) and "nodeType" in value):
        return value, True
    is_whole, n_embedded = True, 0

    def embedded(target: object, open_ids: frozenset[Any]) -> list[Any]:
        nonlocal is_whole, n_embedded
        n_embedded += 1
        fields = linked.get(target) if isinstance(target, str) else None
        if not isinstance(fields, Mapping) or target in open_ids or n_embedded > _MAX_EMBEDDED:
            is_whole = False
            return []
        named = {name: _in_language(inner, language) for name, inner in _our_fields(fields).items()}
        title, body = named.get("title"), named.get("body")
        shown: list[Any] = [f"<h4>{html.escape(title, quote=False)}</h4>"] if isinstance(title, str) else []
        return [*shown, body if isinstance(body, Mapping) else html.escape(str(body or ""), quote=False)]

    return rich_text_to_html(value, embedded), is_whole


def _embeds_nothing(_target: object, _open_ids: frozenset[Any]) -> list[Any]:
    return []


def rich_text_to_html(
    root: Mapping[str, Any], embedded: Callable[[object, frozenset[Any]], list[Any]] = _embeds_nothing
) -> str:
    """Turn a rich text tree into HTML, without recursion: trees come as deep as their writer likes.

    Parameters
    ----------
    embedded : what stands for an embedded entry, by its id and the ids of those that it is embedded in.

    Examples
    --------
    >>> rich_text_to_html({"nodeType": "paragraph", "content": [{"nodeType": "text", "value": "a < b"}]})
    '<p>a &lt; b</p>'
    """
    pieces: list[str] = []
    todo: list[tuple[Any, frozenset[Any]]] = [(root, frozenset())]
    while todo:
        node, open_ids = todo.pop()
        if isinstance(node, str):
            pieces.append(node)
        elif isinstance(node, Mapping):
            begin, end = _tags(node)
            pieces.append(begin)
            content = node.get("content")
            inner = content if isinstance(content, list) else []
            if str(node.get("nodeType")).startswith("embedded-entry"):
                target = child(node, "data", "target", "sys", "id")
                inner = embedded(target, open_ids)
                open_ids = open_ids | {target}
            todo.append((end, open_ids))
            todo.extend((one, open_ids) for one in reversed(inner))
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
