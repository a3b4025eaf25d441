"""``understandability``: how easily the answers are read."""

from ...records import FigureSpec, ScoreBand
from ..understandability.whole_faq import understandability_figure

FIGURE = FigureSpec(
    id="understandability",
    order=20,
    name="Understandability",
    meaning="How easily the answers are read. Higher is easier.",
    how_measured=(
        "Per text: the readability formula of its language, how common its words are, and what was found in it; the "
        "mean over articles, every article alike."
    ),
    what_to_do="Begin with hard articles that many customers reach.",
    unit="points",
    better="higher",
    bands=(  # limits set by us, reasons: docs/method/report.md#bands
        ScoreBand("strong", "easy", "circle", 0.60),
        ScoreBand("middling", "takes effort", "diamond", 0.40),
        ScoreBand("weak", "hard", "triangle", 0.0),
    ),
    compute=lambda evaluation, settings: understandability_figure(
        evaluation.understandability, settings.score, settings.seed
    ),
)
