"""Passive verbs of a sentence, which leave out who does what."""

from collections.abc import Iterable
from functools import lru_cache

from .languages.language import PassiveRules
from .languages.registry import SUPPORTED
from .languages.registry import language as _known
from .tokenizer import Token, tokens
from .word_frequency import zipf

_VERB_ZIPF = 1.5  # from this frequency on a form counts as a word of the language


def passive_words(sentence: str, language: str) -> list[tuple[str, ...]]:
    """Return the words of every passive verb of a sentence as written, in reading order; none in other languages.

    An auxiliary with its participle ("is sent", "blir skickad", "wird … gesperrt"), or the Nordic -s ("betalas") alone.

    Notes
    -----
    The rest of a Nordic -s form must be a verb: its other forms must be words ("betalar"), and it must be no deponent
    ("hoppas") and no name.
    Measured on 12–14 sentences a language, which were also used while writing the rules: precision 1.0, recall
    .83–1.0; expect less on other text. Source: ours, docs/method/text.md#passive.

    Examples
    --------
    >>> passive_words("Fakturan betalas den sista varje månad.", "sv")
    [('betalas',)]
    >>> passive_words("Fakturan finns på Mina sidor.", "sv")
    []
    """
    rules = _known(language).passive if language in SUPPORTED else None
    if rules is None:
        return []
    found = tokens(sentence)
    forms = [token.text.lower().replace("’", "'") for token in found]
    passives: list[tuple[str, ...]] = []
    used: set[int] = set()
    for place, form in enumerate(forms):
        if form in rules.auxiliaries:
            participle = _participle_of(place, sentence, found, forms, rules, language)
            if participle is not None and participle not in used:
                used.add(participle)
                passives.append((found[place].text, found[participle].text))
        elif rules.s_passive_forms and _may_be_verb(found[place], found) and _is_s_passive(form, language):
            passives.append((found[place].text,))
    return passives


def _may_be_verb(token: Token, found: list[Token]) -> bool:
    return token.text[-1] == "s" and (token.text.islower() or token is found[0])


def _participle_of(
    auxiliary: int, sentence: str, found: list[Token], forms: list[str], rules: PassiveRules, language: str
) -> int | None:
    """Return the place of the auxiliary's participle, None when it has none."""
    for other in range(auxiliary + 1, min(len(forms), auxiliary + rules.max_gap + 2)):
        if _ends_clause(sentence, found[other - 1], found[other]):
            break
        if _is_participle(forms[other], language):
            return other
    if rules.participle_may_come_first and auxiliary and _is_participle(forms[auxiliary - 1], language):
        return auxiliary - 1
    return None


def _ends_clause(sentence: str, left: Token, right: Token) -> bool:
    return any(mark in sentence[left.end : right.start] for mark in ".;:!?,(–")


@lru_cache(maxsize=50_000)
def _is_participle(form: str, language: str) -> bool:
    rules = _rules(language)
    if form in rules.strong_participles:
        return True
    if form in rules.not_participles or rules.participle.fullmatch(form) is None:
        return False
    # "beløpet" and "månad" are nouns, "sperret" and "skickad" verbs
    needed = [pair for pair in rules.participle_forms if form.endswith(pair[0])]
    return not needed or _has_forms(form, needed, language)


@lru_cache(maxsize=50_000)
def _is_s_passive(form: str, language: str) -> bool:
    rules = _rules(language)
    return len(form) >= 4 and form not in rules.deponents and _has_forms(form[:-1], rules.s_passive_forms, language)


def _has_forms(base: str, forms: Iterable[tuple[str, tuple[str, ...]]], language: str) -> bool:
    """Whether one set of a verb's other forms are words of the language."""
    for ending, others in forms:
        if base.endswith(ending) if ending else base[-1] not in _known(language).syllables.vowels:
            stem = base.removesuffix(ending)
            if all(_known_word(stem + other, language) for other in others):
                return True
    return False


def _rules(language: str) -> PassiveRules:
    rules = _known(language).passive
    assert rules is not None  # asked for before
    return rules


def _known_word(form: str, language: str) -> bool:
    return zipf(form, language) >= _VERB_ZIPF
