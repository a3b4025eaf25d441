"""Which matches of gaps will be shown, and so want to be explained."""

from collections import Counter
from collections.abc import Mapping, Sequence

from ..records import EXAMPLES_SHOWN, GAPS_SHOWN, Article, Gap, GapKind, positions


def shown_pairs(
    gaps: Sequence[Gap], articles: Sequence[Article], kinds: Mapping[str, GapKind]
) -> tuple[tuple[int, int], ...]:
    """Return the pairs of query row and article position whose match is shown, each once.

    The most typical query of a need that finds no answer with each article near it, and the examples of an article
    that is not found with that article; of the first gaps of each kind.

    Parameters
    ----------
    gaps : best first; ``kinds`` are theirs by id.
    """
    position = positions(articles)
    pairs: dict[tuple[int, int], None] = {}
    n_shown: Counter[str] = Counter()
    for gap in gaps:
        n_shown[gap.kind] += 1
        if n_shown[gap.kind] > GAPS_SHOWN:
            continue
        if not gap.article_id:
            pairs.update(((row, position[near.article_id]), None) for row in gap.query_rows[:1] for near in gap.near)
        elif kinds[gap.kind].says_why:
            pairs.update(((row, position[gap.article_id]), None) for row in gap.query_rows[:EXAMPLES_SHOWN])
    return tuple(pairs)
