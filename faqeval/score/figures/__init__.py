"""One file per figure of ``summary.json``. Each holds one ``FIGURE``: its texts, and how it is shown."""

import sys
from collections.abc import Mapping
from typing import Final

from ...records import FigureSpec, specs_in

FIGURES: Final[Mapping[str, FigureSpec]] = specs_in(sys.modules[__name__], "FIGURE", FigureSpec)
