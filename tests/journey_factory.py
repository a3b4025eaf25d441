"""Evaluations with visits and contacts, made by hand; everything deterministic."""

from dataclasses import replace

import numpy as np
import pandas as pd

from faqeval.config import Settings
from faqeval.measures.wilson import wilson
from faqeval.records import (
    AfterView,
    Effort,
    EffortMarks,
    Evaluation,
    Figure,
    Gap,
    JourneyCounts,
    Journeys,
    Message,
    NeedJourney,
    NeedVerdict,
    NextIssue,
    Path,
    Step,
    Story,
    WrittenTexts,
)

from .factories import PAYLOADS, message, tiny_evaluation

NO_FIGURE = Figure(None, None, None, 3, "too_few_contacts")
SEARCHED = (("invoice high", "en"), ("esim watch " + PAYLOADS[0], "en"), ("aktivera simkort", "sv"))
REASONS = (("cust wants to know why invoice is up, had looked in help", "en"), ("esim on watch " + PAYLOADS[1], "en"))
_WAYS = ((True, "answer"), (True, "other"), (True, "nothing"), (False, "answer"), (False, "other"), (False, "nothing"))


def share(value: float, n: int) -> Figure:
    """A share with its Wilson interval."""
    low, high = wilson(round(value * n), n)
    return Figure(value, low, high, n)


def rate(value: float) -> Figure:
    """Contacts a month."""
    return Figure(value, 0.8 * value, 1.25 * value, round(3 * value))


def paths(*counts: int) -> tuple[Path, ...]:
    """Contacts per way: searched and saw the answer, others, nothing; then the same without a search."""
    return tuple(Path(searched, viewed, n) for (searched, viewed), n in zip(_WAYS, counts, strict=True))  # type: ignore[arg-type]


def texts(rows: tuple[tuple[str, str], ...]) -> WrittenTexts:
    """Written texts from text and language."""
    table = pd.DataFrame(
        {
            "query_id": [f"t{number}" for number in range(len(rows))],
            "text": [text for text, _ in rows],
            "language": [language for _, language in rows],
            "count": [1] * len(rows),
            "channel": [""] * len(rows),
            "first_asked_at": [""] * len(rows),
            "last_asked_at": [""] * len(rows),
        }
    )
    return WrittenTexts(table, np.arange(len(rows), dtype=np.int64), np.arange(len(rows), dtype=np.int64))


def marks(n: int, lift: float = 1.0) -> EffortMarks:
    """Marks of high effort of n contacts."""
    few = n < 10
    values = (0.22, 0.08, 0.12, 0.3, 0.35, 0.31)
    repeated, switched, transferred, again, in_vain, logged_in = (
        replace(NO_FIGURE, n=n) if few else share(min(value * lift, 1.0), n) for value in values
    )
    return EffortMarks(repeated, switched, transferred, again, logged_in, in_vain)


