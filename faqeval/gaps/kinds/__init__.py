"""One file per kind of gap. Each holds one ``KIND``: its texts, what it costs and wins back, and how it is found."""

import sys
from collections.abc import Mapping
from typing import Final

from ...records import specs_in
from ..kind import Kind

KINDS: Final[Mapping[str, Kind]] = specs_in(sys.modules[__name__], "KIND", Kind)
