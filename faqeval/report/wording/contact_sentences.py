"""The two sentences that sum contacts up."""

from typing import Final

from ...records import Evaluation, Figure, Journeys
from ..page.benchmarks import LOGGED_IN_USUAL
from .figure_words import share_in_words
from .formats import amount_between, plural
from .sentences import say_reason

_LOGGED_IN: Final = "logged_in_contact_share"
_AVOIDABLE: Final = "avoidable_contacts_per_month"
_NONE: Final = Figure(None, None, None, 0)


def logged_in_sentence(journeys: Journeys) -> str:
    """Return how many contacts came from customers who were logged in, beside what others found."""
    figure = journeys.figures.get(_LOGGED_IN, _NONE)
    if figure.value is None:
        return (
            "How many contacts came from customers who were logged in on the site meanwhile cannot be said yet: "
            f"{say_reason(figure.reason or 'too_few_contacts')}."
        )
    return (
        f"Of {plural(figure.n, 'contact')} whose customer is known, {share_in_words(figure)} came from customers who "
        f"were logged in on the site meanwhile; {LOGGED_IN_USUAL}."
    )


def avoidable_sentence(evaluation: Evaluation) -> str:
    """Return how many contacts a month mending the gaps would avoid, "" when that is not known."""
    figure = evaluation.figures.get(_AVOIDABLE, _NONE)
    if figure.value is None or figure.low is None or figure.high is None:
        return ""
    return f"About {amount_between(figure.value, figure.low, figure.high)} contacts a month could be avoided."
