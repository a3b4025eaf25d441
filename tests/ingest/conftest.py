"""DuckDB for the tests of visits and contacts."""

from collections.abc import Iterator

import pytest

from faqeval.config import JourneySettings
from faqeval.ingest.engines import Engine, open_engine


@pytest.fixture(scope="session")
def duck() -> Iterator[Engine]:
    """Return one DuckDB for all tests."""
    engine = open_engine(JourneySettings())
    yield engine
    engine.close()
