"""Words of a query and of an article that are near in meaning only."""

from collections.abc import Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray
from rapidfuzz import fuzz

from ..records import WordPair
from .embedders import StaticEmbedder
from .meeting_words import ArticleWords, Meeting

NEAR: Final = 0.55  # cosine; docs/method/match.md#explanation says how many pairs above it are related
LOOKS_ALIKE: Final = 0.6  # likeness of two words ("pay", "payment"), from which nearness may be one of letters only


def near_words(
    meetings: Sequence[tuple[Meeting, ArticleWords]], embedder: StaticEmbedder
) -> list[tuple[WordPair, ...]]:
    """Return per meeting the words left over that lie near a word of the article, each with the nearest one.

    Parameters
    ----------
    meetings : queries' words at articles; a word that the model does not hold as a whole is near nothing.
    embedder : the bundled model, whichever model ranks: a sentence model knows little of single words.

    Returns
    -------
    list of tuples of WordPair, in the order of the meetings and of their words. Equal nearness: the alphabet decides.
    """
    left = [[word for word in meeting.left if embedder.knows(word.lower())] for meeting, _ in meetings]
    theirs = {id(article): article for words, (_, article) in zip(left, meetings, strict=True) if words}
    known = {
        name: sorted(word for word in article.compared if embedder.knows(word)) for name, article in theirs.items()
    }
    row_of = {
        word: row
        for row, word in enumerate(sorted({word.lower() for words in left for word in words}.union(*known.values())))
    }
    vectors = embedder.embed_queries(list(row_of))
    stacks = {name: vectors[[row_of[word] for word in words]] for name, words in known.items() if words}
    found: list[tuple[WordPair, ...]] = []
    for words, (_, article) in zip(left, meetings, strict=True):
        stack = stacks.get(id(article)) if words else None
        if stack is None:
            found.append(())
            continue
        own = vectors[[row_of[word.lower()] for word in words]]
        found.append(_nearest(words, own @ stack.T, known[id(article)], article))
    return found


def _nearest(
    words: Sequence[str], cosines: NDArray[np.float32], theirs: Sequence[str], article: ArticleWords
) -> tuple[WordPair, ...]:
    best = np.round(cosines, 6).argmax(axis=1)
    return tuple(
        WordPair(word, article.compared[theirs[column]])
        for row, (word, column) in enumerate(zip(words, best.tolist(), strict=True))
        if cosines[row, column] >= NEAR
    )


def looks_alike(pair: WordPair) -> bool:
    """Whether two near words may be near for their letters only, so that nothing is said about their meaning.

    Examples
    --------
    >>> looks_alike(WordPair("pay", "payment")), looks_alike(WordPair("kids", "children"))
    (True, False)
    """
    return fuzz.ratio(pair.word.lower(), pair.article_word.lower()) >= 100 * LOOKS_ALIKE
