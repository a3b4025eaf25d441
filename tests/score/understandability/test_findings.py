"""Each finding: where it speaks, and where it must not."""

from pathlib import Path

import pytest

from faqeval.config import ScoreSettings
from faqeval.records import Block, Finding
from faqeval.score import score_text
from faqeval.score.understandability import findings as findings_room
from faqeval.score.understandability.findings import FINDINGS
from faqeval.text import terms

Blocks = list[tuple[str, str]]


def findings(kind: str, blocks: str | Blocks, language: str, title: str = "", **customers: object) -> list[Finding]:
    blocks = [("paragraph", blocks)] if isinstance(blocks, str) else blocks
    made = [Block(kind, text) for kind, text in blocks]  # type: ignore[arg-type]
    found = score_text(title, made, language, ScoreSettings(), **customers)  # type: ignore[arg-type]
    return [finding for finding in found.findings if finding.kind == kind]


def values(finding: Finding) -> dict[str, object]:
    return dict(finding.message.values)


def test_every_finding_is_found_by_its_own_file() -> None:
    files = {path.stem for path in Path(findings_room.__file__).parent.glob("[a-z]*.py")}
    assert {name: spec.find.__module__.rpartition(".")[2] for name, spec in FINDINGS.items()} == {
        name: name for name in files
    }
    assert len(files) >= 11


def test_long_sentence_names_its_words_and_the_limit() -> None:
    (found,) = findings("long_sentence", "Kort. Ord " + "ord " * 22 + ".", "sv")
    assert values(found) == {"n_words": 23, "limit": 22}
    assert found.sentence.startswith("Ord ord")
    assert found.weight > 0
    assert not findings("long_sentence", "ord " * 22, "sv")


def test_long_word_is_named_once_with_its_count() -> None:
    text = "Betalningspåminnelseavgiften höjs. Du ser betalningspåminnelseavgiften här."
    (found,) = findings("long_word", text, "sv")
    assert found.words == ("Betalningspåminnelseavgiften",)
    assert values(found)["n_found"] == 2
    assert not findings("long_word", "Fakturan är betald.", "sv")


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        pytest.param("Din annuitet ändras.", "sv", ("annuitet",), id="rare"),
        pytest.param("Din faktura ändras.", "sv", None, id="everyday"),
        pytest.param("Välj Qwertzbank här.", "sv", None, id="a name"),
        pytest.param("Ange xyz12345 här.", "sv", None, id="a code"),
        pytest.param("Your remuneratory matters.", "en", ("remuneratory",), id="rare in English"),
        pytest.param("Din opsigelsesfrist ændres.", "da", None, id="Danish, known by its parts"),
        pytest.param("Din annuitet ændres.", "da", ("annuitet",), id="Danish, outside the list"),
    ],
)
def test_rare_words(text: str, language: str, expected: tuple[str, ...] | None) -> None:
    found = findings("rare_word", text, language)
    assert [finding.words for finding in found] == ([expected] if expected else [])


def test_an_official_word_comes_with_its_plain_twin_in_any_form() -> None:
    (found,) = findings("official_word", "The agreement terminates in May.", "en")
    assert values(found) == {"word": "terminates", "plain": "end", "n_found": 1}
    (phrase,) = findings("official_word", "Pay in the event that it stops.", "en")
    assert phrase.words == ("in the event that",)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        pytest.param("She said it is in that state.", "en", id="everyday words"),
        pytest.param("The Robert Koch Institute works.", "en", id="a name"),
        pytest.param("Det gäller att betala.", "sv", id="another word of the same stem"),
        pytest.param("Het kan dagen duren.", "nl", id="a verb that is no preposition"),
    ],
)
def test_official_words_are_not_seen_in_plain_ones(text: str, language: str) -> None:
    assert not findings("official_word", text, language)


def test_an_official_word_lowers_the_score() -> None:
    official = score_text("", [Block("paragraph", "You must utilise the form.")], "en", ScoreSettings()).score
    plain = score_text("", [Block("paragraph", "You must use the form.")], "en", ScoreSettings()).score
    assert official is not None
    assert plain is not None
    assert official < plain


