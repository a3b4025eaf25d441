"""From bytes to text: byte order mark, then strict UTF-8, then cp1252."""

import codecs
import re
from typing import Final

from ...errors import FileUnreadable
from .content import Content

_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16: its mark begins with the mark of UTF-16
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CONTROL: Final = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_MAX_CONTROL_SHARE: Final = 0.05  # of the first bytes; text has next to none, UTF-16 without a mark about half
_PROBE_BYTES: Final = 65_536
_DAMAGED_UTF8_FACTOR: Final = 20  # so many whole characters to one broken byte and it is UTF-8, damaged


def decode(content: Content, kind: str) -> tuple[str, tuple[str, ...]]:
    """Return the text of a file and notes about it.

    Notes
    -----
    cp1252 reads nearly any byte, so it comes last. A UTF-8 file with one broken byte would turn into nonsense from
    beginning to end that way; when whole UTF-8 characters outnumber broken ones by far, the broken ones become U+FFFD.

    Raises
    ------
    FileUnreadable
        If the bytes are no text in any of these encodings.
    """
    data = content.data
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            try:
                return data.decode(encoding), ()
            except UnicodeDecodeError as exc:
                raise _unreadable(content, kind, f"a mark of {encoding.upper()} and other bytes") from exc
    probe = data[:_PROBE_BYTES]
    if len(_CONTROL.findall(probe)) > _MAX_CONTROL_SHARE * len(probe):
        raise _unreadable(content, kind, "bytes that are no text (or UTF-16 without its mark)")
    try:
        return data.decode("utf-8"), ()
    except UnicodeDecodeError:
        pass
    mended = data.decode("utf-8", errors="replace")
    n_broken = mended.count("\ufffd")
    n_whole = sum(map(mended.count, "åäöøæüßéèëïÅÄÖØÆÜ–—’“”„€"))
    if n_whole >= _DAMAGED_UTF8_FACTOR * n_broken:
        return mended, (f"{content.name}: {n_broken} damaged bytes in UTF-8 text were replaced",)
    try:
        return data.decode("cp1252"), ()
    except UnicodeDecodeError as exc:
        raise _unreadable(content, kind, f"a byte that is neither at place {exc.start}") from exc


def _unreadable(content: Content, kind: str, was: str) -> FileUnreadable:
    return FileUnreadable(
        f"{kind} file must be text in UTF-8, UTF-16 with its mark, or cp1252. Got {was} in {content.name}. "
        "Save it as UTF-8."
    )
