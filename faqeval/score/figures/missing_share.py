"""``missing_share``: the share of all questions that no article answers."""

from ...records import FigureSpec

FIGURE = FigureSpec(
    id="missing_share",
    order=40,
    name="Share without an answer",
    meaning="The share of all questions that no article answers.",
    how_measured="One minus coverage.",
    what_to_do="Write the answers that most customers miss.",
    unit="share",
    better="lower",
)
