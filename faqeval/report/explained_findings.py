"""What each finding in a text means."""

from typing import Final

from .explanation import ExplanationText

FINDING_KINDS: Final = {
    "answer_late": ExplanationText(
        "The answer comes late",
        "The text opens with background, law or the company instead of the answer.",
        "The first sentence is one of the known openings, or the first paragraph has no word of the question while a "
        "later one does.",
        "Move the answer to the first line.",
    ),
    "company_word": ExplanationText(
        "Company word",
        "A word of the topic that no customer uses, while customers have another word for it.",
        "Content words of the text against all questions in its language. At least 200 questions are needed.",
        "Write the customers’ word, and yours behind it where it must stand.",
    ),
    "double_negation": ExplanationText(
        "Double negation",
        "Two negations close together, which the reader has to work out.",
        "Two words of negation within four words of the same clause.",
        "Say it positively.",
    ),
    "long_sentence": ExplanationText(
        "Long sentence",
        "A sentence longer than readers carry in one go.",
        "Words per sentence, against a limit for each language.",
        "Cut it in two.",
    ),
    "long_word": ExplanationText(
        "Long word",
        "A long word that is not an everyday one.",
        "Letters per word, against a limit for each language; words that people meet often are left out.",
        "Use a shorter word, or split it into its parts.",
    ),
    "nominalisation": ExplanationText(
        "Nouns for verbs",
        "Nouns made from verbs, which hide who does what.",
        "The share of words with endings such as “-tion”, against what is usual in the language.",
        "Use the verb: “we assess” instead of “an assessment is made”.",
    ),
    "official_word": ExplanationText(
        "Official word",
        "A word of letters from authorities for which a plain one says the same.",
        "A list of official words with their plain twins, for each language.",
        "Use the plain word.",
    ),
    "passive": ExplanationText(
        "Passive",
        "A sentence that leaves out who acts.",
        "Auxiliary and participle, or the Nordic -s, by the rules of each language.",
        "Say who does it: “we send”, “you choose”.",
    ),
    "rare_word": ExplanationText(
        "Rare word",
        "A word that few people meet, and that customers do not use either.",
        "How often the word occurs in large collections of text. Danish lists are small, so Danish is less sure.",
        "Use an everyday word, or explain it.",
    ),
    "steps_in_prose": ExplanationText(
        "Steps in a paragraph",
        "Several instructions chained in running text.",
        "Three or more instructions in one paragraph.",
        "Make it a numbered list, one step per line.",
    ),
    "too_long": ExplanationText(
        "Too long",
        "An answer longer than people read on a screen.",
        "Words in the answer, above 400.",
        "Shorten it, or make two articles of it.",
    ),
}
