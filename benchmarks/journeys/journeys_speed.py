"""Time and memory of reading and following visits and contacts: ``python -m benchmarks.journeys.journeys_speed``.

Each measurement runs in a process of its own; on a machine that others use too, the seconds that cores were busy for it
say more than the clock. Matching texts to needs is not in it: the need of every text is given, as
it was made. ``--events N …`` runs these sizes on DuckDB, ``--spark N …`` these on a local Spark; a size that stands in
both is compared figure by figure.
"""

import argparse
import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from benchmarks.journeys.journeys_logs import N_ARTICLES, N_REASONS, N_SEARCHES, Texts, make_logs, make_texts
from benchmarks.machine import describe_machine
from faqeval.config import Settings
from faqeval.ingest import Engine, new_key, open_engine, read_articles, read_contacts, read_visits
from faqeval.journeys import follow_customers, measure_journeys, words_before_contacts
from faqeval.records import Journeys, WrittenTexts

EVENTS_PER_CONTACT = 20
LIMIT_S = 540  # of one measurement


def measure(engine_name: str, folder: Path) -> dict[str, Any]:
    """Read and follow the logs of a folder; return seconds of the parts, peak MiB and all figures."""
    settings = Settings.model_validate(
        {"journeys": {"engine": engine_name}, "ingest": {"pseudonym_key": "the same on both", "languages": ("en",)}}
    )
    articles = read_articles(folder / "articles.jsonl", settings.ingest).articles
    prior, key, seconds = {"en": 1.0}, new_key(settings.ingest), {}
    begin = time.perf_counter()
    engine = open_engine(settings.journeys)
    seconds["start"] = time.perf_counter() - begin
    begin = time.perf_counter()
    contacts = read_contacts(folder / "contacts.csv", settings.ingest, engine, articles, key, prior=prior)
    visits = read_visits(
        folder / "visits.csv", settings.ingest, engine, articles, key, prior=prior, callers=contacts.frame
    )
    seconds["read"] = time.perf_counter() - begin
    begin = time.perf_counter()
    followed = follow_customers(visits.frame, contacts.frame, settings.journeys, engine.keep)
    if followed is not None:
        words_before_contacts(followed)
    journeys = measure_journeys(
        followed,
        contacts.frame,
        reason_needs=_needs(contacts.texts, make_texts(N_REASONS, 1), "reason", engine),
        word_needs=_needs(visits.texts, make_texts(N_SEARCHES, 2), "words", engine),
        reasons=contacts.texts,
        searched=visits.texts,
        n_articles=N_ARTICLES,
        settings=settings.journeys,
        time_zone="UTC",
        keep=engine.keep,
    )
    seconds["journeys"] = time.perf_counter() - begin
    family = _family()
    peak, busy = _peak_mb(family), _processor_s(family)
    engine.close()
    return {
        "seconds": {name: round(value, 1) for name, value in seconds.items()},
        "processor_s": round(busy, 1),
        "peak_mb": peak,
        "rows": [visits.n_used, contacts.n_used],
        "figures": dict(flat("", _plain(journeys))),
    }


def _needs(read: WrittenTexts, made: Texts, column: str, engine: Engine) -> Any:
    need_of: Mapping[str, int] = dict(zip(made.texts, made.needs.tolist(), strict=True))
    of_row: NDArray[np.int64] = np.array([need_of[text] for text in read.table["text"]], dtype=np.int64)
    return engine.table(pd.DataFrame({column: read.keys, "need": of_row[read.rows]}))


def _plain(journeys: Journeys) -> dict[str, Any]:
    weeks = journeys.weeks.sort_values(["need", "week"]).to_dict("records")
    return {
        **{name: value for name, value in asdict(journeys).items() if name != "weeks"},
        "weeks": weeks,
    }


def flat(name: str, value: Any) -> Iterator[tuple[str, Any]]:
    """Yield every single number and word of a tree, under its path."""
    if isinstance(value, Mapping):
        for key, part in value.items():
            yield from flat(f"{name}/{key}", part)
    elif isinstance(value, list | tuple):
        for place, part in enumerate(value):
            yield from flat(f"{name}/{place}", part)
    else:
        yield name, value.item() if isinstance(value, np.generic) else value


def different(one: Mapping[str, Any], other: Mapping[str, Any]) -> list[str]:
    """Return the paths whose values differ, by more than a millionth where they are numbers with a fraction."""

    def same(left: Any, right: Any) -> bool:
        if isinstance(left, float) and isinstance(right, float | int):
            return abs(left - right) <= 1e-6 * max(1.0, abs(left))
        return bool(left == right)

    return sorted(name for name in {*one, *other} if not same(one.get(name), other.get(name)))


