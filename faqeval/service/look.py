"""How is this file read?"""

from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from typing import Any, Final

from ..config import Settings
from ..ingest import LookedAt, look_at_file

_MAX_LINES: Final = 5  # shown per reason


@dataclass(frozen=True, slots=True)
class FileLook:
    """How one file was read; personal data is masked."""

    looked_at: LookedAt

    def as_dict(self) -> dict[str, Any]:
        """Return it as plain values, ready for JSON."""
        left_out = [{"reason": reason, "lines": list(lines)} for reason, lines in self.looked_at.left_out]
        return {**asdict(self.looked_at), "left_out": left_out}

    def in_words(self) -> str:
        """Return it as lines for the terminal."""
        return "\n".join("".join(mark if mark.isprintable() else " " for mark in line) for line in self._lines())

    def _lines(self) -> Iterator[str]:
        look = self.looked_at
        yield f"File     {look.source}"
        yield f"Read as  {look.kind}; if it is something else, say --as KIND"
        yield f"Form     {look.form}"
        if look.header:
            yield f"Header   {look.header}"
        yield "Columns  " + ", ".join(f"{ours} from {written or '(no name)'}" for ours, written in look.columns.items())
        if look.passed_over:
            yield f"         not used: {', '.join(name or '(no name)' for name in look.passed_over)}"
        yield f"Rows     {look.n_read} read, {look.n_used} used"
        for number, row in enumerate(look.first_rows, 1):
            yield f"      {number}. " + ", ".join(f"{name}: {cell}" for name, cell in row.items())
        for reason, lines in look.left_out:
            yield f"Left out {_where(lines)}: {reason}"
        yield from (f"Note     {note}" for note in look.notes)


def look(file: str, kind: str = "", articles_format: str = "", settings: Settings | None = None) -> FileLook:
    """Read one file and say how it was read: form, sheet, header, columns, first rows, and what was left out and why.

    Parameters
    ----------
    kind : articles, queries, visits, contacts or judgments; "" finds it out.
    articles_format : name of a CMS format; "" finds it out.

    Raises
    ------
    InputError
        If the file cannot be used; the message is the one that an evaluation would give.
    """
    chosen = settings or Settings()
    return FileLook(look_at_file(file, chosen.ingest, chosen.journeys, kind, articles_format))


def _where(lines: Sequence[int]) -> str:
    listed = [str(line) for line in lines if line]
    if not listed:
        return "rows"
    more = f" and {len(listed) - _MAX_LINES} more" if len(listed) > _MAX_LINES else ""
    return f"{'line' if len(listed) == 1 else 'lines'} {', '.join(listed[:_MAX_LINES])}{more}"
