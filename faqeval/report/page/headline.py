"""The one sentence that sums a run up."""

from dataclasses import dataclass

from ...records import Evaluation, Figure
from ..wording.contact_sentences import avoidable_sentence, logged_in_sentence
from ..wording.formats import counted, in_ten, percent_between, plural
from ..wording.sentences import say_reason
from .period import first_and_last_day, period_in_words


@dataclass(frozen=True, slots=True)
class Headline:
    """The sentence, its explanation, what is not known, and what is known of contacts ("" without them)."""

    sentence: str
    detail: str
    unknown: str
    contacts: str = ""


def headline(evaluation: Evaluation) -> Headline:
    """Return what became of all questions, in one sentence.

    Notes
    -----
    The share of all questions that find their answer is coverage times the share found among the first places. Its
    interval multiplies the lower and the upper ends, which is cautious: it holds whatever the two have to do with
    each other. Source: ours, see docs/method/report.md#headline.
    """
    table = evaluation.queries.table
    period = period_in_words(*first_and_last_day(table))
    asked = plural(int(table["count"].sum()), "question") + (f" {period}" if period else "")
    unknown, contacts = _unknown(evaluation), _contacts(evaluation)
    answered, found = (evaluation.figures.get(name) for name in ("answerable_share", "found_share"))
    of_all, of_answered = _ends(answered), _ends(found)
    if of_all is None or of_answered is None:
        reason = next((figure.reason for figure in (answered, found) if figure is not None and figure.reason), "")
        sentence = f"Of {asked}, it cannot be said yet how many find their answer."
        return Headline(sentence, f"The reason: {say_reason(reason or 'too_few_queries')}.", unknown, contacts)
    value, low, high = (share * found_of_it for share, found_of_it in zip(of_all, of_answered, strict=True))
    places = f"the first {counted(found_depth(evaluation))}"
    return Headline(
        f"Of {asked}, {in_ten(value)} find their answer among {places} results.",
        f"That is {percent_between(low, high)}, from {plural(len(table), 'different question')}: "
        f"{in_ten(of_all[0])} have an answer in the FAQ ({percent_between(*of_all[1:])}), and "
        f"{in_ten(of_answered[0])} of those show it among {places} ({percent_between(*of_answered[1:])}).",
        unknown,
        contacts,
    )


def found_depth(evaluation: Evaluation) -> int:
    """Return the number of places in which an answer counts as found, from the settings of the run."""
    return evaluation.settings.score.found_depth


def _unknown(evaluation: Evaluation) -> str:
    contacts = evaluation.figures.get("avoidable_contacts_per_month")
    if contacts is None or contacts.value is not None:
        return ""
    if evaluation.journeys is None:
        given = "no contacts" if contacts.reason.startswith("needs contacts") else "no visits and contacts"
        return f"How many of them became calls or e-mails is not known: {given} were given."
    return f"How many contacts could be avoided cannot be said yet: {say_reason(contacts.reason)}."


def _contacts(evaluation: Evaluation) -> str:
    if evaluation.journeys is None:
        return ""
    return " ".join(filter(None, (logged_in_sentence(evaluation.journeys), avoidable_sentence(evaluation))))


def _ends(figure: Figure | None) -> tuple[float, float, float] | None:
    """Return value, low and high of a figure that has all three."""
    if figure is None or figure.value is None or figure.low is None or figure.high is None:
        return None
    return figure.value, figure.low, figure.high
