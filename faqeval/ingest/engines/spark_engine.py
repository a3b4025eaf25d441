"""Spark: for logs that outgrow one machine. The session that is there is used, else a local one is started."""

from typing import Any

import narwhals as nw
import pandas as pd

from ..._optional import need
from .engine import HASH_DIGITS, LINE, hmac_pads

_BROKEN = "_broken_row"


class SparkEngine:
    """A Spark session; it is not stopped by ``close`` when it was there before."""

    name = "spark"

    def __init__(self) -> None:
        self._sql = need("pyspark", "spark").sql
        self._was_there = self._found() is not None
        self._session = self._found() or self._started()
        self._scanned: list[Any] = []

    def _found(self) -> Any:
        return self._sql.SparkSession.getActiveSession()

    def _started(self) -> Any:
        """Start a session where the environment says, on this machine when it says nothing."""
        quiet = {"spark.ui.showConsoleProgress": "false", "spark.ui.enabled": "false"}
        session = self._sql.SparkSession.builder.appName("faqeval").config(map=quiet).getOrCreate()
        session.sparkContext.setLogLevel("ERROR")
        if session.sparkContext.master.startswith("local"):  # 200 parts, Spark's own number, are for many machines
            session.conf.set("spark.sql.shuffle.partitions", str(2 * session.sparkContext.defaultParallelism))
        return session

    def scan(self, path: str, delimiter: str) -> "nw.LazyFrame[Any]":
        """Open a CSV or Parquet file."""
        functions = self._sql.functions
        if not delimiter:
            rows = self._session.read.parquet(path)
            texts = [functions.col(f"`{name}`").cast("string").alias(name) for name in rows.columns]
            scanned: nw.LazyFrame[Any] = nw.from_native(
                rows.select(*texts, functions.lit(0).cast("bigint").alias(LINE))
            )
            return scanned
        options = {"header": True, "sep": delimiter, "quote": '"', "escape": '"', "multiLine": False}
        names = self._session.read.options(**options).csv(path).columns
        types = self._sql.types
        schema = types.StructType([types.StructField(name, types.StringType()) for name in (*names, _BROKEN)])
        rows = self._session.read.options(**options, columnNameOfCorruptRecord=_BROKEN).schema(schema).csv(path)
        self._scanned.append(rows)
        whole = rows.filter(functions.col(_BROKEN).isNull()).drop(_BROKEN)
        frame: nw.LazyFrame[Any] = nw.from_native(whole.withColumn(LINE, functions.lit(0).cast("bigint")))
        return frame

    def n_broken(self) -> int:
        """Return how many rows could not be cut into columns."""
        functions = self._sql.functions
        # a scan that asks for the broken column only is not allowed, so all columns are read once more
        return sum(rows.cache().filter(functions.col(_BROKEN).isNotNull()).count() for rows in self._scanned)

    def table(self, rows: pd.DataFrame) -> "nw.LazyFrame[Any]":
        """Copy a small table in."""
        types = self._sql.types
        kinds = {"i": types.LongType, "f": types.DoubleType, "b": types.BooleanType}
        fields = [
            types.StructField(name, kinds.get(rows[name].dtype.kind, types.StringType)()) for name in rows.columns
        ]
        records = rows.astype(object).where(rows.notna(), None).to_numpy().tolist()
        frame: nw.LazyFrame[Any] = nw.from_native(self._session.createDataFrame(records, types.StructType(fields)))
        return frame

    def epoch_seconds(self, frame: "nw.LazyFrame[Any]", column: str) -> "nw.LazyFrame[Any]":
        """Replace date-times by seconds."""
        offset = f"`{column}` rlike ':.*(Z|[+-][0-9][0-9](:?[0-9][0-9])?)$'"
        clock = (
            f"case when length(`{column}`) <= 10 then concat(`{column}`, 'T00:00:00Z') else concat(`{column}`, 'Z') end"
        )
        return self._replaced(
            frame, column, f"unix_seconds(try_cast(case when {offset} then `{column}` else {clock} end as timestamp))"
        )

    def number(self, frame: "nw.LazyFrame[Any]", column: str) -> "nw.LazyFrame[Any]":
        """Replace texts by numbers."""
        return self._replaced(frame, column, f"try_cast(`{column}` as double)")

    def keyed_hash(self, frame: "nw.LazyFrame[Any]", column: str, key: bytes) -> "nw.LazyFrame[Any]":
        """Replace texts by keyed hashes."""
        inner, outer = hmac_pads(key)
        digest = f"sha2(concat(unhex('{inner}'), encode(`{column}`, 'utf-8')), 256)"
        digest = f"sha2(concat(unhex('{outer}'), unhex({digest})), 256)"
        hashed = f"cast(conv(substr({digest}, 1, {HASH_DIGITS}), 16, 10) as bigint)"
        return self._replaced(frame, column, f"case when `{column}` is not null then {hashed} end")

    def keep(self, frame: "nw.LazyFrame[Any]") -> "nw.LazyFrame[Any]":
        """Compute a frame and forget how: plans that grow with every step take Spark longer than the data."""
        kept: nw.LazyFrame[Any] = nw.from_native(frame.to_native().localCheckpoint(eager=True))
        return kept

    def close(self) -> None:
        """Let go of what was held, and of the session when it was started here."""
        for held in self._scanned:
            held.unpersist()
        if not self._was_there:
            self._session.stop()

    def _replaced(self, frame: "nw.LazyFrame[Any]", column: str, expression: str) -> "nw.LazyFrame[Any]":
        replaced: nw.LazyFrame[Any] = nw.from_native(
            frame.to_native().withColumn(column, self._sql.functions.expr(expression))
        )
        return replaced
