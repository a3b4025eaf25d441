"""One evaluation: read, match, search, score, find gaps."""

from collections import Counter
from collections.abc import Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, replace

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from ..config import Settings
from ..gaps import find_gaps, find_needs, shown_pairs
from ..ingest import (
    ArticlesRead,
    QueriesRead,
    Source,
    TableRead,
    public_phones,
    read_articles,
    read_judgments,
    read_queries,
    read_search_run,
)
from ..matching import (
    Matched,
    apply_judgments,
    explain_matches,
    load_embedder,
    match_site,
    refit_to_people,
    site_meaning,
)
from ..records import Article, Evaluation, Explanation, LogRead, Progress, Queries, Rankings, empty_rejects, positions
from ..score import score_findability, score_understandability
from ..search import rankings_from_run, search_articles
from ..text import SUPPORTED
from .clock import StageClock
from .figures import figures_of_run, not_judged
from .glossary import GLOSSARY, with_shares_won_back
from .logs import Logs, match_log_texts, measure_logs, open_logs
from .manifest import describe_run
from .refitted import refit_entry, refit_notes


@dataclass(frozen=True, slots=True)
class Inputs:
    """Where the input of one run lies: paths, ``-`` for standard input, or tables."""

    articles: Source
    queries: Source
    judgments: Source | None = None
    search_run: Source | None = None
    visits: Source | None = None
    contacts: Source | None = None
    articles_format: str = ""  # a CMS preset; "" = by file name and content
    ignore_fields: tuple[str, ...] = ()  # article columns that are not to be read


def evaluate_inputs(inputs: Inputs, settings: Settings, on_progress: Progress | None = None) -> Evaluation:
    """Read the files and evaluate them.

    Raises
    ------
    InputError
        If a file cannot be used; the message says what to do.
    """
    with ExitStack() as stack:
        return _evaluate_inputs(inputs, with_shares_won_back(settings), on_progress, stack)


def _evaluate_inputs(inputs: Inputs, settings: Settings, on_progress: Progress | None, stack: ExitStack) -> Evaluation:
    clock, tell = StageClock(), on_progress or _silent
    with clock.stage("read"):
        tell("reading articles", 0, 1)
        articles = read_articles(
            inputs.articles, settings.ingest, preset=inputs.articles_format, ignore_fields=inputs.ignore_fields
        )
        tell("reading queries", 0, 1)
        prior = language_shares(articles.articles)
        queries = read_queries(
            inputs.queries,
            settings.ingest,
            languages=settings.ingest.languages,
            prior=prior,
            public_phones=public_phones(articles.articles),
        )
        rejects = [articles.rejects, queries.rejects]
        read: dict[str, Mapping[str, object]] = {
            "articles": _entry(articles),
            "queries": _entry(queries),
        }
        judgments = clicks = run = None
        people: tuple[str, ...] = ()
        if inputs.judgments is not None:
            judged = read_judgments(inputs.judgments, settings.ingest, queries.queries)
            judgments, clicks, people = judged.table, judged.clicks, judged.notes
            read["judgments"] = _entry(judged)
            rejects.append(judged.rejects)
        if inputs.search_run is not None:
            imported = read_search_run(inputs.search_run, settings.ingest, queries.queries)
            run, read["search_run"] = imported.table, _entry(imported)
            rejects.append(imported.rejects)
    logs = None
    if inputs.contacts is not None or inputs.visits is not None:
        with clock.stage("read logs"):
            tell("reading visits and contacts", 0, 1)
            logs = stack.enter_context(open_logs(inputs.visits, inputs.contacts, articles.articles, settings, prior))
            for name, log in (("visits", logs.visits), ("contacts", logs.contacts)):
                if log is not None:
                    read[name] = _entry(log)
                    rejects.append(log.rejects)
    evaluation = evaluate_articles(
        articles.articles,
        queries.queries,
        settings,
        judgments=judgments,
        clicks=clicks,
        run=run,
        logs=logs,
        clock=clock,
        on_progress=on_progress,
        explain=True,
    )
    notes = [*articles.notes, *queries.notes, *people, *_language_notes(articles.articles, queries.queries, settings)]
    notes += [*_reading_notes(evaluation.manifest), *refit_notes(evaluation.manifest)]
    notes += [note for log in ((logs.visits, logs.contacts) if logs else ()) if log is not None for note in log.notes]
    manifest = {**describe_run(settings, read, clock.costs, notes), **evaluation.manifest}
    return replace(evaluation, rejects=pd.concat(rejects, ignore_index=True), manifest=manifest)


