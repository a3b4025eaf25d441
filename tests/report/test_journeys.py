"""The part "Why customers contact you": what it says, and that nothing of it is there without contacts."""

import re
from dataclasses import replace
from itertools import pairwise

import pytest

from faqeval.config import ReportSettings, Settings
from faqeval.records import Evaluation, Figure, JourneyCounts, NeedVerdict
from faqeval.report.page.after_reading import MAX_ARTICLES
from faqeval.report.page.contact_needs import MAX_NEEDS
from faqeval.report.page.html import html_text
from faqeval.report.page.journey_view import JourneyPart, journey_part
from faqeval.report.page.view import page_view
from faqeval.report.wording.verdict_words import verdict_in_words
from tests.big_evaluation import big_evaluation
from tests.factories import PAYLOADS, tiny_evaluation
from tests.journey_factory import (
    HOSTILE_STORY,
    STORY,
    after,
    need,
    rate,
    share,
    texts,
    tiny_evaluation_with_contacts,
)
from tests.report.test_html import Elements


def page(evaluation: Evaluation) -> str:
    return html_text(page_view(evaluation, ReportSettings()))


def part_of(evaluation: Evaluation) -> JourneyPart:
    part = journey_part(evaluation, {"bill": "a1"}, {"g7": "w1"})
    assert part is not None
    return part


@pytest.fixture(scope="module")
def part() -> JourneyPart:
    return part_of(tiny_evaluation_with_contacts())


@pytest.fixture(scope="module")
def html() -> str:
    return page(tiny_evaluation_with_contacts())


def contacts_part(html: str) -> str:
    return html[html.index('<section id="contacts"') : html.index('<section id="work"')]


def test_without_contacts_there_is_no_part_and_no_link_to_it() -> None:
    html = page(tiny_evaluation())
    assert 'id="contacts"' not in html
    assert "#contacts" not in re.sub(r"<style>.*?</style>", "", html, flags=re.DOTALL)
    assert "contacts a month" not in html[html.index('id="overview"') : html.index('id="work"')].replace(
        "in contacts a month for each line", ""
    )


def test_headline_names_share_interval_number_and_the_usual_with_its_source(part: JourneyPart, html: str) -> None:
    said = (
        "Of 2,431 contacts whose customer is known, 31 % (29–33 %) came from customers who were logged in on the site "
        "meanwhile; the usual is about 30 % (CEB)."
    )
    assert part.sentence == said
    assert part.avoidable == "About 20 (18–24) contacts a month could be avoided."
    assert html.count(said) == 2  # overview and part


def test_what_others_found_stands_apart_with_its_source(html: str) -> None:
    asides = re.findall(r'<aside class="others note".*?</aside>', html)
    assert len(asides) == 2
    assert all("not from your data" in aside for aside in asides)
    for aside in asides:
        assert aside.count("<li>") == aside.count('class="source">(')
    assert "125,000 customers and 5,000 service staff" in asides[0]
    assert "Gartner 2019" in asides[1]


def test_share_that_cannot_be_said_says_why() -> None:
    evaluation = tiny_evaluation_with_contacts()
    journeys = evaluation.journeys
    assert journeys is not None
    nothing = Figure(None, None, None, 0, "needs visits, which were not given")
    journeys = replace(
        journeys,
        figures=dict.fromkeys(journeys.figures, nothing),
        paths=(),
        logged_in_by_channel={},
        logged_in_by_hour=(nothing,) * 24,
        next_issues=(),
        any_visit_share=nothing,
        counts=JourneyCounts(n_contacts=40),
        effort_and_ces=nothing,
    )
    figures = {**evaluation.figures, **journeys.figures, "avoidable_contacts_per_month": nothing}
    html = page(replace(evaluation, journeys=journeys, figures=figures))
    assert "cannot be said yet: needs visits, which were not given." in contacts_part(html)
    assert 'class="chart flow"' not in html
    assert Elements(html).open == []


def test_need_says_its_name_verdict_rate_and_what_mending_avoids(part: JourneyPart) -> None:
    first, second, third, fourth = part.needs
    assert (first.name.text, first.verdict.name, first.verdict.sure) == (
        "Why is my bill higher?",
        "Read, and contacted us all the same",
        "99 % sure",
    )
    assert (first.per_month, first.avoidable, first.saved) == ("70 (56–88)", "12 (9.9–16)", "98 (78–123) USD")
    assert (first.work_anchor, first.name.anchor) == ("w1", "a1")
    assert (first.found, second.found) == ("70 % (63–76 %)", "")
    assert (second.name.text, second.name.is_answered) == ("can i use esim on my watch", False)
    assert (third.verdict.name, third.verdict.shape, third.avoidable) == ("Nothing against the FAQ", "circle", "")
    assert (fourth.verdict.name, fourth.verdict.shape) == ("Not enough data", "ring")
    assert (fourth.per_month, fourth.effort) == ("not enough data", "")


