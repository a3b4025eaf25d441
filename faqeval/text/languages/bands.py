"""Readability scales: what a formula's value means in its own language. Never compare across languages."""

from math import inf

from .language import Band

# Björnsson 1968, "Läsbarhet"; the same scale is in use for Norwegian.
LIX_SWEDISH_AND_NORWEGIAN = (
    Band("very_easy", -inf, 30),
    Band("easy", 30, 40),
    Band("medium", 40, 50),
    Band("hard", 50, 60),
    Band("very_hard", 60, inf),
)
# As printed in Danish guides; Danish words are a little shorter than Swedish ones.
LIX_DANISH = (
    Band("very_easy", -inf, 25),
    Band("easy", 25, 35),
    Band("medium", 35, 45),
    Band("hard", 45, 55),
    Band("very_hard", 55, inf),
)
# Flesch 1948: seven steps, of which the two easy ones and the two around the middle are joined here.
FLESCH_ENGLISH = (
    Band("very_easy", 80, inf),
    Band("easy", 70, 80),
    Band("medium", 60, 70),
    Band("hard", 30, 60),
    Band("very_hard", -inf, 30),
)
# Douma 1960, his own table: 60–70 normal, 45–60 fairly hard, 30–45 hard.
FLESCH_DOUMA_DUTCH = (
    Band("very_easy", 80, inf),
    Band("easy", 70, 80),
    Band("medium", 60, 70),
    Band("hard", 30, 60),
    Band("very_hard", -inf, 30),
)
# Bamberger & Vanecek 1984: the value is a school grade, 4 to 15; 12 and more is hard.
WIENER_GERMAN = (
    Band("very_easy", -inf, 6),
    Band("easy", 6, 8),
    Band("medium", 8, 10),
    Band("hard", 10, 12),
    Band("very_hard", 12, inf),
)
