"""Take back what the judge believes only because the search shows it, and say how unsure the rest is.

Judge and customer search both look at words. Where a customer's words miss the right article, both miss it, and the
article looks better found than it is. Source: ours, see docs/method/findability.md#echo.
"""

import json
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True, slots=True)
class Echo:
    """What was learned on FAQs whose answers people had marked.

    ``weight_power`` : a query weighs p to this power, p its best answer probability; 1 = p itself.
    ``believed_odds`` : odds by which an answer is believed beyond p, given that the FAQ answers the query.
    ``missed_share`` : how well the search finds the answers that the judge misses, as a share of how well it finds the
        others.
    ``overall_width``, ``article_width`` : half width, as an angle (asin of the root), of what is left of the error on
        a site never seen: of the whole FAQ's figure, and of an article's.
    """

    weight_power: float
    believed_odds: float
    missed_share: float
    overall_width: float
    article_width: float

    def weights(self, best: NDArray[np.float64]) -> NDArray[np.float64]:
        """Return the weight of each query by its best answer probability; 0 and 1 stay.

        An unsure query is not one that nobody answers: weighed by p alone, the queries whose words meet the article
        would speak for those whose words do not.
        """
        return np.asarray(np.power(best, self.weight_power), dtype=np.float64)

    def values(
        self, best: NDArray[np.float64], value: NDArray[np.float64], weight: NDArray[np.float64]
    ) -> NDArray[np.float64]:
        """Return what each query's answer is worth once the judge is not simply believed.

        Parameters
        ----------
        best : best answer probability of each query, 1 where people have judged; shape (n_queries,).
        value : what the judged answers are worth to the customer, 0..1; same shape.
        weight : how much each query counts; same shape. Rows in canonical order.

        Returns
        -------
        float64 array of shape (n_queries,), 0..1, never lower for a higher ``value``.

        Notes
        -----
        c·v + (1 − c)·k·v̄ with c = p·o / (p·o + 1 − p): o are the ``believed_odds``, k the ``missed_share``, v̄ the
        weighted mean of v over the queries that nobody has judged. With p = 1 it is v.
        """
        sure = best * self.believed_odds
        believed = sure / (sure + (1 - best))
        open_weight = np.where(best < 1, weight, 0.0)
        total = float(open_weight.sum())
        usual = float((open_weight * value).sum()) / total if total > 0 else 0.0
        mixed = believed * value + (1 - believed) * self.missed_share * usual
        return np.minimum(mixed, 1.0)  # the last bit of a sum may lie above


def widened(value: float, low: float, high: float, width: float) -> tuple[float, float]:
    """Return the interval of a share, widened by an independent error of half width ``width``.

    Notes
    -----
    On the angle asin √x, where a share's spread does not depend on the share (Anscombe 1948), half widths are added as
    √(a² + b²) and the ends cut to 0..1.

    Examples
    --------
    >>> low, high = widened(0.5, 0.45, 0.55, 0.1)
    >>> round(low, 2), round(high, 2)
    (0.39, 0.61)
    """
    if width <= 0:
        return low, high
    middle, bottom, top = (float(np.arcsin(np.sqrt(x))) for x in (value, low, high))
    lowest = max(middle - float(np.hypot(middle - bottom, width)), 0.0)
    highest = min(middle + float(np.hypot(top - middle, width)), np.pi / 2)
    return min(low, float(np.sin(lowest) ** 2)), max(high, float(np.sin(highest) ** 2))


@cache
def load_echo() -> Echo:
    """Return the weights that come with the package, read once per process."""
    stored = json.loads((files("faqeval.score") / "echo.json").read_text(encoding="utf-8"))
    return Echo(**stored["weights"])
