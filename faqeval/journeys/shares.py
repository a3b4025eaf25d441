"""Shares of contacts or readings, by anything, with intervals that know that one customer may stand behind many."""

from collections.abc import Sequence
from typing import Final

import narwhals as nw
import pandas as pd

from ..measures.clustered_share import clustered_share
from ..measures.poisson_rate import poisson_rate
from ..records import Figure
from .frames import Frame, to_pandas

TOO_FEW: Final = "too_few_contacts"
OVERALL: Final = -2  # stands where a need would, in tables of all needs and all contacts


def share_sums(rows: Frame, by: Sequence[str], hit: str) -> pd.DataFrame:
    """Return, per group, what the interval of a share needs.

    Parameters
    ----------
    rows : one row per unit, with ``customer`` (not null), the columns of ``by``, and the boolean column ``hit``.
    by : columns of the groups; () for all rows together.

    Returns
    -------
    The columns of ``by``, n, hits, customers, squares (Σc²), hit_squares (Σh²) and products (Σhc), in the order of
    ``by``.
    """
    units = rows.select(*by, "customer", hit=nw.col(hit).cast(nw.Int64))
    of_customer = units.group_by(*by, "customer").agg(
        c=nw.len().cast(nw.Float64), h=nw.col("hit").sum().cast(nw.Float64)
    )
    c, h = nw.col("c"), nw.col("h")
    of_customer = of_customer.with_columns(cc=c * c, hh=h * h, hc=h * c)
    sums = {
        "n": c.sum(), "hits": h.sum(), "customers": nw.len(),
        "squares": nw.col("cc").sum(), "hit_squares": nw.col("hh").sum(), "products": nw.col("hc").sum(),
    }  # fmt: skip
    if not by:
        return to_pandas(of_customer.select(**sums)).fillna(0.0)
    return to_pandas(of_customer.group_by(*by).agg(**sums)).sort_values(list(by), ignore_index=True)


def share_figure(sums: "pd.Series[float]", least: int) -> Figure:
    """Return one share; too few below ``least`` units or as many customers."""
    n = int(sums["n"])
    if n < least or sums["customers"] < least:
        return Figure(None, None, None, n, TOO_FEW)
    low, high = clustered_share(
        float(sums["n"]), float(sums["hits"]), float(sums["squares"]), float(sums["hit_squares"]),
        float(sums["products"]), int(sums["customers"]),
    )  # fmt: skip
    return Figure(round(float(sums["hits"] / sums["n"]), 6), round(low, 6), round(high, 6), n)


def share_by_need(rows: Frame, hit: str, least: int) -> dict[int, Figure]:
    """Return the share per need, and under ``OVERALL`` that of all rows."""
    found = {int(sums["need"]): share_figure(sums, least) for _, sums in share_sums(rows, ["need"], hit).iterrows()}
    return {**found, OVERALL: share_figure(share_sums(rows, [], hit).iloc[0], least)}


def rate_figure(n: float, squares: float, months: float, least: int) -> Figure:
    """Return how often something happens a month; too few below ``least`` events, or without time observed."""
    if n < least or months <= 0:
        return Figure(None, None, None, int(n), TOO_FEW)
    low, high = poisson_rate(n, squares, months)
    return Figure(round(n / months, 6), round(low, 6), round(high, 6), int(n))


def nobody(reason: str = TOO_FEW) -> Figure:
    """Return a figure without any data."""
    return Figure(None, None, None, 0, reason)
