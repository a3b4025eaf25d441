"""The bytes of one input: a file on disk, or standard input."""

import hashlib
import sys
from dataclasses import dataclass
from pathlib import Path

from ...errors import FileUnreadable
from .limits import MAX_FILE_BYTES

STANDARD_INPUT = "-"
_ADDRESSES = ("http:", "https:", "www.")


@dataclass(frozen=True, slots=True)
class Content:
    """What one file holds, and what messages may call it (its name without the folder)."""

    name: str
    suffix: str  # lower case with the dot; "" for standard input
    data: bytes
    packed_checksum: str = ""  # of the file that ``data`` was packed in

    @property
    def checksum(self) -> str:
        """SHA-256 of the bytes of the file, in hexadecimal."""
        return self.packed_checksum or hashlib.sha256(self.data).hexdigest()


def read_content(source: str | Path, kind: str) -> Content:
    """Read all bytes of a file, or of standard input when ``source`` is ``-``.

    Parameters
    ----------
    source : path, or ``-``
    kind : what the file is to be, for messages: ``articles``, ``queries`` …

    Raises
    ------
    FileUnreadable
        If there is no such file, it is a folder, may not be read, is empty or larger than ``MAX_FILE_BYTES``.
    """
    if str(source).lower().startswith(_ADDRESSES):
        raise FileUnreadable(
            f"{kind} file must be a file on this machine. Got an address of a web page, and nothing is fetched from "
            "the network. Open the page, save it, and name the file."
        )
    if str(source) == STANDARD_INPUT:
        name, suffix, data = "standard input", "", sys.stdin.buffer.read(MAX_FILE_BYTES + 1)
    else:
        path = Path(source)
        name, suffix, data = path.name, path.suffix.lower(), _file_bytes(path, kind)
    if len(data) > MAX_FILE_BYTES:
        raise FileUnreadable(
            f"{kind} file must be at most {MAX_FILE_BYTES // 2**20} MiB. Got more in {name}. "
            "Split it, or leave out columns."
        )
    if not data.strip():
        raise FileUnreadable(f"{kind} file must hold rows. Got an empty file: {name}. Export it again.")
    return Content(name, suffix, data)


def _file_bytes(path: Path, kind: str) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(MAX_FILE_BYTES + 1)
    except FileNotFoundError as exc:
        was, advice = "no such file", "Check the path."
        cause: Exception = exc
    except IsADirectoryError as exc:
        was, advice = "a folder", "Name the file in it."
        cause = exc
    except PermissionError as exc:
        was, advice = "a file that may not be read", "Give yourself the right to read it."
        cause = exc
    except (OSError, ValueError) as exc:  # ValueError: a NUL in the path
        was, advice = "a path that cannot be opened", "Check the path."
        cause = exc
    raise FileUnreadable(f"{kind} file must be a file that can be read. Got {was}: {path}. {advice}") from cause
