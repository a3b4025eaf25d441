"""Which matching models there are, and what each needs."""

from collections.abc import Callable
from dataclasses import dataclass
from importlib.util import find_spec
from typing import Final

from .embedder import Embedder
from .sentence_transformer import sentence_transformer_embedder
from .small import small_embedder
from .static import quick_embedder

MODELS_EXTRA: Final = "pip install 'faqeval[models]'"


@dataclass(frozen=True, slots=True)
class ModelRow:
    """One line of ``faqeval models``; figures that nobody has measured are None.

    ``hit_at_1`` is the share of questions whose first article is right, ``has_answer`` the AUROC of whether there is
    one: means over the open sets, each unseen (benchmarks/RESULTS.md).
    """

    name: str
    needs: str  # what to install, "" when nothing
    installed: bool
    languages: str
    licence: str
    size_mb: int | None = None
    hit_at_1: float | None = None
    has_answer: float | None = None
    says: str = ""


_LOADERS: dict[str, Callable[[], Embedder]] = {"small": small_embedder, "quick": quick_embedder}


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


def list_models() -> tuple[ModelRow, ...]:
    """Return the models from the smallest to the strongest, and one row that stands for all of sentence-transformers.

    Notes
    -----
    Sizes and licences of the models that do not come with faqeval are those of their cards, 2026-08.
    """
    six, installed = "en sv nb da nl de", find_spec("sentence_transformers") is not None

    def named(name: str, languages: str, licence: str, size_mb: int | None, says: str) -> ModelRow:
        return ModelRow(name, MODELS_EXTRA, installed, languages, licence, size_mb, says=says)

    return (
        ModelRow("quick", "", True, six, "MIT, Apache-2.0; word lists CC BY-SA 4.0", 18, 0.608, 0.753, "words only"),
        ModelRow("small", "", True, six, "MIT", 44, 0.650, 0.768, "the default"),
        named("hotchpotch/bekko-embedding-v1-a25m", "many", "MIT", 500, "small, reads long texts"),
        named("google/embeddinggemma-300m", "about 100", "Gemma terms: read them", 1200, "strong for its size"),
        named("saga-embed v1", "sv nb da", "MIT", 1600, "Nordic; its card has the exact name"),
        named("intfloat/multilingual-e5-large", "about 100", "MIT", 2200, "all six languages"),
        named("BAAI/bge-m3", "about 100", "MIT", 2200, "all six languages"),
        named("Snowflake/snowflake-arctic-embed-l-v2.0", "about 70", "Apache-2.0", 2200, "all six languages"),
        named("<name or path>", "as the model", "as the model", None, "any other sentence-transformers model"),
    )
