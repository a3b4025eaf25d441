"""Rich text that comes as a tree of typed nodes: Atlassian document format, and editors that write alike."""

import html
import json
from collections.abc import Mapping
from typing import Any, Final

from ..cells.columns import folded_name

_TAGS: Final = {
    "paragraph": "p", "bulletlist": "ul", "orderedlist": "ol", "listitem": "li", "blockquote": "blockquote",
    "table": "table", "tablerow": "tr", "tablecell": "td", "tableheader": "th", "rule": "hr", "horizontalrule": "hr",
    "codeblock": "pre", "panel": "div", "expand": "div", "nestedexpand": "div", "tasklist": "ul", "taskitem": "li",
    "decisionlist": "ul", "decisionitem": "li", "layoutsection": "div", "layoutcolumn": "div",
}  # fmt: skip


def is_document_tree(value: object) -> bool:
    """Say whether a value is such a tree, as an object or as JSON text."""
    if isinstance(value, str):
        return value.lstrip()[:1] == "{" and '"doc"' in value and '"content"' in value
    return isinstance(value, Mapping) and value.get("type") == "doc" and isinstance(value.get("content"), list)


def tree_to_html(value: object) -> str:
    """Turn a tree into HTML, without recursion; what is no tree gives "".

    Examples
    --------
    >>> text = {"type": "text", "text": "a < b"}
    >>> tree_to_html({"type": "doc", "content": [{"type": "paragraph", "content": [text]}]})
    '<p>a &lt; b</p>'
    """
    if isinstance(value, str):
        try:
            value = json.loads(value)
        except (ValueError, RecursionError):
            return ""
    pieces: list[str] = []
    todo: list[Any] = [value]
    while todo:
        node = todo.pop()
        if isinstance(node, str):
            pieces.append(node)
        elif isinstance(node, Mapping):
            begin, end = _around(node)
            pieces.append(begin)
            content = node.get("content")
            todo.append(end)
            todo.extend(reversed(content) if isinstance(content, list) else ())
    return "".join(pieces)


def _around(node: Mapping[str, Any]) -> tuple[str, str]:
    kind, given = folded_name(str(node.get("type"))), node.get("attrs")
    attributes: Mapping[str, Any] = given if isinstance(given, Mapping) else {}
    if kind == "text":
        return _linked(html.escape(str(node.get("text", "")), quote=False), node.get("marks")), ""
    if kind == "hardbreak":
        return "<br>", ""
    if kind in ("status", "emoji"):
        return html.escape(str(attributes.get("text") or ""), quote=False), ""
    if kind == "heading":
        level = attributes.get("level")
        tag = f"h{level}" if level in range(1, 7) else "h3"
    else:
        tag = _TAGS.get(kind, "")
    title = attributes.get("title") if kind in ("expand", "nestedexpand", "panel") else None
    shown = f"<h4>{html.escape(str(title), quote=False)}</h4>" if title else ""
    return (f"<{tag}>{shown}", f"</{tag}>") if tag else ("", "")


def _linked(text: str, marks: object) -> str:
    for mark in marks if isinstance(marks, list) else ():
        given = mark.get("attrs") if isinstance(mark, Mapping) and mark.get("type") == "link" else None
        if isinstance(given, Mapping):
            return f'<a href="{html.escape(str(given.get("href") or ""))}">{text}</a>'
    return text
