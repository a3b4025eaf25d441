"""What is usual in each language, read off the same texts in six languages: the norms of the understandability score.

    python benchmarks/understandability/understandability_norms.py --data FOLDER

FOLDER holds ``superoffice_help_6lang/articles.jsonl`` (110 help pages in six languages) and
``plain/multi-storybooks/graded.jsonl`` (about 40 stories for beginners, in six languages). Prints, per language, the
medians over pages and over stories of levels 1 and 2. Parallel texts make the norms fair: equal content, equal score.
"""

import argparse
import json
import re
import statistics
from collections.abc import Iterable, Sequence
from pathlib import Path

from faqeval.records import Block
from faqeval.score.understandability.counts import Counts, count
from faqeval.score.understandability.formulas import FORMULAS
from faqeval.score.understandability.nominalisation import nominal_nouns
from faqeval.score.understandability.reading import Reading, read

LANGUAGES = ("en", "sv", "nb", "da", "nl", "de")
FORMULAS_OF = {
    "en": ("flesch",),
    "sv": ("lix",),
    "nb": ("lix",),
    "da": ("lix",),
    "nl": ("flesch_douma",),
    "de": ("wiener", "flesch_amstad"),
}
_MARKS = re.compile(r"^(#+|[*-]|\d+\.)\s+")
_MIN_WORDS = 40


def blocks_of(markdown: str) -> tuple[Block, ...]:
    """Blocks of a page in Markdown, one per line."""
    blocks = []
    for line in filter(None, map(str.strip, markdown.splitlines())):
        mark = _MARKS.match(line)
        text = _MARKS.sub("", line).replace("**", "").replace("`", "")
        kind = "paragraph" if mark is None else {"#": "heading", "*": "bullet", "-": "bullet"}.get(mark[1][0], "step")
        if "|" not in text:
            blocks.append(Block(kind, text))  # type: ignore[arg-type]
    return tuple(blocks)


def readings(rows: Iterable[dict[str, str]], language: str, field: str) -> list[Reading]:
    """Read the texts of one language that have enough words to be typical."""
    found = [read("", blocks_of(row[field]), language) for row in rows if row["language"] == language]
    return [reading for reading in found if count(reading).n_words >= _MIN_WORDS]


def medians(texts: Sequence[Reading], language: str) -> tuple[str, ...]:
    """Median words per sentence, familiarity, formulas, and share of nouns made from verbs (95th percentile)."""
    sums = [count(reading) for reading in texts]
    formulas = "; ".join(
        f"{name} {statistics.median(FORMULAS[name](c) for c in sums):.1f}" for name in FORMULAS_OF[language]
    )
    nominal = sorted(_nominal_share(reading, c) for reading, c in zip(texts, sums, strict=True))
    return (
        str(len(sums)),
        f"{statistics.median(c.n_words / c.n_sentences for c in sums):.1f}",
        f"{statistics.median(c.familiarity / c.n_vocabulary for c in sums):.2f}",
        formulas,
        f"{nominal[int(0.95 * (len(nominal) - 1))]:.3f}",
        _quantiles(texts),
    )


def _nominal_share(reading: Reading, counts: Counts) -> float:
    nouns = sum(len(nominal_nouns(sentence, reading.language)) for sentence in reading.body)
    return nouns / counts.n_body


def _quantiles(texts: Sequence[Reading]) -> str:
    """Words per sentence and letters per word that one in twenty exceeds, among sentences and different words."""
    lengths = sorted(len(s.words) for reading in texts for s in reading.sentences if s.is_counted)
    words = {w.facts.keys: w.facts.n_letters for reading in texts for s in reading.body for w in s.words}
    letters = sorted(words.values())
    return f"{lengths[int(0.95 * len(lengths))]} words, {letters[int(0.95 * len(letters))]} letters"


def main() -> None:
    """Read the folder and print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    data = parser.parse_args().data
    pages = _rows(data / "superoffice_help_6lang" / "articles.jsonl")
    stories = [row for row in _rows(data / "plain" / "multi-storybooks" / "graded.jsonl") if int(row["level"]) <= 2]
    print("| language | texts | n | words per sentence | familiarity | formula | nouns, p95 | sentence and word, p95 |")
    print("|---" * 8 + "|")
    for language in LANGUAGES:
        for name, rows, field in (("pages", pages, "body"), ("stories", stories, "text")):
            print("| " + " | ".join((language, name, *medians(readings(rows, language, field), language))) + " |")


def _rows(path: Path) -> list[dict[str, str]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


if __name__ == "__main__":
    main()
