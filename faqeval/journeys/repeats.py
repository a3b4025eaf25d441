"""Contacts about the same need again, in another channel, or handed on."""

import narwhals as nw

from ..config import JourneySettings
from ..records import Figure
from .frames import DAY_S, Frame, Keep, bounds, known
from .shares import nobody, share_by_need


def repeats(contacts: Frame, settings: JourneySettings, keep: Keep) -> dict[int, tuple[Figure, Figure, Figure]]:
    """Return, per need and under ``OVERALL``, the shares of contacts repeated, switched and transferred.

    Parameters
    ----------
    contacts : CONTACT_COLUMNS and ``need``; those without a customer or a need take part in none of the shares.

    Returns
    -------
    Each share of the contacts that could show it: repeated, of those whose ``repeat_days`` the log covers to its end;
    switched, of these with a known channel, followed by none or by one with a known channel; transferred, of those with
    a known number of transfers. Below ``min_contacts`` contacts or customers there is not enough data.
    """
    ends = bounds(contacts)
    last_s = 0 if ends is None else ends[1]
    about = keep(follow_ups(contacts, last_s, round(settings.repeat_days * DAY_S)))
    least = settings.min_contacts
    repeated = share_by_need(about, "repeated", least)
    switched = share_by_need(known(about, "switched"), "switched", least)
    transferred = share_by_need(transfers(contacts), "transferred", least)
    return {
        need: (repeated.get(need, nobody()), switched.get(need, nobody()), transferred.get(need, nobody()))
        for need in sorted(repeated.keys() | switched.keys() | transferred.keys())
    }


def follow_ups(contacts: Frame, last_s: int, window_s: int) -> Frame:
    """Return the contacts with customer and need whose window the log covers, with repeated and switched.

    Repeated is a contact that the same customer followed by another one about the same need within the window; switched
    when the next one came in another channel, null where one of the two channels is not known. A contact so late that
    its window reaches past ``last_s``, the end of the log, is left out: it would look unrepeated.
    """
    about = known(contacts).filter(nw.col("need") >= 0)
    order = ["at_s", "contact"]
    about = about.with_columns(
        next_s=nw.col("at_s").shift(-1).over("customer", "need", order_by=order),
        next_channel=nw.col("channel").shift(-1).over("customer", "need", order_by=order),
    ).filter(nw.col("at_s") <= last_s - window_s)
    repeated = (nw.col("next_s") - nw.col("at_s") <= window_s).fill_null(False)
    about = about.with_columns(repeated=repeated, next_channel=nw.col("next_channel").fill_null(""))
    is_unknown = (nw.col("channel") == "") | (nw.col("repeated") & (nw.col("next_channel") == ""))
    differs = nw.col("repeated") & (nw.col("channel") != nw.col("next_channel"))
    switched = nw.when(is_unknown).then(nw.lit(None, dtype=nw.Boolean)).otherwise(differs)
    return about.select("customer", "need", "repeated", switched=switched)


def transfers(contacts: Frame) -> Frame:
    """Return the contacts with customer, need and a known number of transfers, and whether there was one."""
    told = known(known(contacts), "transfers").filter(nw.col("need") >= 0)
    return told.select("customer", "need", transferred=nw.col("transfers") >= 1)


def easy_answers(contacts: Frame) -> Frame:
    """Return the contacts whose customer said how easy it was, and whether it was (5 or more of 7).

    A contact without a customer id stands for a customer of its own.
    """
    told = known(contacts, "ces")
    alone = nw.coalesce(nw.col("customer"), -1 - nw.col("contact"))
    return told.select("need", customer=alone, is_easy=nw.col("ces") >= 5)
