"""Which matching models there are, and what each needs."""

from collections.abc import Mapping
from functools import cache
from importlib.util import find_spec
from typing import Final

from ...records import modules_in
from .embedder import Embedder
from .model import BundledModel, ModelRow
from .sentence_transformer import sentence_transformer_embedder

MODELS_EXTRA: Final = "pip install 'faqeval[models]'"


@cache
def bundled_models() -> Mapping[str, BundledModel]:
    """Return the models that files of this folder bring, by name, the smallest first."""
    modules = modules_in(__name__.rpartition(".")[0])
    found = [module.MODEL for module in modules if hasattr(module, "MODEL")]
    return {
        model.row.name: model for model in sorted(found, key=lambda model: (model.row.size_mb or 0, model.row.name))
    }


def load_embedder(name: str) -> Embedder:
    """Return the model of that name; any other name or path goes to sentence-transformers.

    Raises
    ------
    MissingExtra
        If the package that the model needs is not installed.
    ConfigError
        If sentence-transformers cannot load it.
    """
    bundled = bundled_models().get(name)
    return bundled.load() if bundled else sentence_transformer_embedder(name)


def list_models() -> tuple[ModelRow, ...]:
    """Return the models from the smallest to the strongest, and one row that stands for all of sentence-transformers.

    Notes
    -----
    Sizes and licences of the models that do not come with faqeval are those of their cards, 2026-08.
    """
    installed = find_spec("sentence_transformers") is not None

    def named(name: str, languages: str, licence: str, size_mb: int | None, says: str) -> ModelRow:
        return ModelRow(
            name=name,
            needs=MODELS_EXTRA,
            installed=installed,
            languages=languages,
            licence=licence,
            size_mb=size_mb,
            says=says,
        )

    return (
        *(model.row for model in bundled_models().values()),
        named("hotchpotch/bekko-embedding-v1-a25m", "many", "MIT", 500, "small, reads long texts"),
        named("google/embeddinggemma-300m", "about 100", "Gemma terms: read them", 1200, "strong for its size"),
        named("saga-embed v1", "sv nb da", "MIT", 1600, "Nordic; its card has the exact name"),
        named("intfloat/multilingual-e5-large", "about 100", "MIT", 2200, "all six languages"),
        named("BAAI/bge-m3", "about 100", "MIT", 2200, "all six languages"),
        named("Snowflake/snowflake-arctic-embed-l-v2.0", "about 70", "Apache-2.0", 2200, "all six languages"),
        named("<name or path>", "as the model", "as the model", None, "any other sentence-transformers model"),
    )
