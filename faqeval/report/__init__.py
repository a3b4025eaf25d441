"""The report: a page for content owners, and XLSX, CSV and JSON beside it. Names are loaded when first used."""

from importlib import import_module
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from .csv_file import write_csv
    from .in_words import summary_in_words
    from .pairs_to_judge import write_pairs_to_judge
    from .sentences import say
    from .summary_figures import summary
    from .tables import article_table, gap_table, query_table
    from .why import say_why
    from .work_items import explained_pairs
    from .written import write_report

__all__ = [
    "article_table",
    "explained_pairs",
    "gap_table",
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
    "article_table": ".tables",
    "explained_pairs": ".work_items",
    "gap_table": ".tables",
    "query_table": ".tables",
    "say": ".sentences",
    "say_why": ".why",
    "summary": ".summary_figures",
    "summary_in_words": ".in_words",
    "write_csv": ".csv_file",
    "write_pairs_to_judge": ".pairs_to_judge",
    "write_report": ".written",
}


def __getattr__(name: str) -> Any:
    """Load a public name from its home."""
    if name not in _HOMES:
        raise AttributeError(f"module 'faqeval.report' has no attribute {name!r}")
    value = getattr(import_module(_HOMES[name], __name__), name)
    globals()[name] = value
    return value
