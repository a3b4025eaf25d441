"""The report in a real browser: nothing runs, nothing is asked for, a hostile text makes the page of a harmless one."""

import dataclasses
import functools
import http.server
import re
import shutil
import subprocess
import threading
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from faqeval.config import ReportSettings
from faqeval.report import write_report
from tests.factories import tiny_evaluation
from tests.journey_factory import tiny_evaluation_with_contacts

CHROMIUM = next(
    (path for name in ("chromium", "chromium-browser", "google-chrome") if (path := shutil.which(name))), None
)
pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="no chromium on this machine"),
]
HARMLESS = str.maketrans("<>&\"'{}%=", "()+,.[]-~")


def harmless(value: Any) -> Any:
    """The same values with every character that means something to markup replaced by one that does not."""
    if isinstance(value, str):
        return value.translate(HARMLESS)
    if isinstance(value, tuple):
        return tuple(harmless(entry) for entry in value)
    if isinstance(value, pd.DataFrame):
        return value.map(harmless)
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return dataclasses.replace(
            value, **{field.name: harmless(getattr(value, field.name)) for field in dataclasses.fields(value)}
        )
    return value


class Skeleton(HTMLParser):
    """Elements and the names of their attributes, without texts."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append(f"{tag} {' '.join(sorted(name for name, _ in attrs))}")


class Opened:
    """What the browser made of one report, and what it asked the server for."""

    def __init__(self, dom: str, log: str, requests: list[str]) -> None:
        self.dom, self.log, self.requests = dom, log, requests


def open_page(folder: Path, profile: Path) -> Opened:
    assert CHROMIUM is not None
    requests: list[str] = []

    class Handler(http.server.SimpleHTTPRequestHandler):
        def do_GET(self) -> None:
            requests.append(self.path)
            super().do_GET()

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Handler, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        done = subprocess.run(
            [
                CHROMIUM, "--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking",
                "--disable-component-update", "--disable-sync", "--no-first-run", f"--user-data-dir={profile}",
                "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1", "--enable-logging=stderr", "--dump-dom",
                f"http://127.0.0.1:{server.server_port}/report.html",
            ],
            capture_output=True, text=True, timeout=120, check=True,
        )  # fmt: skip
    finally:
        server.shutdown()
        server.server_close()
    return Opened(done.stdout, done.stderr, requests)


@pytest.fixture(scope="module", params=[tiny_evaluation, tiny_evaluation_with_contacts])
def pages(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[Opened, Opened]:
    """The hostile page and its harmless twin, without and with contacts."""
    made = request.param()
    root = tmp_path_factory.mktemp("pages")
    opened = []
    for name, evaluation in (("hostile", made), ("harmless", harmless(made))):
        folder = write_report(evaluation, root / name, ReportSettings())
        opened.append(open_page(folder, root / f"{name}-profile"))
    return opened[0], opened[1]


def test_page_asks_for_nothing_but_itself(pages: tuple[Opened, Opened]) -> None:
    assert pages[0].requests == ["/report.html"]


def test_console_stays_silent(pages: tuple[Opened, Opened]) -> None:
    assert not re.findall(r".*CONSOLE.*", pages[0].log)


def test_hostile_texts_make_the_same_elements_as_harmless_ones(pages: tuple[Opened, Opened]) -> None:
    hostile, twin = (Skeleton(page.dom).found for page in pages)
    assert hostile == twin
    assert not [element for element in hostile if element.startswith(("script", "img", "iframe"))]


def test_style_sheet_is_let_in_by_its_hash(pages: tuple[Opened, Opened]) -> None:
    assert "Refused to apply" not in pages[0].log
    assert "<style>" in pages[0].dom
