"""The word pieces that six languages need, and the tokenizer that reads with them."""

from collections import Counter
from collections.abc import Iterable

import numpy as np
import wordfreq
from numpy.typing import NDArray
from tokenizers import Regex, Tokenizer, decoders, models, normalizers, pre_tokenizers, processors

from training.small_model.weights import StoredModel

LANGUAGES = ("en", "sv", "nb", "da", "nl", "de")
KEPT = 56_000  # pieces; each costs 384 bytes, and the file shall stay below 45 MB
WORDS_READ = 300_000  # the commonest words of each language, as far as its list goes
N_SPECIAL = 4  # <s>, <pad>, </s>, <unk>: the first rows of the vocabulary
CAPITALS = 0.25  # how often a word is also met with a capital, beside once as it stands
LONGEST = 512  # pieces read of one text, two of them its ends; the model has as many positions


def make_tokenizer(pieces: list[tuple[str, float]]) -> Tokenizer:
    """Return the tokenizer of a vocabulary whose first four rows are <s>, <pad>, </s> and <unk>."""
    tokenizer = Tokenizer(models.Unigram(pieces, unk_id=3, byte_fallback=False))
    tokenizer.normalizer = normalizers.Sequence([normalizers.NFKC(), normalizers.Replace(Regex("\\s+"), " ")])
    tokenizer.pre_tokenizer = pre_tokenizers.Metaspace(replacement="▁", prepend_scheme="always")
    tokenizer.decoder = decoders.Metaspace(replacement="▁", prepend_scheme="always")
    tokenizer.post_processor = processors.TemplateProcessing(
        single="<s> $A </s>", pair="<s> $A </s> </s> $B </s>", special_tokens=[("<s>", 0), ("</s>", 2)]
    )
    tokenizer.enable_truncation(LONGEST)
    return tokenizer


def whole_vocabulary(stored: StoredModel) -> list[tuple[str, float]]:
    """Return all pieces with their log probabilities."""
    return list(zip(stored.pieces, stored.scores.tolist(), strict=True))


def kept_rows(stored: StoredModel, texts: Iterable[str] = ()) -> NDArray[np.int64]:
    """Return the rows of the pieces that are kept: the special ones, then by how often they are met.

    Every letter and sign that any word has stays, so that nothing in the six languages becomes unknown; ``texts`` are
    read besides the word lists.
    """
    tokenizer = make_tokenizer(whole_vocabulary(stored))
    met: Counter[int] = Counter()
    for language in LANGUAGES:
        words = wordfreq.top_n_list(language, WORDS_READ)
        shares = [wordfreq.word_frequency(word, language) for word in words]
        for spelled, weight in ((words, 1.0), ([word.capitalize() for word in words], CAPITALS)):
            for found, share in zip(
                tokenizer.encode_batch_fast(spelled, add_special_tokens=False), shares, strict=True
            ):
                for row in found.ids:
                    met[row] += share * weight
    for found in tokenizer.encode_batch_fast(list(texts), add_special_tokens=False):
        for row in found.ids:
            met[row] += 1e-6
    for row, piece in enumerate(stored.pieces):
        if len(piece.removeprefix("▁")) <= 1 and (piece.isascii() or _is_european(piece.removeprefix("▁"))):
            met[row] += 1.0  # letters of any European alphabet and usual signs: the last resort of every word
    met.update(dict.fromkeys(range(N_SPECIAL), float("inf")))
    best = sorted(met, key=lambda row: (-met[row], row))[:KEPT]
    return np.array([*range(N_SPECIAL), *sorted(row for row in best if row >= N_SPECIAL)], dtype=np.int64)


def _is_european(letter: str) -> bool:
    return letter == "" or ord(letter) < 0x0530 or 0x1E00 <= ord(letter) < 0x20D0
