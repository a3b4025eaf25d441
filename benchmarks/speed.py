"""Time and memory of a whole evaluation as the command line runs it: ``python -m benchmarks.speed [--rows N ...]``.

The input is made from a seed: articles of common English words around a few words of their own, and queries that mix an
article's own words with common ones, as many different ones as real search logs hold.
"""

import argparse
import csv
import json
import os
import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from wordfreq import top_n_list

from benchmarks.machine import describe_machine

SEED = 7
WORDS_PER_ARTICLE = 120
OWN_WORDS = 12
REPEAT_SHARE = 0.25  # of the rows, a repetition of an earlier query


def make_input(folder: Path, n_rows: int, n_articles: int) -> int:
    """Write articles.jsonl and queries.csv, and return the number of different queries."""
    chance = random.Random(SEED)
    words = [word for word in top_n_list("en", 20_000) if word.isalpha() and len(word) > 2]
    common, rare = words[:2_000], words[2_000:]
    own = [chance.sample(rare, OWN_WORDS) for _ in range(n_articles)]
    with (folder / "articles.jsonl").open("w", encoding="utf-8") as file:
        for number, topic in enumerate(own):
            title = f"How do I {' '.join(chance.sample(topic, 3))}?"
            sentences = [
                " ".join(chance.choices(common, k=9) + chance.sample(topic, 3)).capitalize() + "."
                for _ in range(WORDS_PER_ARTICLE // 12)
            ]
            body = "".join(f"<p>{sentence}</p>" for sentence in sentences)
            row = {"id": f"a{number:05}", "title": title, "body": body, "language": "en"}
            file.write(json.dumps(row) + "\n")
    seen: list[str] = []
    with (folder / "queries.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["id", "text", "language", "channel"])
        for number in range(n_rows):
            if seen and chance.random() < REPEAT_SHARE:
                text = chance.choice(seen)
            else:
                topic = chance.choice(own)
                wanted = chance.sample(topic, chance.randint(1, 3)) + chance.choices(common, k=chance.randint(0, 7))
                chance.shuffle(wanted)
                text = " ".join(wanted)
                seen.append(text)
            writer.writerow([f"q{number:06}", text, "en", "search"])
    return len(set(seen))


def run_once(folder: Path, articles: str, queries: str) -> tuple[float, float, list[dict[str, object]]]:
    """Run ``faqeval evaluate`` in a process of its own; return seconds, peak MiB and what the stages took."""
    out = folder / "report"
    begin = time.perf_counter()
    command = [sys.executable, "-m", "faqeval", "evaluate", articles, queries, "--out", str(out), "--quiet", "--json"]
    process = subprocess.Popen(command, cwd=folder, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    if os.waitstatus_to_exitcode(status) != 0:
        raise SystemExit(f"the run ended with {os.waitstatus_to_exitcode(status)}")
    stages = json.loads((out / "run.json").read_text(encoding="utf-8"))["stages"]
    return time.perf_counter() - begin, usage.ru_maxrss / 1024, stages


def main() -> None:
    """Measure each size once and print a table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, nargs="+", default=[1_000, 10_000, 100_000])
    parser.add_argument("--articles", type=int, default=1_000)
    chosen = parser.parse_args()
    print(f"{describe_machine()} Load before the run: {os.getloadavg()[0]:.1f}\n")
    print("| query rows | different queries | articles | seconds | peak MiB | stages (s) |\n|---|---|---|---|---|---|")
    for n_rows in chosen.rows:
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            n_unique = make_input(folder, n_rows, chosen.articles)
            seconds, peak, stages = run_once(folder, "articles.jsonl", "queries.csv")
        parts = ", ".join(f"{stage['stage']} {stage['seconds']}" for stage in stages)
        print(
            f"| {n_rows:,} | {n_unique:,} | {chosen.articles:,} | {seconds:.1f} | {peak:,.0f} | {parts} |", flush=True
        )


if __name__ == "__main__":
    main()
