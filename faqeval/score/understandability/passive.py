"""Finding: a passive, which leaves out who does what."""

from collections.abc import Iterator
from functools import lru_cache

from ...text import language, zipf
from ...text.languages.language import PassiveRules
from .counts import Counts
from .hit import CustomerTerms, Hit, at
from .reading import Reading, Sentence, Word

KIND = "passive"
_CLAUSE_BREAKS = frozenset(",;:–—(")
_MIN_S_PASSIVE_LETTERS = 4
_KNOWN_FORM = 1.5  # zipf from which a form is a word of the language
_KNOWN_VERB = 2.5  # zipf from which a verb form is known, so that the s-form can be its passive


def find_passives(reading: Reading, customers: CustomerTerms) -> Iterator[Hit]:
    """Point at every passive of the answer. Mended: a sentence that says who does it."""
    for sentence in reading.body:
        for words in passives_in(sentence, reading.language):
            written = tuple(word.text for word in words)
            yield Hit(
                KIND,
                *at(sentence),
                words=written,
                values=(("words", " … ".join(written)),),
                adds=Counts(n_passives=1),
                mends=Counts(n_passives=-1),
            )


def passives_in(sentence: Sentence, code: str) -> Iterator[tuple[Word, ...]]:
    """Yield the words of every passive: auxiliary and participle, or the verb with its -s."""
    rules = language(code).passive
    used: set[int] = set()
    for position, word in enumerate(sentence.words):
        if word.lower in rules.auxiliaries:
            participle = _participle(sentence.words, position, rules, code)
            if participle is not None and participle not in used:
                used.add(participle)
                yield (word, sentence.words[participle])
        elif rules.s_passive and not (word.is_name or word.facts.is_stopword) and _is_s_passive(word.lower, code):
            yield (word,)


def _participle(words: tuple[Word, ...], auxiliary: int, rules: PassiveRules, code: str) -> int | None:
    """Position of the participle that belongs to the auxiliary, None when there is none."""
    for position in range(auxiliary + 1, min(auxiliary + 2 + rules.max_gap, len(words))):
        if _CLAUSE_BREAKS & set(words[position].before):
            break
        if _is_participle(words[position].lower, code):
            return position
    before = auxiliary - 1
    if rules.participle_may_come_first and before >= 0 and not _CLAUSE_BREAKS & set(words[auxiliary].before):
        return before if _is_participle(words[before].lower, code) else None
    return None


@lru_cache(maxsize=50_000)
def _is_participle(lower: str, code: str) -> bool:
    rules = language(code).passive
    if lower in rules.not_participles or rules.participle.fullmatch(lower) is None:
        return False
    if code in ("nb", "da") and lower.endswith("et"):  # "beløpet" is a noun, "sperret" a verb
        return min(zipf(lower[:-1] + "r", code), zipf(lower[:-1], code)) >= _KNOWN_FORM
    return True


@lru_cache(maxsize=50_000)
def _is_s_passive(lower: str, code: str) -> bool:
    """Whether a form in -s is a verb's passive, not a genitive, a deponent or a word that just ends so."""
    rules = language(code).passive
    if len(lower) < _MIN_S_PASSIVE_LETTERS or not lower.endswith("s") or lower in rules.deponents:
        return False
    bases = {lower[:-1]}
    if lower.endswith("des"):
        bases.add(lower[:-3])  # betalades, debiterades
    if lower.endswith("ts"):
        bases.add(lower[:-2])  # har betalats
    return any(_is_verb(base, code) for base in bases)


def _is_verb(base: str, code: str) -> bool:
    present = zipf(base + "r", code)
    if present < _KNOWN_VERB and code == "sv":  # krävs: kräver, kräva
        present = min(zipf(base + "er", code), zipf(base + "a", code))
    if present < _KNOWN_VERB:
        return False
    definite = max(zipf(base + "n", code), zipf(base + "en", code), zipf(base + "et", code))
    return definite < present - 1  # "kundes": kunder is as common, but kunden says that it is a noun
