"""WordPress shortcodes: marks in brackets that a plugin turns into boxes, tabs and accordions before anybody reads."""

import html
import re
from typing import Final

_CODE: Final = re.compile(r"\[(/?)([A-Za-z][\w-]{1,60})((?:\s[^\[\]<>]{0,2000})?)(/?)\]")
_TITLE: Final = re.compile(
    r"\b(?:title|heading|question|tab_title)\s*=\s*(?:\"([^\"]{1,500})\"|“([^”]{1,500})”|'([^']{1,500})')"
)


def without_shortcodes(text: str) -> str:
    """Return a text without its shortcodes; a title in one is what readers see, and becomes a heading.

    A word in brackets is a shortcode when it is closed somewhere, has attributes, or is named as programs name things.

    Examples
    --------
    >>> without_shortcodes('[vc_toggle title="By card?"]Yes [always].[/vc_toggle]')
    '<h4>By card?</h4>Yes [always].<hr>'
    """
    closed = {match[2].lower() for match in _CODE.finditer(text) if match[1]}

    def shown(match: re.Match[str]) -> str:
        is_code = match[2].lower() in closed or "=" in match[3] or "_" in match[2] or bool(match[4])
        if not is_code:
            return match[0]
        title = _TITLE.search(match[3])
        named = next(filter(None, title.groups()), "") if title else ""
        if named and not match[1]:
            return f"<h4>{html.escape(html.unescape(named), quote=False)}</h4>"
        return "<hr>" if match[1] and "_" in match[2] else ""  # a box ends, and with it the block

    return _CODE.sub(shown, text)
