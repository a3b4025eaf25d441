"""A report of our own fault that holds no customer text."""

import platform
import tempfile
import traceback
from pathlib import Path

from .. import __version__


def write_fault(exc: BaseException) -> Path:
    """Write where the fault happened, without messages or values, and return the path."""
    lines = [f"faqeval {__version__}, Python {platform.python_version()}, {platform.system()}", type(exc).__name__]
    frames = traceback.extract_tb(exc.__traceback__)
    lines += [f"  {frame.filename}:{frame.lineno} in {frame.name}" for frame in frames]
    with tempfile.NamedTemporaryFile(
        "w", prefix="faqeval-fault-", suffix=".txt", delete=False, encoding="utf-8"
    ) as file:
        file.write("\n".join(lines) + "\n")
    return Path(file.name)
