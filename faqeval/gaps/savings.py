"""What mending a gap would save: contacts a month, and money."""

from collections.abc import Sequence
from dataclasses import replace

from ..config import SavingsSettings
from ..records import Gap, NeedJourney, NeedVerdict, positions
from .at_stake import Range, won_back_from
from .contact_evidence import ContactEvidence
from .evidence import Evidence
from .kind import Kind
from .kinds import KINDS


def with_savings(
    gaps: Sequence[Gap], verdicts: Sequence[NeedVerdict], evidence: Evidence, contacts: ContactEvidence
) -> tuple[Gap, ...]:
    """Give every gap its contacts, the contacts a month that mending it avoids, and what that saves.

    A contact is counted for one gap only: that of its need's verdict. Of these contacts only those of customers who
    were logged in on the site meanwhile count as avoidable (others never tried the site), of them only the part that
    the gap is about (``Kind.at_stake``), and of that part the share that can be won back. The interval is that of the
    number of contacts; the shares that can be won back are assumptions and stand beside it.

    Notes
    -----
    avoidable = logged-in contacts a month x part at stake x share won back. Source: ours, see
    docs/method/gaps.md#avoidable-contacts.
    """
    code_of_need = {evidence.needs[need].need_id: code for code, need in contacts.need_of_code.items()}
    position = positions(evidence.articles)
    kind_of = {verdict.need: verdict.kind for verdict in verdicts}
    done = []
    for gap in gaps:
        code = position[gap.article_id] if gap.article_id else code_of_need.get(gap.need_id, -1)
        journey = contacts.by_code.get(code)
        if gap.contacts is not None:  # its kind counted them
            done.append(_with_value(gap, gap.contacts, gap.avoidable, contacts.savings))
        elif journey is None or kind_of.get(code) != gap.kind:
            done.append(replace(gap, contacts=0 if journey is None else journey.n_contacts))
        else:
            done.append(
                _with_value(
                    gap, journey.n_contacts, avoidable(KINDS[gap.kind], journey, contacts.savings), contacts.savings
                )
            )
    return tuple(done)


def avoidable(kind: Kind, journey: NeedJourney, savings: SavingsSettings) -> Range | None:
    """Return the contacts a month that mending a gap of this kind avoids; None where there is not enough data."""
    return won_back_from(journey.logged_in_per_month, kind.at_stake(journey), kind.share_won_back(savings))


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
