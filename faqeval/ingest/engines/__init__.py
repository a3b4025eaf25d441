"""What visits and contacts are computed on: one small adapter each for DuckDB and Spark."""

from .engine import Engine

__all__ = ["Engine"]
