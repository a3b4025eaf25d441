"""A small FAQ in two languages and queries to it, written for these tests."""

import pandas as pd

from faqeval.records import Article

_TEXTS = {
    "sv": (
        ("Hur betalar jag min faktura?", "Logga in och välj Fakturor. Du kan betala med kort eller bankgiro."),
        ("Kan jag ångra mitt köp?", "Du har 14 dagars ångerrätt. Skicka tillbaka varan i sitt paket."),
        ("När kommer min leverans?", "Leveransen tar två till fem arbetsdagar. Följ paketet med numret i mejlet."),
        ("Jag har glömt mitt lösenord", "Klicka på Glömt lösenord. Du får en länk för att välja ett nytt."),
        ("Hur flyttar jag mitt bredband?", "Anmäl din flytt minst tre veckor innan du flyttar."),
    ),
    "en": (
        ("How do I pay my invoice?", "Log in and choose Invoices. You can pay by card or bank transfer."),
        ("Can I cancel my purchase?", "You may withdraw within 14 days. Send the goods back in their box."),
        ("When will my parcel arrive?", "Delivery takes two to five working days. Follow the parcel by its number."),
        ("I forgot my password", "Click Forgotten password. You get a link to choose a new one."),
    ),
}


def small_faq(*languages: str) -> tuple[Article, ...]:
    """Return the articles of the languages; their ids begin with the language."""
    return tuple(
        Article.plain(f"{code}-{i}", title, body, code)
        for code in languages
        for i, (title, body) in enumerate(_TEXTS[code])
    )


def query_table(*rows: tuple[str, str]) -> pd.DataFrame:
    """Return a query table of (text, language) rows, ids q0, q1, …"""
    return pd.DataFrame(
        {
            "query_id": [f"q{i}" for i in range(len(rows))],
            "text": [text for text, _ in rows],
            "language": [language for _, language in rows],
            "count": 1,
            "channel": "",
            "first_asked_at": "",
            "last_asked_at": "",
        }
    )
