"""The page as one HTML file that asks for nothing: no script, no request, styles allowed by their hash."""

from base64 import b64encode
from collections.abc import Iterable
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Final

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from .view import Page

_HERE: Final = Path(__file__).parent
_OF_KIND: Final = "#work:has(#k-KIND:checked) .group:not(.k-KIND)"  # the lines that a filter of the work list hides


def html_text(page: Page) -> str:
    """Return the page as HTML. All texts are escaped; only the style sheet, our own file, is not."""
    css = _styles(page.kinds)
    policy = (
        f"default-src 'none'; style-src 'sha256-{b64encode(sha256(css.encode()).digest()).decode()}'; "
        "img-src data:; base-uri 'none'; form-action 'none'"
    )
    return _environment().get_template("report.html").render(page=page, css=Markup(css), policy=policy)


def _styles(kinds: Iterable[str]) -> str:
    """Return the style sheet without comments, indents and blank lines; the selector of a kind stands once for each."""
    sheet = (_HERE / "report.css").read_text(encoding="utf-8")
    sheet = sheet.replace(_OF_KIND, ",\n".join(_OF_KIND.replace("KIND", kind) for kind in kinds))
    lines = sheet.splitlines()
    return "\n".join(line.strip() for line in lines if line.strip() and not line.strip().startswith("/*"))


@cache
def _environment() -> Environment:
    return Environment(
        loader=FileSystemLoader(_HERE / "templates", encoding="utf-8"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
