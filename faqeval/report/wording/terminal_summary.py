"""What the terminal prints after a run."""

from collections.abc import Iterator
from textwrap import wrap
from typing import Final

from ...records import Evaluation, Gap
from ..page.headline import headline
from ..page.rejected import count_rejects
from ..page.work_items import is_urgent, work_of
from .bands import gauges, score_band
from .explanations import name_of
from .formats import amount_between, plural, points_between, score, shortened
from .sentences import listed, say, say_reason

_COLUMNS: Final = 100
_FIRST: Final = 5


def summary_in_words(evaluation: Evaluation) -> str:
    """Return at most 30 lines of 100 columns: the sentence, three scores, what to do first, what nobody answers."""
    said = headline(evaluation)
    sentences = (said.sentence, said.detail, said.contacts)
    lines = [line for sentence in sentences for line in wrap(_printable(sentence), _COLUMNS)] + [""]
    lines += [_score_line(evaluation, name) for name in gauges(evaluation)]
    missing = [gap for gap in evaluation.gaps if not gap.article_id][:_FIRST]
    mendable = [gap for gap in evaluation.gaps if is_urgent(gap)][:_FIRST]
    if mendable:
        lines += ["", "Fix these first (S minutes, M an hour or two)"]
        lines += [_line(evaluation, number, say(gap.advice), gap) for number, gap in enumerate(mendable, start=1)]
    if missing:
        lines += ["", "Questions that find no answer"]
        lines += [_line(evaluation, number, f"“{gap.need}”", gap) for number, gap in enumerate(missing, start=1)]
    return "\n".join([*lines, "", *_not_judged(evaluation)])


def _score_line(evaluation: Evaluation, name: str) -> str:
    figure, title = evaluation.figures[name], name_of(evaluation, name)
    if figure.value is None:
        return f"  {title:<18}   –   {say_reason(figure.reason)}"
    interval = points_between(figure.low, figure.high) if figure.low is not None and figure.high is not None else ""
    return (
        f"  {title:<18} {score(figure.value):>3}   {score_band(evaluation, name, figure.value).word:<18} ({interval})"
    )


def _line(evaluation: Evaluation, number: int, text: str, gap: Gap) -> str:
    asked = plural(gap.demand, "question")
    if gap.avoidable is not None:
        asked = f"{amount_between(*gap.avoidable)} contacts a month"
    end = f"  {asked}" if not gap.article_id else f"  {asked}, {work_of(evaluation, gap.kind)}"
    start = f"  {number}. "
    return f"{start}{shortened(_printable(text), _COLUMNS - len(start) - len(end))}{end}"


def _not_judged(evaluation: Evaluation) -> Iterator[str]:
    """Yield what was not judged, one sentence per reason; rows refused at the end."""
    by_reason: dict[str, list[str]] = {}
    for kind, reason in evaluation.not_judged:
        by_reason.setdefault(reason, []).append(f"“{name_of(evaluation, kind)}”")
    for reason, names in by_reason.items():
        yield from wrap(f"Not judged: {listed(names)} ({say_reason(reason)}).", _COLUMNS)[:2]
    n_unused = sum(count_rejects(evaluation).values())
    if n_unused:
        yield f"{plural(n_unused, 'row')} not used; see rejects.csv."


def _printable(text: str) -> str:
    """Return a text that cannot steer a terminal."""
    return "".join(mark if mark.isprintable() else " " for mark in text)