def test_no_verdict_is_no_praise_where_readers_may_make_contact_more_than_usual() -> None:
    assert (
        verdict_in_words(tiny_evaluation_with_contacts(), NeedVerdict(0, "", 50, 0.7)).name == "Nothing against the FAQ"
    )
    unsure = verdict_in_words(tiny_evaluation_with_contacts(), NeedVerdict(0, "", 50, 0.05))
    assert (unsure.name, unsure.shape, unsure.sure) == ("Nothing sure against the FAQ", "ring", "")


def test_bar_of_a_need_is_whole_and_counts_who_was_not_logged_in(part: JourneyPart) -> None:
    for one in part.needs:
        assert sum(float(way.width) for way in one.parts) == pytest.approx(1000, abs=0.5)
    assert part.needs[0].parts[-1].words == "not logged in"
    assert part.needs[0].parts[-1].value == "114 (55 %)"


def test_channel_and_hour_show_what_has_not_enough_data(part: JourneyPart, html: str) -> None:
    assert part.channels is not None
    assert part.hours is not None
    assert [bar.label for bar in part.channels.bars] == ["Call", "Chat", "E-mail"]
    assert part.channels.bars[2].value == "not enough data"
    assert part.channels.bars[2].height == ""
    assert [bar.value for bar in part.hours.bars][:7] == ["not enough data"] * 7
    assert "time zone Europe/Stockholm" in html
    assert "Hour (Europe/Stockholm)" in html


def test_effort_table_has_all_marks_both_parts_and_the_weights_of_the_run(part: JourneyPart) -> None:
    rows = part.effort.rows
    assert (rows[0].name, rows[0].index.value, rows[0].actual.value, rows[0].perceived.value) == (
        None,
        "25",
        "26",
        "24",
    )
    assert len(rows[0].marks) == len(part.effort.names) == 6
    assert "one third what customers had to do" in part.effort.index_note
    assert "the two agree. Rank correlation over 24 needs: −0.62 (−0.82 to −0.31)." in part.effort.relation
    assert rows[-1].ces.value == ""


def test_weights_costs_and_shares_won_back_are_those_of_the_settings() -> None:
    evaluation = tiny_evaluation_with_contacts()
    settings = Settings.model_validate(
        {
            "journeys": {
                "actual_effort_weight": 0.5,
                "perceived_effort_weight": 0.5,
                "contact_window_minutes": 45,
                "repeat_days": 3,
            },
            "savings": {"cost_per_contact": 6.5, "currency": "EUR", "won_back": {"missing": 0.25}},
        }
    )
    part = part_of(replace(evaluation, settings=settings))
    assert "half what customers had to do" in part.effort.index_note
    assert "within 3 days" in part.effort.names[0].meaning
    assert "within 45 minutes" in part.after.intro
    assert "A contact costs 6.50 EUR" in part.limits.assumptions[0]
    assert ("No article answers", "25 %") in part.limits.won_back
    assert part.needs[0].saved.endswith("EUR")


def test_raised_articles_come_first_and_few_readings_say_nothing(part: JourneyPart) -> None:
    rows = part.after.rows
    assert (rows[0].verdict, rows[0].share.value, rows[0].usual) == ("surely more than usual", "22 %", "5 %")
    assert [row.verdict for row in rows] == ["surely more than usual", "not surely more", "not enough data"]
    assert (rows[-1].share.value, rows[-1].usual, rows[-1].n_views) == ("", "", "9")


def test_article_read_by_few_customers_is_judged_by_the_cautious_share() -> None:
    evaluation = tiny_evaluation_with_contacts()
    journeys = evaluation.journeys
    assert journeys is not None
    few = replace(after(180, 40, True), share=Figure(None, None, None, 180, "too_few_contacts"))
    needs = (replace(journeys.needs[0], after_view=few),)
    row = part_of(replace(evaluation, journeys=replace(journeys, needs=needs))).after.rows[0]
    assert (row.share.value, row.shrunk.value, row.verdict) == ("", "22 %", "surely more than usual")


