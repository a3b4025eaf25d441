"""Why, when and how an invented customer makes contact."""

from collections.abc import Mapping
from dataclasses import dataclass

from .journey_dice import Dice, running_sums
from .journey_plan import Plan
from .journey_visits import Session
from .journey_world import Wish, World

_HOUR_S = 3_600
_DAY_S = 86_400


@dataclass(frozen=True, slots=True)
class Contact:
    """One call, chat or e-mail."""

    customer: int
    wish: int  # place among the wishes; -1: about no need
    because: str  # a cause, "visit" (as after any visit), "no_visit", "repeat", or "other"
    at_s: int  # second since the start of the log
    channel: str
    reason: str
    duration_s: int
    transfers: int
    is_resolved: bool
    ces: int  # 1..7, 0 not asked
    article: int  # noted by the agent; -1 none


def base_chances(world: World, plan: Plan, dice: Dice) -> dict[int, float]:
    """Return the chance of contact after any visit, by the article that was read; -1 when none was."""
    chances = {-1: plan.call_base}
    for article in range(len(world.article_ids)):
        chances[article] = plan.call_base * (1 + plan.call_spread * (2 * dice.even() - 1))
    return chances


def cause_of_contact(session: Session, world: World, plan: Plan, base: Mapping[int, float], dice: Dice) -> str:
    """Return why the customer makes contact after a visit; "" when they do not."""
    wish = world.wishes[session.wish]
    if plan.causes_act:
        acts, chance = _planted(session, wish, world, plan)
        if acts:
            return wish.cause if dice.hit(chance) else ""
    return "visit" if dice.hit(base[session.opened[-1] if session.opened else -1]) else ""


def _planted(session: Session, wish: Wish, world: World, plan: Plan) -> tuple[bool, float]:
    """Return whether the cause planted in a wish acts in this visit, and the chance of contact then."""
    match wish.cause:
        case "missing":
            return True, plan.call_missing
        case "not_found":
            return not session.is_answered, plan.call_not_found
        case "not_understood":
            return session.is_answered, plan.call_not_understood
        case "sends_to_contact":
            return session.is_answered, plan.call_sends
        case "not_resolving":
            lifts = plan.not_resolving_lift
            lift = lifts[world.not_resolving.index(wish.name) % len(lifts)]
            return session.is_answered, plan.call_base * lift
    return False, 0.0


def when_after(session: Session, plan: Plan, dice: Dice) -> int:
    """Return when contact is made after a visit; customers who go on clicking leave later events behind it."""
    if dice.hit(plan.calls_later):
        return session.end + round(dice.draw(plan.later_hours) * _HOUR_S)
    at_s = session.end + round(dice.draw(plan.call_delay_s))
    if dice.hit(plan.keeps_clicking):
        last = session.events[-1]
        is_known = last[2] and last[1] != "logout"
        later = at_s + 30 + round(dice.draw(plan.think_s))
        session.events.append((later, "page", is_known, -1, "", 0))
        if is_known:
            session.logged_in_until = later
    return at_s


def make_contact(
    customer: int, wish: int, because: str, at_s: int, after_visit: bool, world: World, plan: Plan, dice: Dice,
    channel: str = "",
) -> Contact:  # fmt: skip
    """Return one contact; ``channel`` "" draws one."""
    channel = channel or draw_channel(plan, dice)
    texts = world.wishes[wish].reasons if wish >= 0 else world.other_reasons
    texts = tuple(text for text in texts if text[0] == channel) or texts
    reason = texts[int(dice.even() * len(texts))][1] if texts else ""
    transfers = dice.pick(running_sums(plan.transfers)) if channel != "email" else 0
    mean = plan.ces_mean - plan.ces_per_transfer * transfers
    mean -= (plan.ces_after_visit if after_visit else 0) + (plan.ces_repeat if because == "repeat" else 0)
    noise = 3 * (dice.even() + dice.even() + dice.even() + dice.even() - 2)  # about normal, spread 1.7
    ces = min(7, max(1, round(mean + noise))) if dice.hit(plan.ces_asked) else 0
    answers = world.wishes[wish].articles if wish >= 0 else ()
    noted = answers[0] if answers and dice.hit(plan.notes_article) else -1
    return Contact(
        customer, wish, because, at_s, channel, reason, round(dice.draw(plan.duration_s)), transfers,
        not dice.hit(plan.unresolved), ces, noted,
    )  # fmt: skip


def repeats(contact: Contact, world: World, plan: Plan, dice: Dice) -> list[Contact]:
    """Return the further contacts of a customer whose matter was not resolved."""
    found: list[Contact] = []
    while not contact.is_resolved and len(found) < 3 and dice.hit(plan.repeats):
        at_s = contact.at_s + round(dice.draw(plan.repeat_days) * _DAY_S)
        channel = other_channel(contact.channel, plan, dice) if dice.hit(plan.switches) else contact.channel
        contact = make_contact(contact.customer, contact.wish, "repeat", at_s, True, world, plan, dice, channel)
        found.append(contact)
    return found


def draw_channel(plan: Plan, dice: Dice) -> str:
    """Return phone, chat or email."""
    return plan.channels[dice.pick(running_sums([share for _, share in plan.channels]))][0]


def other_channel(channel: str, plan: Plan, dice: Dice) -> str:
    """Return another channel than this one."""
    others = [(name, share) for name, share in plan.channels if name != channel]
    return others[dice.pick(running_sums([share for _, share in others]))][0]
