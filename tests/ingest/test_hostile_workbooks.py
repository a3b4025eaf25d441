"""Spreadsheets made to hurt are refused before they are opened."""

import io
import struct
import tracemalloc
import zipfile
from pathlib import Path

import numpy as np
import openpyxl
import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from faqeval.errors import FileUnreadable
from faqeval.ingest.files import limits, parquet_file, sheet_extent, xlsx_guard, zip_parts
from faqeval.ingest.files.parquet_file import read_parquet
from faqeval.ingest.files.xlsx_file import read_xlsx

SHEET = "xl/worksheets/sheet1.xml"
SHARED = "xl/sharedStrings.xml"
SPACE = b'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'


def _workbook() -> bytes:
    workbook = openpyxl.Workbook()
    assert workbook.active is not None
    workbook.active.append(["text"])
    workbook.active.append(["hej"])
    saved = io.BytesIO()
    workbook.save(saved)
    return saved.getvalue()


def _with_part(name: str, part: bytes) -> bytes:
    saved = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(_workbook())) as old, zipfile.ZipFile(saved, "w", zipfile.ZIP_DEFLATED) as new:
        for entry in old.namelist():
            new.writestr(entry, part if entry == name else old.read(entry))
    return saved.getvalue()


def _sheet(cells: bytes) -> bytes:
    return b"<worksheet " + SPACE + b"><sheetData>" + cells + b"</sheetData></worksheet>"


def _far_cell(reference: bytes) -> bytes:
    return _with_part(SHEET, _sheet(b'<row r="1"><c r="' + reference + b'"><v>1</v></c></row>'))


def _one_long_text_many_times() -> bytes:
    shared = b"<sst " + SPACE + b"><si><t>" + b"x" * 3_000_000 + b"</t></si></sst>"
    cells = b"".join(b'<row><c t="s"><v>0</v></c></row>' for _ in range(400))
    first = _with_part(SHARED, shared)
    saved = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(first)) as old, zipfile.ZipFile(saved, "w", zipfile.ZIP_DEFLATED) as new:
        for entry in old.namelist():
            new.writestr(entry, _sheet(cells) if entry == SHEET else old.read(entry))
    return saved.getvalue()


def _lying_size() -> bytes:
    """Declare a small unpacked size for a sheet that unpacks to much more."""
    packed = _with_part(SHEET, _sheet(b"<row/>" * 500_000))
    with zipfile.ZipFile(io.BytesIO(packed)) as archive:
        true_size = archive.getinfo(SHEET).file_size
    return packed.replace(struct.pack("<I", true_size), struct.pack("<I", 1_000))


def _bomb() -> bytes:
    return _with_part(SHEET, _sheet(b"<row><c><v>" + b" " * 60_000_000 + b"</v></c></row>"))


def _entities() -> bytes:
    return _with_part(SHEET, b'<!DOCTYPE a [<!ENTITY b "bbbb">]>' + _sheet(b"<row><c><v>&b;</v></c></row>"))


HOSTILE = {
    "bomb": _bomb,
    "a cell far down": lambda: _far_cell(b"A99999999"),
    "a cell far out": lambda: _far_cell(b"XFD1"),
    "a cell far away": lambda: _far_cell(b"ALL1048576"),
    "one long text a thousand times": _one_long_text_many_times,
    "lying size": _lying_size,
    "entities": _entities,
    "broken xml": lambda: _with_part(SHEET, b"<worksheet><sheetData>"),
    "no sheet": lambda: _with_part("xl/_rels/workbook.xml.rels", b"<Relationships/>"),
    "not a workbook": lambda: _zip_of({"a.txt": b"hej"}),
    "many parts": lambda: _zip_of({f"{n}.xml": b"<a/>" for n in range(limits.MAX_ZIP_ENTRIES + 1)}),
    "cut off": lambda: _workbook()[:-60],
}


def _zip_of(parts: dict[str, bytes]) -> bytes:
    saved = io.BytesIO()
    with zipfile.ZipFile(saved, "w") as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return saved.getvalue()


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_workbook_is_refused_with_little_memory(name: str) -> None:
    data = HOSTILE[name]()
    tracemalloc.start()
    with pytest.raises(FileUnreadable) as caught:
        read_xlsx(data, "queries", "q.xlsx", "")
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 50 * 2**20
    assert "q.xlsx" in str(caught.value)


def test_a_sound_workbook_is_read() -> None:
    assert list(read_xlsx(_workbook(), "queries", "q.xlsx", "").columns["text"]) == ["hej"]


def test_a_parquet_file_of_one_long_text_in_every_row_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parquet_file, "MAX_TABLE_CHARACTERS", 50_000_000)
    saved = io.BytesIO()
    table = pa.table({"text": pa.array(["x" * 1_000_000]).take(pa.array(np.zeros(200, dtype=np.int64)))})
    pq.write_table(table, saved)
    assert len(saved.getvalue()) < 2_000_000
    with pytest.raises(FileUnreadable, match="50000000"):
        read_parquet(saved.getvalue(), "queries", "q.parquet", "")


@pytest.mark.parametrize(("module", "name"), [(parquet_file, "MAX_ROWS"), (parquet_file, "MAX_CELLS")])
def test_a_parquet_file_of_too_many_rows_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, module: object, name: str
) -> None:
    monkeypatch.setattr(module, name, 5)
    pd.DataFrame({"text": ["hej"] * 6}).to_parquet(tmp_path / "q.parquet")
    with pytest.raises(FileUnreadable, match="6 rows"):
        read_parquet((tmp_path / "q.parquet").read_bytes(), "queries", "q.parquet", "")


def test_limits_are_taken_from_one_place() -> None:
    assert zip_parts.MAX_ZIP_BYTES == limits.MAX_ZIP_BYTES
    assert sheet_extent.MAX_CELLS == limits.MAX_CELLS
    assert xlsx_guard.MAX_TABLE_CHARACTERS == limits.MAX_TABLE_CHARACTERS
