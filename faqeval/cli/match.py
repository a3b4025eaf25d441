"""``faqeval match``."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from .options import Articles, Config, Language, Queries, Quiet, Reader, settings_from
from .progress import progress_bar


def match(
    articles: Articles,
    queries: Queries,
    k: Annotated[int, typer.Option("-k", help="Articles per query.", min=1, max=100)] = 5,
    model: Annotated[str, typer.Option("--model", help="Matching model, see: faqeval models.")] = "small",
    reader: Reader = None,
    explain: Annotated[
        bool, typer.Option("--explain", help="Add a column that says why each article came up.")
    ] = False,
    language: Language = None,
    config: Config = None,
    ask: Annotated[
        int | None,
        typer.Option(
            help="Write instead this many pairs for people to judge, those that teach most; see --out.", min=1
        ),
    ] = None,
    out: Annotated[
        Path | None, typer.Option(help="CSV file (with --ask also .xlsx); standard output when left out.")
    ] = None,
    quiet: Quiet = False,
) -> None:
    """Rank the articles for each query, with the probability that each answers it."""
    settings = settings_from(config, language, reader=reader)
    from .. import service

    if ask is not None:
        with progress_bar(quiet) as show:
            pairs = service.pairs_to_judge(articles, queries, ask, model, settings, show)
        if out is not None:
            service.write_pairs(pairs, out)
        else:
            service.write_csv(pairs, sys.stdout)
        return
    with progress_bar(quiet) as show:
        ranked = service.match(articles, queries, k, model, settings, show, explain=explain)
    service.write_csv(ranked, out if out is not None else sys.stdout)
