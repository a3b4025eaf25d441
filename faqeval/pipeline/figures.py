"""The figures of summary.json that need the whole run, and what cannot be judged in it."""

from dataclasses import replace
from typing import Final

from ..config import Settings
from ..gaps import KINDS
from ..records import Evaluation, Figure
from .logs import Logs

_NEEDS_BOTH: Final = "needs visits and contacts, which were not given"
_NEEDS_VISITS: Final = "needs visits, which were not given"
_NEEDS_CONTACTS: Final = "needs contacts, which were not given"
_NOBODY_IN_BOTH: Final = "visits and contacts have no customer in common"


def figures_of_run(evaluation: Evaluation, settings: Settings, logs: Logs | None) -> dict[str, Figure]:
    """Return the figures by their names in ``summary.json``; those that need what was not given are empty and say so.

    Parameters
    ----------
    evaluation : its figures are those that were computed together with the findability of the articles.
    """
    journeys, lacking = evaluation.journeys, _lacking(logs)
    figures = dict(evaluation.figures)
    for spec in evaluation.glossary.figures.values():
        if spec.needs and journeys is None:
            figures[spec.id] = Figure(None, None, None, 0, lacking)
        elif spec.compute is not None:
            figure = spec.compute(evaluation, settings)
            is_lacking = spec.needs and figure.value is None and lacking
            figures[spec.id] = replace(figure, reason=lacking) if is_lacking else figure
        elif journeys is not None and spec.id in journeys.figures:
            figure = journeys.figures[spec.id]
            without_visits = lacking == _NOBODY_IN_BOTH and figure.reason == _NEEDS_VISITS
            figures[spec.id] = replace(figure, reason=lacking) if without_visits else figure
    return figures


def not_judged(logs: Logs | None) -> tuple[tuple[str, str], ...]:
    """Return the kinds of gap that could not be judged, and why."""
    reason = _lacking(logs)
    if not reason:
        return ()
    lacks = {"visits"} if reason in (_NEEDS_VISITS, _NOBODY_IN_BOTH) else {"visits", "contacts"}
    return tuple((kind.id, reason) for kind in KINDS.values() if lacks.intersection(kind.needs))


def _lacking(logs: Logs | None) -> str:
    """Say what was not given; "" nothing."""
    if logs is None:
        return _NEEDS_BOTH
    if logs.share_nobody:
        return _NOBODY_IN_BOTH
    return _NEEDS_CONTACTS if logs.contacts is None else _NEEDS_VISITS if logs.visits is None else ""
