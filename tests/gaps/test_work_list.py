import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from .scene import Asked, article, gaps_of

FAQ = [article("bill", "Pay your bill", "By card."), article("pin", "Forgot PIN", "See the letter.")]
WORDS = ("pin", "bill", "watch", "esim", "pay", "hours")

queries = st.lists(
    st.builds(
        Asked,
        text=st.lists(st.sampled_from(WORDS), min_size=1, max_size=4).map(" ".join),
        answers=st.fixed_dictionaries({"bill": st.floats(0, 1, width=16), "pin": st.floats(0, 1, width=16)}),
        shown=st.lists(st.sampled_from(["bill", "pin"]), unique=True),
        count=st.integers(1, 20),
    ),
    min_size=1,
    max_size=20,
    unique_by=lambda query: query.text,
)


@settings(max_examples=40, deadline=None)
@given(queries)
def test_every_gap_has_shares_and_confidence_between_0_and_1_and_the_list_is_ordered(asked: list[Asked]):
    found = gaps_of(FAQ, asked)
    priorities = [gap.priority for gap in found.gaps]
    assert priorities == sorted(priorities, reverse=True)
    assert len({gap.gap_id for gap in found.gaps}) == len(found.gaps)
    for gap in found.gaps:
        assert 0 <= gap.confidence <= 1
        assert 0 <= gap.demand_share <= 1
        assert np.isfinite(gap.priority)


@settings(max_examples=40, deadline=None)
@given(queries)
def test_every_query_is_in_at_most_one_need_and_needs_hold_all_demand_with_content(asked: list[Asked]):
    found = gaps_of(FAQ, asked)
    rows = [row for need in found.found.needs for row in need.query_rows]
    assert len(rows) == len(set(rows))
    assert sum(need.demand for need in found.found.needs) == sum(
        query.count for query, need in zip(asked, found.found.need_of_query, strict=True) if need >= 0
    )