def evaluate_articles(
    articles: Sequence[Article],
    queries: Queries,
    settings: Settings,
    *,
    judgments: pd.DataFrame | None = None,
    clicks: pd.DataFrame | None = None,
    run: pd.DataFrame | None = None,
    logs: Logs | None = None,
    clock: StageClock | None = None,
    on_progress: Progress | None = None,
    explain: bool = False,
) -> Evaluation:
    """Evaluate articles and queries that are already records; the manifest holds the refit to people's labels only.

    ``explain``: also say why, for the matches that the report shows.
    """
    clock, tell = clock or StageClock(), on_progress or _silent
    articles, table = tuple(articles), queries.table
    embed = load_embedder("quick").embed_queries  # of words, and of articles' likeness, whose threshold it was made for
    with clock.stage("match"):
        matched = match_site(articles, table, settings.match, on_progress)
        matches, has_answer = matched.rankings, matched.has_answer
        threshold = settings.match.answer_threshold
        manifest: dict[str, object] = {
            "queries_read_by_model": matched.n_read,
            "different_queries": matched.n_different,
            "queries_read_again": matched.n_read_again,
        }
        if judgments is not None or clicks is not None:
            refit = refit_to_people(matches, judgments, clicks, threshold)
            matches, has_answer, threshold = refit.apply(matches), refit.moved(has_answer), refit.threshold
            manifest["refit"] = refit_entry(refit)
        if judgments is not None:
            matches = apply_judgments(matches, judgments)
    log = None
    if logs is not None and logs.contacts is not None:
        with clock.stage("match logs"):
            log = match_log_texts(logs, articles, settings, on_progress)
    with clock.stage("search"):
        if run is None:
            search = search_articles(articles, table, settings.search, on_progress)
        else:
            search = rankings_from_run(run, articles, table)
    with clock.stage("needs"):
        tell("grouping needs", 0, 1)
        found = find_needs(
            articles,
            table,
            matches,
            # what the model could not read in time is not read for the needs either
            site_meaning(settings.match.model if matched.n_read == matched.n_different else "quick"),
            settings.gaps,
            answer_threshold=threshold,
            seed=settings.seed,
            log=log,
        )
    measured = None
    if logs is not None and logs.contacts is not None and log is not None:
        with clock.stage("journeys"):
            tell("following customers", 0, 1)
            measured = measure_logs(logs, logs.contacts, log, found, articles, settings)
    with clock.stage("score"):
        tell("scoring", 0, 2)
        has_answer = _has_answer(has_answer, found.matches)
        findability = score_findability(
            articles, table, found.matches, search, settings.score, settings.seed, has_answer=has_answer
        )
        tell("scoring", 1, 2)
        understandability = score_understandability(articles, settings.score, queries=table, matches=found.matches)
    with clock.stage("gaps"):
        tell("finding gaps", 0, 1)
        gaps, verdicts = find_gaps(
            found,
            articles,
            table,
            search,
            understandability,
            embed,
            settings.gaps,
            found_depth=settings.score.found_depth,
            contacts=measured.evidence if measured else None,
        )
        tell("finding gaps", 1, 1)
    evaluation = Evaluation(
        articles=articles,
        queries=queries,
        matches=found.matches,
        search=search,
        needs=found.needs,
        need_of_query=found.need_of_query,
        answer_of_query=found.answer_of_query,
        has_answer=has_answer,
        missing_words=found.missing_words,
        findability=findability,
        understandability=tuple(understandability),
        gaps=gaps,
        figures=findability.figures,
        not_judged=not_judged(logs),
        rejects=empty_rejects(),
        manifest=manifest,
        glossary=GLOSSARY,
        settings=settings,
        need_keys=measured.need_keys if measured else (),
        journeys=measured.journeys if measured else None,
        reasons=measured.evidence.reasons if measured else None,
        reason_needs=measured.reason_needs if measured else (),
        searched=measured.evidence.searched if measured else None,
        verdicts=verdicts,
    )
    evaluation = replace(evaluation, figures=figures_of_run(evaluation, settings, logs))
    if not explain:
        return evaluation
    with clock.stage("explain"):
        return replace(evaluation, explanations=_explain(evaluation, matched, settings, judgments))


