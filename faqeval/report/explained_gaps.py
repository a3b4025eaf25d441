"""What each kind of gap means, and each cause of one."""

from typing import Final

from .explanation import ExplanationText

GAP_KINDS: Final = {
    "missing": ExplanationText(
        "No article answers",
        "Several customers ask for the same thing, and no article answers it.",
        "Every question is matched with every article. Questions whose likeliest article stays below the answer "
        "threshold are grouped by likeness, and a group is reported when enough different questions are in it and the "
        "group as a whole points at no article either. The nearest three articles are shown with how sure we are, and "
        "up to two that no question surely asks for. With contacts, a need that enough of them are about is reported "
        "as well.",
        "Look at the nearest articles first: if one does answer, give it the customers’ words. Otherwise write a new "
        "article, with the question as customers ask it as its title.",
    ),
    "not_found": ExplanationText(
        "Answered, but not found",
        "An article answers the question, but customers’ own words do not lead to it.",
        "For each article: the share of its questions for which the customers’ search does not show it among the first "
        "places. It is reported when that share and the number of different questions are above the limits set. With "
        "visits and contacts also when at least 60 % (journeys.in_vain_share) of the logged-in customers who made "
        "contact about it had searched and never saw the article, and fewer than 40 % (journeys.searches_found_share) "
        "of all visits that searched for it opened it.",
        "Put the customers’ words into the title or the first lines. That is usually minutes of work.",
    ),
    "not_understood": ExplanationText(
        "Found, but hard to understand",
        "Customers reach the article, and its text is hard to read.",
        "The understandability score of the text (sentence length, word length, how common the words are, and what "
        "was found in it), for articles that the search does show for their questions. Short texts are not judged.",
        "Rewrite it: the answer first, short sentences, everyday words, one step per line.",
    ),
    "not_resolving": ExplanationText(
        "Read, and contacted us all the same",
        "Customers find the article, it is not hard to read, and they contact customer service about the same thing.",
        "The share of the article’s readings that a contact about the same need followed within half an hour, against "
        "the usual of all articles. Few readings are pulled towards the usual. It is reported when the share is "
        "surely above one and a half times the usual (journeys.raised_lift), with at most one false alarm in twenty "
        "runs over all articles together (journeys.error_rate), and nothing else explains it first: the article does "
        "not send customers away, was found, and is readable. A contact after a reading may have come anyway, which "
        "is why only what lies above the usual counts as avoidable. It needs visits and contacts.",
        "Read the contacts: what did the customer still have to ask? Put that into the article.",
    ),
    "sends_to_contact": ExplanationText(
        "Sends customers away",
        "The article’s own answer is to call or write to customer service.",
        "Sentences that tell the reader to contact you: one of the first two of the answer, or a large share of it. "
        "A last line such as “call us if this does not help” does not count. With visits and contacts it is also "
        "seen what it does: its contacts are those of customers who had read the article, and it is the verdict on its "
        "need unless its readers more likely than not make no more contact than is usual.",
        "Write the answer, or let the customer do it on the page. Keep the contact line for the end.",
    ),
    "next_issue": ExplanationText(
        "The next question",
        "One question regularly follows another, and the first article neither answers nor links it.",
        "How often a need is the next of the same customer within two weeks (journeys.next_issue_days), from contacts "
        "and from what was searched and read, against how often chance would have it, given how often both needs "
        "occur. It is reported when it is surely above one and a half times chance (journeys.next_issue_lift), all "
        "pairs taken together, and the first article neither answers the second nor links to its article. It needs "
        "contacts; visits make it surer.",
        "Answer the next question in the same article, or link to its answer.",
    ),
    "duplicate": ExplanationText(
        "Two articles compete",
        "Two articles answer the same question. They take each other’s place in the search, and may contradict.",
        "How alike the two texts are, by their words and by their meaning.",
        "Merge them, or say in both titles how they differ. Check first that they do not contradict each other.",
    ),
    "unneeded": ExplanationText(
        "Nobody asks",
        "No question asks for the article, although there were enough questions to be sure.",
        "The chance that an article wanted half as often as the average one would have been asked for at least once.",
        "Consider removing it: every article that nobody needs stands in the way of one that somebody does. Keep it "
        "when the law or the season wants it.",
    ),
}

CAUSES: Final = {
    "vocabulary": ExplanationText(
        "Other words",
        "Customers use words that the article does not have.",
        "The article lacks at least half of the words that carry the question, forms of one word counted as one.",
        "Write the customers’ words beside yours.",
    ),
    "outranked": ExplanationText(
        "Outranked",
        "The words are there, but the search puts other articles first.",
        "The article has more than half of the question’s words and stands below the first places.",
        "Make the title say the question, and take its words out of articles that are about something else.",
    ),
    "no_result": ExplanationText(
        "No result",
        "The search shows nothing at all.",
        "The customers’ search returned no article for the question.",
        "Write the customers’ words into the article, spelled as they spell them.",
    ),
}
