"""Parquet files, read in small batches so that a table that unpacks to too much is noticed in time."""

import io
from typing import Final

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from ...errors import FileUnreadable
from .limits import MAX_CELLS, MAX_COLUMNS, MAX_ROWS, MAX_TABLE_CHARACTERS
from .rows import Rows

_BATCH_ROWS: Final = 1_000


def read_parquet(data: bytes, kind: str, source: str, checksum: str) -> Rows:
    """Read all columns of a Parquet file.

    Raises
    ------
    FileUnreadable
        If it is no sound Parquet file, or holds more than ``limits`` allows.
    """
    try:
        schema = pq.read_schema(io.BytesIO(data))
        # as dictionaries: a long text that stands in every row is held once until it has been counted
        file = pq.ParquetFile(io.BytesIO(data), read_dictionary=[f.name for f in schema if _is_text(f.type)])
        n_rows, n_columns = file.metadata.num_rows, len(schema.names)
        unpacked = sum(file.metadata.row_group(place).total_byte_size for place in range(file.metadata.num_row_groups))
        if unpacked > MAX_TABLE_CHARACTERS:
            raise _too_large(kind, source, f"{unpacked} bytes when unpacked")
        if n_rows > MAX_ROWS or n_columns > MAX_COLUMNS or n_rows * n_columns > MAX_CELLS:
            raise _too_large(kind, source, f"{n_rows} rows and {n_columns} columns")
        columns: dict[str, list[object]] = {name: [] for name in schema.names}
        n_bytes = 0
        for batch in file.iter_batches(batch_size=_BATCH_ROWS):
            n_bytes += sum(map(_n_bytes, batch.columns))
            if n_bytes > MAX_TABLE_CHARACTERS:
                raise _too_large(kind, source, f"more than {MAX_TABLE_CHARACTERS} bytes of cells")
            for name, cells in zip(batch.schema.names, batch.columns, strict=True):
                columns[name].extend(cells.to_pylist())
    except (pa.ArrowException, OSError, UnicodeDecodeError, OverflowError) as exc:
        raise FileUnreadable(
            f"{kind} file must be a sound Parquet file. Got a damaged one: {source}. Write it again."
        ) from exc
    lines = range(1, len(next(iter(columns.values()), [])) + 1)
    return Rows(source, checksum, columns, lines, form="Parquet")


def _is_text(kind: pa.DataType) -> bool:
    return bool(pa.types.is_string(kind) or pa.types.is_large_string(kind))


def _n_bytes(cells: pa.Array) -> int:
    if pa.types.is_dictionary(cells.type):
        return int(pc.sum(pc.binary_length(cells.dictionary).take(cells.indices)).as_py() or 0)
    return int(cells.nbytes)


def _too_large(kind: str, source: str, was: str) -> FileUnreadable:
    return FileUnreadable(
        f"{kind} file must have at most {MAX_ROWS} rows, {MAX_COLUMNS} columns and {MAX_CELLS} cells. "
        f"Got {was} in {source}. Split it, or leave out columns."
    )
