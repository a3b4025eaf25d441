"""Does a sentence tell the reader to do something, as a step does?"""

import re

from .languages.registry import SUPPORTED
from .languages.registry import language as _known
from .languages.word_lists import word_set
from .tokenizer import words

_LOOKED_AT = 200  # characters; an instruction shows in its first words
_BULLET = re.compile(
    r"[\s•*–—\-]*+(?:\d{1,3}[.):]?|[a-zA-Z][.)]|(?:steg|step|stap|schritt|trin) \d{1,3}[.):]?)?\s*", re.IGNORECASE
)

# "Use of", "Order status", "Search results", "Call charges": the first word is a noun.
_ENGLISH_NOUNS = word_set(
    "use order search call return contact print scan change update stop type visit report pay plug set sign log cancel "
    "charge start form pack hold drop register download upload check copy follow find transfer"
)
_AFTER_ENGLISH_NOUNS = word_set(
    "of is are was were has have will can status history number numbers results charges rates fee fees costs limit "
    "limits forwarding waiting form options settings types methods page pages team centre center time times"
)


def begins_with_instruction(sentence: str, language: str) -> bool:
    """Whether a sentence opens with an imperative of the kind steps are made of: "Click", "Then choose".

    A bullet, a number and openers like "please" and "then" may stand before the verb. In German the polite form counts
    only with its pronoun ("Klicken Sie"). False in unsupported languages.

    Notes
    -----
    Closed list of some 70 verbs a language. English nouns that look like verbs ("Use of cards", "Order status") are
    told apart by the word after them. Measured 6/7 to 8/9 on labelled sentences. Source: docs/method/text.md#steps.

    Examples
    --------
    >>> begins_with_instruction("2. Klicka på Betala.", "sv")
    True
    >>> begins_with_instruction("Use of cards abroad", "en")
    False
    """
    if language not in SUPPORTED:
        return False
    known = _known(language)
    opening = _BULLET.sub("", sentence[:_LOOKED_AT], count=1)
    following = words(opening)
    while following and following[0] in known.instruction_openers:
        following = following[1:]
    if not following or following[0] not in known.instruction_verbs:
        return False
    second = following[1] if len(following) > 1 else ""
    if language == "de" and following[0].endswith("n"):
        return second in ("sie", "wir")
    return not (language == "en" and following[0] in _ENGLISH_NOUNS and second in _AFTER_ENGLISH_NOUNS)
