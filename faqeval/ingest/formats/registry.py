"""All CMS formats: the files of this folder that hold a ``FORMAT``."""

from typing import Final

from ...errors import ConfigError
from ...records import modules_in
from .format import Format, Medium


def _formats() -> tuple[Format, ...]:
    modules = modules_in(__name__.rpartition(".")[0])
    found = [module.FORMAT for module in modules if hasattr(module, "FORMAT")]
    return tuple(sorted(found, key=lambda known: (known.is_last, known.name, known.medium)))


FORMATS: Final = _formats()


def format_by_name(name: str, medium: Medium) -> Format:
    """Return the format of that name for JSON or for HTML and XML.

    Raises
    ------
    ConfigError
        If there is none.
    """
    wanted = name.strip().lower()
    known = [known for known in FORMATS if known.name == wanted]
    for candidate in known:
        if candidate.medium == medium:
            return candidate
    if not known:
        names = ", ".join(sorted({known.name for known in FORMATS}))
        raise ConfigError(f"--articles-format must be one of {names}. Got {name!r}. Leave it out to have it found.")
    raise ConfigError(
        f"--articles-format {wanted} must be given {'JSON' if known[0].medium == 'json' else 'an HTML page'}. "
        f"Got {'JSON or a table' if medium == 'json' else 'HTML or XML'}. Export it again, or leave the format out."
    )


def recognise(payload: object, medium: Medium) -> Format | None:
    """Return the format whose shape an export has beyond doubt; None when no format fits."""
    for candidate in FORMATS:
        if candidate.medium != medium:
            continue
        if medium == "markup":
            if candidate.recognises(payload):
                return candidate
            continue
        first = next((entry for entry in candidate.objects(payload) if isinstance(entry, dict)), None)
        if first is not None and candidate.recognises(first):
            return candidate
    return None
