"""What visits and contacts are computed on: one small adapter each for DuckDB and Spark."""

from ...config import JourneySettings
from .engine import BROKEN, LINE, CsvForm, Engine, EngineTrouble

__all__ = ["BROKEN", "LINE", "CsvForm", "Engine", "EngineTrouble", "open_engine"]


def open_engine(settings: JourneySettings) -> Engine:
    """Open the engine that the settings name; close it after use.

    Raises
    ------
    MissingExtra
        If Spark is asked for and pyspark is not installed.
    """
    if settings.engine == "spark":
        from .spark_engine import SparkEngine

        return SparkEngine()
    from .duckdb_engine import DuckDbEngine

    return DuckDbEngine(settings.memory_gb)
