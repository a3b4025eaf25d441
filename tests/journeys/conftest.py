"""The two engines, each as a maker of frames."""

import shutil
from collections.abc import Iterator

import pytest

from faqeval.config import JourneySettings
from faqeval.ingest.engines import Engine, open_engine


@pytest.fixture(scope="session", params=["duckdb", pytest.param("spark", marks=pytest.mark.spark)])
def frames(request: pytest.FixtureRequest) -> Iterator[Engine]:
    """Return an engine: ``table`` makes a frame of a small pandas table, ``keep`` computes one."""
    if request.param == "spark":
        pytest.importorskip("pyspark")
        if shutil.which("java") is None:
            pytest.skip("no Java here")
    engine = open_engine(JourneySettings(engine=request.param))
    yield engine
    engine.close()


@pytest.fixture(scope="session")
def duck() -> Iterator[Engine]:
    """Return DuckDB alone, for what need not be seen on both."""
    engine = open_engine(JourneySettings())
    yield engine
    engine.close()
