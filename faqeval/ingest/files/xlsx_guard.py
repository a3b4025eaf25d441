"""Look into a spreadsheet before it is opened: what would it take to unpack and hold it?

An xlsx of a few kilobytes can grow to gigabytes in three ways: packed data that repeats, one cell far away that makes
the table dense up to it, and one long shared text that a million cells point to. All three are counted here.
"""

import posixpath
import struct
import zipfile
import zlib
from collections.abc import Mapping
from typing import Final
from xml.parsers import expat

from ...errors import FileUnreadable
from .limits import MAX_CELL_CHARACTERS, MAX_TABLE_CHARACTERS
from .safe_xml import UnsafeXml, parse_events
from .sheet_extent import SheetExtent, shared_text_lengths
from .zip_parts import UnsafeWorkbook, unpacked_parts

_SHARED: Final = "sharedstrings.xml"


def check_workbook(data: bytes, kind: str, source: str) -> None:
    """Stop when an xlsx is broken, or would take more room than ``limits`` allows.

    Raises
    ------
    FileUnreadable
    """
    try:
        _check_parts(unpacked_parts(data))
    except UnsafeWorkbook as exc:
        raise FileUnreadable(
            f"{kind} file must be an xlsx of usual size. Got {exc} in {source}. Save it as CSV, or split it."
        ) from exc
    except (zipfile.BadZipFile, zlib.error, struct.error, expat.ExpatError, UnsafeXml, NotImplementedError) as exc:
        raise FileUnreadable(
            f"{kind} file must be a sound xlsx. Got a damaged one, or no spreadsheet: {source}. "
            "Save it again, or save it as CSV."
        ) from exc


def _check_parts(parts: Mapping[str, bytes]) -> None:
    if "xl/workbook.xml" not in parts:
        raise zipfile.BadZipFile("no workbook in it")
    _check_relations(parts)
    lengths = [n for name, part in parts.items() if name.endswith(_SHARED) for n in shared_text_lengths(part)]
    if max(lengths, default=0) > MAX_CELL_CHARACTERS:
        raise UnsafeWorkbook(f"a cell of more than {MAX_CELL_CHARACTERS} characters")
    n_characters = sum(lengths)
    for name, part in parts.items():
        if not name.endswith(_SHARED):
            extent = SheetExtent(lengths)
            extent.read(part)
            n_characters += extent.n_characters
        if n_characters > MAX_TABLE_CHARACTERS:
            raise UnsafeWorkbook(f"more than {MAX_TABLE_CHARACTERS} characters of text")


def _check_relations(parts: Mapping[str, bytes]) -> None:
    """Every sheet, and the one list of shared texts, must be among the parts that are looked into."""
    targets: list[tuple[str, str]] = []

    def on_start(_name: str, attributes: dict[str, str]) -> None:
        kind = attributes.get("Type", "").lower().rpartition("/")[2]
        if kind in ("worksheet", "sharedstrings"):
            targets.append((kind, attributes.get("Target", "").lower()))

    for name, part in parts.items():
        if name.endswith("workbook.xml.rels"):
            parse_events(part, on_start)
    for kind, target in targets:
        path = target.lstrip("/") if target.startswith("/") else posixpath.normpath(posixpath.join("xl", target))
        if path not in parts or (kind == "sharedstrings") != path.endswith(_SHARED):
            raise UnsafeWorkbook("a sheet that is not where it should be")
