"""What each figure and band means."""

from typing import Final

from .explanation import ExplanationText

_JOURNEYS: Final = "It needs visits and contacts."

FIGURES: Final = {
    "findability": ExplanationText(
        "Findability",
        "How directly customers’ own words lead to the answer. 100: always in first place. 50: on average second "
        "place. 0: never shown.",
        "One over the place at which the customers’ search shows the answer, 0 when it does not; the mean over all "
        "questions that have an answer, each weighted by how often it was asked and how sure the answer is. Corrected, "
        "and its range widened, because the judge of the answers looks at words as the search does.",
        "Begin with the questions that are answered and not found.",
    ),
    "understandability": ExplanationText(
        "Understandability",
        "How easily the answers are read. Higher is easier.",
        "Per text: the readability formula of its language, how common its words are, and what was found in it; the "
        "mean over articles, every article alike.",
        "Begin with hard articles that many customers reach.",
    ),
    "answerable_share": ExplanationText(
        "Coverage",
        "The share of all questions that some article answers.",
        "The mean probability that the likeliest article answers, over all questions.",
        "Write the answers that most customers miss.",
    ),
    "missing_share": ExplanationText(
        "Share without an answer",
        "The share of all questions that no article answers.",
        "One minus coverage.",
        "Write the answers that most customers miss.",
    ),
    "found_share": ExplanationText(
        "Share found among the first",
        "Of the questions that have an answer: the share that shows it among the first places of the search.",
        "Weighted like findability; three places unless set otherwise.",
        "Begin with the questions that are answered and not found.",
    ),
    "findability_gini": ExplanationText(
        "Inequality of findability",
        "Whether a few articles take all places. 0: all are found equally well. Near 1: a few are, most are not.",
        "The Gini coefficient of the articles’ findability.",
        "Look for articles that outrank many others, and sharpen or remove them.",
    ),
    "logged_in_contact_share": ExplanationText(
        "Contacts by customers who were logged in",
        "The share of contacts by customers who were logged in on the site meanwhile.",
        _JOURNEYS,
        "Give visits and contacts with the same customer id.",
    ),
    "contact_after_view_share": ExplanationText(
        "Contact after reading",
        "The share of readings that a contact followed within half an hour.",
        _JOURNEYS,
        "Give visits and contacts with the same customer id.",
    ),
    "repeat_contact_share": ExplanationText(
        "Repeated contacts",
        "The share of contacts that the same customer repeated within a week.",
        _JOURNEYS,
        "Give visits and contacts with the same customer id.",
    ),
    "ces": ExplanationText(
        "Customer effort",
        "The share of customers who say that it was easy to get their issue handled.",
        "Answers of 5 or more on a scale of 1 to 7. It needs contacts that carry the answer.",
        "Give contacts with a column ces.",
    ),
    "avoidable_contacts_per_month": ExplanationText(
        "Avoidable contacts a month",
        "How many contacts a month hang on the gaps found.",
        _JOURNEYS,
        "Give visits and contacts with the same customer id.",
    ),
}

_BAND: Final = (
    "The value of the language’s own readability formula (LIX, Flesch, Flesch-Douma or the Wiener formula) on its "
    "published scale. Never compare it across languages. Texts too short for it get none."
)
BANDS: Final = {
    "very_easy": ExplanationText("Very easy", "Reads like a children’s book.", _BAND, "Nothing to do."),
    "easy": ExplanationText("Easy", "Reads like everyday talk.", _BAND, "Nothing to do."),
    "medium": ExplanationText("Medium", "Reads like an ordinary newspaper.", _BAND, "Shorten what you can."),
    "hard": ExplanationText("Hard", "Reads like an official letter.", _BAND, "Rewrite it when many customers need it."),
    "very_hard": ExplanationText("Very hard", "Reads like a statute.", _BAND, "Rewrite it."),
}
