"""``next_issue``: one need regularly follows another, and the first article neither answers nor links it."""

from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import parse_qsl, unquote, urljoin, urlsplit

import numpy as np

from ...records import Article, Gap, NeedVerdict, NextIssue, Text
from ..at_stake import won_back_from
from ..contact_evidence import ContactEvidence
from ..draft import make_gap
from ..evidence import Evidence
from ..kind import Kind

LEAST_SHARE = 0.2  # of the second need's askings that the first article must answer to count as answering it

ADVICE = Text(
    "advice.next_issue",
    "Answer “%(other)s” in “%(title)s”, or link to it there. It comes next %(lift)s times as often as by chance.",
)


def detect_next_issue(
    evidence: Evidence, contacts: ContactEvidence, verdicts: Sequence[NeedVerdict], found: Sequence[Gap]
) -> list[Gap]:
    """Return one gap per need that surely follows another more than chance has it and is not prepared for.

    Only a first need that an article answers is judged: where nothing answers it, that comes first. The contacts at
    stake are those about the second need that followed the first, less those that chance alone would bring.
    """
    gaps = []
    for issue in contacts.journeys.next_issues:
        if not issue.is_sure or not 0 <= issue.first < len(evidence.articles):
            continue
        first, second = evidence.articles[issue.first], _article(evidence, issue.second)
        if second is not None and (links_to(first, second) or _answers(evidence, issue)):
            continue
        if second is None and issue.second not in contacts.need_of_code:
            continue
        name = second.name if second is not None else evidence.needs[contacts.need_of_code[issue.second]].name
        lift, low, high = issue.lift.value or 0.0, issue.lift.low or 0.0, issue.lift.high or 0.0
        beyond_chance = tuple(max(0.0, 1.0 - 1.0 / max(value, 1e-9)) for value in (lift, low, high))
        gap = make_gap(
            evidence,
            KIND,
            article=issue.first,
            others=() if second is None else (issue.second,),
            rows=(),
            need_id=f"next:{issue.second if second is None else second.article_id}",
            need=name,
            confidence=1.0 - contacts.settings.error_rate,
            share_lost=1.0,
            numbers=(("lift", lift), ("n_followed", issue.n_followed), ("n_first", issue.n_first)),
            contacts=issue.n_followed,
            avoidable=won_back_from(
                issue.contacts_per_month,
                (beyond_chance[0], beyond_chance[1], beyond_chance[2]),
                KIND.share_won_back(contacts.savings),
            ),
            advice=ADVICE(title=first.name, other=name, lift=round(lift, 1)),
        )
        gaps.append(gap)
    return gaps


def links_to(first: Article, second: Article) -> bool:
    """Say whether an article links another: by the other's address, or by its id as the last part of the link."""
    wanted, article_id = _Address.of(second.url), second.article_id.casefold()
    for block in first.blocks:
        for link in block.links:
            target = _Address.of(link.href, first.url)
            if target is None:
                continue
            if target.last_part == article_id or (wanted is not None and target.leads_to(wanted)):
                return True
    return False


@dataclass(frozen=True, slots=True)
class _Address:
    """What of a web address says which page it is."""

    host: str
    path: str
    query: frozenset[tuple[str, str]]
    fragment: str

    @classmethod
    def of(cls, written: str, page: str = "") -> "_Address | None":
        """Return the address, as it stands on a page; None where it names none: "", mailto:, tel:, or nonsense."""
        if written.strip() in ("", "#"):
            return None
        try:
            parts = urlsplit(urljoin(page, written.strip()).casefold())
            host = (parts.hostname or "").removeprefix("www.")
        except ValueError:  # a bracket where a host's address would stand
            return None
        path = unquote(parts.path).strip("/")
        if parts.scheme not in ("", "http", "https") or not (path or parts.query or parts.fragment):
            return None
        return cls(host, path, frozenset(parse_qsl(parts.query)), unquote(parts.fragment))

    @property
    def last_part(self) -> str:
        return self.path.rsplit("/", 1)[-1]

    def leads_to(self, wanted: "_Address") -> bool:
        """Say whether it is the wanted page; what it adds, as a campaign or a place on the page, does not matter."""
        same_host = self.host == wanted.host or "" in (self.host, wanted.host)
        same_place = wanted.fragment in ("", self.fragment)
        return same_host and self.path == wanted.path and wanted.query <= self.query and same_place


def _article(evidence: Evidence, need: int) -> Article | None:
    return evidence.articles[need] if need < len(evidence.articles) else None


def _answers(evidence: Evidence, issue: NextIssue) -> bool:
    """Say whether the first article also answers a good part of what customers ask about the second need."""
    rows = np.flatnonzero(evidence.best == issue.second)
    if len(rows) == 0:
        return False
    places, scores = evidence.matches.places[rows], evidence.matches.scores[rows]
    own = np.where(places == issue.first, scores, 0.0).max(axis=1)
    counts = evidence.counts[rows]
    return float((own * counts).sum() / counts.sum()) >= LEAST_SHARE


KIND = Kind(
    id="next_issue",
    order=60,
    name="The next question",
    meaning="One question regularly follows another, and the first article neither answers nor links it.",
    how_measured=(
        "How often a need is the next of the same customer within %(journeys.next_issue_days)s days "
        "(journeys.next_issue_days), from contacts and from what was searched and read, against how often chance "
        "would have it, given how often both needs occur. It is reported when it is surely above "
        "%(journeys.next_issue_lift)s times chance (journeys.next_issue_lift), all pairs taken together, and the "
        "first article neither answers the second nor links to its article. It needs contacts; visits make it surer."
    ),
    what_to_do="Answer the next question in the same article, or link to its answer.",
    advice=(ADVICE,),
    work="S",
    won_back=0.4,
    needs=("contacts",),
    others="What comes next",
    adds_up=False,
    detect_from_contacts=detect_next_issue,
)
