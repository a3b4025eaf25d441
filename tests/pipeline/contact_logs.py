"""A small FAQ and a hand-made log of who was on its site and made contact."""

from datetime import UTC, datetime, timedelta
from functools import lru_cache

import pandas as pd

import faqeval
from faqeval.config import Settings, load_settings
from faqeval.service import Result

_BODIES = {
    "pin": ("I forgot my PIN code", "Your PIN code stands in the letter that came with your SIM card."),
    "bill": (
        "How do I pay my bill?",
        "You pay the bill by card or by bank transfer. Open the app and choose Pay bill.",
    ),
    "data": ("Volume allowance", "The volume allowance of your tariff is shown in the overview."),
    "roaming": ("Use your phone abroad", "Calls and texts abroad cost the same as at home in the EU."),
}
ARTICLES = pd.DataFrame(
    [{"id": name, "title": title, "body": body, "language": "en"} for name, (title, body) in _BODIES.items()]
)
QUERIES = pd.DataFrame(
    [
        {"id": str(number), "text": text, "language": "en", "channel": "search", "count": count}
        for number, (text, count) in enumerate(
            [
                ("forgot pin", 12), ("what is my pin code", 2), ("pay bill by card", 9), ("how can i pay my bill", 3),
                ("phone abroad", 7), ("does my phone work abroad", 1), ("opening hours of the shop", 5),
            ]
        )
    ]
)  # fmt: skip
START = datetime(2026, 9, 1, 8, tzinfo=UTC)
N_CALLERS = 40  # were logged in, searched in vain and called ten minutes later about the PIN
N_REPEATS = 12  # of them wrote again three days later
N_NEXT = 16  # of the others asked about phones abroad five days later
N_DIRECT = 20  # never were on the site


def _at(day: int, minutes: float = 0) -> str:
    return (START + timedelta(days=day % 40, minutes=minutes + day)).strftime("%Y-%m-%dT%H:%M:%SZ")


def visits() -> pd.DataFrame:
    """Visits of the callers, and of as many who find the answer and stay silent."""
    rows = []
    for caller in range(N_CALLERS):
        session = {"session_id": f"s{caller}", "customer_id": f"c{caller}"}
        rows += [
            {**session, "at": _at(caller), "event": "login"},
            {**session, "at": _at(caller, 1), "event": "search", "query": "forgot pin"},
            {**session, "at": _at(caller, 2), "event": "view", "article_id": "bill"},
        ]
        silent = {"session_id": f"t{caller}", "customer_id": f"d{caller}"}
        rows += [
            {**silent, "at": _at(caller), "event": "login"},
            {**silent, "at": _at(caller, 1), "event": "search", "query": "phone abroad"},
            {**silent, "at": _at(caller, 2), "event": "view", "article_id": "roaming"},
        ]
    return pd.DataFrame(rows)


def contacts() -> pd.DataFrame:
    """Contacts of the callers, some again, some about something else later, and of customers not seen on the site."""
    rows = []
    for caller in range(N_CALLERS):
        about = {"customer_id": f"c{caller}", "transfers": caller % 2, "ces": 2}
        rows.append({**about, "at": _at(caller, 12), "channel": "phone", "reason": "forgot pin", "article_id": "pin"})
        if caller < N_REPEATS:
            rows.append({**about, "at": _at(caller + 3, 12), "channel": "chat", "reason": "pin", "article_id": "pin"})
        elif caller < N_REPEATS + N_NEXT:
            rows.append({**about, "at": _at(caller + 5, 12), "channel": "phone", "article_id": "roaming"})
    rows += [
        {"customer_id": f"e{caller}", "at": _at(caller, 30), "channel": "phone", "article_id": "bill"}
        for caller in range(N_DIRECT)
    ]
    return pd.DataFrame(rows)


def evaluated(*, with_visits: bool = True, with_contacts: bool = True, **flags: object) -> Result:
    """Evaluate the small FAQ with its logs; flags name settings with __ for the dot."""
    return _evaluated(with_visits, with_contacts, tuple(sorted(flags.items())))


@lru_cache(maxsize=32)
def _evaluated(with_visits: bool, with_contacts: bool, flags: tuple[tuple[str, object], ...]) -> Result:
    dotted = {name.replace("__", "."): value for name, value in flags}
    settings: Settings = load_settings(flags=dotted, environ={})
    return faqeval.evaluate(
        ARTICLES,
        QUERIES,
        visits=visits() if with_visits else None,
        contacts=contacts() if with_contacts else None,
        settings=settings,
    )
