"""Small labelled FAQs for the benchmark's own tests."""

from faqeval.matching.fitting.cases import Case, LabelledQuery
from faqeval.records import Article

TOPICS = ("invoice", "router", "password", "delivery", "refund", "parking", "holiday", "insurance", "camera", "garden")
WISHES = ("pay", "restart", "change", "track", "claim", "find", "plan", "cancel", "repair", "water")


def case(group: str, n_unanswerable: int = 3, shift: int = 0) -> Case:
    """A FAQ of ten articles, two queries for each, and some queries that no article answers."""
    pairs = [(topic, WISHES[(number + shift) % len(WISHES)]) for number, topic in enumerate(TOPICS)]
    articles = tuple(
        Article.plain(f"{group}-{topic}", f"How to {wish} the {topic}", f"Open the page and {wish} your {topic}.", "en")
        for topic, wish in pairs
    )
    queries = [
        LabelledQuery(text, frozenset({f"{group}-{topic}"}))
        for topic, wish in pairs
        for text in (f"{wish} {topic}", f"i would like to know where to {wish} it")
    ]
    queries += [LabelledQuery(f"weather on day {number}", frozenset()) for number in range(n_unanswerable)]
    return Case(f"{group} en", group, articles, tuple(queries))
