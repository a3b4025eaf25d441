"""Who was logged in on the site while making contact?"""

from typing import Final

import narwhals as nw

from .frames import Frame, known
from .visits import VISIT

_NEVER: Final = -1  # before every moment that a log may hold


def link_contacts(contacts: Frame, visits: Frame, covered: tuple[int, int], window_s: int) -> Frame:
    """Tie each contact of a known customer to the customer's logged-in visits.

    Parameters
    ----------
    contacts : CONTACT_COLUMNS and ``need``.
    visits : as ``visits_of`` returns them.
    covered : first and last moment of the visits' log.
    window_s : seconds after a visit during which a contact still belongs to it.

    Returns
    -------
    The contacts with a customer at a time that the visits cover, with is_logged_in (a logged-in visit had begun, and
    was open or had ended at most ``window_s`` before), and for these session and start_s of the visit begun last.

    Notes
    -----
    Visits and contacts of a customer are laid in one order of time and the latest end and the latest begin are carried
    along: one sort, however many visits a customer has.
    """
    linkable = known(contacts).filter((nw.col("at_s") >= covered[0]) & (nw.col("at_s") <= covered[1] + window_s))
    begun = known(visits, "from_s").select(
        "customer", moment=nw.col("from_s"), is_contact=nw.lit(0), number=nw.lit(-1), from_s=nw.col("from_s"),
        until_s=nw.col("until_s"),
    )  # fmt: skip
    made = linkable.select(
        "customer", moment=nw.col("at_s"), is_contact=nw.lit(1), number=nw.col("contact"),
        from_s=nw.lit(_NEVER).cast(nw.Int64), until_s=nw.lit(_NEVER).cast(nw.Int64),
    )  # fmt: skip
    whole = [nw.col(name).cast(nw.Int64) for name in ("is_contact", "number")]
    line = nw.concat([begun.with_columns(*whole), made.with_columns(*whole)], how="vertical")
    order = ["moment", "is_contact", "number"]
    line = line.with_columns(
        last_from=nw.col("from_s").cum_max().over("customer", order_by=order),
        last_until=nw.col("until_s").cum_max().over("customer", order_by=order),
    ).filter(nw.col("is_contact") == 1)
    is_open = nw.col("last_until") >= nw.col("moment") - window_s
    found = line.select(
        contact=nw.col("number"),
        is_logged_in=is_open,
        from_s=nw.when(is_open).then(nw.col("last_from")).otherwise(nw.lit(None, dtype=nw.Int64)),
    )
    one_visit = _one_per_login(known(visits, "from_s"))
    return linkable.join(found, on="contact", how="inner").join(one_visit, on=["customer", "from_s"], how="left")


def _one_per_login(visits: Frame) -> Frame:
    """Return customer, from_s, session, start_s: of visits that logged in in the same second the one that went on."""
    going_on = visits.with_columns(left=-nw.col("until_s"), one=nw.lit(1).cast(nw.Int64))
    place = nw.col("one").cum_sum().over("customer", "from_s", order_by=["left", "start_s", "session"])
    return going_on.with_columns(place=place).filter(nw.col("place") == 1).select(*VISIT, "from_s")
