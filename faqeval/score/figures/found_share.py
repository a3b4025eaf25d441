"""``found_share``: the share of the answered questions that shows its answer first."""

from ...records import FigureSpec

FIGURE = FigureSpec(
    id="found_share",
    order=50,
    name="Share found among the first",
    meaning=("Of the questions that have an answer: the share that shows it among the first places of the search."),
    how_measured="Weighted like findability; the first %(score.found_depth)s places count (score.found_depth).",
    what_to_do="Begin with the questions that are answered and not found.",
    unit="share",
    better="higher",
)
