"""Tables of a report folder, whichever separator they were written with."""

from pathlib import Path

import pandas as pd


def read_report_table(path: Path) -> pd.DataFrame:
    """Return a CSV file of a report as texts; no column has a semicolon in its name, so the first line tells all.

    Raises
    ------
    OSError, ValueError
        If it cannot be read.
    """
    with path.open(encoding="utf-8-sig") as lines:
        separator = ";" if ";" in lines.readline() else ","
    return pd.read_csv(path, sep=separator, dtype=str, keep_default_na=False)
