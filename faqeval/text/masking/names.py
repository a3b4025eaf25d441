"""Names after a cue: "my name is …", "kind regards, …"."""

import re

from ..languages.word_lists import word_set

_CUES = (
    "jag heter|mitt namn är|mitt namn e|heter jag|namnet är|"
    "jeg heter|mitt navn er|navnet mitt er|jeg hedder|"
    "mit navn er|mijn naam is|ik heet|mijn naam|ich heiße|ich heisse|mein name ist|mein name|"
    "my name is|my name's|name's|"
    "i am called|i'm called|namn:|navn:|naam:|name:"
)
_TOLD_CUES = "name is|naam is|namn är|navn er|name ist"  # as agents note it: only what looks like a name follows
_SIGN_OFFS = (
    "mvh|med vänlig hälsning|med vänliga hälsningar|vänliga hälsningar|vänligen|hälsningar|hälsning|vh|"
    "med vennlig hilsen|vennlig hilsen|med venlig hilsen|venlig hilsen|beste hilsen|bedste hilsner|hilsen|"
    "kind regards|best regards|warm regards|regards|sincerely|yours truly|best wishes|cheers|"
    "met vriendelijke groet|met vriendelijke groeten|vriendelijke groet|vriendelijke groeten|groeten|groetjes|groet|"
    "mit freundlichen grüßen|mit freundlichen grüssen|freundliche grüße|viele grüße|liebe grüße|beste grüße|mfg|lg"
)
_AFTER_CUE = re.compile(rf"(?<![^\W_])(?:{_CUES})[ :]{{1,3}}(?=[^\W\d_])", re.IGNORECASE)
_AFTER_TOLD_CUE = re.compile(rf"(?<![^\W_])(?:{_TOLD_CUES})[ :]{{1,3}}(?=[^\W\d_])", re.IGNORECASE)
_AFTER_SIGN_OFF = re.compile(rf"(?<![^\W_])(?:{_SIGN_OFFS})(?![^\W_])[ ,.!/\n-]{{1,6}}(?=[^\W\d_])", re.IGNORECASE)
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
# One of these is in every text in which a cue may be.
HINTS = tuple(
    word_set(
        "heter hedder heet heiß heiss name namn navn naam called mvh hälsning hilsen hilsner regards sincerely truly "
        "wishes cheers groet grüße grüssen grüßen mfg lg vänligen vh"
    )
)


def mask_names(text: str) -> str:
    """Text with names that follow a cue as [NAME].

    After "my name is" the next word counts whatever its case; more words, and words after a sign-off or after "name is"
    as agents note it, only with a capital or when they end the text. Names without a cue are not found.
    """
    text = _masked(text, _AFTER_CUE, first_may_be_small=True)
    text = _masked(text, _AFTER_TOLD_CUE, first_may_be_small=False)
    return _masked(text, _AFTER_SIGN_OFF, first_may_be_small=False)


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
