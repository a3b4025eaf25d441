"""``repeat_contact_share``: the share of contacts that another one followed."""

from ...records import FigureSpec

FIGURE = FigureSpec(
    id="repeat_contact_share",
    order=90,
    name="Repeated contacts",
    meaning="The share of contacts after which the same customer made contact about the same need again.",
    how_measured=(
        "Of the contacts with a customer id and a need: those that another one by the same customer about the same "
        "need follows within %(journeys.repeat_days)s days (journeys.repeat_days). Contacts whose "
        "%(journeys.repeat_days)s days reach past the end of the file are not counted. It needs contacts."
    ),
    what_to_do="Ask what the first contact left open, and put it into the article.",
    unit="share",
    better="lower",
    needs=("contacts",),
)
