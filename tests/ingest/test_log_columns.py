"""The columns of other systems' exports are known for what they hold."""

import pytest

from faqeval.ingest.cells.aliases import ALIASES
from faqeval.ingest.cells.columns import folded_name, match_columns

_VISITS = {
    "web analytics": ("event_timestamp,event_name,ga_session_id,user_id,page_location,search_term",
                      ("at", "event", "session_id", "customer_id", "url", "query")),
    "event tracker": ("domain_sessionid,derived_tstamp,event_name,user_id,page_url",
                      ("session_id", "at", "event", "customer_id", "url")),
    "visit log": ("idVisit,serverTimestamp,actionType,userId,url", ("session_id", "at", "event", "customer_id", "url")),
    "sv": ("besöks_id;tidpunkt;händelse;kundnr;sökord;plats",
           ("session_id", "at", "event", "customer_id", "query", "rank")),
    "nb": ("sesjons_id;tidspunkt;hendelse;kundenr;søkeord", ("session_id", "at", "event", "customer_id", "query")),
    "da": ("besøgs_id;tidspunkt;hændelse;kundenummer;søgeord", ("session_id", "at", "event", "customer_id", "query")),
    "nl": ("sessie_id;tijdstip;gebeurtenis;klantnr;zoekterm", ("session_id", "at", "event", "customer_id", "query")),
    "de": ("Sitzungs-ID;Zeitstempel;Ereignis;Kundennr;Suchbegriff",
           ("session_id", "at", "event", "customer_id", "query")),
}  # fmt: skip
_CONTACTS = {
    "tickets": ("Ticket ID,Requester ID,Created at,Via,Subject", ("id", "customer_id", "at", "channel", "reason")),
    "cases": ("Case Number,Account ID,Created Date,Case Origin,Description",
              ("id", "customer_id", "at", "channel", "reason")),
    "calls": ("Conversation ID,Conversation Start,Media Type,Customer ID,Handle Time,N Transferred,Wrap-up Note",
              ("id", "at", "channel", "customer_id", "duration_s", "transfers", "reason")),
    "incidents": ("number,caller_id,opened_at,contact_type,short_description",
                  ("id", "customer_id", "at", "channel", "reason")),
    "cases of a query": ("ID,CASENUMBER,CONTACTID,ORIGIN,SUBJECT,DESCRIPTION,CREATEDDATE",
                         ("id", "customer_id", "at", "channel", "reason")),
    "report of cases": ("Case Number,Account Name,Account ID,Case Origin,Subject,Date/Time Opened",
                        ("id", "customer_id", "at", "channel", "reason")),
    "tickets of people": ("Ticket ID,Subject,Status,Priority,Source,Created time,Agent,Contact ID,Full name",
                          ("id", "customer_id", "at", "channel", "reason")),
    "sv": ("ärendenummer;kundnummer;tidpunkt;kanal;kontaktorsak;löst",
           ("id", "customer_id", "at", "channel", "reason", "resolved")),
    "nb": ("saksnummer;kundenummer;tidspunkt;kanal;henvendelse", ("id", "customer_id", "at", "channel", "reason")),
    "da": ("sagsnummer;kundenr;tidspunkt;kanal;årsag", ("id", "customer_id", "at", "channel", "reason")),
    "nl": ("zaaknummer;klantnummer;tijdstip;kanaal;reden", ("id", "customer_id", "at", "channel", "reason")),
    "de": ("Vorgangsnummer;Kundennummer;Zeitpunkt;Kanal;Anliegen",
           ("id", "customer_id", "at", "channel", "reason")),
}  # fmt: skip


def _found(kind: str, header: str) -> set[str]:
    return set(match_columns(kind, header.replace(",", ";").split(";"), {}))


@pytest.mark.parametrize(("header", "ours"), _VISITS.values(), ids=_VISITS)
def test_columns_of_visits_are_known(header: str, ours: tuple[str, ...]) -> None:
    assert set(ours) <= _found("visits", header)


@pytest.mark.parametrize(("header", "ours"), _CONTACTS.values(), ids=_CONTACTS)
def test_columns_of_contacts_are_known(header: str, ours: tuple[str, ...]) -> None:
    assert set(ours) <= _found("contacts", header)


@pytest.mark.parametrize("kind", ["visits", "contacts"])
def test_no_name_stands_for_two_of_our_columns(kind: str) -> None:
    names = [
        name for ours, aliases in ALIASES[kind].items() for name in {folded_name(name) for name in (ours, *aliases)}
    ]
    assert len(names) == len(set(names))


@pytest.mark.parametrize(
    ("header", "customer", "own"),
    [
        ("ID,CASENUMBER,CONTACTID,CREATEDDATE", "CONTACTID", "CASENUMBER"),
        ("Ticket ID,Created time,Contact ID", "Contact ID", "Ticket ID"),
        ("contact_id,customer_id,initiation_timestamp", "customer_id", "contact_id"),
        ("id,customer_id,contact_id,at", "customer_id", "id"),
    ],
)
def test_a_contact_id_is_a_person_only_beside_the_id_of_a_case(header: str, customer: str, own: str) -> None:
    found = match_columns("contacts", header.split(","), {})
    assert (found["customer_id"], found["id"]) == (customer, own)
    if customer.replace(" ", "").lower() == "contactid":
        mapped = match_columns("contacts", header.split(","), {"contacts.customer_id": customer})
        assert (mapped["customer_id"], mapped["id"]) == (customer, own)


@pytest.mark.parametrize(
    ("kind", "header", "ours"),
    [
        ("articles", "URL,Title,Category,Article Body", {"url", "title", "category", "body"}),
        ("articles", "ArticleNumber,Title,Answer__c,Language,PublishStatus", {"id", "title", "body", "language"}),
        ("articles", "Number,Short description,Article body,Workflow", {"id", "title", "body"}),
        ("articles", "Article ID,Article Title,Article Body,Locale,Draft", {"id", "title", "body", "language"}),
        ("queries", "Search term,Event count,Total users", {"text", "count"}),
        ("queries", "Top queries,Clicks,Impressions,CTR,Position", {"text", "count"}),
        ("queries", "search,count,nbHits", {"text", "count"}),
        ("queries", "label,nb_visits,nb_hits", {"text", "count"}),
    ],
)
def test_columns_of_common_exports_are_known(kind: str, header: str, ours: set[str]) -> None:
    assert ours <= match_columns(kind, header.split(","), {}).keys()
