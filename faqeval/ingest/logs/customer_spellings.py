"""Customer ids that visits and contacts write in two ways: with and without leading zeros, capitals or ".0"."""

from typing import TYPE_CHECKING, Any, Final

import narwhals as nw

from ..engines import Engine
from .log_cells import as_written_id, trimmed

if TYPE_CHECKING:
    Frame = nw.LazyFrame[Any]

_ZEROS: Final = "^0+"
_ROUNDED: Final = r"^[0-9]([.,][0-9]+)?[eE][+][0-9]{1,3}$"  # what a spreadsheet makes of long numbers


def customer_spellings(frame: "Frame", engine: Engine, key: bytes) -> "Frame":
    """Return each customer of a log once: ``customer``, and ``loose``, equal for ids that differ in spelling only.

    Parameters
    ----------
    frame : with the text column ``customer_id`` as written.
    key : of the keyed hash behind which both stand.
    """
    ids = frame.select("customer_id").unique().with_columns(trimmed("customer_id"))
    ids = ids.with_columns(as_written_id("customer_id")).filter(~nw.col("customer_id").is_null())
    loose = nw.col("customer_id").str.to_lowercase().str.replace_all(_ZEROS, "")
    found = ids.select(customer=nw.col("customer_id"), loose=loose)
    for column in ("customer", "loose"):
        found = engine.keyed_hash(found, column, key)
    return engine.keep(found)


def without_rounded_ids(frame: "Frame", engine: Engine, source: str) -> tuple["Frame", tuple[str, ...]]:
    """Take customers as unknown whose id a spreadsheet has rounded, as 3.60E+12: many have become one.

    Returns
    -------
    The log, and a note when there are such ids.
    """
    is_rounded = nw.col("customer_id").str.contains(_ROUNDED).fill_null(False)
    different = frame.select("customer_id").unique()
    if not int(engine.look(different.filter(is_rounded).select(n=nw.len()))["n"].iloc[0]):
        return frame, ()
    nobody = nw.lit(None, dtype=nw.String)
    known = frame.with_columns(customer_id=nw.when(is_rounded).then(nobody).otherwise(nw.col("customer_id")))
    note = (
        f"{source}: customer ids like 9.99E+99 were rounded by a spreadsheet and count as unknown; export the file "
        "again with ids as text"
    )
    return known, (note,)


def as_the_others_write(events: "Frame", own: "Frame", others: "Frame", engine: Engine) -> tuple["Frame", int]:
    """Give customers of visits the id that contacts know them by, where the two differ in spelling only.

    Only ids that the other log does not have, and that one id alone of each log may mean, are changed.

    Parameters
    ----------
    events : with ``customer``.
    own, others : of visits and contacts, see ``customer_spellings``.

    Returns
    -------
    The events, and how many customers were given the other spelling.
    """
    single = [_alone(own.join(others, on="customer", how="anti")), _alone(others.join(own, on="customer", how="anti"))]
    pairs = engine.keep(single[0].join(single[1].select("loose", met=nw.col("customer")), on="loose", how="inner"))
    n_pairs = int(engine.look(pairs.select(n=nw.len()))["n"].iloc[0])
    if not n_pairs:
        return events, 0
    joined = events.join(pairs.select("customer", "met"), on="customer", how="left")
    return joined.with_columns(customer=nw.coalesce(nw.col("met"), nw.col("customer"))).drop("met"), n_pairs


def _alone(spellings: "Frame") -> "Frame":
    counts = spellings.group_by("loose").agg(nw.len().alias("n"), nw.col("customer").min())
    return counts.filter(nw.col("n") == 1).select("loose", "customer")
