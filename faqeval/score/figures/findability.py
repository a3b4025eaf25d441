"""``findability``: how directly customers' own words lead to the answer."""

from ...records import FigureSpec, ScoreBand

FIGURE = FigureSpec(
    id="findability",
    order=10,
    name="Findability",
    meaning=(
        "How directly customers’ own words lead to the answer. 100: always in first place. 50: on average second "
        "place. 0: never shown."
    ),
    how_measured=(
        "One over the place at which the customers’ search shows the answer, 0 when it does not; the mean over all "
        "questions that have an answer, each weighted by how often it was asked and how sure the answer is. "
        "Corrected, and its range widened, because the judge of the answers looks at words as the search does."
    ),
    what_to_do="Begin with the questions that are answered and not found.",
    unit="points",
    better="higher",
    bands=(  # limits set by us, reasons: docs/method/report.md#bands
        ScoreBand("strong", "found easily", "circle", 0.70),
        ScoreBand("middling", "found with effort", "diamond", 0.45),
        ScoreBand("weak", "hard to find", "triangle", 0.0),
    ),
)
