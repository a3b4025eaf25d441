"""What customers contact about: one line per need, with its way, its verdict and its examples."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from ...records import Evaluation, Gap, Journeys, NeedJourney, NeedVerdict, Path
from ..charts.flow_chart import FlowRow, flow_rows
from ..wording.figure_words import rate_in_words, share_in_words
from ..wording.formats import amount_between, counted, percent, plural, score
from ..wording.verdict_words import VerdictWords, verdict_in_words
from .need_names import NeedName, NeedNames
from .stories import StoryTold, told_all

MAX_NEEDS: Final = 15  # shown; docs/method/report.md#size
MAX_STORIES: Final = 3
WAYS: Final = {
    "answer": "logged in, saw the answer",
    "other": "logged in, saw other articles only",
    "searched": "logged in, searched, saw no article",
    "idle": "logged in, neither searched nor read",
    "out": "not logged in",
}


@dataclass(frozen=True, slots=True)
class WayPart:
    """One stretch of the bar of a need."""

    kind: str  # a key of WAYS
    words: str
    value: str
    x: str
    width: str


@dataclass(frozen=True, slots=True)
class ContactNeed:
    """One need with contacts."""

    anchor: str
    name: NeedName
    verdict: VerdictWords
    work_anchor: str  # of its line of the work list
    n_contacts: str
    per_month: str
    avoidable: str  # "" when not known
    saved: str
    effort: str
    parts: tuple[WayPart, ...]
    said: str  # the bar in words
    rows: tuple[FlowRow, ...]
    customers: str
    found: str  # how many of the visits that searched for it opened its article, "" when not known
    stories: tuple[StoryTold, ...]


def shown_needs(journeys: Journeys) -> tuple[NeedJourney, ...]:
    """Return the needs that the page shows, most contacts first."""
    return journeys.needs[:MAX_NEEDS]


def need_anchors(evaluation: Evaluation) -> dict[int, str]:
    """Return the anchor of each need shown, by code."""
    shown = shown_needs(evaluation.journeys) if evaluation.journeys is not None else ()
    return {need.need: f"n{number}" for number, need in enumerate(shown, start=1)}


def contact_needs(
    evaluation: Evaluation, journeys: Journeys, names: NeedNames, work_anchors: Mapping[str, str], currency: str
) -> tuple[ContactNeed, ...]:
    """Return the needs with most contacts.

    Parameters
    ----------
    work_anchors : gap_id to the anchor of its line of the work list, for lines that the page shows.
    """
    verdicts = {verdict.need: verdict for verdict in evaluation.verdicts}
    gaps = gaps_by_verdict(evaluation.gaps, verdicts, names)
    anchors = need_anchors(evaluation)
    return tuple(
        _contact_need(
            evaluation,
            need,
            anchors[need.need],
            names,
            verdicts.get(need.need),
            gaps.get(need.need),
            work_anchors,
            currency,
        )
        for need in shown_needs(journeys)
    )


def gaps_by_verdict(gaps: Sequence[Gap], verdicts: Mapping[int, NeedVerdict], names: NeedNames) -> dict[int, Gap]:
    """Return for each need the line of the work list that its verdict stands behind."""
    found: dict[int, Gap] = {}
    for gap in gaps:
        code = names.code_of(gap)
        if code in verdicts and verdicts[code].kind == gap.kind:
            found.setdefault(code, gap)
    return found


def _contact_need(
    evaluation: Evaluation,
    need: NeedJourney,
    anchor: str,
    names: NeedNames,
    verdict: NeedVerdict | None,
    gap: Gap | None,
    work_anchors: Mapping[str, str],
    currency: str,
) -> ContactNeed:
    parts, known = _parts(need), _n_known(need)
    avoidable = gap.avoidable if gap is not None else None
    saved = gap.saved if gap is not None else None
    effort = need.effort.index if need.effort is not None else None
    return ContactNeed(
        anchor=anchor,
        name=names.name(need.need),
        verdict=verdict_in_words(evaluation, verdict),
        work_anchor=work_anchors.get(gap.gap_id, "") if gap is not None else "",
        n_contacts=plural(need.n_contacts, "contact"),
        per_month=rate_in_words(need.contacts_per_month),
        avoidable=amount_between(*avoidable) if avoidable is not None else "",
        saved=f"{amount_between(*saved)} {currency}" if saved is not None else "",
        effort="" if effort is None else score(effort),
        parts=parts,
        said="; ".join(f"{part.words}: {part.value}" for part in parts),
        rows=flow_rows(need.paths, known) if known else (),
        customers=f"by {plural(need.n_customers, 'different known customer')}" if need.n_customers else "",
        found="" if need.searches_found.value is None else share_in_words(need.searches_found),
        stories=tuple(told_all(need.stories, evaluation, MAX_STORIES)),
    )


def _n_known(need: NeedJourney) -> int:
    """Return the need's contacts of which it can be said whether the customer was logged in."""
    return max(need.marks.logged_in.n, sum(path.n_contacts for path in need.paths))


def _way(path: Path) -> str:
    if path.viewed != "nothing":
        return path.viewed
    return "searched" if path.searched else "idle"


def _parts(need: NeedJourney) -> tuple[WayPart, ...]:
    sizes = dict.fromkeys(WAYS, 0)
    for path in need.paths:
        sizes[_way(path)] += path.n_contacts
    total = _n_known(need)
    sizes["out"] = total - sum(sizes.values())
    parts, x = [], 0.0
    for kind, n in sizes.items():
        if n == 0:
            continue
        width = n / total * 1000
        parts.append(WayPart(kind, WAYS[kind], f"{counted(n)} ({percent(n / total)})", f"{x:.1f}", f"{width:.1f}"))
        x += width
    return tuple(parts)
