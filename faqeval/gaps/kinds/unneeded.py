"""``unneeded``: nobody asks for the article."""

from ...records import Gap, Text
from ..draft import make_gap
from ..evidence import Evidence
from ..kind import Kind
from ..wording import rows_by_article

NEED_PROBABILITY = 0.1  # of an open need's article, from which calling it unneeded would contradict the need

ADVICE = Text(
    "advice.unneeded",
    "Consider removing “%(title)s”. None of %(n)s different questions asks for it.",
)


def detect_unneeded(evidence: Evidence) -> list[Gap]:
    """Return one gap per article that no query asks for, when there were enough queries to be sure.

    An article that a query may want, that contacts are about, or that an open need wants with a probability of 1 in
    10, is kept. Confidence is the chance that an article wanted half as often as the average one of its language would
    have been asked for at least once: 1 - (1 - 1/(2 n))^N for n articles and N unique queries in that language. Unique
    queries are counted, not repeats: a thousand copies of one query are one witness.
    """
    asked = rows_by_article(evidence)
    queries_in = evidence.queries["language"].value_counts().to_dict()
    articles_in: dict[str, int] = {}
    for article in evidence.articles:
        articles_in[article.language] = articles_in.get(article.language, 0) + 1
    likely = evidence.matches.scores >= evidence.settings.unneeded_probability
    possible = {evidence.articles[place].article_id for place in evidence.matches.places[likely].tolist() if place >= 0}
    possible |= {
        near.article_id for need in evidence.needs for near in need.near if near.answer_probability >= NEED_PROBABILITY
    }
    gaps = []
    for position, article in enumerate(evidence.articles):
        n_queries = int(queries_in.get(article.language, 0))
        confidence = 1.0 - (1.0 - 1.0 / (2 * articles_in[article.language])) ** n_queries
        is_wanted = position in asked or position in evidence.wanted or article.article_id in possible
        if is_wanted or confidence < evidence.settings.unneeded_surety:
            continue
        gaps.append(
            make_gap(
                evidence,
                KIND,
                article=position,
                rows=(),
                confidence=confidence,
                share_lost=0.0,
                need=article.name,
                advice=ADVICE(title=article.name, n=n_queries),
            )
        )
    return gaps


KIND = Kind(
    id="unneeded",
    order=80,
    name="Nobody asks",
    meaning="No question asks for the article, although there were enough questions to be sure.",
    how_measured=(
        "The chance that an article wanted half as often as the average one would have been asked for at least once."
    ),
    what_to_do=(
        "Consider removing it: every article that nobody needs stands in the way of one that somebody does. Keep it "
        "when the law or the season wants it."
    ),
    advice=(ADVICE,),
    work="S",
    detect=detect_unneeded,
)
