"""Is a sentence passive: does it hide who does it?"""

from functools import lru_cache

from .languages.language import PassiveRules
from .languages.registry import SUPPORTED
from .languages.registry import language as _known
from .tokenizer import Token, tokens
from .word_frequency import zipf

_VERB_ZIPF = 1.5  # from this frequency on a form counts as a word of the language


def is_passive(sentence: str, language: str) -> bool:
    """Whether a sentence holds a passive verb. False in unsupported languages.

    Notes
    -----
    An auxiliary with a participle near it ("is sent", "blir skickad", "wird … gesperrt"), or the Nordic -s ("betalas")
    when the rest is a verb: its other forms must be words ("betalar"), and it must be no deponent ("hoppas") and no
    name.
    Measured on 12–14 sentences a language, which were also used while writing the rules: precision 1.0, recall
    .83–1.0; expect less on other text. Source: ours, docs/method/text.md#passive.

    Examples
    --------
    >>> is_passive("Fakturan betalas den sista varje månad.", "sv")
    True
    >>> is_passive("Fakturan finns på Mina sidor.", "sv")
    False
    """
    if language not in SUPPORTED:
        return False
    rules = _known(language).passive
    found = tokens(sentence)
    forms = [token.text.lower().replace("’", "'") for token in found]
    if rules.s_passive and any(
        _is_s_passive(form, language) for form, token in zip(forms, found, strict=True) if _may_be_verb(token, found)
    ):
        return True
    return _has_auxiliary_passive(sentence, found, forms, rules, language)


def _may_be_verb(token: Token, found: list[Token]) -> bool:
    return token.text[-1] == "s" and (token.text.islower() or token is found[0])


def _has_auxiliary_passive(
    sentence: str, found: list[Token], forms: list[str], rules: PassiveRules, language: str
) -> bool:
    for place, form in enumerate(forms):
        if form not in rules.auxiliaries:
            continue
        last = min(len(forms), place + rules.max_gap + 2)
        for other in range(place + 1, last):
            if _ends_clause(sentence, found[other - 1], found[other]):
                break
            if _is_participle(forms[other], language):
                return True
        if rules.participle_may_come_first and place and _is_participle(forms[place - 1], language):
            return True
    return False


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
