"""Contacts about the same need again, in another channel, or handed on."""

import narwhals as nw

from .frames import Frame, known


def follow_ups(contacts: Frame, last_s: int, window_s: int) -> Frame:
    """Return the contacts with customer and need whose window the log covers, with repeated and switched.

    Repeated is a contact that the same customer followed by another one about the same need within the window; switched
    when that one came in another known channel. A contact so late that its window reaches past the end of the log
    is left out: it would look unrepeated.
    """
    about = known(contacts).filter(nw.col("need") >= 0)
    order = ["at_s", "contact"]
    about = about.with_columns(
        next_s=nw.col("at_s").shift(-1).over("customer", "need", order_by=order),
        next_channel=nw.col("channel").shift(-1).over("customer", "need", order_by=order),
    ).filter(nw.col("at_s") <= last_s - window_s)
    repeated = (nw.col("next_s") - nw.col("at_s") <= window_s).fill_null(False)
    switched = (
        (nw.col("channel") != "") & (nw.col("next_channel") != "") & (nw.col("channel") != nw.col("next_channel"))
    )
    return about.select("customer", "need", repeated=repeated, switched=repeated & switched.fill_null(False))


def transfers(contacts: Frame) -> Frame:
    """Return the contacts of which the number of transfers is known, and whether there was one."""
    told = known(known(contacts), "transfers")
    return told.select("customer", "need", transferred=nw.col("transfers") >= 1)


def easy_answers(contacts: Frame) -> Frame:
    """Return the contacts whose customer said how easy it was, and whether it was (5 or more of 7).

    A contact without a customer id stands for a customer of its own.
    """
    told = known(contacts, "ces")
    alone = nw.coalesce(nw.col("customer"), -1 - nw.col("contact"))
    return told.select("need", customer=alone, is_easy=nw.col("ces") >= 5)