def _family() -> list[str]:
    """Return the process numbers of this process and of all that it started (Spark's Java)."""
    found, waiting = ["self"], list(_children("self"))
    while waiting:
        found.append(waiting.pop())
        waiting += _children(found[-1])
    return found


def _children(process: str) -> list[str]:
    return [child for path in Path(f"/proc/{process}/task").glob("*/children") for child in path.read_text().split()]


def _peak_mb(family: Sequence[str]) -> int:
    """Return the highest resident memory of some processes, added up, in MiB."""
    lines = [line for one in family for line in _read(one, "status").splitlines() if line.startswith("VmHWM")]
    return sum(int(line.split()[1]) for line in lines) // 1024


def _processor_s(family: Sequence[str]) -> float:
    """Return the seconds that some processes kept a core busy, all their threads together."""
    fields = [_read(one, "stat").rpartition(")")[2].split() for one in family]
    return sum(int(one[11]) + int(one[12]) for one in fields if one) / os.sysconf("SC_CLK_TCK")


def _read(process: str, name: str) -> str:
    try:
        return Path(f"/proc/{process}/{name}").read_text(encoding="utf-8")
    except FileNotFoundError:  # it ended meanwhile
        return ""


def _in_a_process_of_its_own(engine: str, folder: Path) -> dict[str, Any] | None:
    """Return what ``measure`` returns; None when it took longer than the limit."""
    out = folder / f"{engine}.json"
    command = [sys.executable, "-m", "benchmarks.journeys.journeys_speed", "--child", engine, str(folder), str(out)]
    try:
        subprocess.run(command, check=True, timeout=LIMIT_S, stdout=subprocess.DEVNULL)
    except subprocess.TimeoutExpired:
        return None
    result: dict[str, Any] = json.loads(out.read_text(encoding="utf-8"))
    return result


def main() -> None:
    """Measure every size and print a table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--events", type=int, nargs="*", default=[1_000_000, 3_000_000, 10_000_000])
    parser.add_argument("--spark", type=int, nargs="*", default=[1_000_000])
    parser.add_argument("--child", nargs=3, help=argparse.SUPPRESS)
    chosen = parser.parse_args()
    if chosen.child:
        engine, folder, out = chosen.child
        Path(out).write_text(json.dumps(measure(engine, Path(folder))), encoding="utf-8")
        return
    print(
        f"{describe_machine()} Load before the run: {os.getloadavg()[0]:.1f}. "
        "Without matching: the need of every text is given.\n\n"
        "| events | contacts | file MB | engine | start s | read s | journeys s | together s | "
        f"busy cores x s | peak MiB |\n{'|---' * 10}|",
        flush=True,
    )
    said = []
    for n_events in sorted({*chosen.events, *chosen.spark}):
        with TemporaryDirectory() as name:
            folder = Path(name)
            make_logs(folder, n_events, n_events // EVENTS_PER_CONTACT)
            engines = [
                engine for engine, sizes in (("duckdb", chosen.events), ("spark", chosen.spark)) if n_events in sizes
            ]
            results = {engine: _in_a_process_of_its_own(engine, folder) for engine in engines}
            size = (folder / "visits.csv").stat().st_size // 1_000_000
        for engine, result in results.items():
            print(_row(n_events, size, engine, result), flush=True)
        said += _compared(n_events, list(results.values()))
    print("\n" + "\n".join(said))


def _row(n_events: int, size: int, engine: str, result: dict[str, Any] | None) -> str:
    start = f"| {n_events:,} | {n_events // EVENTS_PER_CONTACT:,} | {size:,} | {engine} |"
    if result is None:
        return f"{start} – | – | – | more than {LIMIT_S} | – |"
    seconds = result["seconds"]
    cells = [f"{seconds[part]:.1f}" for part in ("start", "read", "journeys")]
    cells += [f"{sum(seconds.values()):.1f}", f"{result['processor_s']:.0f}", f"{result['peak_mb']:,}"]
    return f"{start} {' | '.join(cells)} |"


def _compared(n_events: int, results: Sequence[dict[str, Any] | None]) -> list[str]:
    if len(results) < 2 or results[0] is None or results[1] is None:
        return []
    apart = different(results[0]["figures"], results[1]["figures"])
    n_figures = len(results[0]["figures"])
    if not apart:
        return [f"{n_events:,} events: all {n_figures:,} values are equal on both engines."]
    return [f"{n_events:,} events: {len(apart):,} of {n_figures:,} values differ, e.g. {', '.join(apart[:5])}."]


if __name__ == "__main__":
    main()
