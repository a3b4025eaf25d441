"""How much a file may hold before it is refused; the table with the reasons is in docs/method/ingest.md#limits."""

from typing import Final

MAX_FILE_BYTES: Final = 512 * 1024 * 1024  # a file as it lies on disk
MAX_ROWS: Final = 2_000_000  # rows of one table
MAX_COLUMNS: Final = 1_000  # columns of one table
MAX_CELLS: Final = 20_000_000  # rows times columns, empty cells included: spreadsheets are dense in memory
MAX_CELL_CHARACTERS: Final = 4_000_000  # one cell
MAX_TABLE_CHARACTERS: Final = 512 * 1024 * 1024  # all cells of one spreadsheet or Parquet file together

MAX_ZIP_ENTRIES: Final = 2_000  # files inside one xlsx
MAX_ZIP_BYTES: Final = 400 * 1024 * 1024  # all of them unpacked
MAX_ZIP_RATIO: Final = 200  # unpacked to packed, for entries large enough to hurt
ZIP_RATIO_FROM_BYTES: Final = 16 * 1024 * 1024  # unpacked size from which the ratio counts

MAX_ID_CHARACTERS: Final = 500
MAX_TITLE_CHARACTERS: Final = 2_000
MAX_URL_CHARACTERS: Final = 2_000
MAX_LABEL_CHARACTERS: Final = 500  # category, audience, one key word
MAX_COUNT: Final = 1_000_000_000  # how often one query row may say it was asked
RAW_BODY_FACTOR: Final = 10  # a body with markup may be this many times longer than its visible text may be

MAX_MARKUP_DEPTH: Final = 1_000  # elements open at once
MAX_REOPENED_ELEMENTS: Final = 200_000  # elements an HTML parser may add by reopening unclosed formatting
MAX_XML_DEPTH: Final = 100
