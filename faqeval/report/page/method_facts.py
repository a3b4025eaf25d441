"""What stands under "How we know": the method in plain words, with the settings and numbers of this very run."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from ...records import Evaluation
from ..wording.explanations import explained, name_of
from ..wording.formats import counted, percent, percent_between, plural, points_between, score, shortened
from ..wording.sentences import say_reason
from .rejected import count_rejects
from .work_items import is_by_contacts

_MAX_REASONS: Final = 12
_FORMATS: Final[Mapping[str, tuple[Callable[[float], str], Callable[[float, float], str]]]] = {
    "points": (score, points_between),
    "share": (percent, percent_between),
    "index": (lambda value: f"{value:.2f}", lambda low, high: f"{low:.2f}–{high:.2f}"),
    "count": (counted, lambda low, high: f"{counted(low)}–{counted(high)}"),
}  # by unit: how a figure and its interval are written


@dataclass(frozen=True, slots=True)
class MethodStep:
    """One step of the method."""

    name: str
    text: str


@dataclass(frozen=True, slots=True)
class FigureRow:
    """One figure in the table of all figures."""

    name: str
    value: str
    interval: str
    n: str
    meaning: str


@dataclass(frozen=True, slots=True)
class MethodFacts:
    """The method, the figures, what was refused and what was not judged."""

    steps: tuple[MethodStep, ...]
    figures: tuple[FigureRow, ...]
    not_judged: tuple[MethodStep, ...]
    rejects: tuple[tuple[str, str, str], ...]  # file, reason, number of rows
    rejects_note: str
    settings: tuple[tuple[str, str], ...]
    inputs: tuple[tuple[str, str], ...]
    version: str
    model: str


def method_facts(evaluation: Evaluation, found_depth: int) -> MethodFacts:
    """Gather what the reader needs to trust, or doubt, the numbers."""
    manifest = evaluation.manifest
    model, settings = str(manifest.get("model", "")), _branch(manifest, "settings")
    rejects, rejects_note = _rejects(evaluation)
    return MethodFacts(
        steps=_steps(evaluation, model, found_depth),
        figures=tuple(_figure_row(evaluation, name) for name in evaluation.figures),
        not_judged=tuple(
            MethodStep(name_of(evaluation, kind), f"{say_reason(reason).rstrip('.')}.")
            for kind, reason in evaluation.not_judged
        ),
        rejects=rejects,
        rejects_note=rejects_note,
        settings=(("seed", str(manifest.get("seed", ""))), *_flat(settings)) if settings else (),
        inputs=_inputs(manifest),
        version=str(_branch(manifest, "versions").get("faqeval", "")),
        model=model,
    )


def _steps(evaluation: Evaluation, model: str, found_depth: int) -> tuple[MethodStep, ...]:
    n_articles, n_different = len(evaluation.articles), len(evaluation.queries.table)
    refit = _branch(evaluation.manifest, "refit")
    threshold = refit.get("answer_threshold", evaluation.settings.match.answer_threshold)
    rounds, depth = evaluation.settings.score.bootstrap_rounds, evaluation.search.places.shape[1]
    inputs = _branch(evaluation.manifest, "inputs")
    seen = (
        "The places are those of your own site’s search, from the file you gave."
        if "search_run" in inputs
        else "Your site’s own search was not given, so a plain search over titles and texts (BM25) stands in for it."
    )
    judged = " What people judged overrules it." if "judgments" in inputs else ""
    if refit.get("outcome") == "refitted":
        judged += " All other probabilities were moved to what people judged and clicked on this site."
    return (
        MethodStep(
            "Who should answer?",
            f"Each of {plural(n_different, 'different question')} is compared with each of "
            f"{plural(n_articles, 'article')}, by words, parts of words, spelling and meaning"
            f"{f' (model: {model})' if model else ''}. Out comes the probability that the article answers. From "
            f"{percent(float(threshold))} on, the article counts as the answer.{judged}",
        ),
        MethodStep(
            "What would the customer have seen?",
            f"{seen} A customer is taken to look at {plural(depth, 'result')}; among the first {counted(found_depth)}, "
            "an answer counts as found.",
        ),
        MethodStep(
            "What do customers want?",
            "Questions that one article answers are one need. The others are grouped by likeness. Every question is "
            "counted once, in the need it belongs to, as often as it was asked.",
        ),
        MethodStep(
            "How sure are the numbers?",
            f"Every range is a 95 % interval: the questions were drawn again {counted(int(rounds))} times at random, "
            "with a fixed seed, to see how far the number moves. Few questions make wide ranges. The same files, "
            "version and settings give the same report to the last digit.",
        ),
        *_echo_step(evaluation),
        *_contacts_step(evaluation),
        MethodStep("What is the order of the work list?", _order(evaluation)),
    )


def _order(evaluation: Evaluation) -> str:
    if is_by_contacts(evaluation.gaps):
        return (
            "The contacts a month that mending the line would avoid: contacts of logged-in customers about its need, "
            "the part of them that the line is about, and the share of these that can be won back. A contact counts "
            "for one line only, that of its need’s verdict; contacts that follow another issue also stand in the line "
            "of that issue and are not added to the total."
        )
    return (
        "How many times customers asked, times how sure we are that the gap is real, times the share of them that "
        "it stands in the way of."
    )


def _contacts_step(evaluation: Evaluation) -> tuple[MethodStep, ...]:
    """Say how contacts were tied to visits; nothing without contacts."""
    if evaluation.journeys is None:
        return ()
    settings = evaluation.settings.journeys
    return (
        MethodStep(
            "Why do customers contact you?",
            "The agent’s note of each contact is matched with articles and needs as a question is; where it names no "
            "article, what the customer had searched for last in the visit decides. A contact belongs to a visit of "
            "the same customer when that visit was logged in and its last event lies at most "
            f"{settings.contact_window_minutes:g} minutes back. What the customer searched and read before gives the "
            f"verdict. Below {plural(settings.min_contacts, 'contact')} or {plural(settings.min_views, 'reading')} "
            "there is none.",
        ),
    )


def _echo_step(evaluation: Evaluation) -> tuple[MethodStep, ...]:
    """Say what was corrected because judge and search look at the same words; nothing where people judged it all."""
    found, figure = evaluation.findability, evaluation.figures.get("findability")
    if found.believed is None or figure is None or figure.value is None or found.widened_by == 0:
        return ()
    moved = score(figure.value)
    taken = f"It was moved to {moved}" if moved != score(found.believed) else "It was left there"
    return (
        MethodStep(
            "Does the judge believe the search too much?",
            "Who judges the answers and who searches for them both look at words: where customers’ words miss the "
            "right article, both miss it, and findability looks better than it is. Taken at its word, the judge would "
            f"say {score(found.believed)}. {taken}, as learned from other FAQs whose answers people had marked, and "
            f"its range was widened by up to {plural(round(found.widened_by * 100), 'point')} for what may be left of "
            "that error; the ranges of single articles were widened as well. Questions that people judged are taken "
            "as they are.",
        ),
    )


def _figure_row(evaluation: Evaluation, name: str) -> FigureRow:
    figure = evaluation.figures[name]
    text = explained(evaluation, name)
    title, meaning = text.name, text.meaning
    if figure.value is None:
        return FigureRow(title, "not scored", say_reason(figure.reason), counted(figure.n), meaning)
    shown, between = _FORMATS[evaluation.glossary.figures[name].unit]
    interval = between(figure.low, figure.high) if figure.low is not None and figure.high is not None else ""
    return FigureRow(title, shown(figure.value), interval, counted(figure.n), meaning)


def _rejects(evaluation: Evaluation) -> tuple[tuple[tuple[str, str, str], ...], str]:
    groups = count_rejects(evaluation)
    n_rows = sum(groups.values())
    if n_rows == 0:
        return (), "Every row of the files was used."
    order = sorted(groups, key=lambda group: (-groups[group], group))
    shown = tuple(
        (shortened(str(file), 80), shortened(str(reason), 200), counted(groups[file, reason]))
        for file, reason in order[:_MAX_REASONS]
    )
    return shown, f"{plural(n_rows, 'row')} not used; rejects.csv has them with line and reason."


def _flat(tree: Mapping[str, Any], prefix: str = "") -> tuple[tuple[str, str], ...]:
    rows: list[tuple[str, str]] = []
    for name, value in tree.items():
        if isinstance(value, Mapping) and value:
            rows.extend(_flat(value, f"{prefix}{name}."))
        elif value not in ({}, [], "", ()) and name != "seed":
            rows.append((f"{prefix}{name}", shortened(str(value), 120)))
    return tuple(rows)


def _inputs(manifest: Mapping[str, object]) -> tuple[tuple[str, str], ...]:
    rows = []
    for name, entry in _branch(manifest, "inputs").items():
        used, read = int(entry.get("rows_used", 0)), int(entry.get("rows_read", 0))
        rows.append((name.replace("_", " "), f"{counted(used)} of {plural(read, 'row')} used"))
    return tuple(rows)


def _branch(tree: Mapping[str, Any] | Mapping[str, object], name: str) -> Mapping[str, Any]:
    branch = tree.get(name)
    return branch if isinstance(branch, Mapping) else {}
