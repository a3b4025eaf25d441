"""The wording of every message, in English. A finished report can be said again in another wording."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from ..records import Message

Value = str | int | float | tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Wording:
    """One sentence with ``%(name)s`` places, and its other forms.

    The form is chosen by the value called ``by``: its number ("1", else the sentence itself), how many texts it
    holds ("0", "1"), or the text it is.
    """

    text: str
    by: str = ""
    forms: Mapping[str, str] = field(default_factory=dict)


# What makes a text hard, as the end of "What makes it hard: …".
FINDINGS_IN_SHORT: Final = {
    "answer_late": "the answer comes late",
    "company_word": "company words that no customer uses",
    "double_negation": "double negations",
    "long_sentence": "long sentences",
    "long_word": "long words",
    "nominalisation": "nouns where verbs would do",
    "official_word": "official words",
    "passive": "sentences that do not say who acts",
    "rare_word": "rare words",
    "steps_in_prose": "steps hidden in a paragraph",
    "too_long": "length",
}

_MAX_LISTED: Final = 3  # words named in a sentence; the evidence has all of them
_TIMES: Final = "The text has it %(n_found)s times."

SENTENCES: Final[Mapping[str, Wording]] = {
    "advice.missing": Wording(
        "Answer “%(need)s”: look at the nearest articles, write one if none of them does. Customers say: %(words)s.",
        "words",
        {"0": "Answer “%(need)s”: look at the nearest articles, write one if none of them does."},
    ),
    "advice.not_found.instead": Wording(
        "Write %(words)s in “%(title)s”. It now says %(instead)s, and no customer does.",
    ),
    "advice.not_found.words": Wording("Write %(words)s in the title or the first lines of “%(title)s”."),
    "advice.not_found.title": Wording("Make the title of “%(title)s” the question as customers ask it."),
    "advice.not_found.outranked": Wording(
        "Sharpen the title of “%(title)s” with %(words)s. The search puts “%(rival)s” before it.",
        "words",
        {"0": "Sharpen the title of “%(title)s”. The search puts “%(rival)s” before it."},
    ),
    "advice.not_found.searched": Wording(
        "Write %(words)s in “%(title)s”. Customers searched for that, never saw it, and contacted you.",
        "words",
        {"0": "Make “%(title)s” easier to find. Customers searched, never saw it, and contacted you."},
    ),
    "advice.not_resolving": Wording(
        "Complete “%(title)s”: after %(share)s of its readings the customer contacted you about the same thing (usual: "
        "%(usual)s).",
    ),
    "advice.next_issue": Wording(
        "Answer “%(other)s” in “%(title)s”, or link to it there. It comes next %(lift)s times as often as by chance.",
    ),
    "advice.not_understood": Wording(
        "Rewrite “%(title)s” in plain words. What makes it hard: %(findings)s.",
        "findings",
        {"0": "Rewrite “%(title)s” in plain words and short sentences."},
    ),
    "advice.sends_to_contact": Wording(
        "Answer the question in “%(title)s”. It now sends customers to customer service."
    ),
    "advice.duplicate": Wording("Merge “%(title)s” with “%(other)s”, or say in both titles how they differ."),
    "advice.unneeded": Wording(
        "Consider removing “%(title)s”. None of %(n)s different questions asks for it.",
    ),
    "finding.answer_late": Wording(
        "The answer does not come first. Move it to the top.",
        "reason",
        {
            "preamble": "It opens with background instead of the answer. Move the answer to the top.",
            "off_topic": "The first paragraph has none of the question’s words. Move the answer to the top.",
        },
    ),
    "finding.company_word": Wording(
        "None of %(n_queries)s questions uses “%(word)s”. Customers say %(customers_say)s.",
    ),
    "finding.double_negation": Wording("Two negations close together (%(words)s). Say it positively."),
    "finding.long_sentence": Wording("%(n_words)s words in one sentence; above %(limit)s it gets hard. Cut it in two."),
    "finding.long_word": Wording(
        "“%(word)s” has %(n_letters)s letters (%(parts)s). Use a shorter word.",
        "parts",
        {
            "0": "“%(word)s” has %(n_letters)s letters. Use a shorter word.",
            "1": "“%(word)s” has %(n_letters)s letters. Use a shorter word.",
        },
    ),
    "finding.nominalisation": Wording(
        "%(share)s of the words are nouns made from verbs (usual: %(usual)s), such as %(words)s. Use the verbs.",
    ),
    "finding.official_word": Wording(
        f"“%(word)s” is an official word. Write “%(plain)s”. {_TIMES}",
        "n_found",
        {"1": "“%(word)s” is an official word. Write “%(plain)s”."},
    ),
    "finding.passive": Wording("It does not say who acts (%(words)s). Say who does it."),
    "finding.rare_word": Wording(
        f"“%(word)s” is a rare word. Use an everyday one. {_TIMES}",
        "n_found",
        {"1": "“%(word)s” is a rare word. Use an everyday one."},
    ),
    "finding.steps_in_prose": Wording("%(n_steps)s steps in one paragraph (%(verbs)s). Make it a numbered list."),
    "finding.too_long": Wording("%(n_words)s words; beyond %(limit)s few read on. Shorten it, or make two articles."),
    "why.guess": Wording("A guess: %(why)s"),
    "why.shared.title": Wording("the title has %(words)s"),
    "why.shared.text": Wording("the text has %(words)s"),
    "why.shared.keywords": Wording("the keywords have %(words)s"),
    "why.spelled_alike": Wording("“%(word)s” looks like “%(article_word)s”"),
    "why.near_in_meaning": Wording("“%(word)s” is close in meaning to “%(article_word)s”"),
    "why.no_word": Wording(
        "no word is shared",
        "only",
        {
            "meaning": "no word is shared, only the meaning is near",
            "spelling": "no word is shared, only some spelling is alike",
            "need": "no word is shared, only the questions taken together are near",
        },
    ),
    "why.lacking": Wording("the article lacks %(words)s"),
    "why.lacking.many": Wording("the article lacks %(n)s other words"),
    "why.carried": Wording(
        "Shared words carried it.",
        "by",
        {
            "spelling": "Similar spelling carried it.",
            "meaning": "Nearness in meaning carried it.",
            "reader": "The reader, which sees question and article together, carried it.",
            "people": "People said that it answers.",
            "need": "The questions about the same need, taken together, carried it.",
        },
    ),
}

# Why a figure has no value, by the short reason that the score gives.
REASONS: Final = {
    "too_few_queries": "there are too few questions to say",
    "too_few_contacts": "there are too few contacts to say",
    "too_few_views": "there are too few readings to say",
    "too_few_needs": "there are too few needs with enough contacts to say",
    "too_few_articles": "there are too few articles to say",
    "no_scored_article": "no article has a text that can be scored",
    "unsupported_language": "the language is not supported yet",
}


def say(message: "Message") -> str:
    """Return the sentence of a message.

    Raises
    ------
    KeyError
        If no sentence has that id, or the sentence names a value that the message lacks.
    """
    wording = SENTENCES[message.message_id]
    values = dict(message.values)
    form = wording.forms.get(_form(values[wording.by]), wording.text) if wording.by else wording.text
    return form % {name: _shown(name, value) for name, value in values.items()}


def say_reason(reason: str) -> str:
    """Return why something has no value, in words; a reason that is a sentence already stays as it is."""
    return REASONS.get(reason, reason.replace("_", " "))


def _form(value: Value) -> str:
    return str(len(value)) if isinstance(value, tuple) else str(value)


def _shown(name: str, value: Value) -> str:
    """Return a value as the reader sees it; a float is a share, but for a lift."""
    if isinstance(value, tuple):
        if name == "findings":
            return listed([FINDINGS_IN_SHORT.get(kind, kind.replace("_", " ")) for kind in value])
        if name == "parts":
            return " + ".join(value)
        return listed([f"“{text}”" for text in value[:_MAX_LISTED]])
    if isinstance(value, float) and name == "lift":
        return f"{value:g}"
    if isinstance(value, float):
        return f"{value:.0%}".replace("%", " %")
    return f"{value:,}" if isinstance(value, int) else value


def listed(texts: list[str]) -> str:
    """Join texts as in running text.

    Examples
    --------
    >>> listed(["a", "b", "c"])
    'a, b and c'
    """
    if len(texts) < 2:
        return "".join(texts)
    return f"{', '.join(texts[:-1])} and {texts[-1]}"
