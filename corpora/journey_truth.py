"""What is true of generated visits and contacts, written down from how they were made."""

from collections import Counter
from dataclasses import asdict
from typing import Any, Final

import pandas as pd

from .journey_contacts import Contact
from .journey_dirt import contact_id
from .journey_plan import Plan
from .journey_visits import Session
from .journey_world import OTHER, World

WINDOW_S: Final = 1_800  # contact this long after the last event is still made "while logged in"


def describe(
    world: World,
    plan: Plan,
    sessions: list[Session],
    contacts: list[Contact],
    table: pd.DataFrame,
    n_next: dict[tuple[str, str], int],
) -> dict[str, Any]:
    """Return the truth as it stands in journeys_truth.json.

    Parameters
    ----------
    sessions, contacts : as lived, before any dirt.
    table : the contacts as written; says whose customer id was lost.
    n_next : how often the second need of a planted pair followed.
    """
    known = set(table.loc[table["customer_id"] != "", "id"])
    is_logged_in = while_logged_in(sessions, contacts)
    ids = [contact_id(place) for place in range(len(contacts))]
    linkable = [flag for name, flag in zip(ids, is_logged_in, strict=True) if name in known]
    names = [world.wishes[contact.wish].name if contact.wish >= 0 else OTHER for contact in contacts]
    acts = plan.causes_act
    return {
        "language": world.language,
        "plan": asdict(plan),
        "causes": {
            wish.name: wish.cause if acts or wish.cause == "missing" else "" for wish in world.wishes
        },
        "articles": {wish.name: [world.article_ids[place] for place in wish.articles] for wish in world.wishes},
        "queries": {wish.name: list(wish.queries) for wish in world.wishes},
        "reasons": {
            **{text: wish.name for wish in world.wishes for _, text in wish.reasons},
            **{text: OTHER for _, text in world.other_reasons},
        },
        "n_contacts": dict(sorted(Counter(names).items())),
        "n_because": dict(sorted(Counter(contact.because for contact in contacts).items())),
        "readings": _readings(world, sessions, contacts),
        "logged_in": {
            "n_contacts": len(linkable),
            "n_logged_in": sum(linkable),
            "share": round(sum(linkable) / len(linkable), 6) if linkable else 0.0,
        },
        "next_issues": [
            {"first": first, "second": second, "n_followed": n_next[first, second]}
            for first, second in (world.next_issues if plan.next_chance else ())
        ],
        "n_visits": len(sessions),
        "n_known_visits": sum(session.is_known for session in sessions),
        "contacts": {
            name: [need, contact.because] for name, need, contact in zip(ids, names, contacts, strict=True)
        },
    }  # fmt: skip


def while_logged_in(sessions: list[Session], contacts: list[Contact]) -> list[bool]:
    """Say for each contact whether its customer was logged in at that time, or within half an hour before."""
    spans: dict[int, list[tuple[int, int]]] = {}
    for session in sessions:
        if session.logged_in_until >= 0:
            spans.setdefault(session.customer, []).append((session.logged_in_from, session.logged_in_until))
    return [
        any(start <= contact.at_s <= end + WINDOW_S for start, end in spans.get(contact.customer, ()))
        for contact in contacts
    ]


def _readings(world: World, sessions: list[Session], contacts: list[Contact]) -> dict[str, dict[str, int]]:
    """Count, by need, the visits of known customers in which its article was read, and those that contact followed."""
    times: dict[tuple[int, int], list[int]] = {}
    for contact in contacts:
        times.setdefault((contact.customer, contact.wish), []).append(contact.at_s)
    counts: dict[str, Counter[str]] = {wish.name: Counter() for wish in world.wishes}
    for session in sessions:
        if not session.is_known or not session.is_answered:
            continue
        name = world.wishes[session.wish].name
        first = min(event[0] for event in session.events if event[1] == "view")
        counts[name]["n"] += 1
        counts[name]["n_followed"] += any(
            first <= at_s <= session.logged_in_until + WINDOW_S
            for at_s in times.get((session.customer, session.wish), ())
        )
    return {name: {"n": count["n"], "n_followed": count["n_followed"]} for name, count in counts.items()}
