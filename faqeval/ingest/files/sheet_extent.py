"""How far the cells of a sheet reach, and how much text they point to, found without building the table."""

import re
from collections.abc import Sequence
from typing import Final

from .limits import MAX_CELLS, MAX_COLUMNS, MAX_ROWS
from .safe_xml import parse_events
from .zip_parts import UnsafeWorkbook

_REFERENCE: Final = re.compile(r"([A-Za-z]{1,4})([0-9]{1,8})")
_INDEX_DIGITS: Final = 10  # a longer index points nowhere


def shared_text_lengths(part: bytes) -> list[int]:
    """Return the number of characters of each shared text of a workbook, in order."""
    lengths: list[int] = []

    def on_start(name: str, _attributes: dict[str, str]) -> None:
        if name.rpartition(":")[2] == "si":
            lengths.append(0)

    def on_text(text: str) -> None:
        if lengths:
            lengths[-1] += len(text)

    parse_events(part, on_start, on_text)
    return lengths


class SheetExtent:
    """Follows the cells of one sheet as the XML is read."""

    def __init__(self, shared_lengths: Sequence[int]) -> None:
        self.n_characters = 0
        self._shared_lengths = shared_lengths
        self._row = self._column = 0
        self._n_rows = self._n_columns = 0
        self._points_to_shared = False
        self._index = ""

    def read(self, part: bytes) -> None:
        """Go through one XML part.

        Raises
        ------
        UnsafeWorkbook
            If its cells reach farther than ``limits`` allows.
        """
        parse_events(part, self._on_start, self._on_text, self._on_end)

    def _on_start(self, name: str, attributes: dict[str, str]) -> None:
        local = name.rpartition(":")[2]
        if local == "c":
            self._points_to_shared, self._index = attributes.get("t") == "s", ""
            match = _REFERENCE.fullmatch(attributes.get("r", ""))
            if match:
                self._reach(int(match[2]), _column_number(match[1]))
            else:
                self._reach(self._row, self._column + 1)
        elif local == "row":
            given = attributes.get("r", "")
            is_number = given.isascii() and given.isdigit() and len(given) < _INDEX_DIGITS
            self._reach(int(given) if is_number else self._row + 1, 0)

    def _on_text(self, text: str) -> None:
        self.n_characters += len(text)
        if self._points_to_shared and len(self._index) < _INDEX_DIGITS:
            self._index += text.strip()

    def _on_end(self, name: str) -> None:
        if self._points_to_shared and name.rpartition(":")[2] == "c":
            index = int(self._index) if self._index.isascii() and self._index.isdigit() else -1
            if 0 <= index < len(self._shared_lengths):
                self.n_characters += self._shared_lengths[index]
            self._points_to_shared = False

    def _reach(self, row: int, column: int) -> None:
        self._row, self._column = row, column
        self._n_rows, self._n_columns = max(self._n_rows, row), max(self._n_columns, column)
        if self._n_rows > MAX_ROWS or self._n_columns > MAX_COLUMNS or self._n_rows * self._n_columns > MAX_CELLS:
            raise UnsafeWorkbook(
                f"a sheet of more than {MAX_ROWS} rows, {MAX_COLUMNS} columns or {MAX_CELLS} cells, empty ones included"
            )


def _column_number(letters: str) -> int:
    number = 0
    for letter in letters.upper():
        number = 26 * number + ord(letter) - ord("A") + 1
    return number
