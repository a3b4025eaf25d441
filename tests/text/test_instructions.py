import pytest

from faqeval.text import begins_with_instruction

SENTENCES = [
    ("en", "Click Pay.", True),
    ("en", "1. Then choose Settings", True),
    ("en", "Please restart the router.", True),
    ("en", "- Go to My pages", True),
    ("en", "Use of cards abroad", False),
    ("en", "Order status", False),
    ("en", "You click Pay.", False),
    ("en", "The card is valid.", False),
    ("sv", "Klicka på Betala.", True),
    ("sv", "2. Välj sedan Inställningar", True),
    ("sv", "Gå till Mina sidor", True),
    ("sv", "• Starta om routern", True),
    ("sv", "Du klickar på Betala.", False),
    ("sv", "Kortet gäller.", False),
    ("nb", "Klikk på Betal.", True),
    ("nb", "2) Velg Innstillinger", True),
    ("nb", "Gå til Min side", True),
    ("nb", "Du klikker på Betal.", False),
    ("da", "Klik på Betal.", True),
    ("da", "Vælg derefter Indstillinger", True),
    ("da", "Gå til Min side", True),
    ("da", "Du klikker på Betal.", False),
    ("nl", "Klik op Betalen.", True),
    ("nl", "Kies daarna Instellingen", True),
    ("nl", "Ga naar Mijn", True),
    ("nl", "U klikt op Betalen.", False),
    ("de", "Klicken Sie auf Bezahlen.", True),
    ("de", "Wähle Einstellungen", True),
    ("de", "Bitte starten Sie den Router neu.", True),
    ("de", "Öffnen der App", False),
    ("de", "Sie klicken auf Bezahlen.", False),
    ("de", "Klicken hilft.", False),
]


@pytest.mark.parametrize(("language", "sentence", "expected"), SENTENCES)
def test_steps_open_with_an_imperative(language: str, sentence: str, expected: bool) -> None:
    assert begins_with_instruction(sentence, language) is expected


@pytest.mark.parametrize("text", ["", "😀", "1.", "then then then", "-" * 100_000])
@pytest.mark.parametrize("language", ["en", "und"])
def test_odd_text_is_no_step(text: str, language: str) -> None:
    assert not begins_with_instruction(text, language)
