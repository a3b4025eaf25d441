"""Embedding models: one file each, behind one protocol."""

from .checksum import checksum_of
from .embedder import Embedder
from .registry import ModelRow, list_models, load_embedder
from .static import StaticEmbedder, quick_embedder
from .unit_rows import unit_rows
from .verify import verify_bundled_models

__all__ = [
    "Embedder",
    "ModelRow",
    "StaticEmbedder",
    "checksum_of",
    "list_models",
    "load_embedder",
    "quick_embedder",
    "unit_rows",
    "verify_bundled_models",
]
