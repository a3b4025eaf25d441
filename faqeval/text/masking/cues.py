"""Words that say what the number or name after them is, in six languages at once.

A customer's language is often not known when masking runs, and people mix languages; so all cues always count.
"""

import re


def _any_of(words: str) -> str:
    return "|".join(re.escape(word) for word in sorted(words.split("\n"), key=lambda word: (-len(word), word)) if word)


def _cue(words: str, between: str) -> re.Pattern[str]:
    """One of the words right before the place looked at, with at most ``between`` in between."""
    return re.compile(rf"(?<![^\W\d_])(?:{_any_of(words)}){between}\Z")


# At most two short words and a few signs may stand between cue and number: "personnummer är: ", "tel. nr ".
_BETWEEN = r"(?:[\s:;.,=#(\"'-]{0,3}[^\W\d_]{1,8}){0,2}[\s:;.,=#(\"'+-]{0,4}"

IDENTITY = _cue(
    """personnummer
personnumret
personnr
pnr
persnr
samordningsnummer
födelsenummer
fødselsnummer
fødselsnr
fødselsnummeret
personnummeret
fnr
d-nummer
cpr
cpr-nummer
cpr-nr
cprnr
cprnummer
bsn
burgerservicenummer
sofinummer
steuer-id
steueridentifikationsnummer
steuernummer
sozialversicherungsnummer
personalausweisnummer
ausweisnummer
nhs
nhs number
national insurance
ni number
ssn
social security
social security number
passnummer
passnr
pasnummer
paspoortnummer
reisepassnummer
passport
passport number
driving licence
körkortsnummer
førerkortnummer
kundnummer
kundnr
kundenummer
kundenr
kundennummer
kundennr
klantnummer
klantnr
customer number
customer no
customer id
member number
membership number
medlemsnummer
medlemsnr
mitgliedsnummer
lidnummer
account number
account no
kontonummer
kontonr
bankkonto
clearingnummer
rekeningnummer
sort code
bankgiro
socialförsäkringsnummer""",
    _BETWEEN,
)

CARD = _cue(
    """kort
kortet
kortnummer
kortnr
kredittkort
kreditkort
bankkort
betalkort
betalingskort
card
card number
credit card
debit card
creditcard
kaart
kaartnummer
betaalpas
karte
kreditkarte
kartennummer
visa
mastercard
dankort
amex""",
    _BETWEEN,
)

PHONE = _cue(
    """tel
tel.
telefon
telefonnummer
telefonnr
tlf
tlf.
tlfnr
mobil
mobilnummer
mobilnr
mob
mobile
phone
phone number
cell
number is
nummer är
nummer er
nummeret mitt
numret är
ring mig
ring mig på
ring meg
ring meg på
ringa mig på
nås på
nå mig på
nå meg på
call me
call me on
call me at
reach me on
reach me at
telefoonnummer
telefoon
mobiel
06-nummer
bel me
bel mij
bereikbaar op
handy
handynummer
rufnummer
rufen sie mich
erreichbar unter
sms
whatsapp""",
    _BETWEEN,
)

# After these a number is none of a person; a number whose own checksum says otherwise is masked all the same.
ORDER = _cue(
    """order
order no
order number
ordernummer
ordernr
ordrenummer
ordrenr
ordre
ordernumret
beställning
beställningsnummer
bestilling
bestillingsnummer
bestelling
bestelnummer
bestelling nr
bestellung
bestellnummer
bestellnr
auftrag
auftragsnummer
faktura
fakturan
fakturanummer
fakturanr
fakturaen
invoice
invoice number
invoice no
factuur
factuurnummer
rechnung
rechnungsnummer
rechnungsnr
ocr
ocr-nummer
ocr-nr
kid
kid-nummer
kidnummer
betalings-id
betalingskenmerk
fik
ean
gtin
isbn
tracking
tracking number
spårningsnummer
kollinummer
kolli
kollinr
sporingsnummer
sendingsnummer
pakkenummer
pakke
paket
trackingnummer
sendungsnummer
track and trace
version
versjon
versie
org.nr
orgnr
org nr
organisationsnummer
organisasjonsnummer
cvr
kvk
vat
moms
ärende
ärendenummer
ärendenr
sak
saksnummer
sagsnummer
ticket
ticket number
case
case number
zaaknummer
vorgangsnummer
artikel
artikelnummer
artikelnr
art.nr
varenummer
product number
imei
serial
serial number
serienummer
seriennummer
error
error code
felkod
feilkode
fejlkode
foutcode
fehlercode
referens
referensnummer
referanse
reference
referentie
referenz
booking
bokning
bokningsnummer
bookingnummer
buchungsnummer
meter
mätarställning
måleravlesning
zählerstand
meterstand""",
    _BETWEEN,
)

LOOKED_BACK = 48  # characters before a number in which its cue is sought


def precedes(cue: re.Pattern[str], text: str, place: int) -> bool:
    """Whether a cue stands right before ``place`` (``text`` in lower case)."""
    return cue.search(text, max(0, place - LOOKED_BACK), place) is not None
