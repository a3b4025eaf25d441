"""From plain text to blocks: empty lines, list marks and line ends that end a thought."""

import re
from typing import Final

from ...records import Block
from ...records.articles import BlockKind
from ...text import normalise
from .list_marks import BULLET, NUMBER, step_lines

_SENTENCE_END: Final = re.compile(r"[.!?:;…][\"'”’»)\]]*$")
_WRAPPED_FROM, _WRAPPED_TO = 60, 100  # characters of a line that a program wrapped


def plain_blocks(text: str) -> tuple[Block, ...]:
    """Return the blocks of plain text.

    Lines that begin with a bullet or the number of a step are blocks of their own. Elsewhere a line end divides
    blocks, unless the text goes on: the next line begins in lower case, or the line is as long as programs wrap them,
    and in both cases no sentence ended there.

    Examples
    --------
    >>> [(block.kind, block.text) for block in plain_blocks("Gör så här:\\n1. Logga in\\n2. Betala\\n\\nKlart.")]
    [('paragraph', 'Gör så här:'), ('step', 'Logga in'), ('step', 'Betala'), ('paragraph', 'Klart.')]
    """
    lines = normalise(text).split("\n")
    steps = step_lines(lines)
    texts: list[list[str]] = []
    kinds: list[BlockKind] = []
    last = ""  # the line before, when the block may go on
    for place, line in enumerate(lines):
        mark = NUMBER.match(line) if place in steps else BULLET.match(line)
        if mark:
            kinds.append("step" if place in steps else "bullet")
            texts.append([line[mark.end() :]])
        elif last and _goes_on(last, line):
            texts[-1].append(line)
        elif line:
            kinds.append("paragraph")
            texts.append([line])
        last = line
    joined = (" ".join(" ".join(parts).split()) for parts in texts)
    return tuple(Block(kind, text) for kind, text in zip(kinds, joined, strict=True) if text)


def _goes_on(last: str, line: str) -> bool:
    if not line or _SENTENCE_END.search(last):
        return False
    return line[0].islower() or _WRAPPED_FROM <= len(last) <= _WRAPPED_TO
