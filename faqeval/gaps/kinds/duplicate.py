"""``duplicate``: two articles that answer the same question and compete, or contradict each other."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from ...records import Gap, Text
from ..draft import make_gap
from ..evidence import Evidence
from ..kind import Kind

ADVICE = Text(
    "advice.duplicate",
    "Merge “%(title)s” with “%(other)s”, or say in both titles how they differ.",
)


def detect_duplicates(evidence: Evidence) -> list[Gap]:
    """Return one gap per pair of articles of one language that say the same.

    Likeness is the mean of two cosines: of the articles' term weights and of their meaning vectors. Each article is
    paired with the article most like it, so that a family of similar texts does not fill the list.
    """
    gaps = []
    for first, second, likeness in _pairs(evidence):
        rows = [row for row in range(len(evidence.best)) if evidence.best[row] in (first, second)]
        titles = (evidence.articles[first].name, evidence.articles[second].name)
        gaps.append(
            make_gap(
                evidence,
                KIND,
                article=first,
                others=(second,),
                rows=rows,
                confidence=likeness,
                share_lost=evidence.settings.duplicate_stake,
                advice=ADVICE(title=titles[0], other=titles[1]),
            )
        )
    return gaps


def _pairs(evidence: Evidence) -> list[tuple[int, int, float]]:
    by_language: dict[str, list[int]] = {}
    for position, article in enumerate(evidence.articles):
        if article.body:
            by_language.setdefault(article.language, []).append(position)
    pairs: dict[tuple[int, int], float] = {}
    for _, members in sorted(by_language.items()):
        if len(members) < 2:
            continue
        likeness = _likeness(evidence, members)
        np.fill_diagonal(likeness, 0.0)
        for here, there in enumerate(likeness.argmax(axis=1)):
            value = float(likeness[here, there])
            if value >= evidence.settings.duplicate_likeness:
                low, high = sorted((members[here], members[int(there)]))
                pairs[low, high] = value
    return [(first, second, round(value, 6)) for (first, second), value in sorted(pairs.items())]


def _likeness(evidence: Evidence, members: Sequence[int]) -> NDArray[np.float64]:
    """Return how alike the articles are, 0..1, float64 of shape (n_members, n_members)."""
    from sklearn.feature_extraction.text import TfidfVectorizer

    vocabulary = evidence.vocabulary
    terms = [sorted(vocabulary.article_terms[j]) + list(vocabulary.title_terms[j]) for j in members]
    if not any(terms):
        return np.zeros((len(members), len(members)))
    weights = TfidfVectorizer(analyzer=list).fit_transform(terms)
    words = np.asarray((weights @ weights.T).toarray(), dtype=np.float64)
    texts = [f"{evidence.articles[j].title}\n{evidence.articles[j].body}" for j in members]
    vectors = evidence.embed(texts).astype(np.float64)
    return np.round((words + np.clip(vectors @ vectors.T, 0.0, 1.0)) / 2, 9)


KIND = Kind(
    id="duplicate",
    order=70,
    name="Two articles compete",
    meaning="Two articles answer the same question. They take each other’s place in the search, and may contradict.",
    how_measured="How alike the two texts are, by their words and by their meaning.",
    what_to_do="Merge them, or say in both titles how they differ. Check first that they do not contradict each other.",
    advice=(ADVICE,),
    work="M",
    others="The other article",
    others_take_part=True,
    detect=detect_duplicates,
)
