"""What mending a gap would save: contacts a month, and money."""

from collections.abc import Sequence
from dataclasses import replace

from ..config import SavingsSettings
from ..records import Figure, Gap, NeedJourney, NeedVerdict
from .contact_evidence import ContactEvidence
from .evidence import Evidence
from .verdicts import in_vain_share, known_after_view, saw_share

Range = tuple[float, float, float]  # value, low, high


def with_savings(
    gaps: Sequence[Gap], verdicts: Sequence[NeedVerdict], evidence: Evidence, contacts: ContactEvidence
) -> tuple[Gap, ...]:
    """Give every gap its contacts, the contacts a month that mending it avoids, and what that saves.

    A contact is counted for one gap only: that of its need's verdict. Of these contacts only those of customers who
    were logged in on the site meanwhile count as avoidable (others never tried the site), of them only the part that
    the gap is about (``_at_stake``), and of that part the share that can be won back. The interval is that of the
    number of contacts; the shares that can be won back are assumptions and stand beside it.

    Notes
    -----
    avoidable = logged-in contacts a month x part at stake x share won back. Source: ours, see
    docs/method/gaps.md#avoidable-contacts.
    """
    code_of_need = {evidence.needs[need].need_id: code for code, need in contacts.need_of_code.items()}
    position = {article.article_id: place for place, article in enumerate(evidence.articles)}
    kind_of = {verdict.need: verdict.kind for verdict in verdicts}
    done = []
    for gap in gaps:
        code = position[gap.article_id] if gap.article_id else code_of_need.get(gap.need_id, -1)
        journey = contacts.by_code.get(code)
        if gap.kind == "next_issue":
            done.append(_with_value(gap, gap.contacts, gap.avoidable, contacts.savings))
        elif journey is None or kind_of.get(code) != gap.kind:
            done.append(replace(gap, contacts=0 if journey is None else journey.n_contacts))
        else:
            done.append(
                _with_value(gap, journey.n_contacts, avoidable(gap.kind, journey, contacts.savings), contacts.savings)
            )
    return tuple(done)


def avoidable(kind: str, journey: NeedJourney, savings: SavingsSettings) -> Range | None:
    """Return the contacts a month that mending a gap of this kind avoids; None where there is not enough data."""
    return won_back_from(journey.logged_in_per_month, _at_stake(kind, journey), getattr(savings.won_back, kind))


def won_back_from(per_month: Figure, part: Range, won_back: float) -> Range | None:
    """Return value, low and high of the contacts a month that are won back; the ends multiply, which is cautious."""
    if per_month.value is None or per_month.low is None or per_month.high is None:
        return None
    return per_month.value * part[0] * won_back, per_month.low * part[1] * won_back, per_month.high * part[2] * won_back


def _at_stake(kind: str, journey: NeedJourney) -> Range:
    """Return the part of a need's logged-in contacts that a gap of this kind is about, 0..1.

    ``missing``: all. ``not_found``: those who searched and did not see the article. The others: those who had seen it,
    and of them, where contacts after reading are known, the excess over what is usual.
    """
    if kind == "missing":
        return 1.0, 1.0, 1.0
    if kind == "not_found":
        _, share = in_vain_share(journey)
        return share, share, share
    share = saw_share(journey)
    after = known_after_view(journey)
    excess = after.excess if after is not None else (1.0, 1.0, 1.0)
    return share * excess[0], share * excess[1], share * excess[2]


def _with_value(gap: Gap, n_contacts: int | None, avoided: Range | None, savings: SavingsSettings) -> Gap:
    if avoided is None:
        return replace(gap, contacts=n_contacts)
    saving = max(savings.cost_per_contact - savings.cost_of_self_service, 0.0)
    value, low, high = avoided
    rounded = (round(value, 3), round(low, 3), round(high, 3))
    return replace(
        gap,
        contacts=n_contacts,
        avoidable=rounded,
        saved=(round(value * saving, 2), round(low * saving, 2), round(high * saving, 2)),
    )
