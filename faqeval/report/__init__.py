"""The report: a page for content owners, and XLSX, CSV and JSON beside it. Names are loaded when first used."""

from importlib import import_module
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from .files.csv_file import write_csv
    from .files.pairs_to_judge import write_pairs_to_judge
    from .files.summary_figures import summary
    from .files.tables import article_table, gap_table, query_table
    from .files.write_report import write_report
    from .wording.formats import plural
    from .wording.match_reasons import say_why
    from .wording.sentences import say
    from .wording.terminal_summary import summary_in_words

__all__ = [
    "article_table",
    "gap_table",
    "plural",
    "query_table",
    "say",
    "say_why",
    "summary",
    "summary_in_words",
    "write_csv",
    "write_pairs_to_judge",
    "write_report",
]

_HOMES: Final = {
    "article_table": ".files.tables",
    "gap_table": ".files.tables",
    "plural": ".wording.formats",
    "query_table": ".files.tables",
    "say": ".wording.sentences",
    "say_why": ".wording.match_reasons",
    "summary": ".files.summary_figures",
    "summary_in_words": ".wording.terminal_summary",
    "write_csv": ".files.csv_file",
    "write_pairs_to_judge": ".files.pairs_to_judge",
    "write_report": ".files.write_report",
}


def __getattr__(name: str) -> Any:
    """Load a public name from its home."""
    if name not in _HOMES:
        raise AttributeError(f"module 'faqeval.report' has no attribute {name!r}")
    value = getattr(import_module(_HOMES[name], __name__), name)
    globals()[name] = value
    return value
