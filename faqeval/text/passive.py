"""Passive verbs of a sentence, which leave out who does what."""

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
    if language not in SUPPORTED:
        return []
    rules = _known(language).passive
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
        elif rules.s_passive and _may_be_verb(found[place], found) and _is_s_passive(form, language):
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
    rules = _known(language).passive
    if form in rules.strong_participles:
        return True
    if form in rules.not_participles or rules.participle.fullmatch(form) is None:
        return False
    if language in ("nb", "da") and form.endswith("et"):  # "beløpet" is a noun, "sperret" a verb
        return _known_word(form[:-1] + "r", language) and _known_word(form[:-1], language)
    if language == "sv" and form.endswith(("ad", "at", "ade")):  # "månad" is a noun, "skickad" a verb
        base = form.removesuffix("e")[:-1]
        return _known_word(base, language) and _known_word(base + "r", language)
    return True


@lru_cache(maxsize=50_000)
def _is_s_passive(form: str, language: str) -> bool:
    if len(form) < 4 or form in _known(language).passive.deponents:
        return False
    forms = _verb_forms_sv(form[:-1]) if language == "sv" else _verb_forms_nb_da(form[:-1])
    return any(all(_known_word(other, language) for other in others) for others in forms)


def _verb_forms_sv(base: str) -> list[tuple[str, ...]]:
    """Sets of forms, any of which shows that ``base`` is a verb: betala-s, skriv-s, betalade-s, köpte-s, skickat-s."""
    forms: list[tuple[str, ...]] = []
    if base.endswith("a"):
        forms += [(base + "r",), (base[:-1] + "er",)]
    if base.endswith("e"):
        forms.append((base + "r", base[:-1] + "a"))
    if base.endswith("de"):
        forms += [(base, base[:-2] + "r"), (base, base[:-2] + "er", base[:-2] + "a")]
    if base.endswith("te"):
        forms.append((base, base[:-2] + "er", base[:-2] + "a"))
    if base.endswith("at"):
        forms.append((base[:-1] + "r", base[:-1] + "de"))
    if base[-1] not in "aeiouyåäö":
        forms.append((base + "er", base + "a"))
    return forms


def _verb_forms_nb_da(base: str) -> list[tuple[str, ...]]:
    """As above: betale-s, betalte-s, sendte-s, oprettede-s; no -s passive is made of forms without -e."""
    forms: list[tuple[str, ...]] = []
    if base.endswith("e"):
        forms += [(base + "r", base), (base + "r", base + "t"), (base, base + "t", base + "de")]
    if base.endswith("ede"):
        forms.append((base[:-2] + "r",))
    if base.endswith("te"):
        forms.append((base, base[:-2] + "er"))
    return forms


def _known_word(form: str, language: str) -> bool:
    return zipf(form, language) >= _VERB_ZIPF
