"""Moments as the world writes them: each is read whole, or refused with its form."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

import faqeval.ingest.logs.log_source as log_source
from faqeval.config import IngestSettings
from faqeval.errors import NothingUsable
from faqeval.ingest import read_articles, read_queries
from faqeval.ingest.cells.moments import form_of, iso_moments, read_moments
from faqeval.ingest.engines import Engine
from tests.ingest.log_factory import contact, contacts, rows_of, visits

AT = "2026-10-02T09:19:00"
FORMS = (
    "2026-10-02 09:19:00.000000 UTC",
    "2026-10-02 09:19 UTC",
    "10/2/2026, 9:19:00\u202fAM",
    "10/13/2026, 9:19:00 am",
    "2.10.2026 09.19.00",
    "2.10.2026 klo 9.19.00",
    "2026-10-02, 9:19:00 a.m.",
    "2026-10-02, 9:19:00 a.\u00a0m.",
    "02/10/2026, 09:19:00",
    "2-10-2026, 09:19:00",
    "2026/10/02 9:19 AM",
    "02.10.26 09:19",
    "2. 10. 2026 09:19",
    "2026-10-02 9:19",
    "2026-10-02 09.19",
    "02.10.2026, 09:19 Uhr",
    "2. Oktober 2026 um 09:19 Uhr",
    "2 oktober 2026 kl. 09:19",
    "2. okt. 2026 kl. 09.19",
    "fredag den 2. oktober 2026 kl. 09.19",
    "vrijdag 2 oktober 2026 om 09:19",
    "2 okt 2026 9.19 uur",
    "October 2, 2026 at 9:19 AM",
    "Oct 2, 2026, 9:19:00 AM",
    "Friday, October 2, 2026 9:19 AM",
    "Fri, 02 Oct 2026 09:19:00 GMT",
    "Fri Oct 02 2026 11:19:00 GMT+0200 (Central European Summer Time)",
    "Fri Oct  2 09:19:00 2026",
    "Fri Oct 2 11:19:00 CEST 2026",
    "02/Oct/2026:09:19:00 +0000",
    "02-OCT-26 09.19.00.000000 AM",
    "2-Oct-2026 09:19",
    "2026-10-02T11:19:00+02:00[Europe/Stockholm]",
    "2026-10-02 11:19 CEST",
    "2026-10-02 05:19 EDT",
    "2026-10-02T09:19:00.000+0000",
    "20261002T091900Z",
    "20261002T0919",
    "202610020919",
    "20261002091900",
    "46297.388194",
    "46297,388194",
    "1790932740",
    "1790932740000",
    "1790932740000.0",
    "1790932740000000",
    "1790932740000000000",
    "2/10-2026 09:19",
)


def _expected(form: str) -> str:
    return AT.replace("-02T", "-13T") if "10/13" in form else AT


@pytest.mark.parametrize("form", FORMS)
def test_each_common_form_is_read(form: str) -> None:
    assert iso_moments([form])[0].removesuffix("Z") == _expected(form)


@pytest.mark.parametrize("form", FORMS)
def test_a_large_log_reads_each_form_as_a_small_one_does(
    form: str, tmp_path: Path, duck: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    rows = [{"session_id": f"s{n}", "at": form, "event": "page"} for n in range(3)]
    small, frame = visits(rows, duck), pd.DataFrame(rows)
    frame.to_csv(tmp_path / "visits.csv", index=False)
    frame.to_parquet(tmp_path / "visits.parquet")
    monkeypatch.setattr(log_source, "LAZY_FROM_BYTES", 1)
    moment = int(datetime.fromisoformat(_expected(form)).replace(tzinfo=UTC).timestamp())
    for read in (small, visits(tmp_path / "visits.csv", duck), visits(tmp_path / "visits.parquet", duck)):
        assert {row["at_s"] for row in rows_of(read)} == {moment}


@pytest.mark.parametrize(
    "text",
    [
        "09.19", "09:19", "9:19 AM", "13:19 AM tomorrow", "2026-10-02 25:00", "2026-10-02 09:61", "2026-13-02",
        "32.10.2026",
        "2026-10-02 13:19 AM", "10/2026", "2026", "Q3 2026", "2026-10-02 09:19 XYZ", "1.79093E+12", "2026100299",
        "20261301", "99999", "2026-10-02 09:19:00 and more", "2 foo 2026", "2026-10-02 09:19 +30:00", "1,790,932,740",
    ],
)  # fmt: skip
def test_a_moment_is_read_whole_or_refused(text: str) -> None:
    assert iso_moments([text]) == [""]


def test_digits_of_an_hour_are_no_seconds_since_1970() -> None:
    assert iso_moments(["2026100209", "2026100223"]) == ["2026-10-02T09:00:00", "2026-10-02T23:00:00"]


@pytest.mark.parametrize(
    ("cells", "first", "is_guess"),
    [
        (["10/2/2025 9:19 AM", "10/5/2025 1:00 PM"], "2025-10-02", False),
        (["10/2/2025", "10/13/2025"], "2025-10-02", False),
        (["2/10/2025", "13/10/2025"], "2025-10-02", False),
        (["2.10.2025", "5.10.2025"], "2025-10-02", False),
        (["10/2/2025", "10/5/2025", "10/7/2025"], "2025-10-02", True),
        (["2/10/2025", "5/10/2025", "7/10/2025"], "2025-10-02", True),
        (["4/4/2025"], "2025-04-04", False),
        (["2025-10-02"], "2025-10-02", False),
    ],
)
def test_the_whole_column_decides_which_number_is_the_day(cells: list[str], first: str, is_guess: bool) -> None:
    read = read_moments(cells)
    assert read.iso[0][:10] == first
    assert read.order.is_guess == is_guess


def test_a_reading_that_puts_moments_into_the_future_is_none() -> None:
    today = datetime.now(UTC).date()
    day = next(
        day for day in (today - timedelta(days=n) for n in range(1, 400)) if day.day <= 12 and day.day > day.month
    )
    later = date(day.year, day.day, day.month)
    cells = [f"{day.month}/{day.day}/{day.year}", f"1/1/{day.year}"]
    if later <= today + timedelta(days=1):  # in December no reading lies ahead
        pytest.skip("nothing lies in the future today")
    read = read_moments(cells)
    assert read.iso[0] == day.isoformat()
    assert not read.order.is_guess


# from then on milliseconds have 13 digits; 12 may as well be a day with hour and minute, and are refused
@given(st.datetimes(datetime(2001, 9, 10), datetime(2025, 12, 31)), st.sampled_from(range(9)))
def test_what_is_read_is_what_was_written(moment: datetime, form: int) -> None:
    moment = moment.replace(microsecond=0)
    names = "jan feb mars april maj juni juli aug sept okt nov dec".split()
    written = (
        f"{moment:%Y-%m-%d %H:%M:%S} UTC",
        f"{moment.day}.{moment.month}.{moment.year} kl. {moment:%H.%M.%S}",
        f"{moment.day} {names[moment.month - 1]} {moment.year} {moment:%H:%M:%S}",
        f"{moment:%m/%d/%Y, %I:%M:%S %p}",
        f"{moment:%a, %d %b %Y %H:%M:%S} GMT",
        f"{moment:%d/%b/%Y:%H:%M:%S} +0000",
        f"{moment:%Y%m%d%H%M%S}",
        str((moment - datetime(1899, 12, 30)).total_seconds() / 86_400),
        f"{moment.replace(tzinfo=UTC).timestamp() * 1000:.1f}",
    )[form]
    assert iso_moments([written])[0].removesuffix("Z") == moment.isoformat()


@given(st.text(st.sampled_from("0123456789.:/-, TZapmUC+"), max_size=24))
def test_nothing_is_made_up_of_a_part_of_a_moment(text: str) -> None:
    read = iso_moments([text])[0]
    if read:
        least = 5 if "T" in read else 4  # 1/2/26, and an hour behind it
        assert sum(sign.isdigit() for sign in text) >= least


@given(st.lists(st.sampled_from([*FORMS, "soon", ""]), max_size=6))
def test_the_order_of_the_cells_plays_no_part(cells: list[str]) -> None:
    assert iso_moments(list(reversed(cells))) == list(reversed(iso_moments(cells)))


def test_a_refusal_shows_the_form_it_met(duck: Engine) -> None:
    with pytest.raises(NothingUsable, match=r"like 99\.99 aaa, 9 for a digit") as error:
        contacts([{"customer_id": "c", "at": "09.19 Kim"}] * 2, duck)
    assert "Kim" not in str(error.value)
    read = contacts([contact("c", "09:00:00"), {"customer_id": "c", "at": "09.19"}], duck)
    assert any("1 rows were left out for a moment like 99.99" in note for note in read.notes)


def test_a_large_log_shows_the_form_too(tmp_path: Path, duck: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(log_source, "LAZY_FROM_BYTES", 1)
    path = tmp_path / "contacts.csv"
    path.write_text("customer_id,at\nc,09.19\nd,2/10/2025 9:19\n", encoding="utf-8")
    notes = contacts(path, duck).notes
    assert any("99.99" in note for note in notes)
    assert any("whether the day or the month stands first" in note for note in notes)


def test_a_guess_about_day_and_month_is_a_note(duck: Engine) -> None:
    read = contacts([{"customer_id": "c", "at": f"3/{n}/2025 09:19"} for n in (4, 5, 6)], duck)
    assert any("the month was taken" in note for note in read.notes)
    assert next(row["at_s"] for row in rows_of(read)) == pd.Timestamp("2025-03-04T09:19Z").timestamp()


def test_no_query_is_asked_in_the_future_and_no_article_changed_then() -> None:
    queries: dict[str, Any] = {"text": ["pay", "track"], "asked_at": ["2030-01-01", "bald"]}
    read = read_queries(pd.DataFrame(queries), IngestSettings(), languages=("en",), prior={"en": 1.0})
    assert read.queries.table["first_asked_at"].tolist() == ["", ""]
    assert len(read.notes) == 2
    articles = pd.DataFrame({"id": ["a"], "title": ["Pay"], "updated_at": ["2030-01-01"]})
    assert "in the future" in read_articles(articles, IngestSettings()).notes[0]


def test_the_form_of_a_text_says_nothing_of_it() -> None:
    assert form_of("Anna 070-123 45 67") == "aaaa 999-999 99 99"
