"""The page: nothing runs, nothing is fetched, everything is reachable."""

import hashlib
import re
from base64 import b64encode
from collections import Counter
from dataclasses import replace
from html.parser import HTMLParser
from itertools import pairwise

import pytest

from faqeval.config import ReportSettings
from faqeval.records import Evaluation, Figure
from faqeval.report.page.html import html_text
from faqeval.report.page.view import page_view
from tests.factories import tiny_evaluation

VOID = {"meta", "link", "input", "br", "img"}


class Elements(HTMLParser):
    """Collects elements, their attributes and unclosed tags."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str]]] = []
        self.open: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, {name: value or "" for name, value in attrs}))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, {name: value or "" for name, value in attrs}))

    def handle_endtag(self, tag: str) -> None:
        assert self.open, tag
        assert self.open.pop() == tag


def page(evaluation: Evaluation | None = None, title: str = "") -> str:
    return html_text(page_view(evaluation or tiny_evaluation(), ReportSettings(title=title)))


@pytest.fixture(scope="module")
def html() -> str:
    return page()


@pytest.fixture(scope="module")
def elements(html: str) -> Elements:
    return Elements(html)


def test_tags_are_closed_in_order(elements: Elements) -> None:
    assert elements.open == []


def test_nothing_can_run(elements: Elements) -> None:
    assert not {tag for tag, _ in elements.found} & {"script", "iframe", "object", "embed", "img", "form", "base"}
    for _, attributes in elements.found:
        assert not [name for name in attributes if name.startswith("on") or name in ("style", "src", "srcset")]


def test_nothing_is_fetched(elements: Elements) -> None:
    for tag, attributes in elements.found:
        target = attributes.get("href", "")
        assert (
            target.startswith("#") or (tag == "a" and target == "https://example.com/bill") or target in ("", "data:,")
        )


def test_policy_allows_the_style_sheet_and_nothing_else(html: str, elements: Elements) -> None:
    policy = next(a["content"] for tag, a in elements.found if a.get("http-equiv") == "Content-Security-Policy")
    style = re.search(r"<style>(.*?)</style>", html, re.DOTALL)
    assert style is not None
    digest = b64encode(hashlib.sha256(style[1].encode()).digest()).decode()
    assert policy.startswith(f"default-src 'none'; style-src 'sha256-{digest}';")
    assert html.count("<style>") == 1


def test_texts_of_customers_are_escaped(html: str) -> None:
    assert "&lt;script&gt;alert" in html
    assert "<script" not in html.lower()
    assert "{{ 7*7 }}" not in html


def test_title_of_the_report_is_escaped() -> None:
    assert "<blink>" not in page(title="<blink>x</blink>")


def test_ids_are_unique_and_links_inside_the_page_lead_somewhere(elements: Elements) -> None:
    ids = Counter(attributes["id"] for _, attributes in elements.found if "id" in attributes)
    assert max(ids.values()) == 1
    targets = {a["href"][1:] for _, a in elements.found if a.get("href", "").startswith("#")}
    assert targets <= set(ids)
    labels = {part for _, a in elements.found for part in a.get("aria-labelledby", "").split()}
    assert labels <= set(ids)


def test_headings_step_down_one_by_one(elements: Elements) -> None:
    levels = [int(tag[1]) for tag, _ in elements.found if re.fullmatch(r"h[1-6]", tag)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_customers_text_says_its_language(html: str) -> None:
    assert re.search(r'<th scope="row" lang="sv" dir="auto">', html)


def test_tables_have_scopes_and_charts_have_tables(elements: Elements) -> None:
    assert all("scope" in attributes for tag, attributes in elements.found if tag == "th")
    charts = [a for tag, a in elements.found if tag == "svg" and "chart" in a.get("class", "")]
    assert charts
    assert all(a.get("role") == "img" for a in charts)


def test_first_screen_is_free_of_jargon(html: str) -> None:
    first = html[html.index('id="overview"') : html.index('id="work"')].lower()
    assert not re.search(r"ndcg|\bmrr\b|embedding|cosine|p-value|\bf1\b|bm25", first)


def test_missing_figures_are_said_calmly() -> None:
    evaluation = tiny_evaluation()
    figures = {name: Figure(None, None, None, 1, "too_few_queries") for name in evaluation.figures}
    html = page(replace(evaluation, figures=figures))
    assert "cannot be said yet" in html
    assert "there are too few questions to say" in html


def test_evaluation_without_gaps_makes_a_page() -> None:
    assert "Nothing to do" in page(replace(tiny_evaluation(), gaps=(), needs=(), manifest={}))


def test_times_stand_in_run_json_alone(html: str) -> None:
    assert "2026-11-01T10:00" not in html


def test_unsafe_address_of_an_article_is_no_link(html: str) -> None:
    assert "javascript:" not in html
