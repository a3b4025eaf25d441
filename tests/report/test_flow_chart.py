"""The picture of how contacts came about: all contacts are in it, and nothing crosses its edges."""

import random
import re
from itertools import pairwise

import pytest

from faqeval.records import JourneyCounts
from faqeval.report.charts.flow_chart import FlowChart, flow_chart, flow_rows
from tests.journey_factory import paths

NUMBER = re.compile(r"-?\d+(?:\.\d+)?")


def chart(*ways: int, total: int) -> FlowChart:
    made = flow_chart(paths(*ways), JourneyCounts(n_linkable=total))
    assert made is not None
    return made


def test_nothing_known_makes_no_picture() -> None:
    assert flow_chart((), JourneyCounts()) is None
    assert flow_chart(paths(0, 0, 0, 0, 0, 0), JourneyCounts(n_linkable=40)) is None


def test_nodes_say_contacts_and_their_share_of_the_known() -> None:
    values = {node.kind: node.value for node in chart(4, 3, 2, 1, 5, 6, total=100).nodes}
    assert values == {
        "known": "100",
        "in": "21 (21 %)",
        "out": "79 (79 %)",
        "searched": "9 (9 %)",
        "unsearched": "12 (12 %)",
        "answer": "5 (5 %)",
        "other": "8 (8 %)",
        "nothing": "8 (8 %)",
        "end": "100",
    }


def test_steps_of_nobody_are_not_drawn_but_stand_in_the_table() -> None:
    made = chart(0, 0, 7, 0, 0, 0, total=7)
    assert {node.kind for node in made.nodes} == {"known", "in", "searched", "nothing", "end"}
    assert [row.n for row in made.rows] == ["0", "0", "7", "0", "0", "0", "0"]


def test_table_is_in_one_order_whatever_that_of_the_ways() -> None:
    ways = paths(4, 3, 2, 1, 5, 6)
    assert flow_rows(ways[::-1], 100) == flow_rows(ways, 100)
    assert flow_rows(ways, 100)[-1].n == "79"


@pytest.mark.parametrize("seed", range(30))
def test_bands_and_names_stay_inside_and_names_do_not_meet(seed: int) -> None:
    chance = random.Random(seed)
    ways = [chance.choice((0, 1, chance.randint(0, 900))) for _ in range(6)]
    ways[0] += 1
    made = chart(*ways, total=sum(ways) + chance.choice((0, 1, chance.randint(0, 5_000))))
    top, height = float(made.top), float(made.height)
    for band in made.bands:
        numbers = [float(number) for number in NUMBER.findall(band.d)]
        assert max(numbers) <= 1000
        ys = [float(y) for _, y in re.findall(r"(-?[\d.]+) (-?[\d.]+)", band.d)]
        assert top <= min(ys)
        assert max(ys) <= top + height
    by_column: dict[str, list[float]] = {}
    for node in made.nodes:
        by_column.setdefault(node.x, []).append(float(node.text_y))
        assert float(node.y) + float(node.height) <= top + height
    for places in by_column.values():
        places.sort()
        assert all(later - place >= 34 for place, later in pairwise(places))
