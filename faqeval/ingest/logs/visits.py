"""Web visits from any file or log: one checked row per event, known customers behind a keyed hash."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

import narwhals as nw

from ...config import IngestSettings
from ...measures.time_zone import Clock
from ...records import EVENT_COLUMNS, EVENTS, Article, LogRead
from ..cells.clean_text import public_phones
from ..cells.reject_list import UNKNOWN_EVENT
from ..engines import BROKEN, LINE, Engine
from ..files.delimited import TOO_MANY_CELLS
from ..files.reader import Source
from .article_places import place_articles
from .customer_spellings import as_the_others_write, customer_spellings, without_rounded_ids
from .log_cells import as_written_id, is_one_of, on_one_line, trimmed
from .log_moments import clock_of_log, is_far_off, moments_to_seconds
from .log_rejects import NO_MOMENT, list_rejects, moment_notes
from .log_source import LogSource, keep_log, open_log
from .log_texts import no_texts, read_log_texts

if TYPE_CHECKING:
    Frame = nw.LazyFrame[Any]

_COLUMNS: Final = (
    "session_id", "at", "event", "customer_id", "article_id", "url", "query", "rank", "browser_id"
)  # fmt: skip
_REASONS: Final = {
    1: NO_MOMENT,
    2: "a moment before 2000 or after tomorrow",
    3: UNKNOWN_EVENT,
    4: "neither session nor customer",
    5: "a customer whom the settings leave out",
    6: TOO_MANY_CELLS,
}
_EVENT_NAMES: Final = {
    "login": ("login", "log_in", "log in", "signin", "sign_in", "sign in", "logged_in", "inloggning", "innlogging",
              "inloggen", "anmeldung", "einloggen"),
    "logout": ("logout", "log_out", "log out", "signout", "sign_out", "sign out", "utloggning", "utlogging",
               "uitloggen", "abmeldung", "ausloggen"),
    "page": ("page", "pageview", "page_view", "page view", "sidvisning", "sidevisning", "paginaweergave",
             "seitenaufruf"),
    "search": ("search", "view_search_results", "site_search", "sökning", "søk", "søgning", "zoekopdracht", "suche"),
    "click": ("click", "select_content", "search_click", "klick", "klikk", "klik"),
    "view": ("view", "article_view", "article view", "view_item", "visning", "weergave", "ansicht"),
}  # fmt: skip
_NO_WORDS: Final = r"^\([^()]{1,60}\)$"  # (not set)
_DAY: Final = 86_400


def read_visits(
    source: Source,
    settings: IngestSettings,
    engine: Engine,
    articles: Sequence[Article],
    key: bytes,
    *,
    prior: Mapping[str, float],
    callers: "Frame | None" = None,
    caller_ids: "Frame | None" = None,
) -> LogRead:
    """Read web visits, event by event.

    Parameters
    ----------
    source : path, ``-`` for standard input, or DataFrame; large CSV and Parquet files are read by the engine itself.
    articles : whose ids and addresses the events name.
    key : of the hash behind which session and customer ids stand.
    prior : weight per language, e.g. its share of the articles.
    caller_ids : customers of the contacts, see ``customer_spellings``; their spelling of an id is taken.
    callers : contacts; only what their customers searched for is read as text. None: no text is read.

    Raises
    ------
    FileUnreadable, ColumnMissing, NothingUsable, TooManyRejects, ConfigError
    """
    clock = clock_of_log("visits", settings)
    opened = open_log(source, "visits", ("session_id", "at", "event"), _COLUMNS, settings, engine)
    known, rounded = without_rounded_ids(opened.frame, engine, opened.source)
    opened = replace(opened, frame=known, notes=opened.notes + rounded)
    spellings = None if caller_ids is None else customer_spellings(opened.frame, engine, key)
    checked = keep_log(_checked(opened, settings, engine, articles, key, clock), engine, opened, "visits")
    rejects, n_read, n_used = list_rejects(checked, _REASONS, opened, "visits", settings.max_reject_share)
    usable = checked.filter(nw.col("problem") == 0)
    n_unknown = _count(usable.filter(nw.col("is_unknown")))
    searches = None if callers is None else engine.keep(_search_texts(usable))
    once = engine.keep(_once(usable))
    engine.release(checked)
    n_once = _count(once)
    people = engine.keep(_people(once, settings.max_events_per_day))
    engine.release(once)
    n_people = _count(people)
    rejects.add("the same event as another row, which was kept", n_used - n_once)
    rejects.add(
        f"more than {settings.max_events_per_day} events a day by one session or customer: a robot, a test or staff",
        n_once - n_people,
    )
    n_met, in_order = 0, _with_customers(people).select(*EVENT_COLUMNS)
    if spellings is not None and caller_ids is not None:
        in_order, n_met = as_the_others_write(in_order, spellings, caller_ids, engine)
    events = engine.keep(in_order.select(*EVENT_COLUMNS))
    engine.release(people)
    texts, n_unread = no_texts(), 0
    if callers is not None and searches is not None:
        searched = _searched_by(events, searches, callers)
        texts, n_unread = read_log_texts(searched, "s", settings, prior, public_phones(articles))
        engine.release(searches)
    notes = opened.notes + moment_notes(rejects, opened)
    if n_met:
        notes += (
            f"{opened.source}: {n_met} customer ids differ from those of the contacts in capitals, leading zeros or .0 "
            "only; they were taken as the same",
        )
    if rejects.counts.get(UNKNOWN_EVENT):
        notes += (f"{opened.source}: {rejects.counts[UNKNOWN_EVENT]} events of other kinds were passed over",)
    n_long = _count(_long_sessions(events))
    if n_long:
        notes += (f"{opened.source}: {n_long} sessions last longer than a day; their events are used",)
    if n_unknown:
        notes += (f"{opened.source}: {n_unknown} events name an article that the FAQ does not have",)
    if n_unread:
        notes += (f"{opened.source}: {n_unread} searches with rare words were counted and not read",)
    return LogRead(
        frame=events,
        texts=texts,
        rejects=rejects.listed.table(),
        n_read=n_read,
        n_used=n_people,
        checksum=opened.checksum,
        source=opened.source,
        notes=notes,
        reject_counts=rejects.counts,
    )


def _checked(
    opened: LogSource, settings: IngestSettings, engine: Engine, articles: Sequence[Article], key: bytes, clock: Clock
) -> "Frame":
    """Return all rows with typed columns, ids hashed, and what is wrong with each."""
    frame = opened.frame.with_columns(
        *(trimmed(name) for name in ("session_id", "customer_id", "article_id", "url", "query", "rank", "browser_id"))
    )
    frame = frame.with_columns(*(as_written_id(name) for name in ("session_id", "customer_id", "article_id")))
    frame = place_articles(frame, articles, engine)
    frame = moments_to_seconds(frame, engine, clock)
    frame = frame.with_columns(
        event=nw.when(nw.col("event").is_in(list(EVENTS)))
        .then(nw.col("event"))
        .otherwise(_event(nw.col("event").str.strip_chars().str.to_lowercase())),
        is_left_out=is_one_of("customer_id", settings.exclude_customers),
    )
    is_search = nw.col("event") == "search"
    by_day = nw.concat_str(
        nw.lit("customer "), nw.col("customer_id"), nw.lit(" day "), (nw.col("at_s") // _DAY).cast(nw.String)
    )
    frame = frame.with_columns(
        session=nw.coalesce(_of_one_browser(), nw.col("session_id"), by_day),
        customer=nw.col("customer_id"),
        query=nw.when(is_search & ~nw.col("query").str.contains(_NO_WORDS).fill_null(False))
        .then(on_one_line("query"))
        .otherwise(nw.lit(None, dtype=nw.String)),
    ).with_columns(words=nw.col("query").str.to_lowercase())
    for column in ("session", "customer", "words"):
        frame = engine.keyed_hash(frame, column, key)
    frame = engine.number(frame, "rank")
    rank = nw.col("rank").fill_null(0.0)
    problem = (
        nw.when(nw.col(BROKEN))
        .then(6)
        .when(nw.col("at_s").is_null())
        .then(1)
        .when(is_far_off())
        .then(2)
        .when(nw.col("event").is_null())
        .then(3)
        .when(nw.col("session").is_null())
        .then(4)
        .when(nw.col("is_left_out"))
        .then(5)
        .otherwise(0)
    )
    return frame.select(
        "session", "customer", "at_s", "event", "article", "words", "query", "is_unknown", LINE,
        rank=nw.when((rank >= 1) & (rank < 1_000_000)).then(rank).otherwise(0).cast(nw.Int64),
        problem=problem.cast(nw.Int64),
    )  # fmt: skip


def _of_one_browser() -> nw.Expr:
    """Return browser and session as one id: GA4 numbers sessions by the second they began, browser by browser."""
    return nw.concat_str(nw.col("browser_id"), nw.lit(" session "), nw.col("session_id"))


def _event(written: nw.Expr) -> nw.Expr:
    found: nw.Expr = nw.lit(None, dtype=nw.String)
    for event, names in _EVENT_NAMES.items():
        found = nw.when(written.is_in(list(names))).then(nw.lit(event)).otherwise(found)
    return found


def _once(events: "Frame") -> "Frame":
    """Return each event once; it has the best known place among the results of those that are the same."""
    same = ["session", "customer", "at_s", "event", "article", "words"]
    rank = nw.when(nw.col("rank") > 0).then(nw.col("rank")).otherwise(nw.lit(None, dtype=nw.Int64))
    once = events.with_columns(rank=rank).group_by(*same).agg(nw.col("rank").min())
    return once.with_columns(rank=nw.col("rank").fill_null(0))


def _people(events: "Frame", max_events_per_day: int) -> "Frame":
    """Leave out the days on which a session or a customer does more than a person can."""
    events = events.with_columns(day=nw.col("at_s") // _DAY)
    for who in ("session", "customer"):
        busy = (
            events.filter(~nw.col(who).is_null())
            .group_by(who, "day")
            .agg(nw.len().alias("n"))
            .filter(nw.col("n") > max_events_per_day)
            .select(who, "day")
        )
        events = events.join(busy, on=[who, "day"], how="anti")
    return events.drop("day")


def _with_customers(events: "Frame") -> "Frame":
    """Give every event of a session its customer, and say whether the customer was logged in at that moment.

    Sessions in which nobody is ever known, most of a log, are passed by: to put them in order is the dearest step.
    """
    names = list(EVENT_COLUMNS)
    known = events.filter(~nw.col("customer").is_null()).select("session").unique(["session"])
    nobody = events.join(known, on="session", how="anti").with_columns(is_logged_in=nw.lit(False))
    somebody = _in_order(events.join(known, on="session", how="semi"))
    return nw.concat([somebody.select(*names), nobody.select(*names)], how="vertical")


def _in_order(events: "Frame") -> "Frame":
    """Go through the sessions of known customers in the order of time.

    An event without an id belongs to the customer last known in the session, before the first login to the one who
    logged in later. Logged in is an event from the first one with an id on, until a logout.
    """
    event, customer = nw.col("event"), nw.col("customer")
    known = (
        nw.when(event == "logout")
        .then(0)
        .when(~customer.is_null() | (event == "login"))
        .then(1)
        .otherwise(nw.lit(None, dtype=nw.Int64))
    )
    turn = nw.when(event == "login").then(0).when(event == "logout").then(2).otherwise(1)
    events = events.with_columns(own=customer, state=known.cast(nw.Int64), turn=turn)
    order = ["at_s", "turn", "own"]
    events = events.with_columns(
        before=nw.col("own").fill_null(strategy="forward").over("session", order_by=order),
        after=nw.col("own").fill_null(strategy="backward").over("session", order_by=order),
        state=nw.col("state").fill_null(strategy="forward").over("session", order_by=order),
    )
    is_logged_in = (nw.col("state") == 1) | ((event == "logout") & ~nw.col("before").is_null())
    return events.with_columns(
        customer=nw.coalesce(nw.col("before"), nw.col("after")), is_logged_in=is_logged_in.fill_null(False)
    )


def _long_sessions(events: "Frame") -> "Frame":
    """Return the sessions that last longer than a day: a clock that jumped, or an id that several visits share."""
    spans = events.group_by("session").agg(nw.col("at_s").min().alias("first"), nw.col("at_s").max().alias("last"))
    return spans.filter(nw.col("last") - nw.col("first") > _DAY)


def _search_texts(events: "Frame") -> "Frame":
    """Return each different search text once."""
    return events.filter(~nw.col("words").is_null()).group_by("words").agg(nw.col("query").min().alias("text"))


def _searched_by(events: "Frame", searches: "Frame", callers: "Frame") -> "Frame":
    """Return the different texts that customers who made contact searched for."""
    who = callers.filter(~nw.col("customer").is_null()).select("customer").unique()
    told = events.filter(~nw.col("words").is_null() & ~nw.col("customer").is_null())
    counts = told.join(who, on="customer", how="semi").group_by("words").agg(nw.len().alias("n"))
    found = counts.join(searches, on="words", how="inner")
    return found.select("text", "n", key=nw.col("words"), language=nw.lit(None, dtype=nw.String))


def _count(frame: "Frame") -> int:
    return int(frame.select(nw.len().alias("n")).collect().to_pandas()["n"].iloc[0])