@pytest.mark.parametrize(
    ("text", "language", "words"),
    [
        pytest.param("Fakturan betalas i maj.", "sv", ("betalas",), id="sv -s"),
        pytest.param("Din order har skickats.", "sv", ("skickats",), id="sv perfect"),
        pytest.param("Kortet blir spärrat.", "sv", ("blir", "spärrat"), id="sv bli"),
        pytest.param("Fakturaen sendes i mai.", "nb", ("sendes",), id="nb -s"),
        pytest.param("Kortet blir sperret.", "nb", ("blir", "sperret"), id="nb bli"),
        pytest.param("Beløbet betales i maj.", "da", ("betales",), id="da -s"),
        pytest.param("The card is blocked.", "en", ("is", "blocked"), id="en"),
        pytest.param("De kaart wordt geblokkeerd.", "nl", ("wordt", "geblokkeerd"), id="nl"),
        pytest.param("Die Karte wird gesperrt.", "de", ("wird", "gesperrt"), id="de"),
        pytest.param("Sie sehen, dass die Karte gesperrt wird.", "de", ("wird", "gesperrt"), id="de, participle first"),
    ],
)
def test_passives_are_found_with_their_words(text: str, language: str, words: tuple[str, ...]) -> None:
    (found,) = findings("passive", text, language)
    assert found.words == words


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Det finns alltid hjälp.", "sv"),
        ("Vi hoppas att det lyckas.", "sv"),
        ("Kundens rätt är viktig.", "sv"),
        ("Stockholms hamn är stor.", "sv"),
        ("Vi trives her.", "nb"),
        ("Du kan vente, mens du betaler.", "da"),
        ("You can pay the bill.", "en"),
        ("Wir werden die Karte sperren.", "de"),
        ("Zij worden ziek.", "nl"),
    ],
)
def test_active_sentences_are_not_called_passive(text: str, language: str) -> None:
    assert not findings("passive", text, language)


def test_each_passive_of_a_sentence_is_counted() -> None:
    assert len(findings("passive", "Fakturan betalas och skickas.", "sv")) == 2
    assert len(findings("passive", "The card is being blocked.", "en")) == 1  # two auxiliaries, one participle


QUESTION = "Hur säger jag upp abonnemanget?"
LATE = "Vi har funnits sedan 1952 och våra medarbetare bryr sig om naturen, djuren och havet varje dag."
ANSWER = (
    "Abonnemanget säger du upp på Mina sidor. Du kan säga upp abonnemanget när du vill, och det slutar gälla "
    "trettio dagar senare. Vi skickar ett brev till dig om det."
)


def test_an_answer_behind_other_talk_is_late() -> None:
    (found,) = findings("answer_late", [("paragraph", LATE), ("paragraph", ANSWER)], "sv", QUESTION)
    assert (found.block, values(found)["reason"]) == (0, "off_topic")


def test_an_answer_behind_the_law_is_late() -> None:
    law = "Enligt konsumentköplagen gäller flera regler för abonnemang som du har köpt på nätet av ett företag."
    (found,) = findings("answer_late", [("paragraph", law), ("paragraph", ANSWER)], "sv", QUESTION)
    assert values(found)["reason"] == "preamble"
    assert found.words == ("Enligt konsumentköplagen",)


@pytest.mark.parametrize(
    ("blocks", "title"),
    [
        pytest.param([("paragraph", ANSWER), ("paragraph", LATE)], QUESTION, id="answer first"),
        pytest.param([("paragraph", "Hej!"), ("paragraph", ANSWER)], QUESTION, id="a greeting"),
        pytest.param([("step", LATE), ("paragraph", ANSWER)], QUESTION, id="steps first"),
        pytest.param([("paragraph", LATE[:-1] + ":"), ("paragraph", ANSWER)], QUESTION, id="lead-in"),
        pytest.param([("paragraph", LATE), ("paragraph", ANSWER)], "Hur?", id="a title that says nothing"),
        pytest.param(
            [("paragraph", LATE), ("paragraph", "Se ovan. " * 20)], "Hur säger jag upp?", id="no answer later either"
        ),
    ],
)
def test_an_answer_in_its_place_is_not_late(blocks: Blocks, title: str) -> None:
    assert not findings("answer_late", blocks, "sv", title)


def test_customers_words_count_as_the_question() -> None:
    blocks: Blocks = [("paragraph", LATE), ("paragraph", ANSWER)]
    assert findings("answer_late", blocks, "sv", "Avsluta", own_queries=("säga upp abonnemang",))
    assert not findings(
        "answer_late", blocks, "sv", "Avsluta", own_queries=("bryr ni er om naturen", "säga upp abonnemang")
    )


