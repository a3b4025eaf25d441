"""WordPress: the XML file of Tools, Export (WXR), read without entities of its own."""

import re
from collections.abc import Iterable
from typing import Any, Final
from xml.etree import ElementTree
from xml.parsers import expat

from ..cells.reject_list import NOT_AN_ARTICLE, NOT_PUBLISHED
from ..files.safe_xml import UnsafeXml, parse_tree
from .format import Entry, Format, Found, UnreadableMarkup
from .shortcodes import without_shortcodes

_NO_ARTICLES: Final = (
    "attachment", "nav_menu_item", "revision", "custom_css", "customize_changeset", "wp_block", "wp_template",
    "wp_template_part", "wp_global_styles", "wp_navigation", "oembed_cache", "user_request", "wp_font_family",
    "wp_font_face",
)  # fmt: skip
_DECLARATION: Final = re.compile(r"\s*<\?xml[^>]{0,200}\?>")
_NO_XML: Final = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
_HAS_PARAGRAPHS: Final = re.compile(r"<p[\s>]|<!-- wp:", re.IGNORECASE)
_EMPTY_LINE: Final = re.compile(r"\n[ \t\r]*\n\s*")
_PROBE_CHARACTERS: Final = 4_000


def _recognises(text: str) -> bool:
    head = text[:_PROBE_CHARACTERS]
    return "<rss" in head and "wordpress.org/export" in head


def _objects(text: str) -> list[dict[str, Any]]:
    # the text is decoded already, so a declared encoding would be believed a second time
    text = _NO_XML.sub("", _DECLARATION.sub("", text, count=1))
    must_be = "a WordPress export (WXR)"
    try:
        root = parse_tree(text)
    except UnsafeXml as exc:
        raise UnreadableMarkup(must_be, f"XML with {exc}") from exc
    except expat.ExpatError as exc:
        raise UnreadableMarkup(must_be, f"broken XML on line {exc.lineno}") from exc
    items = [_fields(item) for item in root.iter("item")]
    if not items:
        raise UnreadableMarkup(must_be, "XML without items")
    return items


def _fields(item: ElementTree.Element) -> dict[str, Any]:
    fields: dict[str, Any] = {"categories": [], "tags": []}
    for element in item:
        text = element.text or ""
        if element.tag == "category":
            domain = element.get("domain", "")
            if domain.endswith(("category", "_cat", "-cat")):
                fields["categories"].append(text)
            elif domain.endswith("tag"):
                fields["tags"].append(text)
        else:
            fields.setdefault(element.tag, text)
    return fields


def _articles(entry: Entry) -> Iterable[Found]:
    fields = {
        "id": entry.get("wp:post_id"),
        "title": entry.get("title"),
        "body": _with_paragraphs(without_shortcodes(str(entry.get("content:encoded") or ""))),
        "url": entry.get("link"),
        "category": entry["categories"][:1],
        "keywords": entry["tags"],
        "updated_at": entry.get("wp:post_modified_gmt") or entry.get("wp:post_modified") or entry.get("pubDate"),
    }
    if entry.get("wp:post_type") in _NO_ARTICLES:
        yield Found(fields, NOT_AN_ARTICLE)
    else:
        yield Found(fields, "" if entry.get("wp:status", "publish") == "publish" else NOT_PUBLISHED)


def _with_paragraphs(content: str) -> str:
    """Mark paragraphs as WordPress does when it shows a post: the classic editor stores empty lines."""
    return content if _HAS_PARAGRAPHS.search(content) else _EMPTY_LINE.sub("<p>", content)


FORMAT = Format("wordpress", "markup", _recognises, _objects, _articles)
