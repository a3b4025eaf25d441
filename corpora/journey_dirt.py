"""Visits and contacts as rows of a file, with the dirt that real logs have; every bit of it is counted."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final

import pandas as pd

from .journey_contacts import Contact
from .journey_dice import Dice
from .journey_plan import Plan
from .journey_visits import Session
from .journey_world import World

VISIT_COLUMNS: Final = ("session_id", "at", "event", "customer_id", "article_id", "url", "query", "rank")
CONTACT_COLUMNS: Final = (
    "id", "customer_id", "at", "channel", "reason", "duration_s", "transfers", "resolved", "ces", "article_id",
    "language",
)  # fmt: skip
STAFF_ID: Final = "TEST-0001"
ROBOT_SESSION: Final = "robot-1"
GONE: Final = "old-faq-17"
_DAY_S: Final = 86_400
Rows = list[dict[str, Any]]


@dataclass(frozen=True, slots=True)
class Frames:
    """What is to be written."""

    world: World
    sessions: list[Session]
    contacts: list[Contact]
    first_day: datetime

    def moment(self, second: int) -> str:
        """Return a second since the start of the log as ISO 8601 in UTC."""
        return f"{self.first_day + timedelta(seconds=second):%Y-%m-%dT%H:%M:%SZ}"


def customer_id(customer: int) -> str:
    """Return the id of a customer as both files write it."""
    return f"k{customer:06}"


def contact_id(place: int) -> str:
    """Return the id of the contact at a place in the order of time, 0 the first."""
    return f"c{place + 1:06}"


def add_dirt(frames: Frames, plan: Plan, dice: Dice) -> tuple[pd.DataFrame, pd.DataFrame, dict[str, int]]:
    """Return both tables and how much dirt of each kind is in them."""
    visits, dirt = _visit_rows(frames, plan, dice)
    contacts, more = _contact_rows(frames, plan, dice)
    robot_day = int(dice.even() * 20) * _DAY_S
    robot = _robot(frames, plan, robot_day)
    staff_visits, staff_contacts = _staff(frames, plan, robot_day + _DAY_S)
    dirt |= more
    dirt |= {
        "robot_events": len(robot), "staff_events": len(staff_visits), "staff_contacts": len(staff_contacts)
    }  # fmt: skip
    visits = sorted(visits + robot + staff_visits, key=lambda row: str(row["at"]))
    contacts = sorted(contacts + staff_contacts, key=lambda row: str(row["at"]))
    dirt["repeated_events"] = _repeat(visits, plan.repeated_events, dice)
    dirt["moved_events"] = _move(visits, plan.moved_rows, dice)
    dirt["moved_contacts"] = _move(contacts, plan.moved_rows, dice)
    return _table(visits, VISIT_COLUMNS), _table(contacts, CONTACT_COLUMNS), dirt


def _visit_rows(frames: Frames, plan: Plan, dice: Dice) -> tuple[Rows, dict[str, int]]:
    rows: Rows = []
    dirt = {"unknown_articles": 0, "urls_for_ids": 0}
    ids, urls = frames.world.article_ids, frames.world.urls
    for session in frames.sessions:
        name = f"s{int(dice.even() * 2**48):012x}"
        for at_s, event, is_known, article, words, rank in session.events:
            article_id, url = (ids[article], "") if article >= 0 else ("", "")
            if event == "view":
                if dice.hit(plan.unknown_articles):
                    article_id = GONE
                    dirt["unknown_articles"] += 1
                elif urls[article] and dice.hit(plan.urls_for_ids):
                    article_id, url = "", f"{urls[article]}?utm_source=search#top"
                    dirt["urls_for_ids"] += 1
            rows.append(
                {
                    "session_id": name,
                    "at": frames.moment(at_s),
                    "event": event,
                    "customer_id": customer_id(session.customer) if is_known else "",
                    "article_id": article_id,
                    "url": url,
                    "query": words,
                    "rank": rank or None,
                }
            )
    return rows, dirt


def _contact_rows(frames: Frames, plan: Plan, dice: Dice) -> tuple[Rows, dict[str, int]]:
    rows: Rows = []
    dirt = {"contacts_without_customer": 0, "empty_reasons": 0}
    for place, contact in enumerate(frames.contacts):
        is_lost, is_empty = dice.hit(plan.without_customer), dice.hit(plan.empty_reasons)
        dirt["contacts_without_customer"] += is_lost
        dirt["empty_reasons"] += is_empty
        rows.append(
            {
                "id": contact_id(place),
                "customer_id": "" if is_lost else customer_id(contact.customer),
                "at": frames.moment(contact.at_s),
                "channel": contact.channel,
                "reason": "" if is_empty else contact.reason,
                "duration_s": contact.duration_s,
                "transfers": contact.transfers,
                "resolved": "yes" if contact.is_resolved else "no",
                "ces": contact.ces or None,
                "article_id": frames.world.article_ids[contact.article] if contact.article >= 0 else "",
                "language": frames.world.language,
            }
        )
    return rows, dirt


def _robot(frames: Frames, plan: Plan, day: int) -> Rows:
    """Return one session that opens one article after the other, a whole day long."""
    ids = frames.world.article_ids
    step = _DAY_S // plan.robot_events if plan.robot_events else 1
    return [
        {
            "session_id": ROBOT_SESSION, "at": frames.moment(day + number * step), "event": "view", "customer_id": "",
            "article_id": ids[number % len(ids)], "url": "", "query": "", "rank": None,
        }
        for number in range(plan.robot_events)
    ]  # fmt: skip


def _staff(frames: Frames, plan: Plan, day: int) -> tuple[Rows, Rows]:
    """Return what one id of the company's own people did on one day: tests, every half hour a contact."""
    visits: Rows = []
    contacts: Rows = []
    for number in range(plan.staff_contacts):
        at_s = day + number * 1_800
        for offset, event in ((0, "login"), (30, "page"), (60, "logout")):
            visits.append(
                {
                    "session_id": f"test-{number}", "at": frames.moment(at_s + offset), "event": event,
                    "customer_id": STAFF_ID, "article_id": "", "url": "", "query": "", "rank": None,
                }
            )  # fmt: skip
        contacts.append(
            {
                "id": f"t{number + 1:06}", "customer_id": STAFF_ID, "at": frames.moment(at_s + 300),
                "channel": "phone", "reason": "test", "duration_s": 10, "transfers": 0, "resolved": "yes",
                "ces": None, "article_id": "", "language": frames.world.language,
            }
        )  # fmt: skip
    return visits, contacts


def _repeat(rows: Rows, share: float, dice: Dice) -> int:
    """Write some rows twice, the second right behind the first."""
    written: Rows = []
    n_repeated = 0
    for row in rows:
        written.append(row)
        if dice.hit(share):
            written.append(row)
            n_repeated += 1
    rows[:] = written
    return n_repeated


def _move(rows: Rows, share: float, dice: Dice) -> int:
    """Put some rows where others stood, so that the file is not in the order of time."""
    moved = [place for place in range(len(rows)) if dice.hit(share)]
    taken = [rows[place] for place in moved]
    for place, row in zip(moved, reversed(taken), strict=True):
        rows[place] = row
    return len(moved)


def _table(rows: Rows, columns: tuple[str, ...]) -> pd.DataFrame:
    table = pd.DataFrame(rows, columns=list(columns))
    whole = [name for name in ("rank", "duration_s", "transfers", "ces") if name in columns]
    return table.astype(dict.fromkeys(whole, "Int64"))
