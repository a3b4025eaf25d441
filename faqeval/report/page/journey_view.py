"""The part "Why customers contact you" as values; None without contacts."""

from collections.abc import Mapping
from dataclasses import dataclass

from ...records import Evaluation
from ..charts.flow_chart import FlowChart, flow_chart
from ..charts.share_bars import ShareBars, channel_bars, hour_bars
from ..wording.contact_sentences import avoidable_sentence, logged_in_sentence
from ..wording.formats import plural
from .after_reading import AfterReading, after_reading
from .benchmarks import LOGGED_IN, Benchmark
from .contact_limits import ContactLimits, contact_limits
from .contact_needs import MAX_NEEDS, WAYS, ContactNeed, contact_needs, need_anchors
from .effort_view import EffortView, effort_view
from .need_names import NeedNames


@dataclass(frozen=True, slots=True)
class JourneyPart:
    """All that this part of the page says."""

    sentence: str
    avoidable: str  # a second sentence, "" when not known
    benchmarks: tuple[Benchmark, ...]
    flow: FlowChart | None
    ways: tuple[tuple[str, str], ...]  # kind and words, the key of the needs' bars
    needs: tuple[ContactNeed, ...]
    needs_note: str
    channels: ShareBars | None
    hours: ShareBars | None
    time_zone: str
    effort: EffortView
    after: AfterReading
    limits: ContactLimits


def journey_part(
    evaluation: Evaluation, article_anchors: Mapping[str, str], work_anchors: Mapping[str, str]
) -> JourneyPart | None:
    """Return the part about contacts.

    Parameters
    ----------
    article_anchors : article_id to the anchor of its part of the page, for articles that have one.
    work_anchors : gap_id to the anchor of its line of the work list, likewise.
    """
    journeys = evaluation.journeys
    if journeys is None:
        return None
    settings, savings = evaluation.settings.journeys, evaluation.settings.savings
    names, anchors = NeedNames(evaluation, article_anchors), need_anchors(evaluation)
    has_hours = any(figure.n for figure in journeys.logged_in_by_hour)
    return JourneyPart(
        sentence=logged_in_sentence(journeys),
        avoidable=avoidable_sentence(evaluation),
        benchmarks=LOGGED_IN,
        flow=flow_chart(journeys.paths, journeys.counts),
        ways=tuple(WAYS.items()),
        needs=contact_needs(evaluation, journeys, names, work_anchors, savings.currency),
        needs_note=_needs_note(len(journeys.needs)),
        channels=channel_bars(journeys.logged_in_by_channel) if journeys.logged_in_by_channel else None,
        hours=hour_bars(journeys.logged_in_by_hour) if has_hours else None,
        time_zone=journeys.time_zone,
        effort=effort_view(journeys, names, anchors, settings),
        after=after_reading(evaluation, journeys, names, anchors, settings),
        limits=contact_limits(journeys.counts, settings, savings, evaluation.glossary.kinds.values()),
    )


def _needs_note(n_needs: int) -> str:
    if n_needs <= MAX_NEEDS:
        return f"All {plural(n_needs, 'need')} with contacts, most contacts first." if n_needs else ""
    return f"The {MAX_NEEDS} needs with most contacts, of {n_needs:,}; all of them are in needs.csv."


def contact_anchors(evaluation: Evaluation) -> dict[str, str]:
    """Return the anchor of the need shown that each gap is about, by gap_id."""
    anchors, names = need_anchors(evaluation), NeedNames(evaluation, {})
    if not anchors:
        return {}
    codes = {gap.gap_id: names.code_of(gap) for gap in evaluation.gaps}
    return {gap_id: anchors[code] for gap_id, code in codes.items() if code in anchors}
