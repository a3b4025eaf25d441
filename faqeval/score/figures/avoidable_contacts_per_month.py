"""``avoidable_contacts_per_month``: the contacts a month that mending the gaps would avoid."""

from collections.abc import Mapping, Sequence
from typing import Final

from ...records import NOT_ENOUGH, Evaluation, Figure, FigureSpec, Gap, GapKind, NeedVerdict

_NO_CAUSE: Final = "no gap was found that explains contacts"


def avoidable_figure(
    gaps: Sequence[Gap], verdicts: Sequence[NeedVerdict], n_contacts: int, kinds: Mapping[str, GapKind]
) -> Figure:
    """Return the contacts a month that mending all gaps would avoid.

    Kinds that do not add up are left out: the contacts that mending a next issue would avoid are also contacts about
    the need that comes next, and no contact counts twice. The ends are those of independent counts: the distances to
    the values, squared, add up.
    """
    ranges = [gap.avoidable for gap in gaps if gap.avoidable is not None and kinds[gap.kind].adds_up]
    if not ranges:
        has_cause = any(verdict.kind not in ("", NOT_ENOUGH) for verdict in verdicts)
        is_known = any(verdict.kind == "" for verdict in verdicts)
        return Figure(None, None, None, n_contacts, _NO_CAUSE if is_known and not has_cause else "too_few_contacts")
    value = sum(one[0] for one in ranges)
    below = sum((one[0] - one[1]) ** 2 for one in ranges) ** 0.5
    above = sum((one[2] - one[0]) ** 2 for one in ranges) ** 0.5
    return Figure(round(value, 3), round(max(0.0, value - below), 3), round(value + above, 3), n_contacts)


def _compute(evaluation: Evaluation) -> Figure:
    n_contacts = evaluation.journeys.counts.n_contacts if evaluation.journeys is not None else 0
    return avoidable_figure(evaluation.gaps, evaluation.verdicts, n_contacts, evaluation.glossary.kinds)


FIGURE = FigureSpec(
    id="avoidable_contacts_per_month",
    order=110,
    name="Avoidable contacts a month",
    meaning="How many contacts a month mending the gaps found would avoid.",
    how_measured=(
        "For each gap: contacts a month of logged-in customers about its need, times the part that the gap is about "
        "(no answer: all; not found: those who searched and did not see the article; else: those who had seen it, "
        "and of them what lies above the usual), times the share that can be won back (savings.won_back, an "
        "assumption). Each contact counts for one gap; next issues are left out of the sum. The interval is that of "
        "the number of contacts. It needs visits and contacts with the same customer ids."
    ),
    what_to_do="Follow the order of the work list.",
    unit="count",
    better="lower",
    needs=("visits", "contacts"),
    compute=lambda evaluation, settings: _compute(evaluation),
)
