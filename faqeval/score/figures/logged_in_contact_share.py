"""``logged_in_contact_share``: the share of contacts by customers who were logged in meanwhile."""

from ...records import FigureSpec

FIGURE = FigureSpec(
    id="logged_in_contact_share",
    order=70,
    name="Contacts by customers who were logged in",
    meaning="The share of contacts by customers who were logged in on the site meanwhile.",
    how_measured=(
        "Of the contacts with a customer id, at a time that the visits cover: those whose customer had a visit that "
        "was logged in and had begun, and whose last event was at most %(journeys.contact_window_minutes)s minutes "
        "(journeys.contact_window_minutes) before. The interval allows for customers who make contact often. It "
        "needs visits and contacts with the same customer ids."
    ),
    what_to_do="Look at what these customers searched and read before they made contact: each need says it.",
    unit="share",
    better="lower",
    needs=("visits", "contacts"),
)
