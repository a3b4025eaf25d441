"""``answerable_share``: the share of all questions that some article answers."""

from ...records import FigureSpec, ScoreBand

FIGURE = FigureSpec(
    id="answerable_share",
    order=30,
    name="Coverage",
    meaning="The share of all questions that some article answers.",
    how_measured="The mean probability that the likeliest article answers, over all questions.",
    what_to_do="Write the answers that most customers miss.",
    unit="share",
    better="higher",
    bands=(  # limits set by us, reasons: docs/method/report.md#bands
        ScoreBand("strong", "nearly complete", "circle", 0.90),
        ScoreBand("middling", "some gaps", "diamond", 0.75),
        ScoreBand("weak", "many gaps", "triangle", 0.0),
    ),
)
