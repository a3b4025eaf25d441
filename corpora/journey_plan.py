"""How invented customers behave: every number that the generator of visits and contacts draws from, with its reason.

None was measured at a company and none was chosen by looking at what faqeval finds. Where there is a published figure
it is named; the rest is what seems likely for a telecom company's help centre.
"""

from dataclasses import dataclass, replace
from typing import Final

Quantiles = tuple[tuple[float, float], ...]  # (share of the draws below, value); straight lines between them


@dataclass(frozen=True, slots=True)
class Plan:
    """The behaviour of all customers of one company. Shares and chances are 0..1."""

    # Who comes, and how often.
    episodes_per_customer: float = 2.1  # times in eight weeks that a customer of the sample wants something
    demand_exponent: float = 0.6  # the wishes of those who get stuck are spread more evenly than all queries are
    direct_share: float = 0.12  # contact customer service without looking at the site; near half of all contacts
    always_known: float = 0.55  # customers who as a rule are logged in: they come by the app
    known_if_always: float = 0.95  # of their visits
    known_if_seldom: float = 0.30  # of the visits of all others
    remembered: float = 0.50  # of the known visits: logged in since an earlier day, no login event
    login_first: float = 0.25  # … log in before anything else; the rest log in midway
    logs_out: float = 0.05
    second_device: float = 0.06  # go on with another device, as another session, within minutes
    comes_back: float = 0.12  # come back for the same need after some hours, if they did not make contact

    # What they do on the site.
    lands_on_article: float = 0.18  # come from a web search straight to the article, where one answers
    starts_on_page: float = 0.50  # open the start page first
    looks_at: tuple[float, ...] = (0.95, 0.80, 0.65, 0.50, 0.38, 0.28, 0.20, 0.15, 0.12, 0.10)  # by place in the list
    opens_right: float = 0.90  # open the article that answers, once they look at it
    opens_right_strange: float = 0.40  # … where its title is not in their words (planted not_found)
    opens_other: float = 0.06  # open another article that they look at
    reads_on: float = 0.15  # look further although they read the answer
    searches_again: float = 0.55  # with other words, after opening nothing that answers
    max_searches: int = 4
    browses: float = 0.10  # find the article by its category when searching did not lead there
    think_s: Quantiles = ((0.0, 3), (0.5, 12), (0.9, 40), (1.0, 120))
    read_s: Quantiles = ((0.0, 12), (0.5, 55), (0.9, 170), (1.0, 420))
    back_hours: Quantiles = ((0.0, 1), (0.5, 9), (0.9, 30), (1.0, 60))

    # Contact after a visit, by what happened in it. Published shares of self-service that ends in a contact
    # run from a few in a hundred to most of them.
    call_base: float = 0.05  # after any visit, whatever was seen
    call_missing: float = 0.28  # no article answers
    call_not_found: float = 0.28  # one does, but they did not see it (planted not_found)
    call_not_understood: float = 0.25  # they read the hard text
    call_sends: float = 0.35  # they read the article that tells them to call
    not_resolving_lift: tuple[float, ...] = (4.0, 4.5, 5.0, 5.5, 6.0)  # times call_base after reading, by article
    causes_act: bool = True  # False: the base chance everywhere
    call_spread: float = 0.0  # natural spread: an article's base chance is call_base x (1 ± up to this)
    call_delay_s: Quantiles = ((0.0, 20), (0.25, 120), (0.5, 300), (0.75, 660), (0.9, 1200), (1.0, 1790))
    calls_later: float = 0.12  # of those who make contact: not at once but in the next days
    later_hours: Quantiles = ((0.0, 1), (0.5, 6), (0.9, 28), (1.0, 60))
    keeps_clicking: float = 0.20  # go on using the site while they talk

    # The contact.
    channels: tuple[tuple[str, float], ...] = (("phone", 0.65), ("chat", 0.22), ("email", 0.13))
    unresolved: float = 0.22
    repeats: float = 0.40  # of the unresolved: contact again within a week
    repeat_days: Quantiles = ((0.0, 0.1), (0.5, 2), (0.9, 5), (1.0, 6.9))
    switches: float = 0.35  # … by another channel
    transfers: tuple[float, ...] = (0.82, 0.14, 0.04)  # contacts handed on 0, 1, 2 times
    notes_article: float = 0.08  # the agent notes which article answers
    duration_s: Quantiles = ((0.0, 40), (0.5, 340), (0.9, 900), (1.0, 2700))
    ces_asked: float = 0.35
    ces_mean: float = 5.7  # 1..7, of a contact without any of the following
    ces_after_visit: float = 0.7  # taken off: was on the site in vain before
    ces_per_transfer: float = 0.8
    ces_repeat: float = 1.2
    other_share: float = 0.05  # contacts, added, about things that belong to no need

    # What comes next.
    next_chance: float = 0.25  # of the customers with the first need: they have the second later
    next_days: tuple[float, float] = (1.0, 13.0)

    # Dirt, as in real logs.
    repeated_events: float = 0.01
    moved_rows: float = 0.03  # stand elsewhere in the file
    without_customer: float = 0.04  # contacts whose customer id was lost
    unknown_articles: float = 0.004  # views of articles that are gone
    urls_for_ids: float = 0.06  # views that name the address instead of the article
    empty_reasons: float = 0.03
    robot_events: int = 1_500  # of one session in one day
    staff_contacts: int = 25  # of one customer id in one day


