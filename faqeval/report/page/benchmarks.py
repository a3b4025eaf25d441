"""Figures that others published: shown beside what was measured, with their source, and never mixed with it."""

from dataclasses import dataclass
from typing import Final

CEB: Final = "CEB, research on 125,000 customers and 5,000 service staff, as reported from the Service Leadership Forum"
_EFFORTLESS: Final = "The Effortless Experience, quoted second-hand"
LOGGED_IN_USUAL: Final = "the usual is about 30 % (CEB)"


@dataclass(frozen=True, slots=True)
class Benchmark:
    """One published figure."""

    value: str
    about: str
    source: str


LOGGED_IN: Final = (
    Benchmark("about 30 %", "of callers are logged in on the company’s site while they call", CEB),
    Benchmark("over a third", "of callers are on the site meanwhile", _EFFORTLESS),
    Benchmark("58 %", "of calls come from customers who were on the site first", _EFFORTLESS),
)
EFFORT: Final = (
    Benchmark("one third", "of how hard it was is what customers did, two thirds how it felt to them", CEB),
    Benchmark("96 %", "of customers become disloyal after high effort, 9 % after low", "Gartner"),
    Benchmark("4 %", "mean to buy again after high effort, 94 % after low", "Gartner"),
    Benchmark(
        "up to 40 %",
        "of repeated calls fall away with low effort, 50 % of escalations, 54 % of channel switches; an interaction "
        "costs 37 % less",
        "Gartner",
    ),
    Benchmark(
        "8.01 USD", "is the cost of a contact with a person, 0.10 USD that of the same on the site", "Gartner 2019"
    ),
)
