"""Evaluate an FAQ against what customers wrote."""

from pathlib import Path

import pandas as pd

from ..config import Settings
from ..ingest import Source
from ..pipeline import Inputs, evaluate_inputs
from ..records import Evaluation, Progress
from ..report import article_table, gap_table, query_table, summary, summary_in_words, write_report


class Result:
    """What one evaluation found, as tables with the columns of the CSV files."""

    def __init__(self, evaluation: Evaluation, settings: Settings) -> None:
        self.evaluation = evaluation
        self._settings = settings

    @property
    def summary(self) -> dict[str, object]:
        """The figures, as in ``summary.json``."""
        return summary(self.evaluation)

    @property
    def articles(self) -> pd.DataFrame:
        """One row per article, as in ``articles.csv``."""
        return article_table(self.evaluation)

    @property
    def queries(self) -> pd.DataFrame:
        """One row per unique query, as in ``queries.csv``."""
        return query_table(self.evaluation)

    @property
    def gaps(self) -> pd.DataFrame:
        """The work list, best first, as in ``gaps.csv``."""
        return gap_table(self.evaluation)

    @property
    def rejects(self) -> pd.DataFrame:
        """Every row that was not used, as in ``rejects.csv``."""
        return self.evaluation.rejects

    @property
    def notes(self) -> list[str]:
        """What the user should know about the input, a sentence each."""
        notes = self.evaluation.manifest.get("notes", ())
        return [str(note) for note in notes] if isinstance(notes, list) else []

    def in_words(self) -> str:
        """Return the result as the lines that the terminal shows."""
        return summary_in_words(self.evaluation)

    def write(self, folder: str | Path) -> Path:
        """Write the report and its files to ``folder``, whole or not at all, and return the folder.

        Raises
        ------
        OutputError
            If the folder cannot be written, or is there and is no earlier report.
        """
        return write_report(self.evaluation, Path(folder), self._settings.report)


def evaluate(
    articles: Source,
    queries: Source,
    visits: Source | None = None,
    contacts: Source | None = None,
    judgments: Source | None = None,
    search_run: Source | None = None,
    settings: Settings | None = None,
    on_progress: Progress | None = None,
    *,
    articles_format: str = "",
    ignore_fields: tuple[str, ...] = (),
) -> Result:
    """Tell which answers customers cannot find, cannot understand, or do not exist.

    Parameters
    ----------
    articles, queries : paths, ``"-"`` for standard input, or DataFrames with the columns of the file formats.
    visits, contacts : web events, and calls, chats and e-mails with the same customer ids: why do customers who are
        logged in make contact anyway?
    judgments : what people say answers which query: it overrules the matcher and may move the site's calibration; or a
        click log, which only takes part in the latter.
    search_run : what the site's own search returned; without it a plain BM25 stands in.
    settings : None takes the defaults.
    on_progress : called as ``on_progress(stage, done, total)``.
    articles_format : a CMS preset such as ``"zendesk"``; "" finds out.
    ignore_fields : article columns that are not to be read.

    Raises
    ------
    InputError
        If a file cannot be used.
    ConfigError
        If a time zone is unknown.
    MissingExtra
        If a model or an engine is asked for that is not installed.
    """
    chosen = settings or Settings()
    inputs = Inputs(articles, queries, judgments, search_run, visits, contacts, articles_format, ignore_fields)
    return Result(evaluate_inputs(inputs, chosen, on_progress), chosen)
