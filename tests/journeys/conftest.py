"""The two engines, each as a maker of frames."""

import pytest

from faqeval.ingest.engines import Engine


@pytest.fixture(scope="session", params=["duck", pytest.param("spark_engine", marks=pytest.mark.spark)])
def frames(request: pytest.FixtureRequest) -> Engine:
    """Return an engine: ``table`` makes a frame of a small pandas table, ``keep`` computes one."""
    engine: Engine = request.getfixturevalue(request.param)
    return engine
