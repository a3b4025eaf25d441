"""Invented customers' visits and contacts, with the truth: ``python -m faqeval_corpora.journeys en --out DIR``.

The same seed gives the same files everywhere. How customers behave stands in ``journey_plan``; docs/method/planted.md
says what is recorded as the truth.
"""

import argparse
import json
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, Final

import pandas as pd

from .journey_contacts import Contact, base_chances, cause_of_contact, make_contact, repeats, when_after
from .journey_dice import Dice, running_sums
from .journey_dirt import Frames, add_dirt
from .journey_plan import NOTHING_PLANTED, PLANTED, Plan
from .journey_truth import describe
from .journey_visits import Session, visit
from .journey_world import World, read_world

LAST_DAY: Final = datetime(2026, 10, 31, tzinfo=UTC)
SEED: Final = 20261031
N_CUSTOMERS: Final = 4_000
DAYS: Final = 56
_DAY_S: Final = 86_400
# share of the day's traffic by hour (UTC), and of the week's by day from Monday: an office day and an evening peak
_HOURS: Final = (1, 1, 0, 0, 0, 1, 2, 4, 7, 9, 10, 9, 8, 8, 8, 8, 8, 8, 8, 7, 6, 5, 3, 2)
_WEEKDAYS: Final = (19, 17, 16, 15, 14, 10, 9)


@dataclass(frozen=True, slots=True)
class Generated:
    """Visits and contacts with the columns of the file formats, and the truth about them."""

    visits: pd.DataFrame
    contacts: pd.DataFrame
    truth: dict[str, Any]


def generate(
    folder: Path, *, seed: int = SEED, n_customers: int = N_CUSTOMERS, days: int = DAYS, plan: Plan = PLANTED
) -> Generated:
    """Let the customers of one demo corpus live for some weeks.

    Parameters
    ----------
    folder : of a demo language, with articles.jsonl, queries.csv, reasons.csv and truth.json.
    seed : of every draw.
    n_customers : of the sample; not all of them come.
    days : up to and with 31 October 2026.
    plan : how they behave, and whether the planted causes act.

    Raises
    ------
    FileUnreadable
        If a file of the corpus is not there.
    """
    world, dice = read_world(folder), Dice(seed)
    first_day = LAST_DAY - timedelta(days=days - 1)
    sessions, contacts, n_next = _live(world, plan, dice, n_customers, days, first_day.weekday())
    visits, calls, dirt = add_dirt(Frames(world, sessions, contacts, first_day), plan, dice)
    truth = describe(world, plan, sessions, contacts, calls, n_next)
    truth["dirt"] = dirt
    truth = {"seed": seed, "first_day": f"{first_day:%Y-%m-%d}", "last_day": f"{LAST_DAY:%Y-%m-%d}", **truth}
    return Generated(visits, calls, truth)


def _live(
    world: World, plan: Plan, dice: Dice, n_customers: int, days: int, weekday: int
) -> tuple[list[Session], list[Contact], dict[tuple[str, str], int]]:
    """Return all visits and contacts by time, and how many customers had the second need of each planted pair."""
    number_of = {wish.name: number for number, wish in enumerate(world.wishes)}
    demand = running_sums([wish.demand**plan.demand_exponent for wish in world.wishes])
    # some customers want something far more often than others
    activity = running_sums([0.2 + 2 * dice.even() ** 2 for _ in range(n_customers)])
    is_often_known = [dice.hit(plan.always_known) for _ in range(n_customers)]
    base = base_chances(world, plan, dice)
    follows = {number_of[first]: (number_of[second], (first, second)) for first, second in world.next_issues}
    by_day = running_sums([_WEEKDAYS[(weekday + day) % 7] for day in range(days)])
    by_hour = running_sums(_HOURS)
    end = days * _DAY_S
    sessions: list[Session] = []
    contacts: list[Contact] = []
    n_next = dict.fromkeys(world.next_issues, 0)
    for _ in range(round(n_customers * plan.episodes_per_customer)):
        customer, wish = dice.pick(activity), dice.pick(demand)
        start = dice.pick(by_day) * _DAY_S + dice.pick(by_hour) * 3_600 + int(dice.even() * 3_600)
        while wish >= 0:
            often = plan.known_if_always if is_often_known[customer] else plan.known_if_seldom
            _episode(customer, wish, start, often, world, plan, base, dice, sessions, contacts)
            second, pair = follows.get(wish, (-1, ("", "")))
            wish = second if second >= 0 and dice.hit(plan.next_chance) else -1
            if wish >= 0:
                low, high = plan.next_days
                start += round((low + (high - low) * dice.even()) * _DAY_S)
                n_next[pair] += start < end
    for _ in range(round(len(contacts) * plan.other_share)):
        at_s = dice.pick(by_day) * _DAY_S + dice.pick(by_hour) * 3_600 + int(dice.even() * 3_600)
        contacts.append(make_contact(dice.pick(activity), -1, "other", at_s, False, world, plan, dice))
    sessions = sorted((one for one in sessions if one.end < end), key=lambda one: (one.events[0][0], one.customer))
    contacts = sorted((one for one in contacts if one.at_s < end), key=lambda one: (one.at_s, one.customer))
    return sessions, contacts, n_next


def _episode(
    customer: int, wish: int, start: int, known_chance: float, world: World, plan: Plan, base: dict[int, float],
    dice: Dice, sessions: list[Session], contacts: list[Contact],
) -> None:  # fmt: skip
    """Let one customer want one thing: visits until contact is made or the matter rests."""
    made: Contact | None = None
    if dice.hit(plan.direct_share):
        made = make_contact(customer, wish, "no_visit", start, False, world, plan, dice)
    while made is None:
        session = visit(customer, wish, start, dice.hit(known_chance), world, plan, dice)
        sessions.append(session)
        cause = cause_of_contact(session, world, plan, base, dice)
        if cause:
            at_s = when_after(session, plan, dice)
            made = make_contact(customer, wish, cause, at_s, True, world, plan, dice)
        elif dice.hit(plan.second_device):
            start = session.end + 20 + round(dice.draw(plan.think_s))
        elif dice.hit(plan.comes_back):
            start = session.end + round(dice.draw(plan.back_hours) * 3_600)
        else:
            return
    contacts += [made, *repeats(made, world, plan, dice)]


def write(generated: Generated, out: Path) -> None:
    """Write visits.csv, contacts.csv and journeys_truth.json into a folder, which is made when it is not there."""
    out.mkdir(parents=True, exist_ok=True)
    generated.visits.to_csv(out / "visits.csv", index=False, lineterminator="\n")
    generated.contacts.to_csv(out / "contacts.csv", index=False, lineterminator="\n")
    text = json.dumps(generated.truth, ensure_ascii=False, indent=1, sort_keys=True)
    (out / "journeys_truth.json").write_text(text + "\n", encoding="utf-8")


def main() -> None:
    """Write the files of one language."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("language", help="folder name of a demo corpus, e.g. en")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--nothing-planted", action="store_true")
    chosen = parser.parse_args()
    plan = NOTHING_PLANTED if chosen.nothing_planted else PLANTED
    write(generate(Path(__file__).parent / chosen.language, seed=chosen.seed, plan=plan), chosen.out)


if __name__ == "__main__":
    main()