PLANTED: Final = Plan()
NOTHING_PLANTED: Final = replace(PLANTED, causes_act=False, next_chance=0.0)
NOTHING_PLANTED_SPREAD: Final = replace(NOTHING_PLANTED, call_spread=0.3)

# Clean articles that do not resolve, by their need, and needs that follow each other; both chosen by what is plausible.
NOT_RESOLVING: Final = {
    "en": ("slow-wifi", "bill-too-high", "no-signal", "router-lights", "esim"),
    "sv": ("langsamt-wifi", "faktura-for-hog", "dalig-tackning", "router-lampor", "esim-mobil"),
    "nb": ("tregt-wifi", "ruter-lys", "aktivere-esim", "tv-kanaler"),
    "da": ("langsomt-internet", "intet-internet", "tv-boks-fejl", "daekning"),
    "nl": ("wifi-traag", "rekening-te-hoog", "modem-lampje", "esim-installeren"),
    "de": ("wlan-langsam", "rechnung-zu-hoch", "router-lampe", "esim-aktivieren"),
}
NEXT_ISSUES: Final = {
    "en": (
        ("moving-house", "fibre-install"), ("lost-phone", "start-sim"), ("leave-contract", "return-router"),
        ("forgotten-password", "two-step"), ("keep-number", "voicemail-use"), ("pay-later", "direct-debit"),
    ),
    "sv": (
        ("flytta-bredband", "fiberinstallation"), ("tappad-mobil", "nytt-sim"),
        ("saga-upp", "skicka-tillbaka-utrustning"), ("driftstorning", "ersattning-avbrott"),
        ("flytta-nummer", "voicemail"), ("betala-senare", "autogiro"),
    ),
    "nb": (
        ("si-opp", "levere-ruter"), ("nettet-nede", "ruter-lys"), ("mistet-mobil", "glemt-pin"),
        ("ta-med-nummer", "mobilsvar"), ("utsette-betaling", "purregebyr"),
    ),
    "da": (
        ("flytte-internet", "fiber"), ("opsigelse", "aflevere-udstyr"), ("nedbrud", "kompensation"),
        ("mistet-telefon", "puk"), ("flyt-nummer", "telefonsvarer"),
    ),
    "nl": (
        ("opzeggen", "modem-retour"), ("verhuizing", "monteur-verzetten"), ("simkaart-blokkeren", "puk-nodig"),
        ("nummer-meenemen", "voicemail-instellen"), ("later-betalen", "factuur-inzien"),
    ),
    "de": (
        ("vertrag-kuendigen", "router-zurueckgeben"), ("stoerung", "internet-minderung"), ("sim-sperren", "pin-puk"),
        ("nummer-mitnehmen", "mailbox"), ("umzug", "tv-sender"),
    ),
}  # fmt: skip
