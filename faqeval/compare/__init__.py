"""Did a rewrite work? Weeks before and after it, beside those of articles that nobody changed."""

from .report_table import read_report_table
from .rewrite import Rewrite, Rewrites
from .rewrites import judge_rewrites
from .run_weeks import RunWeeks, periods, read_weeks

__all__ = [
    "Rewrite",
    "Rewrites",
    "RunWeeks",
    "judge_rewrites",
    "periods",
    "read_report_table",
    "read_weeks",
]