@pytest.mark.parametrize(
    ("text", "language", "n"),
    [
        ("Gå till Mina sidor, välj Faktura och klicka på Betala.", "sv", 3),
        ("Open the app. Then select Cards and press Block.", "en", 3),
        ("Öffnen Sie die App, wählen Sie Karten und drücken Sie auf Sperren.", "de", 3),
        ("Åpne appen, velg Kort og trykk på Sperr.", "nb", 3),
        ("Åbn appen, vælg Kort, og tryk på Spær.", "da", 3),
        ("Open de app, kies Kaarten en klik op Blokkeren.", "nl", 3),
    ],
)
def test_steps_chained_in_prose_are_found(text: str, language: str, n: int) -> None:
    (found,) = findings("steps_in_prose", text, language)
    assert values(found)["n_steps"] == n


@pytest.mark.parametrize(
    ("blocks", "language"),
    [
        pytest.param([("step", "Öppna appen."), ("step", "Välj Kort."), ("step", "Tryck på OK.")], "sv", id="a list"),
        pytest.param([("paragraph", "Öppna appen och välj Kort.")], "sv", id="two only"),
        pytest.param([("paragraph", "Use of cards, order status and search results are shown.")], "en", id="nouns"),
        pytest.param([("paragraph", "Du kan öppna appen, välja kort och trycka på OK.")], "sv", id="no imperative"),
    ],
)
def test_steps_are_not_seen_where_there_are_none(blocks: Blocks, language: str) -> None:
    assert not findings("steps_in_prose", blocks, language)


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("Du kan inte betala om du inte har kort.", "sv", True),
        ("Nothing happens without your consent.", "en", True),
        ("It costs nothing and does not hurt.", "en", False),
        ("Du kan inte betala. Det går inte.", "sv", False),
        ("Wir haben weder Zeit noch Geld.", "de", False),
    ],
)
def test_double_negation_needs_one_clause(text: str, language: str, expected: bool) -> None:
    assert bool(findings("double_negation", text, language)) is expected


def test_many_nouns_made_from_verbs_make_one_finding() -> None:
    text = "Die Überprüfung der Berechtigung erfolgt nach Bearbeitung der Anmeldung. Die Genehmigung kommt später."
    (found,) = findings("nominalisation", text, "de")
    assert found.sentence.startswith("Die Überprüfung")
    assert not findings("nominalisation", "Die Zeitung liegt in der Wohnung. Sie ist neu.", "de")


def test_too_long_points_at_the_first_sentence_beyond_the_limit() -> None:
    (found,) = findings("too_long", [("paragraph", "Nu. " * 400), ("paragraph", "Detta är för mycket.")], "sv")
    assert found.sentence == "Detta är för mycket."
    assert not findings("too_long", "Nu. " * 400, "sv")


QUERIES = ["avsluta abonnemang", "avsluta mitt mobilabonnemang", "hur avslutar jag"] * 70
CUSTOMERS = {
    "customer_terms": {term: 3 for query in QUERIES for term in terms(query, "sv", compounds=True)},
    "n_customer_queries": 210,
    "own_queries": ("avsluta abonnemang", "avsluta mitt mobilabonnemang", "hur avslutar jag"),
}
COMPANY = [("paragraph", "Uppsägning av abonnemang sker på Mina sidor. En uppsägning gäller direkt.")]


def test_a_word_of_the_company_is_shown_beside_the_customers_words() -> None:
    found = findings("company_word", COMPANY, "sv", "Uppsägning", **CUSTOMERS)
    assert [finding.words for finding in found] == [("Uppsägning",)]
    assert values(found[0])["customers_say"] == ("avsluta",)


@pytest.mark.parametrize(
    "change",
    [
        pytest.param({"n_customer_queries": 199}, id="too few queries in the language"),
        pytest.param({"own_queries": ("avsluta abonnemang",)}, id="too few queries of the article"),
        pytest.param({"own_queries": ("säga upp", "hur", "abonnemang")}, id="customers have no other word in common"),
    ],
)
def test_company_words_need_evidence(change: dict[str, object]) -> None:
    assert not findings("company_word", COMPANY, "sv", "Uppsägning", **(CUSTOMERS | change))
