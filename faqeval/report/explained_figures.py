"""What each figure and band means."""

from typing import Final

from .explanation import ExplanationText

_JOURNEYS: Final = "It needs visits and contacts with the same customer ids."
_CONTACTS: Final = "It needs contacts."

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
        "Of the contacts with a customer id, at a time that the visits cover: those whose customer had a visit that "
        "was logged in and had begun, and whose last event was at most half an hour (journeys.contact_window_minutes) "
        f"before. The interval allows for customers who make contact often. {_JOURNEYS}",
        "Look at what these customers searched and read before they made contact: each need says it.",
    ),
    "contact_after_view_share": ExplanationText(
        "Contact after reading",
        "The share of readings that a contact about the same thing followed.",
        "A reading is one article in one visit of a known customer, however often it was opened. It is followed when "
        "the same customer makes contact about that article’s need within half an hour "
        f"(journeys.contact_window_minutes). One contact follows one reading of an article, the latest. {_JOURNEYS}",
        "Begin with the articles whose share is surely raised.",
    ),
    "repeat_contact_share": ExplanationText(
        "Repeated contacts",
        "The share of contacts after which the same customer made contact about the same need again.",
        "Of the contacts with a customer id and a need: those that another one by the same customer about the same "
        "need follows within seven days (journeys.repeat_days). Contacts whose seven days reach past the end of the "
        f"file are not counted. {_CONTACTS}",
        "Ask what the first contact left open, and put it into the article.",
    ),
    "ces": ExplanationText(
        "Customer effort",
        "The share of customers who say that it was easy to get their issue handled.",
        "Answers of 5 or more, of all answers on a scale of 1 to 7 (column ces of the contacts). The interval allows "
        "for customers who answer often.",
        "Begin with the needs of the highest effort index and the lowest share.",
    ),
    "avoidable_contacts_per_month": ExplanationText(
        "Avoidable contacts a month",
        "How many contacts a month mending the gaps found would avoid.",
        "For each gap: contacts a month of logged-in customers about its need, times the part that the gap is about "
        "(no answer: all; not found: those who searched and did not see the article; else: those who had seen it, and "
        "of them what lies above the usual), times the share that can be won back (savings.won_back, an assumption). "
        "Each contact counts for one gap; next issues are left out of the sum. The interval is that of the number of "
        f"contacts. {_JOURNEYS}",
        "Follow the order of the work list.",
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
