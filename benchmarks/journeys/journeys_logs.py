"""Large logs of a believable shape, made from a seed: what the speed of reading and following is measured on."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from wordfreq import top_n_list

SEED: Final = 11
N_ARTICLES: Final = 300
N_REASONS: Final = 2_000
N_SEARCHES: Final = 20_000
EVENTS_PER_VISIT: Final = 6
KNOWN_SHARE: Final = 0.4  # of the visits
VISITS_PER_CUSTOMER: Final = 5
AT_ONCE_SHARE: Final = 0.3  # of the contacts: within half an hour after a visit of a known customer
DAYS: Final = 180
_START: Final = np.datetime64("2026-04-01T00:00:00", "s")
_VISITS_AT_ONCE: Final = 250_000  # made and written together
_PATTERNS: Final = (
    ("page", "search", "click", "view", "page", "page"),
    ("login", "search", "view", "search", "click", "view"),
    ("page", "view", "page", "view", "search", "view"),
)


@dataclass(frozen=True, slots=True)
class Texts:
    """Different texts, and the need of each: below ``N_ARTICLES`` an article, else an open need."""

    texts: tuple[str, ...]
    needs: NDArray[np.int64]  # shape (n_texts,)


def make_texts(n_texts: int, seed: int) -> Texts:
    """Return different texts of five common English words."""
    chance = np.random.default_rng(seed)
    words = np.array([word for word in top_n_list("en", 5_000) if word.isascii() and word.isalpha() and len(word) > 2])
    drawn = words[chance.integers(len(words), size=(2 * n_texts, 5))]
    texts = tuple(dict.fromkeys(" ".join(row) for row in drawn))[:n_texts]
    return Texts(texts, np.arange(n_texts) % (N_ARTICLES + 20))


def make_logs(folder: Path, n_events: int, n_contacts: int) -> None:
    """Write articles.jsonl, visits.csv and contacts.csv into a folder."""
    chance = np.random.default_rng(SEED)
    reasons, searches = make_texts(N_REASONS, 1), make_texts(N_SEARCHES, 2)
    lines = [
        json.dumps({"id": f"a{place:03}", "title": text, "body": f"<p>{text}</p>", "language": "en"})
        for place, text in enumerate(make_texts(N_ARTICLES, 3).texts)
    ]
    (folder / "articles.jsonl").write_text("\n".join(lines) + "\n", encoding="utf-8")
    n_visits = n_events // EVENTS_PER_VISIT
    begun = np.sort(chance.integers(DAYS * 86_400, size=n_visits))
    customer = np.where(
        chance.random(n_visits) < KNOWN_SHARE, chance.integers(n_visits // VISITS_PER_CUSTOMER, size=n_visits), -1
    )
    _write_visits(folder / "visits.csv", begun, customer, searches, chance)
    _write_contacts(folder / "contacts.csv", begun, customer, n_contacts, reasons, chance)


def zipf(n: int, size: int, chance: np.random.Generator) -> NDArray[np.int64]:
    """Draw numbers below ``n``, the first the most frequent, as 1/rank."""
    sums = np.cumsum(1.0 / np.arange(1, n + 1))
    drawn: NDArray[np.int64] = np.searchsorted(sums, chance.random(size) * sums[-1]).astype(np.int64)
    return drawn


def _write_visits(
    path: Path, begun: NDArray[np.int64], customer: NDArray[np.int64], searches: Texts, chance: np.random.Generator
) -> None:
    import duckdb

    patterns, articles = np.array(_PATTERNS), np.array([f"a{place:03}" for place in range(N_ARTICLES)])
    texts = np.array(searches.texts, dtype=object)
    parts: list[Path] = []
    for start in range(0, len(begun), _VISITS_AT_ONCE):
        visits = np.arange(start, min(start + _VISITS_AT_ONCE, len(begun)))
        of_event = np.repeat(visits, EVENTS_PER_VISIT)
        steps = chance.integers(3, 90, size=(len(visits), EVENTS_PER_VISIT)).cumsum(axis=1).ravel()
        event = patterns[chance.integers(len(patterns), size=len(visits))].ravel()
        shown = articles[zipf(N_ARTICLES, len(event), chance)]
        words = texts[zipf(N_SEARCHES, len(event), chance)]
        table = pd.DataFrame(  # noqa: F841 (DuckDB finds it by its name)
            {
                "session_id": of_event,
                "moment": _START + (begun[of_event] + steps).astype("timedelta64[s]"),
                "event": event,
                "customer_id": customer[of_event],
                "article_id": np.where((event == "view") | (event == "click"), shown, ""),
                "query": np.where(event == "search", words, ""),
            }
        )
        part = path.with_suffix(f".{len(parts)}")
        parts.append(part)
        duckdb.sql(
            "copy (select 's' || session_id as session_id, strftime(moment, '%Y-%m-%dT%H:%M:%SZ') as \"at\", event, "
            "case when customer_id < 0 then '' else 'k' || customer_id end as customer_id, article_id, '' as url, "
            f"query, '' as rank from \"table\") to '{part}' (format csv, header {'true' if start == 0 else 'false'})"
        )
    with path.open("wb") as whole:
        for part in parts:
            whole.write(part.read_bytes())
            part.unlink()


def _write_contacts(
    path: Path, begun: NDArray[np.int64], customer: NDArray[np.int64], n_contacts: int, reasons: Texts,
    chance: np.random.Generator,
) -> None:  # fmt: skip
    known = np.flatnonzero(customer >= 0)
    visit = known[chance.integers(len(known), size=n_contacts)]
    at_once = chance.random(n_contacts) < AT_ONCE_SHARE
    delay = np.where(at_once, chance.integers(300, 2_000, size=n_contacts), chance.integers(4_000, 900_000, n_contacts))
    moment = _START + (begun[visit] + delay).astype("timedelta64[s]")
    pd.DataFrame(
        {
            "id": [f"c{place}" for place in range(n_contacts)],
            "customer_id": [f"k{one}" for one in customer[visit]],
            "at": np.datetime_as_string(moment, unit="s"),
            "channel": np.array(["phone", "chat", "email"])[chance.integers(3, size=n_contacts)],
            "reason": np.array(reasons.texts, dtype=object)[zipf(N_REASONS, n_contacts, chance)],
            "transfers": (chance.random(n_contacts) < 0.18).astype(int),
            "ces": chance.integers(1, 8, size=n_contacts),
        }
    ).to_csv(path, index=False)
