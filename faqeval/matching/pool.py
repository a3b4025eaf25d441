"""The articles that a query is matched against, made ready once."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix, vstack

from ..records import Article
from ..text import Spelling
from .bags import Bags, bags
from .embedders import Embedder
from .features.bm25 import Bm25Signal
from .features.characters import CharacterSignal, CharacterSpace
from .features.coverage import CoverageSignal
from .features.terms import Rarity, term_counts, term_keys
from .meaning import ArticleMeaning

_SPELLED: Final = 1_500  # characters of the body whose spelling is compared; the topic is said at the beginning


@dataclass(frozen=True, slots=True)
class Pool:
    """Articles of one language, or of all (see ``pool_places``), with all that the signals need.

    ``places`` (int64, shape (n_articles,)) are the articles' positions in the caller's sequence, in the order of their
    ids, which is the order of everything else here. ``meaning`` is that of the quick model.
    """

    places: NDArray[np.int64]
    languages: tuple[str, ...]
    spelling: Spelling
    term_columns: dict[str, int]
    rarity: Rarity
    bm25_title: Bm25Signal
    bm25_all: Bm25Signal
    coverage_title: CoverageSignal
    coverage_all: CoverageSignal
    character_space: CharacterSpace
    characters_title: CharacterSignal
    characters_all: CharacterSignal
    meaning: ArticleMeaning
    titles: tuple[str, ...]
    bodies: tuple[str, ...]
    has_body: NDArray[np.bool_]


def pool_places(articles: Sequence[Article], language: str, cross_language: str = "auto") -> tuple[int, ...]:
    """Return the positions of the articles that queries of a language are matched against.

    Articles of the query's language, and those whose language nobody knows. When none is in the query's language, all
    articles under ``auto`` (a Danish query is answered by the Swedish FAQ, a Finnish one by whatever lies nearest) and
    none in another language under ``never``. All under ``always``, and for a query whose language nobody knows.
    """
    own = tuple(i for i, article in enumerate(articles) if article.language in (language, "und"))
    has_own = any(articles[i].language == language for i in own)
    if language != "und" and (cross_language == "never" or (cross_language == "auto" and has_own)):
        return own
    return tuple(range(len(articles)))


def make_pool(articles: Sequence[Article], places: Sequence[int], embedder: Embedder) -> Pool:
    """Make the articles at ``places`` ready to be matched.

    A missing title is stood for by the beginning of the body, a missing body by the title: a signal then says the same
    twice instead of saying that the article is bad (and see ``pair_features`` for what that means among bodies).
    Keywords count as text of the article, not as title: they are written for search engines, and a title's likeness
    must stay a title's.
    """
    ordered = sorted(places, key=lambda place: articles[place].article_id)
    chosen = [articles[place] for place in ordered]
    titles = [title_of(article) for article in chosen]
    bodies = [article.body or article.title for article in chosen]
    extras = [" ".join(article.keywords) for article in chosen]
    # The title counts twice among all words: it names the topic, the body only speaks about it.
    texts = [f"{title}\n{title}\n{extra}\n{body}" for title, extra, body in zip(titles, extras, bodies, strict=True)]
    starts = [f"{title}\n{extra}\n{body[:_SPELLED]}" for title, extra, body in zip(titles, extras, bodies, strict=True)]
    languages = [article.language for article in chosen]
    columns, (title_counts, all_counts) = _count_terms(languages, titles, texts)
    spelled_bags = bags(starts)
    space = CharacterSpace.of(spelled_bags)
    return Pool(
        places=np.array(ordered, dtype=np.int64),
        languages=tuple(sorted(set(languages))),
        spelling=Spelling.of(bags(texts).words, sorted(set(languages))),
        term_columns=columns,
        rarity=Rarity.of(all_counts),
        bm25_title=Bm25Signal.of(title_counts),
        bm25_all=Bm25Signal.of(all_counts),
        coverage_title=CoverageSignal.of(title_counts, all_counts),
        coverage_all=CoverageSignal.of(all_counts, all_counts),
        character_space=space,
        characters_title=CharacterSignal.of(space, bags(titles)),
        characters_all=CharacterSignal.of(space, spelled_bags),
        meaning=ArticleMeaning.of(embedder, titles, bodies),
        titles=tuple(titles),
        bodies=tuple(bodies),
        has_body=np.array([bool(article.body.strip()) for article in chosen], dtype=np.bool_),
    )


def title_of(article: Article) -> str:
    """Return an article's title, or the first line of its body, cut between two words, where it has none."""
    return article.title or article.opening


def _count_terms(
    languages: Sequence[str], titles: Sequence[str], texts: Sequence[str]
) -> tuple[dict[str, int], tuple[csr_matrix, csr_matrix]]:
    """Return each term's column, and the term counts of titles and of all text; each article in its own language."""
    groups: list[tuple[str, list[int], Bags, Bags]] = []
    for language in sorted(set(languages)):
        rows = [i for i, code in enumerate(languages) if code == language]
        groups.append((language, rows, bags([titles[i] for i in rows]), bags([texts[i] for i in rows])))
    terms = {term for language, _, _, bag in groups for word in bag.words for term in term_keys(word, (language,))}
    columns = {term: column for column, term in enumerate(sorted(terms))}
    back = np.argsort([i for _, rows, _, _ in groups for i in rows])
    title_counts = vstack([term_counts(bag, language, columns) for language, _, bag, _ in groups], format="csr")[back]
    all_counts = vstack([term_counts(bag, language, columns) for language, _, _, bag in groups], format="csr")[back]
    return columns, (title_counts, all_counts)
