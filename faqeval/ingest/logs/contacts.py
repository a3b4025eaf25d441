"""Calls, chats and e-mails to customer service from any file: one checked row per contact."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any, Final

import narwhals as nw

from ...config import IngestSettings
from ...measures.time_zone import Clock
from ...records import CONTACT_COLUMNS, Article, LogRead
from ..cells.channels import channel_names
from ..cells.clean_text import public_phones
from ..cells.numbers import plain_durations, plain_numbers
from ..engines import BROKEN, LINE, Engine
from ..files.delimited import TOO_MANY_CELLS
from ..files.reader import Source
from .article_places import place_articles
from .customer_spellings import customer_spellings, without_rounded_ids
from .log_cells import as_written_id, is_one_of, on_one_line, trimmed
from .log_moments import clock_of_log, is_far_off, moments_to_seconds
from .log_numbers import with_plain_numbers
from .log_rejects import NO_MOMENT, list_rejects, moment_notes
from .log_source import LogSource, keep_log, open_log
from .log_texts import read_log_texts

if TYPE_CHECKING:
    Frame = nw.LazyFrame[Any]

_COLUMNS: Final = (
    "customer_id", "at", "id", "channel", "reason", "duration_s", "transfers", "resolved", "ces", "article_id",
    "language",
)  # fmt: skip
_REASONS: Final = {
    1: NO_MOMENT,
    2: "a moment before 2000 or after tomorrow",
    3: "a customer whom the settings leave out",
    4: TOO_MANY_CELLS,
}
_CHANNELS: Final = {  # a form reaches customer service as an e-mail does
    "phone": channel_names("call"),
    "chat": channel_names("chat"),
    "email": (*channel_names("email"), *channel_names("form")),
}
_YES: Final = ("true", "1", "1.0", "yes", "y", "ja", "j", "resolved", "solved", "löst", "løst", "gelöst", "opgelost")
_NO: Final = ("false", "0", "0.0", "no", "n", "nej", "nei", "nein", "nee", "unresolved", "open")
_EQUAL: Final = (
    "at_s", "customer", "number", "reason", "channel", "duration_s", "transfers", "ces", "is_resolved", "article",
)  # fmt: skip
_NUMBERS: Final[Mapping[str, Callable[[Sequence[str]], Sequence[str]]]] = {
    "duration_s": plain_durations,
    "transfers": partial(plain_numbers, whole=True),
    "ces": partial(plain_numbers, whole=False),
}
_DAY: Final = 86_400
_MOST: Final = 1_000_000  # a longer duration or more transfers than that are no measurement


def read_contacts(
    source: Source,
    settings: IngestSettings,
    engine: Engine,
    articles: Sequence[Article],
    key: bytes,
    *,
    prior: Mapping[str, float],
) -> LogRead:
    """Read contacts; their reasons are masked and folded as queries are.

    Parameters
    ----------
    source : path, ``-`` for standard input, or DataFrame; large CSV and Parquet files are read by the engine itself.
    articles : whose ids the agents may have noted.
    key : of the hash behind which customer ids stand; the same as that of the visits.
    prior : weight per language, e.g. its share of the articles.

    Raises
    ------
    FileUnreadable, ColumnMissing, NothingUsable, TooManyRejects, ConfigError
    """
    clock = clock_of_log("contacts", settings)
    opened = open_log(source, "contacts", ("customer_id", "at"), _COLUMNS, settings, engine)
    known, rounded = without_rounded_ids(opened.frame, engine, opened.source)
    opened = replace(opened, frame=known, notes=opened.notes + rounded)
    spellings = customer_spellings(opened.frame, engine, key)
    checked = keep_log(_checked(opened, settings, engine, articles, key, clock), engine, opened, "contacts")
    rejects, n_read, n_used = list_rejects(checked, _REASONS, opened, "contacts", settings.max_reject_share)
    usable = checked.filter(nw.col("problem") == 0)
    different = engine.keep(_once(usable))
    fuller = engine.keep(_fullest(different, engine))
    n_different, n_contacts = _count(different), _count(fuller)
    once = engine.keep(_numbered(_single_people(fuller, settings.max_contacts_per_day)))
    engine.release(checked)
    told = (
        once.filter(~nw.col("reason").is_null())
        .group_by("reason")
        .agg(nw.col("text").min(), nw.col("language").min(), nw.len().alias("n"))
    )
    reasons = told.select("text", "language", "n", key=nw.col("reason"))
    texts, n_unread = read_log_texts(reasons, "r", settings, prior, public_phones(articles))
    counts = once.select(
        n=nw.len(),
        unknown=nw.col("is_unknown").cast(nw.Int64).sum(),
        crowds=nw.col("is_crowd").cast(nw.Int64).sum(),
        wrong=nw.col("is_wrong").cast(nw.Int64).sum(),
    )
    count = {name: int(value) for name, value in counts.collect().to_pandas().iloc[0].items()}
    rejects.add("the same contact as another row, which was kept", n_used - n_different)
    rejects.add("the same contact id as a fuller row, which was kept", n_different - n_contacts)
    counted = (
        (count["unknown"], "contacts name an article that the FAQ does not have"),
        (count["wrong"], "contacts have a ces, duration or transfers that is no such number; it is taken as not known"),
        (
            count["crowds"],
            f"contacts are by customer ids with more than {settings.max_contacts_per_day} contacts a day, which is "
            "no single person; they count as contacts of unknown customers",
        ),
        (n_unread, "contacts have rare reasons that were counted and not read"),
    )
    notes = opened.notes + moment_notes(rejects, opened)
    notes += tuple(f"{opened.source}: {n} {words}" for n, words in counted if n)
    frame = engine.keep(once.select(*CONTACT_COLUMNS))
    engine.release(once)
    return LogRead(
        frame=frame,
        texts=texts,
        rejects=rejects.listed.table(),
        n_read=n_read,
        n_used=count["n"],
        checksum=opened.checksum,
        source=opened.source,
        notes=notes,
        reject_counts=rejects.counts,
        customers=spellings,
    )


def _checked(
    opened: LogSource, settings: IngestSettings, engine: Engine, articles: Sequence[Article], key: bytes, clock: Clock
) -> "Frame":
    """Return all rows with typed columns, ids hashed, and what is wrong with each."""
    texts = ("customer_id", "id", "reason", "article_id", "language", "duration_s", "transfers", "ces", "resolved")
    frame = opened.frame.with_columns(*(trimmed(name) for name in texts))
    frame = frame.with_columns(
        as_written_id("customer_id"), as_written_id("id"), as_written_id("article_id"), on_one_line("reason")
    )
    frame = with_plain_numbers(frame, engine, _NUMBERS)
    frame = place_articles(frame.with_columns(url=nw.lit(None, dtype=nw.String)), articles, engine)
    frame = moments_to_seconds(frame, engine, clock)
    resolved = nw.col("resolved").str.to_lowercase()
    frame = frame.with_columns(
        channel=_channel(nw.col("channel").str.strip_chars().str.to_lowercase()),
        is_resolved=nw.when(resolved.is_in(list(_YES)))
        .then(nw.lit(True))
        .when(resolved.is_in(list(_NO)))
        .then(nw.lit(False))
        .otherwise(nw.lit(None, dtype=nw.Boolean)),
        is_left_out=is_one_of("customer_id", settings.exclude_customers),
        customer=nw.col("customer_id"),
        number=nw.col("id"),
        text=nw.col("reason"),
        had_ces=~nw.col("ces").is_null(),
        had_both=(~nw.col("duration_s").is_null()).cast(nw.Int64) + (~nw.col("transfers").is_null()).cast(nw.Int64),
    )
    for column in ("customer", "reason", "number"):
        frame = engine.keyed_hash(frame, column, key)
    for column in ("duration_s", "transfers", "ces"):
        frame = engine.number(frame, column)
    frame = frame.with_columns(
        duration_s=_between("duration_s", 0, _MOST),
        transfers=_between("transfers", 0, _MOST),
        ces=_between("ces", 1, 7),
    )
    kept = (~nw.col("duration_s").is_null()).cast(nw.Int64) + (~nw.col("transfers").is_null()).cast(nw.Int64)
    is_wrong = (nw.col("had_ces") & nw.col("ces").is_null()) | (kept < nw.col("had_both"))
    problem = (
        nw.when(nw.col(BROKEN))
        .then(4)
        .when(nw.col("at_s").is_null())
        .then(1)
        .when(is_far_off())
        .then(2)
        .when(nw.col("is_left_out"))
        .then(3)
    )
    return frame.select(
        "customer", "at_s", "channel", "reason", "number", "text", "language", "is_resolved", "article", "is_unknown",
        "duration_s", LINE,
        transfers=nw.col("transfers").cast(nw.Int64),
        ces=nw.col("ces").cast(nw.Int64),
        is_wrong=is_wrong,
        problem=problem.otherwise(0).cast(nw.Int64),
    )  # fmt: skip


def _between(column: str, low: float, high: float) -> nw.Expr:
    value = nw.col(column)
    return nw.when((value >= low) & (value <= high)).then(value).otherwise(nw.lit(None, dtype=nw.Float64))


def _channel(written: nw.Expr) -> nw.Expr:
    found: nw.Expr = nw.lit("")
    for channel, names in _CHANNELS.items():
        found = nw.when(written.is_in(list(names))).then(nw.lit(channel)).otherwise(found)
    return found


def _once(contacts: "Frame") -> "Frame":
    """Return each contact once; two without customer, id and reason may be those of two customers."""
    is_nameless = nw.col("customer").is_null() & nw.col("number").is_null() & nw.col("reason").is_null()
    return nw.concat(
        [contacts.filter(~is_nameless).unique(list(_EQUAL), keep="any"), contacts.filter(is_nameless)], how="vertical"
    )


def _fullest(contacts: "Frame", engine: Engine) -> "Frame":
    """Return one row per contact id and customer, the one that says most: systems deliver a contact more than once."""
    named = contacts.filter(~nw.col("number").is_null())
    shared = named.group_by("number", "customer").agg(nw.len().alias("n")).filter(nw.col("n") > 1)
    if not int(engine.look(shared.select(n=nw.len()))["n"].iloc[0]):
        return contacts
    n_filled: nw.Expr = (nw.col("channel") != "").cast(nw.Int64)
    for column in ("reason", "duration_s", "transfers", "ces", "is_resolved"):
        n_filled = n_filled + (~nw.col(column).is_null()).cast(nw.Int64)
    n_filled = n_filled + (nw.col("article") >= 0).cast(nw.Int64)
    same = ["number", "customer"]
    order = ["n_missing", "at_s", *_EQUAL]
    ranked = named.with_columns(n_missing=-n_filled).with_row_index("place", order_by=order)
    first = ranked.with_columns(first=nw.col("place").min().over(*same))
    kept = first.filter(nw.col("place") == nw.col("first")).drop("place", "first", "n_missing")
    return nw.concat([kept, contacts.filter(nw.col("number").is_null())], how="vertical")


def _count(frame: "Frame") -> int:
    return int(frame.select(nw.len().alias("n")).collect().to_pandas()["n"].iloc[0])


def _single_people(contacts: "Frame", max_contacts_per_day: int) -> "Frame":
    """Take customers as unknown on days with more contacts than one person makes."""
    contacts = contacts.with_columns(day=nw.col("at_s") // _DAY)
    crowds = (
        contacts.filter(~nw.col("customer").is_null())
        .group_by("customer", "day")
        .agg(nw.len().alias("n"))
        .filter(nw.col("n") > max_contacts_per_day)
        .select("customer", "day", is_crowd=nw.lit(True))
    )
    joined = contacts.join(crowds, on=["customer", "day"], how="left").with_columns(
        is_crowd=nw.col("is_crowd").fill_null(False)
    )
    nobody = nw.lit(None, dtype=nw.Int64)
    return joined.with_columns(customer=nw.when(nw.col("is_crowd")).then(nobody).otherwise(nw.col("customer")))


def _numbered(contacts: "Frame") -> "Frame":
    numbered = contacts.with_row_index("contact", order_by=list(_EQUAL))
    return numbered.with_columns(contact=nw.col("contact").cast(nw.Int64))
