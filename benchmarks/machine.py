"""What a figure was measured on."""

import os
import platform
from datetime import UTC, datetime
from importlib.metadata import version

_PACKAGES = ("faqeval", "numpy", "pandas", "scipy", "scikit-learn", "rapidfuzz")


def describe_machine() -> str:
    """Return date, machine and versions in one line."""
    versions = ", ".join(f"{name} {version(name)}" for name in _PACKAGES)
    cores = os.cpu_count()
    return (
        f"{datetime.now(UTC):%Y-%m-%d}, {platform.machine()} with {cores} cores, {platform.system()}, "
        f"Python {platform.python_version()}, {versions}."
    )
