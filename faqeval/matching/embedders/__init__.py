"""Embedding models: one file each, behind one protocol."""

from .checksum import checksum_of
from .embedder import Embedder
from .model import ModelRow
from .registry import bundled_models, list_models, load_embedder
from .static import StaticEmbedder, quick_embedder
from .verify import verify_bundled_models

__all__ = [
    "Embedder",
    "ModelRow",
    "StaticEmbedder",
    "bundled_models",
    "checksum_of",
    "list_models",
    "load_embedder",
    "quick_embedder",
    "verify_bundled_models",
]
