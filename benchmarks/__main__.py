"""Measure everything again and write ``RESULTS.md``: ``python -m benchmarks --data FOLDER [NAME ...]``.

Without names all parts are measured; with names only these, and the others keep their results.
"""

import argparse
import subprocess
import sys
from pathlib import Path

RESULTS = Path(__file__).parent / "RESULTS.md"
PARTS = {
    "gaps.planted_gaps": ("Planted gaps in the demo corpora", ["--write"]),
    "journeys.planted_journeys": ("Planted causes of contact in the demo corpora", ["--write"]),
    "journeys.planted_logs": ("What planted visits and contacts tend to", []),
    "gaps.contact_reasons": ("Agents' notes of the demo corpora against their needs", []),
    "journeys.contact_statistics": ("Raised articles and intervals, in simulated contacts", []),
    "compare.rewrites": ("Did a rewrite work? In simulated weeks", []),
    "matching.quality": (
        "Matchers on sets they have not seen",
        ["--data", "{data}", "--chart", "benchmarks/quality.svg", "--without", "nav"],
    ),
    "matching.customers": ("Customers' words, on sites kept for measuring", []),
    "matching.cascade": (
        "A transformer for what is unsure: quality against time",
        ["--data", "{data}", "--chart", "benchmarks/cascade.svg"],
    ),
    "matching.match_speed": ("Speed of the matcher", []),
    "findability.open_sets": ("Open sets, end to end", ["--data", "{data}"]),
    "matching.unmet": ("Queries whose words do not meet the page's words", ["--data", "{data}"]),
    "matching.robustness": ("Disturbed queries: what is left of the matcher", ["--data", "{data}"]),
    "matching.cross_language": ("A query in one language, the FAQ in another", ["--data", "{data}"]),
    "matching.site": ("One site, all its queries: calibration", ["--data", "{data}"]),
    "matching.judgments": ("People's judgments: labels of a site, good and bad", ["--data", "{data}"]),
    "findability.echo": ("Findability without labels against findability from labels", ["--data", "{data}"]),
    "findability.echo_demo": ("Findability without labels, on the demo corpora", []),
    "gaps.grouping": ("Grouping queries of one wish", ["--data", "{data}"]),
    "understandability.understandability": (
        "Understandability: which of two texts is easier",
        ["--data", "{data}/plain"],
    ),
    "install": ("On a fresh machine", ["--before", "efa7787"]),
    "speed": ("Time and memory", []),
    "journeys.journeys_speed": ("Visits and contacts: time and memory", []),
}
HEAD = """# Results

Written by `python -m benchmarks --data FOLDER`, where FOLDER holds the open sets. Each part names its command; machine,
versions and date stand above its table.
"""


def main() -> None:
    """Run the parts and put their output under their headings."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("parts", nargs="*", default=list(PARTS))
    chosen = parser.parse_args()
    sections = _sections()
    for name in chosen.parts:
        title, arguments = PARTS[name]
        given = [argument.format(data=chosen.data) for argument in arguments]
        shown = " ".join(["python -m", f"benchmarks.{name}", *arguments]).replace("{data}", "FOLDER")
        print(f"{name} …", file=sys.stderr)
        done = subprocess.run(
            [sys.executable, "-m", f"benchmarks.{name}", *given], stdout=subprocess.PIPE, text=True, check=True
        )
        sections[name] = f"## {title}\n\n`{shown}`\n\n{done.stdout.strip()}\n"
        ordered = [sections[part] for part in PARTS if part in sections]
        RESULTS.write_text("\n".join([HEAD, *ordered]), encoding="utf-8")


def _sections() -> dict[str, str]:
    """Return the sections of the present file by name of part."""
    if not RESULTS.is_file():
        return {}
    pieces = RESULTS.read_text(encoding="utf-8").split("\n## ")[1:]
    titles = {title: name for name, (title, _) in PARTS.items()}
    return {
        titles[piece.split("\n", 1)[0]]: f"## {piece.strip()}\n"
        for piece in pieces
        if piece.split("\n", 1)[0] in titles
    }


if __name__ == "__main__":
    main()
