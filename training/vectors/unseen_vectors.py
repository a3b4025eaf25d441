"""Static vectors that have not read what they are measured on.

    python -m training.vectors.unseen_vectors --data FOLDER

The bundled vectors learn from the texts of the open sets (without labels). This makes four more files, each without the
texts of some sets, in training/cache/; ``benchmarks.matching.quality`` takes them when they are there. Up to an hour
the first time, minutes from the teachers' cache.
"""

import argparse
import json
from pathlib import Path

from faqeval.matching.embedders.static import StaticEmbedder
from training.vectors.measure_vectors import FOLDS
from training.vectors.sentence_vectors import read_lesson, sentence_vectors
from training.vectors.static_model import OUT, store
from training.vectors.teacher import CACHE, teacher_vectors
from training.vectors.vocabulary import make_vocabulary
from training.vectors.word_vectors import entry_weights


def folder_without(groups: frozenset[str]) -> Path:
    """Return where the vectors without the texts of some groups are; another file when the bundled model changes."""
    bundled = json.loads((OUT / "card.json").read_text(encoding="utf-8"))["sha256"][:12]
    return CACHE / f"static-{bundled}-without-{'-'.join(sorted(groups))}"


def has_read(group: str) -> bool:
    """Return whether the bundled vectors learned from texts of a group."""
    return any(group in fold for fold in FOLDS)


def unseen_embedder(group: str) -> StaticEmbedder | None:
    """Return the vectors without the texts of a group; None when they were not made or no text of it was read."""
    folds = [fold for fold in FOLDS if group in fold]
    path = folder_without(folds[0]) / "vectors.npz" if folds else None
    return StaticEmbedder(path) if path and path.is_file() else None


def main() -> None:
    """Make the vectors of all folds."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder of the open sets")
    data = parser.parse_args().data
    vocabulary = make_vocabulary()
    teacher, weights = teacher_vectors(vocabulary.entries), entry_weights(vocabulary)
    lesson = read_lesson(data, vocabulary.entries)
    for fold in FOLDS:
        store(vocabulary.entries, sentence_vectors(lesson, teacher, weights, fold), folder_without(fold), {})
        print(f"made vectors without {', '.join(sorted(fold))}", flush=True)


if __name__ == "__main__":
    main()
