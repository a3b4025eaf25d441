"""Spark: for logs that outgrow one machine. The session that is there is used, else a local one is started."""

import re
import shutil
import tempfile
from collections.abc import Mapping, Sequence
from typing import Any, Final

import narwhals as nw
import pandas as pd

from ..._optional import need
from .engine import BROKEN, HASH_DIGITS, LINE, CsvForm, EngineTrouble, Scanned, hmac_pads

_BROKEN: Final = "_broken_row"
_MORE: Final = "_more"  # cells behind the last column; a delimiter at the end of every row is common
_GLOB: Final = re.compile(r"([*?\[\]{}\\])")


class SparkEngine:
    """A Spark session; it is not stopped by ``close`` when it was there before."""

    name = "spark"

    def __init__(self) -> None:
        self._sql = need("pyspark", "spark").sql
        self._was_there = self._found() is not None
        self._session = self._found() or self._started()
        java = need("py4j", "spark").protocol.Py4JJavaError
        self._trouble = (need("pyspark", "spark").errors.PySparkException, java)
        self.folder = tempfile.mkdtemp(prefix="faqeval-")

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

    def scan(self, paths: Sequence[str], form: CsvForm | None) -> Scanned:
        """Open a CSV file or Parquet files."""
        functions, types = self._sql.functions, self._sql.types
        files = [_GLOB.sub(r"\\\1", path) for path in paths]
        if form is None:
            return self._scan_parquet(files)
        options = {"header": form.n_skipped > 0, "sep": form.delimiter, "quote": '"', "escape": '"'}
        names = form.names or tuple(self._session.read.options(**options).csv(files).columns)
        schema = types.StructType([types.StructField(name, types.StringType()) for name in (*names, _MORE, _BROKEN)])
        rows = self._session.read.options(**options, columnNameOfCorruptRecord=_BROKEN).schema(schema).csv(files)
        # a row of another length is marked as corrupt: that it has more cells than columns is told by its delimiters
        mark = re.escape(form.delimiter)
        cells = functions.split(functions.regexp_replace(_BROKEN, f"({mark})+$", ""), mark)
        n_more = functions.size(cells) > len(names) + 1
        is_broken = (functions.trim(functions.coalesce(_MORE, functions.lit(""))) != "") | functions.coalesce(
            n_more & functions.col(_BROKEN).isNotNull(), functions.lit(False)
        )
        rows = rows.withColumn(BROKEN, is_broken).drop(_MORE, _BROKEN)
        if form.line_column:
            rows = rows.withColumn(LINE, functions.col(form.line_column).cast("bigint"))
        return Scanned(nw.from_native(rows), form.n_skipped + 1, dict)

    def _scan_parquet(self, files: Sequence[str]) -> Scanned:
        functions = self._sql.functions
        rows = self._read_parquet(files)
        texts = [functions.expr(_as_text(field.name, field.dataType.typeName())).alias(field.name)
                 for field in rows.schema.fields]  # fmt: skip
        return Scanned(nw.from_native(rows.select(*texts, functions.lit(False).alias(BROKEN))), 1, dict)

    def _read_parquet(self, files: Sequence[str]) -> Any:
        try:
            return self._session.read.parquet(*files)
        except self._trouble as exc:
            raise EngineTrouble from exc

    def load(self, frame: "nw.LazyFrame[Any]", first_line: int) -> "nw.LazyFrame[Any]":
        """Return the rows with line 0 where the file does not hold it: parts of a file are read at once, uncounted."""
        if LINE in frame.collect_schema().names():
            return frame
        return frame.with_columns(nw.lit(0).cast(nw.Int64).alias(LINE))

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
        return self._replaced(frame, column, f"unix_seconds(try_cast(concat(`{column}`, 'Z') as timestamp))")

    def number(self, frame: "nw.LazyFrame[Any]", column: str) -> "nw.LazyFrame[Any]":
        """Replace texts by numbers."""
        return self._replaced(frame, column, f"try_cast(`{column}` as double)")

    def cut(
        self, frame: "nw.LazyFrame[Any]", column: str, pattern: str, groups: Mapping[str, int]
    ) -> "nw.LazyFrame[Any]":
        """Add a column per group of a pattern."""
        functions, rows = self._sql.functions, frame.to_native()
        for name, group in groups.items():
            found = functions.regexp_extract(functions.col(column), pattern, group)
            rows = rows.withColumn(name, functions.coalesce(found, functions.lit("")))
        cut: nw.LazyFrame[Any] = nw.from_native(rows)
        return cut

    def look(self, frame: "nw.LazyFrame[Any]") -> pd.DataFrame:
        """Return the few rows of a small frame."""
        try:
            rows: pd.DataFrame = frame.collect().to_pandas()
        except self._trouble as exc:  # a damaged file
            raise EngineTrouble from exc
        return rows

    def keyed_hash(self, frame: "nw.LazyFrame[Any]", column: str, key: bytes) -> "nw.LazyFrame[Any]":
        """Replace texts by keyed hashes."""
        inner, outer = hmac_pads(key)
        digest = f"sha2(concat(unhex('{inner}'), encode(`{column}`, 'utf-8')), 256)"
        digest = f"sha2(concat(unhex('{outer}'), unhex({digest})), 256)"
        hashed = f"cast(conv(substr({digest}, 1, {HASH_DIGITS}), 16, 10) as bigint)"
        return self._replaced(frame, column, f"case when `{column}` is not null then {hashed} end")

    def keep(self, frame: "nw.LazyFrame[Any]") -> "nw.LazyFrame[Any]":
        """Compute a frame and forget how: plans that grow with every step take Spark longer than the data."""
        try:
            kept: nw.LazyFrame[Any] = nw.from_native(frame.to_native().localCheckpoint(eager=True))
        except self._trouble as exc:  # a damaged file shows only now
            raise EngineTrouble from exc
        return kept

    def release(self, frame: "nw.LazyFrame[Any]") -> None:
        """Do nothing: Spark lays on disk what does not fit, and forgets what nobody holds."""

    def close(self) -> None:
        """Let go of what was held, and of the session when it was started here."""
        shutil.rmtree(self.folder, ignore_errors=True)
        if not self._was_there:
            self._session.stop()

    def _replaced(self, frame: "nw.LazyFrame[Any]", column: str, expression: str) -> "nw.LazyFrame[Any]":
        replaced: nw.LazyFrame[Any] = nw.from_native(
            frame.to_native().withColumn(column, self._sql.functions.expr(expression))
        )
        return replaced


def _as_text(name: str, kind: str) -> str:
    """Return a column as text: moments as seconds, whole numbers without ".0"."""
    column = f"`{name.replace('`', '``')}`"
    if kind == "timestamp":
        return f"cast(unix_seconds({column}) as string)"
    if kind in ("float", "double"):
        is_whole = f"{column} = floor({column}) and abs({column}) < 1e15"
        return (
            f"case when isnan({column}) then null when {is_whole} then cast(cast({column} as bigint) as string) "
            f"when abs({column}) < 1e15 then cast(cast({column} as decimal(24, 6)) as string) end"
        )
    return f"cast({column} as string)"
