"""Which words met, and what carried a match."""

import time

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from faqeval.config import MatchSettings
from faqeval.matching import explain_matches, match_queries, signals
from faqeval.matching.carriers import carried
from faqeval.matching.explain import _carrier
from faqeval.matching.meeting_words import Meeting
from faqeval.matching.pair_features import QUICK_SIGNALS, SLOW_SIGNALS
from faqeval.matching.rank import match_in_full
from faqeval.matching.signal_families import FAMILIES, FAMILY_OF
from faqeval.records import Article, Explanation, SharedWord, WordPair
from tests.hashing_embedder import RememberingEmbedder

from .faq import query_table, small_faq
from .slow_judge import judges_with

SETTINGS = MatchSettings(model="quick", depth=4)


def explain(text: str, language: str, article: Article, *others: Article, judged: bool = False) -> Explanation:
    """Explain one query at one article among others."""
    pairs = [(0, 0)]
    table = query_table((text, language))
    (found,) = explain_matches((article, *others), table, pairs, SETTINGS, judged=pairs if judged else ())
    return found


def spelled(pairs: tuple[WordPair, ...]) -> set[tuple[str, str]]:
    return {(pair.word, pair.article_word) for pair in pairs}


def article(title: str, body: str = "", language: str = "en", **more: object) -> Article:
    return Article.plain("it", title, body, language, **more)  # type: ignore[arg-type]


def test_every_signal_has_a_family_and_no_family_is_of_a_signal_that_is_gone():
    assert set(FAMILY_OF) == {*QUICK_SIGNALS, *SLOW_SIGNALS}
    assert set(FAMILY_OF.values()) == set(FAMILIES)


SIX = {
    "en": ("How do I pay my invoices?", "Choose a card.", "paying invoice by cards", {"paying", "invoice", "cards"}),
    "sv": ("Hur betalar jag fakturan?", "Välj kort.", "betala fakturor med kortet", {"betala", "fakturor", "kortet"}),
    "nb": ("Hvordan betaler jag fakturaen?", "Velg kort.", "betale fakturaer, kort", {"betale", "fakturaer", "kort"}),
    "da": ("Hvordan betaler jeg fakturaen?", "Vælg kort.", "betale fakturaer, kort", {"betale", "fakturaer", "kort"}),
    "nl": ("Hoe betaal ik mijn factuur?", "Kies een pas.", "facturen betalen met pas", {"facturen", "betalen", "pas"}),
    "de": ("Wie bezahle ich die Rechnung?", "Wähle eine Karte.", "Rechnungen bezahlen mit Karten",
           {"Rechnungen", "bezahlen", "Karten"}),
}  # fmt: skip


@pytest.mark.parametrize("language", sorted(SIX))
def test_forms_of_a_word_are_shared_in_the_customers_spelling(language: str):
    title, body, query, words = SIX[language]
    others = [one for one in small_faq("sv", "en") if not one.article_id.endswith("-0")]
    found = explain(query, language, article(title, body, language), *others)
    assert {one.word for one in found.shared} == words
    assert {one.place for one in found.shared} == {"title", "text"}
    assert found.lacking == ()
    assert (found.carried_by, found.is_first) == ("words", True)


COMPOUNDS = {
    "sv": ("elräkningen", "Betala räkningen", "räkningen"),
    "nb": ("strømregningen", "Betal regningen", "regningen"),
    "da": ("mobilregningen", "Betal regningen", "regningen"),
    "nl": ("energierekening", "Rekening betalen", "Rekening"),
    "de": ("Stromrechnung", "Rechnung bezahlen", "Rechnung"),
}


@pytest.mark.parametrize("language", sorted(COMPOUNDS))
def test_a_compound_and_its_part_look_alike(language: str):
    asked, title, part = COMPOUNDS[language]
    assert spelled(explain(asked, language, article(title, "", language)).spelled_alike) == {(asked, part)}
    assert spelled(explain(part, language, article(asked, "", language)).spelled_alike) == {(part, asked)}


def test_a_part_that_stands_in_every_other_sentence_makes_no_two_words_alike():
    assert explain("bindningstiden", "sv", article("Tidigare fakturor", "", "sv")).spelled_alike == ()
    assert spelled(explain("bindningstiden", "sv", article("Bindning", "", "sv")).spelled_alike) == {
        ("bindningstiden", "Bindning")
    }


