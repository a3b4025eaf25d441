"""Text made clean once, at the border: one way to write blanks, no invisible characters, composed letters."""

import re
import unicodedata

# Line feed is the only control character that survives; all other line ends become it.
_LINE_ENDS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_INVISIBLE = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f"
    "\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ud800-\udfff\U000e0000-\U000e007f]"
)
_BLANKS = re.compile("[ \t\xa0\u1680\u2000-\u200a\u202f\u205f\u3000]+")
_BLANKS_AT_LINE_ENDS = re.compile(" ?\n ?")
_EMPTY_LINES = re.compile("\n{3,}")
_PLAIN = re.compile(r"[!-~]+(?: [!-~]+)*")  # printable ASCII with single blanks: nothing to do

_DOUBLED = re.compile(r"([^\w\s])\1+")
_BLANK_BEFORE_POINT = re.compile(r"\s+(?=[,.;:!?])")
_WHITE = re.compile(r"\s+")
_SIMPLE_KEY = re.compile(r"[a-z0-9åäöæøéèëïüß]+(?: [a-z0-9åäöæøéèëïüß]+)*")


def normalise(text: str, max_characters: int | None = None) -> str:
    """Text with every invisible oddity gone, and nothing else changed.

    Unicode NFC; no NUL, control, zero-width or direction characters and no lone surrogates; every kind of blank
    becomes one space; every kind of line end becomes ``\\n``, at most two in a row; no blanks at the ends.

    Parameters
    ----------
    text : any string.
    max_characters : int, at least 0; the text is cut to this many characters. None: not cut.

    Notes
    -----
    Normalising twice changes nothing (tested as a law). Time is linear in the length.

    Examples
    --------
    >>> normalise("  Hej\\u200b\\xa0 d\\u00e5!\\r\\n ")
    'Hej då!'
    """
    if _PLAIN.fullmatch(text) is None:
        text = _LINE_ENDS.sub("\n", text)
        text = _INVISIBLE.sub("", text)
        if not text.isascii():
            text = unicodedata.normalize("NFC", text)
        text = _BLANKS.sub(" ", text)
        if "\n" in text:
            text = _EMPTY_LINES.sub("\n\n", _BLANKS_AT_LINE_ENDS.sub("\n", text))
        text = text.strip(" \n")
    if max_characters is not None and len(text) > max_characters:
        text = text[:max_characters].rstrip(" \n")
    return text


def fold(text: str) -> str:
    """The key under which equal queries fold: letter case, outer and doubled punctuation do not count.

    Empty when the text holds no letter and no digit (only emoji, only punctuation).

    Examples
    --------
    >>> fold("  Hur säger jag UPP??? :)")
    'hur säger jag upp'
    """
    text = normalise(text).casefold()
    if _SIMPLE_KEY.fullmatch(text) is not None:
        return text
    if not any(map(str.isalnum, text)):
        return ""
    text = unicodedata.normalize("NFC", text)
    text = _WHITE.sub(" ", text)
    text = _DOUBLED.sub(r"\1", text)
    text = _BLANK_BEFORE_POINT.sub("", text)
    return _without_outer_punctuation(text)


def _without_outer_punctuation(text: str) -> str:
    start, end = 0, len(text)
    while start < end and not _counts_at_ends(text[start]):
        start += 1
    while end > start and not _counts_at_ends(text[end - 1]):
        end -= 1
    return text[start:end]


def _counts_at_ends(character: str) -> bool:
    # "c++", "c#", "100 %" and "50 €" are not "c", "100" and "50"; a combining mark belongs to its letter
    return character.isalnum() or character in "+#%€$£" or unicodedata.category(character).startswith("M")
