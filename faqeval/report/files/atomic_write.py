"""A file that appears whole or not at all."""

import os
from pathlib import Path

from ...errors import OutputError


def write_whole(path: Path, content: bytes) -> None:
    """Write a file under another name beside it, then give it its own.

    Raises
    ------
    OutputError
        If the path cannot be written; nothing is left behind.
    """
    partial = path.with_name(f".{path.name}.partial")
    try:
        try:
            with partial.open("wb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
            partial.replace(path)
        finally:
            partial.unlink(missing_ok=True)
    except OSError as exc:
        raise OutputError(
            f"the table must be writable to {path}. Got: {exc.strerror or exc}. Choose another --out. "
            "Nothing was left behind."
        ) from exc