def _has_answer(before: NDArray[np.float32], matches: Rankings) -> NDArray[np.float32]:
    """Say how likely each query has an answer once people and needs were heard: none where no article is left."""
    if not matches.places.shape[1]:
        return np.zeros_like(before)
    return np.where(matches.places[:, 0] < 0, np.float32(0), np.maximum(before, matches.scores[:, 0]))


def _explain(
    evaluation: Evaluation, matched: Matched, settings: Settings, judgments: pd.DataFrame | None
) -> dict[tuple[int, int], Explanation]:
    """Explain the matches that the report shows."""
    pairs, table = shown_pairs(evaluation.gaps, evaluation.articles, GLOSSARY.kinds), evaluation.queries.table
    judged: set[tuple[int, int]] = set()
    if judgments is not None:
        row_of = {query_id: row for row, query_id in enumerate(table["query_id"].tolist())}
        place_of = positions(evaluation.articles)
        right = judgments[judgments["relevance"] == 1]
        for query_id, article_id in zip(right["query_id"], right["article_id"], strict=True):
            judged.add((row_of.get(query_id, -1), place_of.get(article_id, -1)))
    explained = explain_matches(evaluation.articles, table, pairs, settings.match, matched=matched, judged=judged)
    return dict(zip(pairs, explained, strict=True))


def _silent(stage: str, done: int, total: int) -> None:
    """Tell nobody."""


def language_shares(articles: Sequence[Article]) -> dict[str, float]:
    """Return the share of the articles in each language."""
    counts = Counter(article.language for article in articles)
    return {code: count / len(articles) for code, count in sorted(counts.items())}


def _language_notes(articles: Sequence[Article], queries: Queries, settings: Settings) -> list[str]:
    """Say what is in a language that is not supported or that no article has, and what that means."""
    notes = []
    counts = Counter(article.language for article in articles if article.language not in SUPPORTED)
    for code, count in sorted(counts.items()):
        name = "no known language" if code == "und" else f"'{code}', which is not supported"
        notes.append(
            f"{count} articles are in {name}: they are matched by their words; understandability is not scored"
        )
    asked = queries.table.groupby("language")["count"].sum()
    different = queries.table.groupby("language").size()
    cross = settings.match.cross_language
    held = "no answer is given" if cross == "never" else "all articles are searched"
    written = {article.language for article in articles}
    foreign = [code for code in asked.index if code in SUPPORTED and code not in written]
    notes += [
        f"{_in_words(different[code], asked[code])} in '{code}', in which no article is: {held} (match.cross_language)"
        for code in sorted(foreign)
    ]
    unknown = [code for code in asked.index if code not in SUPPORTED]
    n_unknown = int(asked[unknown].sum())
    if n_unknown:
        notes.append(
            f"{_in_words(different[unknown].sum(), n_unknown)} in no supported language, or in one that few words do "
            "not tell: all articles are searched"
            + (", those in a known language get no answer" if cross == "never" and set(unknown) != {"und"} else "")
        )
    if cross == "always":
        notes.append("all queries are held against the articles of all languages (match.cross_language is 'always')")
    return notes


def _in_words(n_different: int, n_asked: int) -> str:
    """Say how many different queries there are, and how often they were asked."""
    times = f"asked {n_asked} {'time' if n_asked == 1 else 'times'}"
    return f"1 query, {times}, is" if n_different == 1 else f"{n_different} different queries, {times}, are"


def _reading_notes(manifest: Mapping[str, object]) -> list[str]:
    """Say how many queries the model read, when it could not read them all, and how many the reader."""
    n_read, n_different = manifest["queries_read_by_model"], manifest["different_queries"]
    n_again = manifest["queries_read_again"]
    notes = []
    if n_read and n_read != n_different:
        notes.append(
            f"the model read {n_read} of {n_different} different queries, those that were least sure; the others were "
            "judged by their words (match.slow_budget)"
        )
    if n_again:
        notes.append(f"the reader read {n_again} of {n_different} different queries again, the least sure first")
    return notes


def _entry(read: ArticlesRead | QueriesRead | TableRead | LogRead) -> dict[str, object]:
    entry: dict[str, object] = {
        "name": read.source,
        "sha256": read.checksum,
        "rows_read": read.n_read,
        "rows_used": read.n_used,
    }
    if isinstance(read, LogRead):  # a row of its rejects may stand for many
        return {**entry, "rows_rejected": read.n_read - read.n_used, "reasons": dict(read.reject_counts)}
    return {**entry, "rows_rejected": len(read.rejects)}
