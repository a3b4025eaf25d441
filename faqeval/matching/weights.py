"""The weights of each model: those that come with faqeval, and those that were fitted here."""

import json
import logging
from collections.abc import Callable, Mapping
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any, Final, TypeVar

from ..errors import ConfigError
from .fuse import Fusion
from .home import home
from .reader import ReaderWeights

logger = logging.getLogger(__name__)
_Weights = TypeVar("_Weights")


_BUNDLED: Final = files("faqeval.matching") / "bundled_weights"


def has_bundled_weights(name: str) -> bool:
    """Return whether weights for a model of that name come with faqeval."""
    return name.isalnum() and (_BUNDLED / f"{name}.json").is_file()


@cache
def bundled_weights(name: str) -> Fusion:
    """Return the weights that come with faqeval: ``quick`` or ``small``."""
    return Fusion.read(json.loads((_BUNDLED / f"{name}.json").read_text(encoding="utf-8")))


def fitted_weights(checksum: str) -> Fusion | None:
    """Return the weights that were fitted on this machine to the model with this checksum; None: none yet.

    Raises
    ------
    ConfigError
        If the file is damaged, or was written by a version of faqeval with other signals.
    """
    return _fitted(checksum, Fusion.read)


def fitted_reader(checksum: str) -> ReaderWeights | None:
    """Return the weights of a reader that were fitted here, with the judges before it; None: none yet.

    Raises
    ------
    ConfigError
        If the file is damaged.
    """
    return _fitted(checksum, ReaderWeights.read)


def _fitted(checksum: str, read: Callable[[Mapping[str, Any]], _Weights]) -> _Weights | None:
    path = fitted_path(checksum)
    try:
        return read(json.loads(path.read_text(encoding="utf-8")))
    except FileNotFoundError:
        return None
    except (OSError, ValueError, KeyError, TypeError) as exc:
        raise ConfigError(
            f"fitted weights must be readable and of this version of faqeval. Got {path}: {exc!r}. "
            "Delete this file; then they are fitted again."
        ) from exc


def fitted_path(checksum: str) -> Path:
    """Return where the weights of a model lie."""
    return home() / "weights" / f"{checksum}.json"


def keep_weights(checksum: str, fitted: Fusion | ReaderWeights) -> None:
    """Keep the weights of a model; a folder that cannot be written to is no fault, they are then fitted again."""
    path = fitted_path(checksum)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        unfinished = path.with_suffix(".unfinished")
        unfinished.write_text(json.dumps(fitted.stored(), indent=2) + "\n", encoding="utf-8")
        unfinished.replace(path)
    except OSError as exc:
        logger.warning("the fitted weights cannot be kept in %s: %s", path.parent, exc.strerror)
