"""The connection stays usable, whatever was asked of it before."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import narwhals as nw
import pytest

from faqeval.ingest.engines.duckdb_engine import DuckDbEngine


@pytest.fixture
def engine() -> Iterator[DuckDbEngine]:
    with closing(DuckDbEngine(1.0)) as opened:
        yield opened


def test_frames_can_be_computed_after_broken_rows_were_counted(engine: DuckDbEngine, tmp_path: Path):
    path = tmp_path / "visits.csv"
    path.write_text("a,b\n1,2\n1,2,3\n1,4\n", encoding="utf-8")
    kept = engine.keep(engine.scan(str(path), ","))
    assert engine.n_broken() == 1
    counted = kept.group_by("a").agg(nw.len().alias("n")).collect().to_pandas()
    assert counted.to_dict("records") == [{"a": "1", "n": 2}]
