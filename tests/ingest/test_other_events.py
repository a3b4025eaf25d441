"""Events of kinds that faqeval does not need are ordinary: they are passed over and counted."""

import pytest

from faqeval.config import IngestSettings
from faqeval.ingest.engines import Engine
from tests.ingest.log_factory import event, visits


def test_events_of_other_kinds_stop_nothing_and_are_counted(duck: Engine) -> None:
    rows = [event("s", f"09:{n:02d}:00", "page_ping" if n else "page_view") for n in range(9)]
    read = visits(rows, duck)
    assert (read.n_read, read.n_used) == (9, 1)
    assert any("8 events of other kinds were passed over" in note for note in read.notes)


@pytest.mark.parametrize("name", ["scroll", "session_start", "user_engagement", "first_visit", "struct"])
def test_a_log_of_mostly_other_events_is_read_under_the_usual_settings(name: str, duck: Engine) -> None:
    rows = [event("s", f"09:{n:02d}:00", name if n else "page_view") for n in range(9)]
    assert visits(rows, duck, IngestSettings()).n_used == 1