@pytest.mark.parametrize(
    ("asked", "language", "title", "alike"),
    [
        ("fakturra", "sv", "Betala faktura", {("fakturra", "faktura")}),
        ("Forgoten PASWORD", "en", "Forgotten password", {("Forgoten", "Forgotten"), ("PASWORD", "password")}),
        ("contract", "en", "How to contact us", set()),
        ("4711", "en", "Error 4712", set()),
    ],
    ids=["Swedish", "customer's capitals", "a usual word of its own", "numbers"],
)
def test_a_slip_of_the_pen_looks_like_the_right_word(asked: str, language: str, title: str, alike: set):
    assert spelled(explain(asked, language, article(title, "", language)).spelled_alike) == alike


SHARED, ALIKE = SharedWord("kort", "title"), WordPair("fakturra", "faktura")


@pytest.mark.parametrize(
    ("leads", "shared", "alike", "carrier"),
    [
        ((0.1, 0.9, 0.5), (), (ALIKE,), "spelling"),
        ((0.1, 0.9, 0.5), (SHARED,), (), "words"),
        ((0.1, 0.9, 0.5), (SHARED,), (ALIKE,), "spelling"),
        ((0.4, 0.9, 0.5), (SHARED,), (ALIKE,), "words"),
        ((0.1, 0.2, 0.6), (SHARED,), (ALIKE,), "meaning"),
        ((0.1, 0.2, 0.6), (SHARED,), (), "words"),
        ((0.5, 0.0, 0.5), (SHARED,), (), "words"),
        ((-0.1, 0.0, -0.5), (SHARED,), (), ""),
    ],
    ids=[
        "only alike",
        "only shared",
        "both: two letters in three are alike",
        "both: a third of the letters is enough for the words",
        "meaning",
        "equal words mean the same too",
        "equal leads",
        "no lead",
    ],
)
def test_the_family_that_leads_most_carries_and_letters_of_shared_words_count_for_words(leads, shared, alike, carrier):
    assert _carrier(np.array(leads, dtype=np.float32), Meeting(shared, alike, ()), alike) == carrier


def test_a_slip_of_the_pen_is_carried_by_something_and_comes_first():
    found = explain("fakturra", "sv", article("Betala faktura", "", "sv"), *small_faq("sv"))
    assert found.carried_by
    assert found.is_first
    assert spelled(found.spelled_alike) == {("fakturra", "faktura")}


@pytest.mark.parametrize(
    ("asked", "language", "title", "near"),
    [
        ("mobile", "en", "Lost phone", ("mobile", "phone")),
        ("kids", "en", "Settings for children", ("kids", "children")),
        ("online", "da", "Virker internet ikke?", ("online", "internet")),
    ],
)
def test_words_near_in_meaning_are_named(asked: str, language: str, title: str, near: tuple[str, str]):
    found = explain(asked, language, article(title, "", language))
    assert spelled(found.near_in_meaning) == {near}
    assert found.lacking == ()


def test_near_words_that_are_spelled_alike_say_nothing_about_meaning():
    found = explain("payment", "en", article("Pay by card"))
    assert (spelled(found.spelled_alike), found.near_in_meaning) == ({("payment", "Pay")}, ())


def test_meaning_carries_where_no_word_is_shared():
    others = (article("Opening hours of the shop"), article("Change the router settings"))
    title = Article.plain("kid", "Settings for children", "", "en")
    (found,) = explain_matches((title, *others), query_table(("kids", "en")), [(0, 0)], SETTINGS)
    assert found.carried_by == "meaning"


def test_the_word_that_fewest_articles_have_comes_first_and_everyday_words_are_left_out():
    others = tuple(Article.plain(f"o{i}", f"Your invoice number {i}", "", "en") for i in range(5))
    found = explain("new invoice reminder zebra", "en", article("A new reminder of your invoice"), *others)
    assert [one.word for one in found.shared] == ["reminder", "invoice"]
    assert found.lacking == ("zebra",)


def test_title_goes_before_text_and_text_before_keywords():
    one = article("Invoice", "Invoice and card.", keywords=("card", "giro"))
    found = explain("invoice card giro", "en", one)
    assert set(found.shared) == {
        SharedWord("invoice", "title"), SharedWord("card", "text"), SharedWord("giro", "keywords")
    }  # fmt: skip


