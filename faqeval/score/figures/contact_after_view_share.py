"""``contact_after_view_share``: the share of readings that a contact followed."""

from ...records import FigureSpec

FIGURE = FigureSpec(
    id="contact_after_view_share",
    order=80,
    name="Contact after reading",
    meaning="The share of readings that a contact about the same thing followed.",
    how_measured=(
        "A reading is one article in one visit of a known customer, however often it was opened. It is followed when "
        "the same customer makes contact about that article’s need within %(journeys.contact_window_minutes)s "
        "minutes (journeys.contact_window_minutes). One contact follows one reading of an article, the latest. It "
        "needs visits and contacts with the same customer ids."
    ),
    what_to_do="Begin with the articles whose share is surely raised.",
    unit="share",
    better="lower",
    needs=("visits", "contacts"),
)