def need(code: int, n: int, ways: tuple[int, ...], after: AfterView | None = None, **more: object) -> NeedJourney:
    """One need with n contacts over three months."""
    few = n < 10
    made = NeedJourney(
        need=code,
        n_contacts=n,
        n_customers=max(1, n - n // 5),
        contacts_per_month=NO_FIGURE if few else rate(n / 3),
        logged_in_per_month=NO_FIGURE if few else rate(sum(ways) / 3),
        paths=paths(*ways),
        after_view=after,
        searches_found=NO_FIGURE if few or after is None else share(0.7, n),
        marks=replace(marks(n), logged_in=NO_FIGURE if few else share(sum(ways) / (n - 2), n - 2)),
        ces=NO_FIGURE if few else share(0.55, n // 2),
        stories=(),
        effort=Effort(None, None, None, n, "too_few_contacts") if few else Effort(0.24, 0.26, 0.23, n),
    )
    return replace(made, **more)  # type: ignore[arg-type]


def after(n_views: int, n_followed: int, is_raised: bool = False) -> AfterView:
    """What followed the reading of an article."""
    seen = share(n_followed / n_views, n_views) if n_views >= 20 else Figure(None, None, None, n_views, "too_few_views")
    usual = 0.05 if seen.value is not None else 0.0
    return AfterView(n_views, n_followed, seen, seen, usual, 0.99 if is_raised else 0.3, is_raised, (0.7, 0.5, 0.8))


STORY = Story(
    "phone",
    0,
    (
        Step("login", 12.0, -1, -1),
        Step("page", 11.5, -1, -1),
        Step("page", 11.4, -1, -1),
        Step("search", 11.0, 0, -1),
        Step("click", 8.2, -1, 0),
        Step("view", 8.2, -1, 0),
        Step("search", 6.4, 1, -1),
    ),
)
HOSTILE_STORY = Story("chat", 1, (Step("search", 95.0, 1, -1), Step("view", 0.4, -1, 1)))


def tiny_journeys() -> Journeys:
    """Journeys over the needs of ``tiny_evaluation``: three articles and one open need (code 4)."""
    by_hour = tuple(share(0.2 + hour / 100, 30 + hour) if hour > 6 else NO_FIGURE for hour in range(24))
    return Journeys(
        figures={
            "logged_in_contact_share": share(0.31, 2431),
            "contact_after_view_share": share(0.06, 900),
            "repeat_contact_share": share(0.22, 2100),
            "ces": share(0.58, 640),
        },
        logged_in_by_channel={"phone": share(0.34, 1800), "chat": share(0.22, 500), "email": NO_FIGURE},
        logged_in_by_hour=by_hour,
        paths=paths(190, 160, 120, 60, 70, 154),
        marks=marks(2900),
        needs=(
            need(0, 210, (40, 20, 10, 8, 4, 12), after(180, 40, True), stories=(STORY,)),
            need(4, 120, (0, 30, 14, 0, 6, 10), stories=(HOSTILE_STORY, STORY)),
            need(2, 60, (4, 6, 5, 1, 1, 4), after(200, 8)),
            need(1, 6, (1, 0, 1, 0, 0, 0), after(9, 1)),
        ),
        next_issues=(
            NextIssue(0, 2, 32, 90, Figure(2.34, 1.8, 3.1, 90), rate(11), True),
            NextIssue(0, 4, 22, 90, Figure(1.9, 1.6, 2.6, 90), rate(7), True),
            NextIssue(4, 0, 12, 50, Figure(1.9, 1.55, 2.6, 50), rate(4), True),
            NextIssue(2, 1, 11, 60, Figure(1.6, 1.0, 2.4, 60), rate(3), False),
        ),
        any_visit_share=share(0.08, 5000),
        counts=JourneyCounts(90_000, 14_000, 9_000, 2900, 300, 410, 169, 2431, 754, 3.0, 3.0),
        weeks=pd.DataFrame(
            {
                "need": pd.Series([0], dtype="int64"),
                "week": ["2026-10-05"],
                "contacts": [12],
                "views": [9],
                "contacts_after_view": [2],
            }
        ),
        time_zone="Europe/Stockholm",
        effort=Effort(0.25, 0.26, 0.24, 2900),
        effort_and_ces=Figure(-0.62, -0.82, -0.31, 24),
    )


def tiny_evaluation_with_contacts() -> Evaluation:
    """``tiny_evaluation`` with visits and contacts."""
    tiny = tiny_evaluation()
    not_found, missing, *rest = tiny.gaps
    missing = replace(missing, contacts=120, avoidable=(8.0, 6.4, 10.0), saved=(63.3, 50.6, 79.1), priority=8.0)
    not_resolving = _gap(
        not_found,
        "g7",
        "not_resolving",
        message("advice.not_resolving", title="Why is my bill higher?", share=0.2222, usual=0.05),
        contacts=210,
        avoidable=(12.4, 9.9, 15.5),
        saved=(98.2, 78.4, 122.6),
        priority=12.4,
        numbers=(("share", 0.2222), ("usual", 0.05), ("n_views", 180)),
    )
    next_issue = _gap(
        not_found,
        "g8",
        "next_issue",
        message("advice.next_issue", title="Why is my bill higher?", other="Aktivera ditt SIM-kort", lift=2.3),
        other_article_ids=("sim",),
        need_id="next:sim",
        need="Aktivera ditt SIM-kort",
        demand=0,
        query_rows=(),
        examples=(),
        contacts=32,
        avoidable=(2.6, 0.9, 3.4),
        saved=(20.6, 7.1, 26.9),
        priority=2.6,
        numbers=(("lift", 2.3), ("n_followed", 32), ("n_first", 90)),
    )
    unknown = [replace(gap, contacts=0, priority=0.0) for gap in (not_found, *rest)]
    journeys = tiny_journeys()
    return replace(
        tiny,
        gaps=(not_resolving, missing, next_issue, *unknown),
        figures={
            **tiny.figures,
            **journeys.figures,
            "avoidable_contacts_per_month": Figure(20.4, 18.0, 23.8, 2900),
        },
        not_judged=(),
        manifest={**tiny.manifest, "settings": Settings().model_dump(mode="json")},
        need_keys=(0, 4, 2, 1),
        journeys=journeys,
        reasons=texts(REASONS),
        searched=texts(SEARCHED),
        verdicts=(
            NeedVerdict(0, "not_resolving", 210, 0.99),
            NeedVerdict(4, "missing", 120, 0.72),
            NeedVerdict(2, "", 60, 0.7),
            NeedVerdict(1, "not_enough_data", 6, 0.0),
        ),
    )


def _gap(like: Gap, gap_id: str, kind: str, advice: Message, **more: object) -> Gap:
    return replace(like, gap_id=gap_id, kind=kind, advice=advice, cause="", customer_words=(), article_words=(), **more)  # type: ignore[arg-type]