def test_an_article_without_body_and_one_without_title_are_explained():
    assert explain("invoice", "en", article("Invoice")).shared == (SharedWord("invoice", "title"),)
    assert explain("invoice", "en", article("", "Invoice.")).shared == (SharedWord("invoice", "text"),)


@pytest.mark.parametrize("text", ["", "☃☃ 🙂", "[PHONE]"])
def test_a_query_without_a_word_has_nothing_to_say(text: str):
    assert explain(text, "en", article("Invoice"), *small_faq("en")) == Explanation()
    assert explain(text, "en", article("Invoice"), judged=True) == Explanation(carried_by="people")


def test_a_query_of_stop_words_alone_is_explained_by_them():
    assert explain("how do i", "en", article("How do I pay?")).shared != ()


def test_one_word_and_one_article_are_explained():
    found = explain("invoice", "en", article("Pay the invoice"))
    assert (found.carried_by, found.is_first) == ("words", True)


def test_people_carry_what_they_judged():
    assert explain("zebra", "en", article("Pay the invoice"), judged=True).carried_by == "people"


def test_an_article_of_another_language_is_explained_by_its_words_alone():
    swedish = small_faq("sv")
    found = explain("invoice", "en", swedish[0], *small_faq("en"))
    assert found == Explanation(lacking=("invoice",))


def test_explanations_come_in_the_order_of_the_pairs_and_one_by_one_they_are_the_same():
    articles = small_faq("sv", "en")
    table = query_table(("betala räkning", "sv"), ("pay an invoice", "en"), ("ångra köp", "sv"), ("betala", "und"))
    pairs = [(3, 0), (1, 5), (0, 0), (2, 1), (0, 1), (1, 2), (0, 0)]
    whole = explain_matches(articles, table, pairs, SETTINGS)
    assert whole == tuple(explain_matches(articles, table, [pair], SETTINGS)[0] for pair in pairs)
    assert explain_matches(articles, table, [], SETTINGS) == ()


def test_shuffled_articles_give_the_same_explanations():
    articles, table = small_faq("sv", "en"), query_table(("betala min fakturra", "sv"))
    last = len(articles) - 1
    there = explain_matches(articles, table, [(0, 0), (0, 2)], SETTINGS)
    assert explain_matches(articles[::-1], table, [(0, last), (0, last - 2)], SETTINGS) == there


def test_first_is_the_article_that_the_matcher_puts_first():
    articles = small_faq("sv")
    table = query_table(("betala räkning", "sv"), ("glömt lösen", "sv"), ("flytta", "sv"))
    ranked = match_queries(articles, table, SETTINGS)
    pairs = [(row, place) for row in range(len(table)) for place in range(len(articles))]
    found = explain_matches(articles, table, pairs, SETTINGS)
    first = [pair for pair, one in zip(pairs, found, strict=True) if one.is_first]
    assert first == [(row, int(ranked.places[row, 0])) for row in range(len(table))]


def test_leads_of_the_families_are_the_signals_against_the_other_candidates():
    """Oracle: the same from the signals of each pair, one by one."""
    articles, text = small_faq("sv"), "betala räkning med kort"
    ((_, queries),) = match_in_full(articles, query_table((text, "sv")), SETTINGS).parts
    found = carried(queries, [0], [0])
    added = {one.article_id: dict.fromkeys(FAMILIES, 0.0) for one in articles}
    for one in articles:
        for signal in signals(articles, text, "sv", one.article_id, SETTINGS):
            added[one.article_id][FAMILY_OF[signal.name.partition(".")[0]]] += signal.contribution
    for column, family in enumerate(FAMILIES):
        others = np.mean([added[one.article_id][family] for one in articles[1:]])
        assert found.leads[0, column] == pytest.approx(added["sv-0"][family] - others, abs=1e-4)


CASCADE = query_table(
    ("betala räkning", "sv"), ("mina pengar tillbaka", "sv"), ("paketet har inte kommit", "sv"), ("flytta", "sv"),
    ("kort", "sv"), ("nytt lösenord", "sv"), ("hur gör jag", "sv"),
)  # fmt: skip


def _cascade(budget: int | None):
    judges = judges_with(RememberingEmbedder())
    return match_in_full(small_faq("sv"), CASCADE, MatchSettings(depth=4, slow_budget=budget), judges=judges)


