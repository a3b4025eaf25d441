"""Figures that others published: shown beside what was measured, with their source, and never mixed with it."""

from dataclasses import dataclass
from typing import Final

CEB: Final = "CEB, research on 125,000 customers and 5,000 service staff, as reported from the Service Leadership Forum"
LOGGED_IN_USUAL: Final = "the usual is about 30 % (CEB)"


@dataclass(frozen=True, slots=True)
class Benchmark:
    """One published figure."""

    value: str
    about: str
    source: str


LOGGED_IN: Final = (
    Benchmark("about 30 %", "of callers are logged in on the company’s site while they call", CEB),
    Benchmark(
        "over a third; 58 %",
        "of callers are on the site meanwhile; of calls come from customers who were on the site first",
        "The Effortless Experience, quoted second-hand",
    ),
)
EFFORT: Final = (
    Benchmark("1/3 and 2/3", "of how hard it was is what customers did, and how it felt to them", CEB),
    Benchmark("96 % against 9 %", "of customers become disloyal after high and after low effort", "Gartner"),
    Benchmark("4 % against 94 %", "mean to buy again after high and after low effort", "Gartner"),
    Benchmark(
        "up to 40 %, 50 %, 54 %",
        "of repeated calls, of escalations, of channel switches fall away with low effort, and an interaction costs "
        "37 % less",
        "Gartner",
    ),
    Benchmark("8.01 against 0.10 USD", "for a contact with a person and for the same on the site", "Gartner 2019"),
)
