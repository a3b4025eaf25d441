import math

import pytest

from faqeval.measures.flesch import flesch
from faqeval.measures.flesch_amstad import flesch_amstad
from faqeval.measures.flesch_douma import flesch_douma
from faqeval.measures.lix import lix
from faqeval.measures.wiener import wiener


@pytest.mark.parametrize(
    ("formula", "counts", "value"),
    [
        pytest.param(lix, (28, 2, 8), 42.571, id="UDHR 1 in Swedish, by hand"),
        pytest.param(flesch_douma, (30, 2, 53), 56.852, id="UDHR 1 in Dutch, by hand"),
        pytest.param(flesch, (100, 5, 150), 59.635, id="Flesch"),
        pytest.param(flesch_amstad, (100, 10, 200), 53.0, id="Amstad"),
        pytest.param(wiener, (100, 10, 20, 30, 40), 7.25, id="Wiener"),
    ],
)
def test_formulas_give_values_checked_by_hand(formula, counts: tuple[int, ...], value: float) -> None:
    assert formula(*counts) == pytest.approx(value, abs=1e-3)


@pytest.mark.parametrize(("formula", "n"), [(lix, 3), (flesch, 3), (flesch_douma, 3), (flesch_amstad, 3), (wiener, 5)])
def test_a_text_without_words_or_sentences_has_no_value(formula, n: int) -> None:
    assert math.isnan(formula(*[0] * n))
    assert math.isnan(formula(5, 0, *[1] * (n - 2)))
    assert math.isnan(formula(0, 5, *[1] * (n - 2)))
