"""Excel workbooks: the first sheet that holds anything."""

import io
from collections.abc import Sequence

import python_calamine

from ..errors import FileUnreadable
from .cells import cell_text, is_empty
from .rows import Rows, without_empty_rows
from .xlsx_guard import check_workbook


def read_xlsx(data: bytes, kind: str, source: str, checksum: str) -> Rows:
    """Read the first sheet with cells; its first row that is not empty names the columns.

    Raises
    ------
    FileUnreadable
        If it is no sound xlsx, or would take more room than ``limits`` allows (see ``xlsx_guard``).
    """
    check_workbook(data, kind, source)
    try:
        workbook = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(data))
        table: Sequence[Sequence[object]] = []
        for name in workbook.sheet_names:
            table = workbook.get_sheet_by_name(name).to_python(skip_empty_area=False)
            if any(not is_empty(cell) for cells in table for cell in cells):
                break
    except python_calamine.CalamineError as exc:
        raise FileUnreadable(
            f"{kind} file must be a sound xlsx. Got one that cannot be opened: {source}. "
            "Save it again, or save it as CSV."
        ) from exc
    filled = [(number, cells) for number, cells in enumerate(table, 1) if any(not is_empty(cell) for cell in cells)]
    if not filled:
        raise FileUnreadable(f"{kind} file must hold rows. Got an empty workbook: {source}. Export it again.")
    header = [cell_text(cell).strip() for cell in filled[0][1]]
    columns: dict[str, Sequence[object]] = {}
    for place, name in enumerate(header):
        if name:
            columns.setdefault(name, [cells[place] for _, cells in filled[1:]])
    kept, lines = without_empty_rows(columns, [number for number, _ in filled[1:]])
    return Rows(source, checksum, kept, lines)
