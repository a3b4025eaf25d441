"""Names after a cue: "my name is …", "kind regards, …"."""

import re
from dataclasses import dataclass
from functools import cache

from ..languages.registry import SUPPORTED, language
from ..languages.word_lists import any_of, word_set

_NAME_WORD = re.compile(r"[^\W\d_](?:[^\W\d_]|['’.-](?=[^\W\d_])){0,39}")
# "my name is john smith and i …": what follows shows that the second small word ends the name
_AFTER_SMALL_NAME = re.compile(r" ?[,.!?;\n]| (?:and|och|og|en|und|i|jag|jeg|ik|ich|from|från|fra|van|aus)(?![^\W_])")
_BETWEEN_NAMES = re.compile(r" {1,2}")
_MOST_WORDS = 4
_PARTICLES = word_set("af av von van de der den di da dos la le el al ten ter bin ibn zu zum zur und")
_NO_NAMES = word_set(
    "going inte ikke niet nicht not och og en und and men but maar aber jag jeg ik ich i du you vi we är er is ist som "
    "the på med in on at fel wrong feil falsch fout samma nu now a an ett et det den this that min mitt my mijn "
    "mein mit hur hva hvad what how was wie wat samt eller or oder of to for till til spelled stavas "
    "missing misspelled misspelt incorrect showing shown changed old verkeerd falsch geändert"
)


@dataclass(frozen=True, slots=True)
class _Cues:
    """What a name may follow, in all languages: a customer's is often not known yet, and people mix them."""

    hints: tuple[str, ...]  # one of them is in every text that has a cue
    cue: re.Pattern[str]
    noted: re.Pattern[str]  # as agents note it: only what looks like a name follows
    sign_off: re.Pattern[str]


@cache
def _cues() -> _Cues:
    known = [language(code) for code in SUPPORTED]
    cues, noted, sign_offs = (
        [cue for one in known for cue in getattr(one, field)] for field in ("name_cues", "noted_name_cues", "sign_offs")
    )
    hints: list[str] = []
    for cue in sorted({*cues, *noted, *sign_offs}, key=len):
        if not any(hint in cue for hint in hints):
            hints.append(max(cue.split(), key=len))
    return _Cues(
        tuple(hints),
        re.compile(rf"(?<![^\W_])(?:{any_of(cues)})[ :]{{1,3}}(?=[^\W\d_])", re.IGNORECASE),
        re.compile(rf"(?<![^\W_])(?:{any_of(noted)})[ :]{{1,3}}(?=[^\W\d_])", re.IGNORECASE),
        re.compile(rf"(?<![^\W_])(?:{any_of(sign_offs)})(?![^\W_])[ ,.!/\n-]{{1,6}}(?=[^\W\d_])", re.IGNORECASE),
    )


def mask_names(text: str) -> str:
    """Text with names that follow a cue as [NAME].

    After "my name is" the next word counts whatever its case; more words, and words after a sign-off or after "name is"
    as agents note it, only with a capital or when they end the text. Names without a cue are not found.
    """
    cues, lower = _cues(), text.lower()
    if not any(hint in lower for hint in cues.hints):
        return text
    text = _masked(text, cues.cue, first_may_be_small=True)
    text = _masked(text, cues.noted, first_may_be_small=False)
    return _masked(text, cues.sign_off, first_may_be_small=False)


def _masked(text: str, cue: re.Pattern[str], first_may_be_small: bool) -> str:
    pieces, last = [], 0
    for match in cue.finditer(text):
        if match.end() < last:
            continue
        end = _end_of_name(text, match.end(), first_may_be_small)
        if end > match.end():
            pieces += [text[last : match.end()], "[NAME]"]
            last = end
    return "".join(pieces) + text[last:]


def _end_of_name(text: str, place: int, first_may_be_small: bool) -> int:
    end = place
    for n_words in range(_MOST_WORDS):
        word = _NAME_WORD.match(text, place)
        if word is None or word[0].lower() in _NO_NAMES:
            break
        particle = word[0].lower() in _PARTICLES
        small = first_may_be_small and (n_words == 0 or (n_words == 1 and _AFTER_SMALL_NAME.match(text, word.end())))
        is_name = word[0][0].isupper() or bool(small) or _ends_text(text, word.end())
        if not (is_name or particle):
            break
        if is_name:
            end = word.end()
        gap = _BETWEEN_NAMES.match(text, word.end())
        if gap is None:
            break
        place = gap.end()
    return end


def _ends_text(text: str, place: int) -> bool:
    return not text[place : place + 3].strip(" .,!\n") and len(text) - place <= 3
