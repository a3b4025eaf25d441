"""What an explanation consists of."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Explanation:
    """What a kind of gap, finding, figure or band is, in words for an editor, and how precise it was measured to be."""

    kind: str
    name: str
    meaning: str
    how_measured: str
    what_to_do: str
    precision: str

    def in_words(self) -> str:
        """Return the explanation as plain text for a terminal."""
        return "\n".join(
            (
                f"{self.name} ({self.kind})",
                "",
                self.meaning,
                "",
                f"How it is measured: {self.how_measured}",
                f"What to do: {self.what_to_do}",
                f"How precise: {self.precision}",
            )
        )
