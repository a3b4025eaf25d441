"""All that visits and contacts say, put together."""

from typing import Final

import narwhals as nw

from ..config import JourneySettings
from ..records import EffortMarks, JourneyCounts, Journeys, NeedJourney, WrittenTexts
from .follow import Followed
from .frames import MONTH_S, Frame, Keep, bounds, known, to_pandas
from .next_issue import next_issues
from .paths import no_paths
from .repeats import easy_answers, repeats
from .searches import needs_searched_last
from .shares import OVERALL, nobody, rate_figure, share_by_need
from .visited import NO_VISITS, Visited, visits_and_contacts, without_visits
from .weeks import weekly

NO_CES: Final = "no contact says how easy it was"


def measure_journeys(
    followed: Followed | None,
    contacts: Frame,
    *,
    reason_needs: Frame,
    word_needs: Frame,
    reasons: WrittenTexts,
    searched: WrittenTexts,
    n_articles: int,
    settings: JourneySettings,
    time_zone: str,
    keep: Keep,
) -> Journeys:
    """Say what customers did before and after they made contact, need by need.

    Parameters
    ----------
    followed : what ``follow_customers`` made of visits and these contacts; None where no visits were given.
    contacts : CONTACT_COLUMNS.
    reason_needs : columns ``reason`` (hash) and ``need`` (code).
    word_needs : columns ``words`` (hash) and ``need`` (code).
    reasons, searched : the texts that the hashes stand for.
    n_articles : codes below it are articles, see records/journeys.py.
    time_zone : of the hours of the day.
    keep : computes a frame once.
    """
    least = settings.min_contacts
    noted = keep(_with_need(contacts, reason_needs))
    made_between = bounds(noted) or (0, 0)
    if followed is None:
        made, steps, visited = noted, None, without_visits()
    else:
        steps = keep(_with_searched_need(followed.steps, word_needs))
        linked = followed.linked.join(noted.select("contact", noted=nw.col("need")), on="contact", how="inner")
        told = needs_searched_last(linked, steps)
        made = keep(_with_need_searched(noted, told, n_articles))
        linked = keep(linked.join(made.select("contact", "need"), on="contact", how="inner"))
        visited = visits_and_contacts(
            followed, steps, linked, made, made_between, reasons, searched, n_articles, settings, time_zone, keep
        )
    again = repeats(made, settings, keep)
    easy = share_by_need(easy_answers(made), "is_easy", least)
    months = (made_between[1] - made_between[0]) / MONTH_S
    unseen = nobody() if visited.read is not None else nobody(NO_VISITS)
    sums = _contacts_by_need(made)

    def marks(need: int) -> EffortMarks:
        repeated, switched, transferred = again.get(need, (nobody(), nobody(), nobody()))
        return EffortMarks(
            repeated=repeated,
            switched=switched,
            transferred=transferred,
            searched_again=visited.searched_again.get(need, unseen),
            logged_in=visited.logged_in.get(need, unseen),
            viewed_in_vain=visited.in_vain.get(need, unseen),
        )

    needs = tuple(
        NeedJourney(
            need=need,
            n_contacts=n_contacts,
            n_customers=n_customers,
            contacts_per_month=rate_figure(n_contacts, squares, months, least),
            logged_in_per_month=visited.rates.get(need, unseen),
            paths=visited.paths.get(need, no_paths()),
            after_view=visited.after.get(need),
            searches_found=visited.searches_found.get(need, unseen),
            marks=marks(need),
            ces=easy.get(need, nobody(NO_CES)),
            stories=visited.stories.get(need, ()),
        )
        for need, n_contacts, n_customers, squares in sums
        if need >= 0
    )
    counts = _counts(made, visited, sums, months)
    return Journeys(
        figures={
            "logged_in_contact_share": visited.logged_in[OVERALL],
            "contact_after_view_share": visited.after_overall,
            "repeat_contact_share": again[OVERALL][0],
            "ces": easy[OVERALL] if easy[OVERALL].n else nobody(NO_CES),
        },
        logged_in_by_channel=visited.by_channel,
        logged_in_by_hour=visited.by_hour,
        paths=visited.paths.get(OVERALL, no_paths()),
        marks=marks(OVERALL),
        needs=needs,
        next_issues=next_issues(steps, made, settings, months, keep),
        any_visit_share=visited.any_visit,
        counts=counts,
        weeks=weekly(visited.read, made),
        time_zone=time_zone,
    )


def _with_need(contacts: Frame, reason_needs: Frame) -> Frame:
    """Give each contact its need: that of the article that the agent noted, else that of its reason, else -1."""
    joined = contacts.join(reason_needs, on="reason", how="left")
    article = nw.col("article")
    return joined.with_columns(need=nw.when(article >= 0).then(article).otherwise(nw.col("need").fill_null(-1)))


def _with_need_searched(contacts: Frame, told: Frame, n_articles: int) -> Frame:
    """Give contacts whose note names no article the need of what the customer had searched for last in the visit.

    The customer's own words, minutes before, say better what an unclear note is about than the note.
    """
    joined = contacts.join(told, on="contact", how="left")
    is_clear = (nw.col("need") >= 0) & (nw.col("need") < n_articles)
    need = nw.when(is_clear | nw.col("told").is_null()).then(nw.col("need")).otherwise(nw.col("told"))
    return joined.with_columns(need=need).drop("told")


def _with_searched_need(events: Frame, word_needs: Frame) -> Frame:
    """Give each event of a known customer the need of what was opened or searched for, else -1."""
    joined = events.join(word_needs, on="words", how="left")
    article = nw.col("article")
    return joined.with_columns(need=nw.when(article >= 0).then(article).otherwise(nw.col("need").fill_null(-1)))


def _contacts_by_need(contacts: Frame) -> list[tuple[int, int, int, float]]:
    """Return need, contacts, different customers and the sum of squared contacts per customer; most contacts first.

    A contact without a customer id stands for a customer of its own.
    """
    alone = nw.coalesce(nw.col("customer"), -1 - nw.col("contact"))
    each = contacts.select("need", alone=alone, is_known=(~nw.col("customer").is_null()).cast(nw.Int64))
    of_customer = each.group_by("need", "alone").agg(c=nw.len().cast(nw.Float64), is_known=nw.col("is_known").max())
    sums = to_pandas(
        of_customer.with_columns(cc=nw.col("c") * nw.col("c"))
        .group_by("need")
        .agg(n=nw.col("c").sum(), customers=nw.col("is_known").sum(), squares=nw.col("cc").sum())
    )
    rows = [
        (int(need), int(n), int(customers), float(squares))
        for need, n, customers, squares in sums[["need", "n", "customers", "squares"]].itertuples(
            index=False, name=None
        )
    ]
    return sorted(rows, key=lambda row: (-row[1], row[0]))


def _counts(contacts: Frame, visited: Visited, sums: list[tuple[int, int, int, float]], months: float) -> JourneyCounts:
    n_contacts = sum(n for _, n, _, _ in sums)
    n_known = int(to_pandas(known(contacts).select(n=nw.len()))["n"].iloc[0])
    return JourneyCounts(
        n_events=visited.n_events,
        n_visits=visited.n_visits,
        n_known_visits=visited.n_known_visits,
        n_contacts=n_contacts,
        n_without_customer=n_contacts - n_known,
        n_without_need=sum(n for need, n, _, _ in sums if need < 0),
        n_outside_visits=n_known - visited.n_linkable if visited.read is not None else 0,
        n_linkable=visited.n_linkable,
        n_logged_in=visited.n_logged_in,
        months=round(months, 6),
        contact_months=round(visited.months, 6),
    )
