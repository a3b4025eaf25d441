"""One file per finding of understandability. Each holds one ``FINDING``: its texts, and how it is found."""

import sys
from collections.abc import Mapping
from typing import Final

from ....records import specs_in
from ..hit import FindingSpec

# in the order in which findings of equal weight and place are shown
FINDINGS: Final[Mapping[str, FindingSpec]] = specs_in(sys.modules[__name__], "FINDING", FindingSpec)
