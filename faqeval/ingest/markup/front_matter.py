"""The lines of names and values above a Markdown text, which no reader sees."""

import re
from typing import Final

_FENCES: Final = {"---": ("---", "..."), "+++": ("+++",)}
_FIELD: Final = re.compile(r"([A-Za-z_][\w-]{0,60})\s*[:=]\s*(.*)")
_MAX_LINES: Final = 200


def split_front_matter(text: str) -> tuple[dict[str, str], str]:
    """Return the fields above a text by their names in lower case, and the text below them.

    Examples
    --------
    >>> split_front_matter("---\\ntitle: 'How do I pay?'\\nslug: pay\\n---\\nBy card.")
    ({'title': 'How do I pay?', 'slug': 'pay'}, 'By card.')
    >>> split_front_matter("---\\nBy card.")
    ({}, '---\\nBy card.')
    """
    lines = text.lstrip("\ufeff\n").split("\n")
    ends = _FENCES.get(lines[0].strip())
    if ends is None:
        return {}, text
    end = next((place for place, line in enumerate(lines[1:_MAX_LINES], 1) if line.strip() in ends), 0)
    fields = [match for line in lines[1:end] if (match := _FIELD.match(line))]
    if not fields:
        return {}, text
    found = {match[1].lower(): match[2].strip().strip("\"'[]").strip() for match in fields}
    return found, "\n".join(lines[end + 1 :]).lstrip("\n")
