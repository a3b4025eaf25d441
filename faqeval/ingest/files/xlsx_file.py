"""Excel workbooks: the sheet that holds the table."""

import io
from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Final

import python_calamine

from ...errors import FileUnreadable
from ..cells.cells import cell_text, is_empty
from .header_line import header_place, names_needed
from .rows import Rows, without_empty_rows
from .xlsx_guard import check_workbook

_SHOWN: Final = 5  # names of sheets in a message


def read_xlsx(
    data: bytes, kind: str, source: str, checksum: str, mapping: Mapping[str, str] = MappingProxyType({})
) -> Rows:
    """Read the first sheet that names our columns, else the first with cells; titles above the names are passed over.

    Raises
    ------
    FileUnreadable
        If it is no sound xlsx, or would take more room than ``limits`` allows (see ``xlsx_guard``).
    """
    check_workbook(data, kind, source)
    try:
        workbook = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(data))
        sheets = {
            name: _filled(workbook.get_sheet_by_name(name).to_python(skip_empty_area=False))
            for name in workbook.sheet_names
        }
    except python_calamine.CalamineError as exc:
        raise FileUnreadable(
            f"{kind} file must be a sound xlsx. Got one that cannot be opened: {source}. "
            "Save it again, or save it as CSV."
        ) from exc
    sheets = {name: filled for name, filled in sheets.items() if filled}
    if not sheets:
        raise FileUnreadable(f"{kind} file must hold rows. Got an empty workbook: {source}. Export it again.")
    places = {name: header_place([cells for _, cells in filled], kind, mapping) for name, filled in sheets.items()}
    names_columns = (name for name, filled in sheets.items() if names_needed(filled[places[name]][1], kind, mapping))
    sheet = next(names_columns, next(iter(sheets)))
    filled = sheets[sheet][places[sheet] :]
    notes = () if sheet == next(iter(sheets)) and not places[sheet] else (_passed_over(source, sheet, filled[0][0]),)
    header = [cell_text(cell).strip() for cell in filled[0][1]]
    columns: dict[str, Sequence[object]] = {}
    for place, name in enumerate(header):
        if name:
            columns.setdefault(name, [cells[place] for _, cells in filled[1:]])
    kept, lines = without_empty_rows(columns, [number for number, _ in filled[1:]])
    others = [name for name in sheets if name != sheet]
    where = f"row {filled[0][0]} of the sheet {sheet}" + (f" (others: {', '.join(others[:_SHOWN])})" if others else "")
    return Rows(source, checksum, kept, lines, notes=notes, header=where, form="Excel workbook")


def _filled(table: Sequence[Sequence[object]]) -> list[tuple[int, Sequence[object]]]:
    return [(number, cells) for number, cells in enumerate(table, 1) if any(not is_empty(cell) for cell in cells)]


def _passed_over(source: str, sheet: str, row: int) -> str:
    return f"{source}: the table was read from row {row} of the sheet {sheet}; what stands before it was passed over"
