"""Write the golden files anew: ``python -m tests.golden.regenerate``. Read the difference before you keep it."""

from pathlib import Path
from typing import Final

from faqeval.config import ReportSettings
from faqeval.report.files.write_report import report_files
from faqeval.report.wording.terminal_summary import summary_in_words
from tests.factories import tiny_evaluation

FOLDER: Final = Path(__file__).with_name("tiny")
KEPT: Final = ("report.html", "summary.json", "articles.csv", "queries.csv", "gaps.csv", "rejects.csv", "run.json")


def golden_files() -> dict[str, bytes]:
    """Return what the golden files must hold."""
    evaluation = tiny_evaluation()
    files = report_files(evaluation, ReportSettings(title="Golden"))
    return {**{name: files[name] for name in KEPT}, "terminal.txt": (summary_in_words(evaluation) + "\n").encode()}


if __name__ == "__main__":
    FOLDER.mkdir(exist_ok=True)
    for name, content in golden_files().items():
        (FOLDER / name).write_bytes(content)
