"""Confluence: pages of API v1 and v2 with their body in storage form or as a tree of nodes (or as shown)."""

import html
import re
from collections.abc import Iterable, Mapping
from typing import Any, Final

from ..cells.reject_list import NOT_AN_ARTICLE, NOT_PUBLISHED
from ..markup.document_tree import tree_to_html
from .format import Entry, Format, Found
from .payload import child, listed

_PAGE_TYPES: Final = ("page", "blogpost")
_CDATA_BEGIN, _CDATA_END = "<![CDATA[", "]]>"
_WORDLESS_LINK: Final = re.compile(
    r"<ac:link\b[^<>]*>\s*<ri:page\b[^<>]*?ri:content-title=\"([^\"<>]*)\"[^<>]*/>\s*</ac:link>"
)
_BODIES: Final = frozenset(("storage", "view", "export_view", "atlas_doc_format"))
_STATUS: Final = re.compile(
    r"<ac:structured-macro\b[^<>]*ac:name=\"status\"[^<>]*>(.{0,1000}?)</ac:structured-macro>", re.DOTALL
)
_TITLE: Final = re.compile(r"<ac:parameter\b[^<>]*ac:name=\"title\"[^<>]*>([^<>]*)</ac:parameter>")


def _objects(payload: object) -> list[Any]:
    base = child(payload, "_links", "base")
    entries = listed(payload, "results", "page", "pages")
    return [{"_base": base, **entry} if isinstance(entry, Mapping) else entry for entry in entries]


def _recognises(entry: Entry) -> bool:
    body = entry.get("body")
    return "title" in entry and isinstance(body, Mapping) and bool(_BODIES & body.keys())


def _articles(entry: Entry) -> Iterable[Found]:
    storage = child(entry, "body", "storage", "value")
    shown = child(entry, "body", "view", "value") or child(entry, "body", "export_view", "value")
    shown = shown or tree_to_html(child(entry, "body", "atlas_doc_format", "value"))
    path = child(entry, "_links", "webui") or ""
    base = child(entry, "_links", "base") or entry.get("_base") or ""
    labels = child(entry, "metadata", "labels", "results") or child(entry, "labels", "results") or ()
    fields = {
        "id": entry.get("id"),
        "title": entry.get("title"),
        "body": storage_to_html(storage) if isinstance(storage, str) and storage else shown,
        "language": child(entry, "metadata", "properties", "language", "value"),
        "url": f"{base}{path}" if path else "",
        "category": child(entry, "space", "key") or entry.get("spaceId"),
        "keywords": [label.get("name") for label in labels if isinstance(label, Mapping)],
        "updated_at": child(entry, "version", "createdAt") or child(entry, "version", "when"),
    }
    if entry.get("type", "page") not in _PAGE_TYPES:
        yield Found(fields, NOT_AN_ARTICLE)
    else:
        yield Found(fields, "" if entry.get("status", "current") == "current" else NOT_PUBLISHED)


def storage_to_html(storage: str) -> str:
    """Turn Confluence's storage form into HTML: CDATA becomes text, links and macros show their titles.

    Examples
    --------
    >>> storage_to_html("<ac:plain-text-body><![CDATA[a < b]]></ac:plain-text-body>")
    '<ac:plain-text-body>a &lt; b</ac:plain-text-body>'
    """
    pieces: list[str] = []
    place = 0
    while (begin := storage.find(_CDATA_BEGIN, place)) >= 0:
        end = storage.find(_CDATA_END, begin)
        end = len(storage) if end < 0 else end
        pieces += (storage[place:begin], html.escape(storage[begin + len(_CDATA_BEGIN) : end], quote=False))
        place = end + len(_CDATA_END)
    text = _STATUS.sub(_title_of, "".join((*pieces, storage[place:])))
    text = _TITLE.sub(r"<ac:title>\1</ac:title>", text)  # of a panel or an expander: the parameter that readers see
    return _WORDLESS_LINK.sub(r"\1", text)


def _title_of(macro: re.Match[str]) -> str:
    title = _TITLE.search(macro[1])
    return title[1] if title else ""


FORMAT = Format("confluence", "json", _recognises, _objects, _articles)
