"""docs/formats.md says what is read; every row of it is read here."""

import csv
import io
import re
from pathlib import Path

import pytest

from faqeval.config import IngestSettings
from faqeval.ingest import read_articles, read_queries
from faqeval.ingest.cells.columns import match_columns

PAGE = Path(__file__).resolve().parent.parent.parent / "docs" / "formats.md"
NEEDED = {
    "Articles": {"body"}, "Queries": {"text"}, "Visits": {"session_id", "at", "event"},
    "Contacts": {"customer_id", "at", "id"},
}  # fmt: skip


def _rows() -> list[tuple[str, str, str]]:
    """Return heading, system and example of every row."""
    rows, heading = [], ""
    for line in PAGE.read_text(encoding="utf-8").splitlines():
        if line.startswith("## "):
            heading = line[3:]
        elif line.startswith("| ") and heading in NEEDED and "as it is read" not in line:
            cells = [cell.strip() for cell in line.strip("|").split("|")]
            example = re.fullmatch(r"`(.+)`", cells[2])
            assert example is not None, line
            rows.append((heading, cells[0], example[1]))
    return rows


@pytest.mark.parametrize(("heading", "system", "example"), _rows(), ids=lambda text: text[:30])
def test_every_row_of_the_page_is_read(heading: str, system: str, example: str, tmp_path: Path) -> None:
    if example.startswith(("{", "[", "#")):
        path = tmp_path / ("a.md" if example.startswith("#") else "a.json")
        path.write_text(f"{example}\n\nBy card.\n" if path.suffix == ".md" else example, encoding="utf-8")
        if heading == "Articles":
            (article,) = read_articles(path, IngestSettings()).articles
            assert (article.title, article.body) == ("Pay", "By card.")
        else:
            assert read_queries(path, IngestSettings(), languages=(), prior={}).n_used == 1
        return
    names = next(csv.reader(io.StringIO(example)))
    if names[0] == "":
        path = tmp_path / "q.csv"
        path.write_text(f"{example}\npay,12\n", encoding="utf-8")
        assert read_queries(path, IngestSettings(), languages=(), prior={}).queries.table["count"].tolist() == [12]
    else:
        assert NEEDED[heading] <= match_columns(heading.lower(), names, {}).keys(), system
