"""``findability_gini``: whether a few articles take all places."""

from ...records import FigureSpec

FIGURE = FigureSpec(
    id="findability_gini",
    order=60,
    name="Inequality of findability",
    meaning=("Whether a few articles take all places. 0: all are found equally well. Near 1: a few are, most are not."),
    how_measured="The Gini coefficient of the articles’ findability.",
    what_to_do="Look for articles that outrank many others, and sharpen or remove them.",
    unit="index",
    better="lower",
)