def test_next_issue_says_whether_the_first_article_is_prepared(part: JourneyPart) -> None:
    states = {(row.first.text, row.second.text): row.state for row in part.after.next_rows}
    bill, sim, watch = "Why is my bill higher?", "Aktivera ditt SIM-kort", "can i use esim on my watch"
    assert states[bill, sim] == "the first article neither answers nor links it"
    assert states[bill, watch] == "the first article answers or links it"
    assert states[watch, bill] == "no article answers the first"
    assert states[sim, "<b>Bold</b> & =SUM(A1) title"] == "not sure yet"
    assert part.after.next_rows[0].lift in ("2.3 (1.8–3.1)", "1.9 (1.6–2.6)")


def test_what_was_left_out_is_counted(part: JourneyPart) -> None:
    counts = dict(part.limits.counts)
    assert counts["… left out of what follows customers: no customer id"] == "300"
    assert counts["… left out of it: at a time that the visits do not cover"] == "169"
    assert counts["Contacts that belong to no need: no reason, or an unclear one"] == "410"
    assert any("no proof" in text for text in part.limits.not_proven)


def test_texts_of_customers_and_agents_are_escaped_and_say_their_language(html: str) -> None:
    part = contacts_part(html)
    assert "esim watch &lt;script&gt;alert(1)&lt;/script&gt;" in part
    assert not any(payload in part for payload in PAYLOADS if "<" in payload)
    assert '<q lang="en" dir="auto">invoice high</q>' in part
    assert '<span lang="sv" dir="auto">Aktivera ditt SIM-kort</span>' in part


def test_page_with_contacts_is_well_formed(html: str) -> None:
    elements = Elements(html)
    assert elements.open == []
    ids = [attributes["id"] for _, attributes in elements.found if "id" in attributes]
    assert len(ids) == len(set(ids))
    assert {a["href"][1:] for _, a in elements.found if a.get("href", "").startswith("#")} <= set(ids)
    assert not [name for _, a in elements.found for name in a if name == "style" or name.startswith("on")]
    levels = [int(tag[1]) for tag, _ in elements.found if re.fullmatch(r"h[1-6]", tag)]
    assert all(later - level <= 1 for level, later in pairwise(levels))
    assert all("scope" in a for tag, a in elements.found if tag == "th")


def test_every_chart_of_the_part_has_its_table(html: str) -> None:
    part = contacts_part(html)
    assert part.count('<svg class="chart') == part.count("<details><summary>As a table") == 3
    assert part.count('<svg class="stack ways"') == part.count("<h5>What they did before</h5>")


def test_many_needs_stay_within_the_limits_of_the_page() -> None:
    evaluation = big_evaluation(1_000, 5_000)
    plain = len(page(evaluation))
    tiny = tiny_evaluation_with_contacts().journeys
    assert tiny is not None
    needs = tuple(need(code, 300, (9, 8, 7, 6, 5, 4), after(90, 6), stories=(STORY,) * 5) for code in range(1_000))
    journeys = replace(tiny, needs=needs, next_issues=tiny.next_issues * 100)
    html = page(replace(evaluation, journeys=journeys, need_keys=()))
    assert contacts_part(html).count('<details class="article need">') == MAX_NEEDS
    assert "of 1,000; all of them are in needs.csv" in html
    assert f"{1_000 - MAX_ARTICLES} more articles: see needs.csv." in html
    assert len(html) - plain < 150_000
    assert len(html) < 1_000_000


def test_hostile_texts_in_stories_stay_within_the_limits_of_the_page() -> None:
    hostile = "<a&b>\"' " * 5_000
    evaluation = tiny_evaluation_with_contacts()
    journeys = evaluation.journeys
    assert journeys is not None
    needs = tuple(replace(journeys.needs[1], need=100 + n, stories=(HOSTILE_STORY,) * 5) for n in range(50))
    rows = tuple((hostile, "en") for _ in range(3))
    before = len(page(replace(evaluation, journeys=replace(journeys, needs=()))))
    html = page(replace(evaluation, journeys=replace(journeys, needs=needs), searched=texts(rows), reasons=texts(rows)))
    assert len(html) - before < 200_000


def test_rates_and_shares_of_the_factory_have_an_order() -> None:
    for figure in (rate(3.0), share(0.2, 50)):
        assert figure.low is not None
        assert figure.high is not None
        assert figure.value is not None
        assert figure.low <= figure.value <= figure.high
