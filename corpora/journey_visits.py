"""What one invented customer does in one visit of the site."""

from dataclasses import dataclass
from typing import Final

from .journey_dice import Dice, running_sums
from .journey_plan import Plan
from .journey_world import Wish, World

Event = tuple[int, str, bool, int, str, int]  # second since the start of the log, event, known?, article, words, rank
NO_ARTICLE: Final = -1


@dataclass(slots=True)
class Session:
    """One visit. ``customer`` is who it really is, ``is_known`` whether the site gets to know it."""

    customer: int
    wish: int
    is_known: bool
    events: list[Event]
    is_answered: bool  # an article that answers was opened
    opened: list[int]  # articles, in the order of opening
    logged_in_from: int  # second; only when known
    logged_in_until: int

    @property
    def end(self) -> int:
        """Second of the last event."""
        return self.events[-1][0]


class _Site:
    """The site as one customer uses it: keeps the clock and whether the customer is logged in."""

    def __init__(self, start: int, logged_in: bool, dice: Dice, plan: Plan) -> None:
        self.now, self.logged_in, self.dice, self.plan = start, logged_in, dice, plan
        self.events: list[Event] = []

    def add(self, event: str, article: int = NO_ARTICLE, words: str = "", rank: int = 0, takes_s: float = 0) -> None:
        if event == "login":
            self.logged_in = True
        self.events.append((self.now, event, self.logged_in, article, words, rank))
        if event == "logout":
            self.logged_in = False
        self.now += max(1, round(takes_s or self.dice.draw(self.plan.think_s)))


def visit(customer: int, number: int, start: int, is_known: bool, world: World, plan: Plan, dice: Dice) -> Session:
    """Return what a customer does who wants ``world.wishes[number]``."""
    wish = world.wishes[number]
    way = dice.even()
    remembered = is_known and way < plan.remembered
    first = is_known and not remembered and way < plan.remembered + plan.login_first
    midway = is_known and not remembered and not first
    site = _Site(start, remembered, dice, plan)
    if first:
        site.add("login")
    if dice.hit(plan.starts_on_page) and not (midway and dice.hit(0.5)):
        site.add("page")
    opened: list[int] = []
    can_land = bool(wish.articles) and wish.cause != "not_found"
    if can_land and dice.hit(plan.lands_on_article):
        _open(wish.articles[int(dice.even() * len(wish.articles))], 0, site, opened)
        if midway:
            site.add("login")
    else:
        _search(wish, site, opened, midway)
    is_answered = any(article in wish.articles for article in opened)
    if not is_answered and can_land and dice.hit(plan.browses):
        site.add("page")
        _open(wish.articles[0], 0, site, opened)
        is_answered = True
    if site.logged_in and dice.hit(plan.logs_out):
        site.add("logout")
    known = [event[0] for event in site.events if event[2]]
    return Session(
        customer, number, is_known, site.events, is_answered, opened,
        known[0] if known else 0, known[-1] if known else -1,
    )  # fmt: skip


def _search(wish: Wish, site: _Site, opened: list[int], logs_in: bool) -> None:
    """Search until an answer was opened or the customer gives up."""
    dice, plan = site.dice, site.plan
    sums = running_sums(wish.weights)
    opens_right = plan.opens_right_strange if wish.cause == "not_found" else plan.opens_right
    for turn in range(plan.max_searches):
        row = dice.pick(sums)
        site.add("search", words=wish.words[row])
        is_answered = _look_through(wish, wish.shown[row], opens_right, site, opened)
        if turn == 0 and logs_in:
            site.add("login")
        if is_answered or not dice.hit(plan.searches_again):
            return


def _look_through(wish: Wish, shown: tuple[int, ...], opens_right: float, site: _Site, opened: list[int]) -> bool:
    is_answered = False
    for rank, article in enumerate(shown, start=1):
        if not site.dice.hit(site.plan.looks_at[rank - 1]):
            continue
        is_right = article in wish.articles
        if site.dice.hit(opens_right if is_right else site.plan.opens_other):
            _open(article, rank, site, opened)
            is_answered |= is_right
            if is_right and not site.dice.hit(site.plan.reads_on):
                break
    return is_answered


def _open(article: int, rank: int, site: _Site, opened: list[int]) -> None:
    if rank:
        site.add("click", article, rank=rank, takes_s=1)
    site.add("view", article, rank=rank, takes_s=site.dice.draw(site.plan.read_s))
    opened.append(article)
