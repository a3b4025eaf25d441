"""The weights of each model: those that come with faqeval, and those that were fitted here."""

import json
import logging
from functools import cache
from importlib.resources import files
from pathlib import Path

from ..errors import ConfigError
from .fuse import Fusion
from .home import home

logger = logging.getLogger(__name__)


@cache
def bundled_weights(name: str) -> Fusion:
    """Return the weights that come with faqeval: ``quick`` or ``small``."""
    stored = (files("faqeval.match") / "bundled_weights" / f"{name}.json").read_text(encoding="utf-8")
    return Fusion.read(json.loads(stored))


def fitted_weights(checksum: str) -> Fusion | None:
    """Return the weights that were fitted on this machine to the model with this checksum; None: none yet.

    Raises
    ------
    ConfigError
        If the file is damaged, or was written by a version of faqeval with other signals.
    """
    path = fitted_path(checksum)
    try:
        return Fusion.read(json.loads(path.read_text(encoding="utf-8")))
    except FileNotFoundError:
        return None
    except (OSError, ValueError, KeyError, TypeError) as exc:
        raise ConfigError(
            f"fitted weights must be readable and of this version of faqeval. Got {path.name}: {exc!r}. "
            "Fit the model again: faqeval models fit NAME."
        ) from exc


def fitted_path(checksum: str) -> Path:
    """Return where the weights of a model lie."""
    return home() / "weights" / f"{checksum}.json"


def keep_weights(checksum: str, fusion: Fusion) -> None:
    """Keep the weights of a model; a folder that cannot be written to is no fault, they are then fitted again."""
    path = fitted_path(checksum)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        unfinished = path.with_suffix(".unfinished")
        unfinished.write_text(json.dumps(fusion.stored(), indent=2) + "\n", encoding="utf-8")
        unfinished.replace(path)
    except OSError as exc:
        logger.warning("the fitted weights cannot be kept in %s: %s", path.parent, exc.strerror)
