"""Embedding models: one file each, behind one protocol."""

from .embedder import Embedder
from .registry import ModelRow, list_models, load_embedder, weights_name
from .static import StaticEmbedder, static_embedder
from .unit_rows import unit_rows
from .verify import verify_bundled_model

__all__ = [
    "Embedder",
    "ModelRow",
    "StaticEmbedder",
    "list_models",
    "load_embedder",
    "static_embedder",
    "unit_rows",
    "verify_bundled_model",
    "weights_name",
]
