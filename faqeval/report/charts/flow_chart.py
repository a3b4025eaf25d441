"""The picture of how known contacts came about: an alluvial chart, as geometry."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from ...records import JourneyCounts, Path
from ..wording.formats import counted, percent

_TALL: Final = 300.0  # of all contacts together
_BAR: Final = 12.0  # width of a node
_SLOT: Final = 38.0  # least height of a node's place, so that two lines of text fit
_GAP: Final = 12.0
_MARGIN: Final = 6.0  # above and below
_COLUMNS: Final = (0.0, 190.0, 400.0, 610.0, 850.0)  # left edges
_VIEWED: Final = (
    ("answer", "saw the answer"),
    ("other", "saw other articles only"),
    ("nothing", "saw no article"),
)


@dataclass(frozen=True, slots=True)
class FlowNode:
    """One step of the way: a bar with its name and number."""

    kind: str  # known in out searched unsearched answer other nothing end
    x: str
    y: str
    width: str
    height: str
    text_x: str
    text_y: str
    name: str
    value: str


@dataclass(frozen=True, slots=True)
class FlowBand:
    """Contacts that went from one step to the next."""

    kind: str  # of the step that says most about them
    d: str  # SVG path
    said: str  # "logged in → searched: 210"


@dataclass(frozen=True, slots=True)
class FlowRow:
    """One line of the table beside the picture."""

    logged_in: str
    searched: str
    viewed: str
    n: str
    share: str  # of the known contacts


@dataclass(frozen=True, slots=True)
class FlowChart:
    """The picture and its table."""

    top: str  # where the view begins
    height: str
    nodes: tuple[FlowNode, ...]
    bands: tuple[FlowBand, ...]
    rows: tuple[FlowRow, ...]
    said: str


def flow_chart(paths: Sequence[Path], counts: JourneyCounts) -> FlowChart | None:
    """Lay out known contacts → logged in or not → searched or not → what was seen → contacted; None without any."""
    total, n_in = counts.n_linkable, sum(path.n_contacts for path in paths)
    if total <= 0 or n_in <= 0:
        return None
    sizes = _sizes(paths, max(total - n_in, 0))
    placed, height = _place(sizes, total)
    bands = tuple(_bands(paths, sizes, placed, total))
    nodes = tuple(_node(kind, sizes[kind], placed[kind], total) for kind in placed)
    said = "; ".join(f"{node.name}: {node.value}" for node in nodes[1:])
    return FlowChart(_n(-_MARGIN), _n(height + 2 * _MARGIN), nodes, bands, flow_rows(paths, total), said)


def flow_rows(paths: Sequence[Path], total: int) -> tuple[FlowRow, ...]:
    """Return the table of ways, of ``total`` contacts whose customer is known; those not logged in come last."""
    seen = dict(_VIEWED)
    rows = [
        FlowRow(
            "logged in",
            "searched" if path.searched else "did not search",
            seen[path.viewed],
            counted(path.n_contacts),
            percent(path.n_contacts / max(total, 1)),
        )
        for path in sorted(
            paths, key=lambda path: (not path.searched, [kind for kind, _ in _VIEWED].index(path.viewed))
        )
    ]
    n_out = max(total - sum(path.n_contacts for path in paths), 0)
    return (*rows, FlowRow("not logged in", "not known", "not known", counted(n_out), percent(n_out / max(total, 1))))


def _sizes(paths: Sequence[Path], n_out: int) -> dict[str, int]:
    """Return contacts per node."""
    n_in = sum(path.n_contacts for path in paths)
    searched = sum(path.n_contacts for path in paths if path.searched)
    seen = {kind: sum(path.n_contacts for path in paths if path.viewed == kind) for kind, _ in _VIEWED}
    ways = {"searched": searched, "unsearched": n_in - searched}
    return {"known": n_in + n_out, "in": n_in, "out": n_out, **ways, **seen, "end": n_in + n_out}


_IN_COLUMN: Final = (("known",), ("in", "out"), ("searched", "unsearched"), ("answer", "other", "nothing"), ("end",))
_NAMES: Final = {
    "known": "known contacts",
    "in": "logged in",
    "out": "not logged in",
    "searched": "searched",
    "unsearched": "did not search",
    **dict(_VIEWED),
    "end": "contacted you",
}


@dataclass(frozen=True, slots=True)
class _Spot:
    x: float
    y: float
    height: float


def _place(sizes: dict[str, int], total: int) -> tuple[dict[str, _Spot], float]:
    """Return where each node stands, without those of nobody, and the height of the picture."""
    placed: dict[str, _Spot] = {}
    lowest = 0.0
    for x, kinds in zip(_COLUMNS, _IN_COLUMN, strict=True):
        y = 0.0
        for kind in kinds:
            if sizes[kind] == 0:
                continue
            height = max(sizes[kind] / total * _TALL, 1.5)
            slot = max(height, _SLOT)
            placed[kind] = _Spot(x, y + (slot - height) / 2, height)
            y += slot + _GAP
        lowest = max(lowest, y - _GAP)
    if "out" in placed:  # below everything that is known of the others, so that its band crosses none
        spot = placed["out"]
        others = [placed[kind] for kind in ("searched", "unsearched", "answer", "other", "nothing") if kind in placed]
        below = max(one.y + max(one.height, (one.height + _SLOT) / 2) for one in others) + _GAP
        y = max(spot.y, below + max(0.0, (_SLOT - spot.height) / 2))
        placed["out"] = _Spot(spot.x, y, spot.height)
        lowest = max(lowest, y + max(spot.height, _SLOT))
        for kind in ("known", "end"):
            placed[kind] = _Spot(placed[kind].x, (lowest - placed[kind].height) / 2, placed[kind].height)
    return placed, lowest


def _bands(paths: Sequence[Path], sizes: dict[str, int], placed: dict[str, _Spot], total: int) -> Iterable[FlowBand]:
    """Yield the bands, each leaving and arriving below the one before it."""
    steps = [("known", "in", sizes["in"], "in"), ("known", "out", sizes["out"], "out")]
    steps += [("in", kind, sizes[kind], kind) for kind in ("searched", "unsearched")]
    for way, searched in (("searched", True), ("unsearched", False)):
        for kind, _ in _VIEWED:
            n = sum(path.n_contacts for path in paths if path.searched == searched and path.viewed == kind)
            steps.append((way, kind, n, kind))
    steps += [(kind, "end", sizes[kind], kind) for kind, _ in _VIEWED]
    steps.append(("out", "end", sizes["out"], "out"))
    left, right = dict.fromkeys(placed, 0.0), dict.fromkeys(placed, 0.0)
    for start, end, n, kind in steps:
        if n == 0:
            continue
        here, there = placed[start], placed[end]
        thick = n / total * _TALL
        y0, y1 = here.y + left[start], there.y + right[end]
        left[start] += thick
        right[end] += thick
        yield FlowBand(
            kind,
            _ribbon(here.x + _BAR, y0, there.x, y1, max(thick, 0.8)),
            f"{_NAMES[start]} → {_NAMES[end]}: {counted(n)}",
        )


def _ribbon(x0: float, y0: float, x1: float, y1: float, thick: float) -> str:
    """Return the SVG path of a band whose upper edge runs from one point to the other."""
    middle = _n((x0 + x1) / 2)
    upper = f"M{_n(x0)} {_n(y0)}C{middle} {_n(y0)} {middle} {_n(y1)} {_n(x1)} {_n(y1)}"
    lower = f"V{_n(y1 + thick)}C{middle} {_n(y1 + thick)} {middle} {_n(y0 + thick)} {_n(x0)} {_n(y0 + thick)}Z"
    return upper + lower


def _node(kind: str, n: int, spot: _Spot, total: int) -> FlowNode:
    middle = spot.y + spot.height / 2
    value = counted(n) if kind in ("known", "end") else f"{counted(n)} ({percent(n / total)})"
    return FlowNode(
        kind, _n(spot.x), _n(spot.y), _n(_BAR), _n(spot.height), _n(spot.x + _BAR + 7), _n(middle), _NAMES[kind], value
    )


def _n(number: float) -> str:
    """Return a length with one decimal at most."""
    return f"{number:.1f}".removesuffix(".0")
