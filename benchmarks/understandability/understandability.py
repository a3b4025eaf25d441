"""How often the easier of two texts scores higher, and how scores follow people's grades.

    python benchmarks/understandability/understandability.py --data FOLDER [--equal-length]

FOLDER holds one folder per set with ``pairs.jsonl`` (``id, language, hard, easy``) or ``graded.jsonl``
(``id, language, text`` and ``rating`` or ``level``, higher is harder). Nothing of the score is fitted on these sets.
"""

import argparse
import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from scipy.stats import spearmanr

from faqeval.config import ScoreSettings
from faqeval.measures.wilson import wilson
from faqeval.records import Block
from faqeval.score.understandability.counts import count
from faqeval.score.understandability.norms import is_scored
from faqeval.score.understandability.reading import read
from faqeval.score.understandability.scale import part_places
from faqeval.score.understandability.text_score import score_text

PARTS = ("score", "sentence_length", "formula", "familiarity")
EQUAL_LENGTH = 0.15  # the longer text has at most this share more words


@dataclass(frozen=True, slots=True)
class Scored:
    """All scores of one text by name, and its words."""

    scores: dict[str, float]
    n_words: int


def score(text: str, language: str) -> Scored | None:
    """Score a plain text whose lines are its paragraphs; None when it has no sentence."""
    blocks = tuple(Block("paragraph", line.strip()) for line in text.splitlines() if line.strip())
    counts = count(read("", blocks, language))
    found = score_text("", blocks, language, ScoreSettings())
    if found.score is None:
        return None
    return Scored({"score": found.score, **part_places(counts, language)}, found.n_words)


def rows_of(path: Path) -> Iterator[dict[str, str]]:
    """Yield the rows of one file in a supported language."""
    with path.open(encoding="utf-8") as lines:
        rows = (json.loads(line) for line in lines)
        yield from (row for row in rows if is_scored(row["language"]))


def pair_table(path: Path, equal_length: bool) -> Iterator[tuple[str, ...]]:
    """One row per language of a set of pairs: n and, per score, the share of pairs in the right order."""
    pairs: dict[str, list[tuple[Scored, Scored]]] = {}
    for row in rows_of(path):
        hard, easy = score(row["hard"], row["language"]), score(row["easy"], row["language"])
        if hard is None or easy is None or (equal_length and not _alike(hard.n_words, easy.n_words)):
            continue
        pairs.setdefault(row["language"], []).append((hard, easy))
    for language, group in sorted(pairs.items()):
        cells = [_share([(easy.scores[name], hard.scores[name]) for hard, easy in group]) for name in PARTS]
        yield (f"{path.parent.name} {language}", str(len(group)), *cells)


def graded_table(path: Path) -> Iterator[tuple[str, ...]]:
    """One row per language of a graded set: n and, per score, Spearman's correlation with ease."""
    graded: dict[str, list[tuple[Scored, float]]] = {}
    for row in rows_of(path):
        found = score(row["text"], row["language"])
        if found is not None:
            graded.setdefault(row["language"], []).append((found, -float(row.get("rating", row.get("level", 0)))))
    for language, group in sorted(graded.items()):
        ease = [grade for _, grade in group]
        cells = [f"{spearmanr([found.scores[name] for found, _ in group], ease)[0]:.2f}" for name in PARTS]
        yield (f"{path.parent.name} {language}", str(len(group)), *cells)


def _share(values: Sequence[tuple[float, float]]) -> str:
    """Share in which the first is higher, ties count half, with its Wilson interval."""
    right = sum(1.0 if first > second else 0.5 if first == second else 0.0 for first, second in values)
    low, high = wilson(right, len(values))
    return f"{right / len(values):.2f} ({low:.2f}–{high:.2f})"


def _alike(first: int, second: int) -> bool:
    return max(first, second) <= (1 + EQUAL_LENGTH) * min(first, second)


def show(title: str, rows: Iterable[tuple[str, ...]]) -> None:
    """Print a table in Markdown."""
    print(f"\n{title}\n")
    print("| set | n | " + " | ".join(PARTS) + " |")
    print("|---" * (len(PARTS) + 2) + "|")
    for row in rows:
        print("| " + " | ".join(row) + " |", flush=True)


def main() -> None:
    """Read the folder and print the tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--equal-length", action="store_true", help="only pairs of nearly equal length")
    arguments = parser.parse_args()
    files = [path for path in sorted(arguments.data.glob("*/pairs.jsonl")) if not path.parent.name.startswith("lex-")]
    show("Share of pairs in which the easier text scores higher", _each_pair(files, arguments.equal_length))
    graded = sorted(arguments.data.glob("*/graded.jsonl"))
    show("Spearman with ease", (row for path in graded for row in graded_table(path)))


def _each_pair(files: Sequence[Path], equal_length: bool) -> Iterator[tuple[str, ...]]:
    for path in files:
        yield from pair_table(path, equal_length)


if __name__ == "__main__":
    main()
