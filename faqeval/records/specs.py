"""What a user can name: kinds of gap, findings, figures and bands. Each is one object in one file, with its texts.

The rooms that compute them hold the objects. A run hands all of them to whoever shows its results, as a glossary.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from importlib import import_module
from pkgutil import iter_modules
from types import ModuleType
from typing import TYPE_CHECKING, ClassVar, Literal, TypeVar

from .figure import Figure
from .gaps import Gap
from .messages import Message, Text, Value

if TYPE_CHECKING:
    from ..config import SavingsSettings, Settings
    from .evaluation import Evaluation

Log = Literal["visits", "contacts"]  # files that not every run is given


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """Something with a name, and what an editor is told about it, in English.

    ``numbers`` are the values of the places in its texts, but for those of the settings. ``order`` is its place among
    its own sort, lowest first; what has none comes last.
    """

    TEXTS: ClassVar[tuple[str, ...]] = ("name", "meaning", "how_measured", "what_to_do")
    HAS_INTERVAL: ClassVar[bool] = False  # every value says how sure it is; else its precision is measured

    id: str
    name: str
    meaning: str
    how_measured: str
    what_to_do: str
    numbers: Mapping[str, Value] = field(default_factory=dict)
    order: int = 1_000

    def __post_init__(self) -> None:
        for part in self.TEXTS:
            self.message(part)

    def message(self, part: str) -> Message:
        """Return one of its texts as a message.

        Raises
        ------
        ValueError
            If the text is empty, or a place in it has no value.
        """
        return Message(Text(f"{self.id}.{part}", getattr(self, part)), tuple(self.numbers.items()))

    @property
    def texts(self) -> tuple[Text, ...]:
        """All that is ever said about it."""
        return (*(self.message(part).text for part in self.TEXTS), *self._more_texts())

    def _more_texts(self) -> tuple[Text, ...]:
        return ()


@dataclass(frozen=True, slots=True, kw_only=True)
class GapKind(Named):
    """A kind of gap, as far as it is shown."""

    work: Literal["S", "M", "L"]  # what mending one takes: minutes, an hour or two, a new article
    advice: tuple[Text, ...]  # what its lines of the work list say
    causes: tuple[Named, ...] = ()
    won_back: float | None = None  # share of the contacts behind it that mending wins back, unless set otherwise
    needs: tuple[Log, ...] = ()  # what it cannot be judged without
    others: str = ""  # what the other articles of a gap are; "" when it has none
    others_take_part: bool = False  # the gap is theirs as much as its own article's
    says_why: bool = False  # of each example, why the article counts as its answer
    adds_up: bool = True  # its avoidable contacts are counted for no other gap

    def __post_init__(self) -> None:
        Named.__post_init__(self)
        if not self.advice:
            raise ValueError(f"kind of gap '{self.id}' must have an advice. Got none. Write what its lines say.")

    def _more_texts(self) -> tuple[Text, ...]:
        return (*self.advice, self.message("others").text) if self.others else self.advice

    def share_won_back(self, savings: "SavingsSettings") -> float:
        """Return the share of the contacts behind it that mending wins back."""
        return savings.won_back.get(self.id, self.won_back or 0.0)

    def articles_of(self, gap: Gap) -> tuple[str, ...]:
        """Return the ids of the articles that a gap of this kind is a gap of."""
        return (gap.article_id, *gap.other_article_ids) if self.others_take_part else (gap.article_id,)


@dataclass(frozen=True, slots=True)
class ScoreBand:
    """One step of a score: ``limit`` (included) is where it begins, seen from the worse side."""

    name: Literal["strong", "middling", "weak", "unknown"]
    word: str
    shape: Literal["circle", "diamond", "triangle", "ring"]  # so that nothing is told by colour alone
    limit: float


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureSpec(Named):
    """A figure of ``summary.json``.

    ``unit``: points of 100, a share in percent, an index with two decimals, or a count. A figure with bands is shown as
    a gauge. ``compute`` makes it from all else that the run found out; None: it is computed together with others.
    """

    HAS_INTERVAL = True

    unit: Literal["points", "share", "index", "count"]
    better: Literal["higher", "lower"]
    bands: tuple[ScoreBand, ...] = ()  # best first; the last one takes what is left
    needs: tuple[Log, ...] = ()
    compute: "Callable[[Evaluation, Settings], Figure] | None" = None

    def _more_texts(self) -> tuple[Text, ...]:
        return tuple(self.word(band).text for band in self.bands)

    def word(self, band: ScoreBand) -> Message:
        """Return what one of its steps is called."""
        return Text(f"{self.id}.{band.name}", band.word)()

    def band(self, value: float) -> ScoreBand:
        """Return the step of a value."""
        sign = 1 if self.better == "higher" else -1
        return next((band for band in self.bands if sign * value >= sign * band.limit), self.bands[-1])


SpecT = TypeVar("SpecT", bound=Named)


def registry(specs: Iterable[SpecT]) -> Mapping[str, SpecT]:
    """Return the specs by id, in their fixed order.

    Raises
    ------
    ValueError
        If two have one id.
    """
    ordered = sorted(specs, key=lambda spec: (spec.order, spec.id))
    twice = [name for name, times in Counter(spec.id for spec in ordered).items() if times > 1]
    if twice:
        raise ValueError(f"an id must name one thing. Got two called '{twice[0]}'. Rename one of them.")
    return {spec.id: spec for spec in ordered}


def modules_in(package: str) -> list[ModuleType]:
    """Return the modules that are files of a package, by name: a new file is all it takes to be among them."""
    paths = import_module(package).__path__
    return [import_module(f"{package}.{name}") for _, name, _ in iter_modules(paths)]


def specs_in(package: ModuleType, attribute: str, sort: type[SpecT]) -> Mapping[str, SpecT]:
    """Return the one spec that each file of a package holds under a name; a new file is all it takes.

    Raises
    ------
    ValueError
        If a file holds none, or two have one id.
    """
    found = []
    for module in modules_in(package.__name__):
        spec = getattr(module, attribute, None)
        if not isinstance(spec, sort):
            raise ValueError(
                f"{module.__name__} must hold a {sort.__name__} called {attribute}. Got {type(spec).__name__}."
            )
        found.append(spec)
    return registry(found)


@dataclass(frozen=True)
class Glossary:
    """All that a user can name, by id."""

    kinds: Mapping[str, GapKind]
    findings: Mapping[str, Named]
    figures: Mapping[str, FigureSpec]
    bands: Mapping[str, Named]  # of how easily one text is read

    def __post_init__(self) -> None:
        _ = self.texts  # refuses what has the id of another

    @cached_property
    def entries(self) -> Mapping[str, Named]:
        """Everything by id, in the order in which it is explained: kinds, their causes, findings, figures, bands."""
        causes = [cause for kind in self.kinds.values() for cause in kind.causes]
        findings = sorted(self.findings.values(), key=lambda spec: spec.id)
        ordered = [*self.kinds.values(), *causes, *findings, *self.figures.values(), *self.bands.values()]
        registry(ordered)
        return {spec.id: spec for spec in ordered}

    @cached_property
    def texts(self) -> Mapping[str, Text]:
        """All texts by id.

        Raises
        ------
        ValueError
            If two have one id.
        """
        texts = [text for spec in self.entries.values() for text in spec.texts]
        twice = [text_id for text_id, times in Counter(text.text_id for text in texts).items() if times > 1]
        if twice:
            raise ValueError(f"an id must name one text. Got two called '{twice[0]}'. Rename one of them.")
        return {text.text_id: text for text in texts}
