"""``ces``: the share of customers who say that it was easy."""

from ...records import FigureSpec

FIGURE = FigureSpec(
    id="ces",
    order=100,
    name="Customer effort",
    meaning="The share of customers who say that it was easy to get their issue handled.",
    how_measured=(
        "Answers of 5 or more, of all answers on a scale of 1 to 7 (column ces of the contacts). The interval allows "
        "for customers who answer often."
    ),
    what_to_do="Begin with the needs of the highest effort index and the lowest share.",
    unit="share",
    better="higher",
    needs=("contacts",),
)