def test_under_a_slow_model_each_query_is_explained_by_the_judge_that_had_the_last_word():
    """Oracle: all rows by the quick judge alone, and all rows by both."""
    mixed, quick, slow = (_cascade(budget) for budget in (4, 0, None))
    pairs = [(row, column) for row in range(len(CASCADE)) for column in range(5)]
    rows, columns = [row for row, _ in pairs], [column for _, column in pairs]
    ((_, own),), ((_, alone),), ((_, both),) = mixed.parts, quick.parts, slow.parts
    found, by_quick, by_slow = (carried(part, rows, columns) for part in (own, alone, both))
    asked = np.isin(rows, own.asked)
    assert 0 < asked.sum() < len(asked)
    np.testing.assert_allclose(found.leads[~asked], by_quick.leads[~asked], atol=1e-4)
    assert np.array_equal(found.is_first[~asked], by_quick.is_first[~asked])
    meaning, others = FAMILIES.index("meaning"), [i for i, one in enumerate(FAMILIES) if one != "meaning"]
    assert np.abs(found.leads[asked] - by_quick.leads[asked])[:, meaning].max() > 0.01
    # the words weigh what they weigh for the slow judge, whichever of the queries he was asked about
    np.testing.assert_allclose(found.leads[asked][:, others], by_slow.leads[asked][:, others], atol=1e-4)


def test_under_a_slow_model_one_by_one_the_explanations_are_the_same():
    ((_, own),) = _cascade(4).parts
    rows = list(range(len(CASCADE)))
    whole = carried(own, rows, [0] * len(rows))
    assert len(own.asked) > 1
    for row in rows:
        np.testing.assert_allclose(carried(own, [row], [0]).leads[0], whole.leads[row], atol=1e-4)


@pytest.mark.parametrize("budget", [0, 2, 4, None])
def test_under_a_slow_model_first_is_the_article_that_the_rankings_put_first(budget: int | None):
    matched, articles = _cascade(budget), small_faq("sv")
    pairs = [(row, place) for row in range(len(CASCADE)) for place in range(len(articles))]
    found = explain_matches(articles, CASCADE, pairs, SETTINGS, matched=matched)
    first = [pair for pair, one in zip(pairs, found, strict=True) if one.is_first]
    assert first == [(row, int(matched.rankings.places[row, 0])) for row in range(len(CASCADE))]


def test_explaining_what_was_matched_asks_the_slow_model_nothing():
    slow = RememberingEmbedder()
    matched = match_in_full(small_faq("sv"), CASCADE, MatchSettings(slow_budget=4), judges=judges_with(slow))
    n_read = len(slow.queries), len(slow.passages)
    explain_matches(small_faq("sv"), CASCADE, [(row, 0) for row in range(len(CASCADE))], SETTINGS, matched=matched)
    assert (len(slow.queries), len(slow.passages)) == n_read


def test_what_was_matched_among_others_is_explained_as_it_was_matched_then():
    articles = small_faq("sv", "en")
    table = query_table(*zip(CASCADE["text"], CASCADE["language"], strict=True), ("pay an invoice", "en"))
    matched = match_in_full(articles, table, SETTINGS)
    pairs = [(7, 5), (0, 0), (3, 4), (0, 0)]
    whole = explain_matches(articles, table, pairs, SETTINGS, matched=matched)
    assert whole == explain_matches(articles, table, pairs, SETTINGS)
    assert whole == tuple(explain_matches(articles, table, [pair], SETTINGS, matched=matched)[0] for pair in pairs)


@settings(max_examples=25, deadline=None)
@given(st.text(max_size=80))
def test_whatever_is_asked_each_word_is_in_one_place(text: str):
    found = explain(text, "sv", small_faq("sv")[0], *small_faq("en"))
    words = [one.word for one in (*found.shared, *found.spelled_alike, *found.near_in_meaning)] + list(found.lacking)
    assert len(words) == len(set(words))
    assert all(word in text for word in words)


def test_long_letters_and_bodies_are_explained_in_little_time():
    letter = " ".join(f"word{i} invoice" for i in range(5_000))
    body = " ".join(f"text{i}" for i in range(50_000))
    explain("invoice", "en", article("Pay"))
    begin = time.process_time()
    found = explain(letter, "en", article("Pay the invoice", body))
    assert time.process_time() - begin < 5
    assert SharedWord("invoice", "title") in found.shared
    assert len(found.lacking) <= 60
