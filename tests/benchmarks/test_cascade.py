"""The comparison of shares: which queries are asked about, and the curve that is drawn."""

from xml.etree import ElementTree

import numpy as np
import pytest

from benchmarks.matching.choosing import RULES
from benchmarks.matching.curve import curve

SURE = np.array(
    [[0.9, 0.1], [0.5, 0.4], [0.04, 0.001], [0.0, 0.0], [0.6, 0.3]],
    dtype=np.float32,
)


@pytest.mark.parametrize(
    ("rule", "asked"),
    [
        ("first least above the second", 1),
        ("lowest probability of the first", 2),
        ("probability of the first nearest .5", 1),
        ("entropy of the first ten", 1),
    ],
)
def test_each_rule_asks_about_the_query_it_is_named_for(rule, asked):
    assert RULES[rule](SURE, 0.25).tolist() == [asked]


@pytest.mark.parametrize("rule", RULES)
def test_every_rule_asks_about_the_same_number_and_never_about_a_query_without_an_article(rule):
    assert RULES[rule](SURE, 0.5).size == 2
    assert RULES[rule](SURE, 1.0).tolist() == [0, 1, 2, 4]


def test_curve_is_a_drawing_whose_points_stand_where_their_figures_say():
    quick = {"hit@1": np.array([0.5, 0.48, 0.52]), "AUROC": np.array([0.7, 0.69, 0.71])}
    slow = {"hit@1": np.array([0.6, 0.58, 0.62]), "AUROC": np.array([0.8, 0.79, 0.81])}
    drawn = ElementTree.fromstring(curve({"0": (2_000.0, quick), "1": (90.0, slow)}, "Title & more", "Means."))
    space = "{http://www.w3.org/2000/svg}"
    first, second, *_ = drawn.iter(f"{space}circle")
    assert float(first.attrib["cx"]) > float(second.attrib["cx"])  # quicker lies to the right
    assert float(first.attrib["cy"]) > float(second.attrib["cy"])  # better lies higher
    assert "Share 1: 90 queries a second, hit@1 0.600, AUROC 0.800." in drawn.findtext(f"{space}desc")
