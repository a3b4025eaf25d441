"""Write a table as CSV that no spreadsheet runs."""

from ..report import write_csv

__all__ = ["write_csv"]
