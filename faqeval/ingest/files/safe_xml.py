"""XML without entities of its own: no document type, so no external files and no entities that grow."""

from collections.abc import Callable
from xml.etree import ElementTree
from xml.parsers import expat

from .limits import MAX_XML_DEPTH


class UnsafeXml(ValueError):
    """The XML declares a document type, or is nested deeper than any honest export."""


def parse_events(
    data: bytes | str,
    on_start: Callable[[str, dict[str, str]], None],
    on_text: Callable[[str], None] | None = None,
    on_end: Callable[[str], None] | None = None,
) -> None:
    """Go through XML and call back for each element and text; nothing is kept.

    Raises
    ------
    UnsafeXml
        If the XML declares a document type.
    xml.parsers.expat.ExpatError
        If it is no sound XML.
    """
    parser = expat.ParserCreate()
    parser.StartDoctypeDeclHandler = _refuse_document_type
    parser.StartElementHandler = on_start
    parser.buffer_text = True
    if on_text is not None:
        parser.CharacterDataHandler = on_text
    if on_end is not None:
        parser.EndElementHandler = on_end
    parser.Parse(data, True)


def parse_tree(text: str) -> ElementTree.Element:
    """Return the root element of an XML text; names stay as written, with their prefix.

    Raises
    ------
    UnsafeXml
        If it declares a document type or is nested deeper than ``MAX_XML_DEPTH``.
    xml.parsers.expat.ExpatError
        If it is no sound XML.
    """
    builder = ElementTree.TreeBuilder()
    depth = 0

    def on_start(name: str, attributes: dict[str, str]) -> None:
        nonlocal depth
        depth += 1
        if depth > MAX_XML_DEPTH:
            raise UnsafeXml("nested too deeply")
        builder.start(name, attributes)

    def on_end(name: str) -> None:
        nonlocal depth
        depth -= 1
        builder.end(name)

    parse_events(text, on_start, builder.data, on_end)
    return builder.close()


def _refuse_document_type(*_args: object) -> None:
    raise UnsafeXml("a document type")
