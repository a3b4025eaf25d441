"""What a need is called on the page, by its code."""

from collections.abc import Mapping
from dataclasses import dataclass

from ...records import Evaluation, Gap, positions
from ..wording.formats import shortened

LONGEST_NAME = 140  # characters


@dataclass(frozen=True, slots=True)
class NeedName:
    """The name of a need: the title of the article that answers it, else its most typical query or reason."""

    text: str
    language: str
    is_answered: bool  # by the article of that title
    anchor: str = ""  # of the article's part of the page


class NeedNames:
    """Looks up needs by code; see records/journeys.py."""

    def __init__(self, evaluation: Evaluation, anchors: Mapping[str, str]) -> None:
        self._evaluation, self._anchors = evaluation, anchors
        self._number = {code: number for number, code in enumerate(evaluation.need_keys)}
        self._position = positions(evaluation.articles)
        self._code = {evaluation.needs[number].need_id: code for code, number in self._number.items()}

    def name(self, code: int) -> NeedName:
        """Return the name of a need."""
        if 0 <= code < len(self._evaluation.articles):
            article = self._evaluation.articles[code]
            anchor = self._anchors.get(article.article_id, "")
            return NeedName(shortened(article.name, LONGEST_NAME), article.language, True, anchor)
        number = self._number.get(code, -1)
        if number < 0:
            return NeedName("a need without a name", "en", False)
        need = self._evaluation.needs[number]
        return NeedName(shortened(need.name, LONGEST_NAME), need.language, False)

    def code_of(self, gap: Gap) -> int:
        """Return the code of the need that a gap is about, -1 when it is about none."""
        if gap.article_id:
            return self._position.get(gap.article_id, -1)
        return self._code.get(gap.need_id, -1)

    def follow_key(self, first: int, second: int) -> tuple[str, str]:
        """Return the article and the need id that a gap between these two needs carries."""
        articles = self._evaluation.articles
        follows = articles[second].article_id if 0 <= second < len(articles) else str(second)
        return (articles[first].article_id if 0 <= first < len(articles) else "", f"next:{follows}")
