"""ServiceNow Knowledge: the XML of Export, XML (unload), read without entities of its own."""

import re
from collections.abc import Iterable
from typing import Any, Final
from xml.parsers import expat

from ..files.safe_xml import UnsafeXml, parse_tree
from . import servicenow
from .format import Entry, Format, Found, UnreadableMarkup

_MUST_BE: Final = "an XML unload of ServiceNow"
_DECLARATION: Final = re.compile(r"\s*<\?xml[^>]{0,200}\?>")
_PROBE_CHARACTERS: Final = 4_000
_TABLE: Final = "kb_knowledge"


def _recognises(text: str) -> bool:
    head = text[:_PROBE_CHARACTERS]
    return ("<unload" in head or "<xml" in head) and f"<{_TABLE}" in head


def _objects(text: str) -> list[dict[str, Any]]:
    # the text is decoded already, so a declared encoding would be believed a second time
    try:
        root = parse_tree(_DECLARATION.sub("", text, count=1))
    except UnsafeXml as exc:
        raise UnreadableMarkup(_MUST_BE, f"XML with {exc}") from exc
    except expat.ExpatError as exc:
        raise UnreadableMarkup(_MUST_BE, f"broken XML on line {exc.lineno}") from exc
    entries = [
        {field.tag: {"value": field.text or "", "display_value": field.get("display_value", "")} for field in entry}
        for entry in root.iter(_TABLE)
        if len(entry)
    ]
    if not entries:
        raise UnreadableMarkup(_MUST_BE, "XML without articles")
    return entries


def _articles(entry: Entry) -> Iterable[Found]:
    return servicenow.FORMAT.articles(entry)


FORMAT = Format("servicenow", "markup", _recognises, _objects, _articles)
