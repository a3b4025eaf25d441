"""Dutch."""

import re

from .bands import FLESCH_DOUMA_DUTCH
from .language import CompoundRules, Curve, Language, Norms, PassiveRules, SyllableRules
from .word_lists import comma_list, openings, phrase_pairs, phrases, word_set

_STOPWORDS = word_set("""
de het een die dat deze dit ik mij me mijn mijne wij we ons onze jij je jou jouw jullie u uw hij hem zijn zij ze haar
hun hen men zich er wie wat welke welk wanneer waar waarom hoe waarheen waarmee waarvoor ben bent is was waren geweest
word wordt worden werd werden geworden heb hebt heeft hebben had hadden gehad doe doet doen deed deden gedaan zal
zullen zult zou zouden kan kun kunt kunnen kon konden wil wilt willen wilde wilden moet moeten moest moesten mag mogen
mocht en of maar als dan dus omdat want terwijl toen om te in op van aan tot naar met bij over onder tussen door tegen
zonder na voor binnen buiten uit af hier daar nu ook al alleen reeds sinds weer nog alle alles allemaal elk elke ieder
iedere zelfde ander andere anders meer meest veel weinig wel toch even iets iemand hallo hoi dag bedankt dank
alstublieft alsjeblieft ja oké ok zo via per
""")

_PREFIXES = (
    "(?:aan|af|bij|door|in|mee|na|om|onder|op|over|samen|tegen|terug|toe|uit|vast|voor|weg|vrij|open|dicht|goed|los)?"
)
_PASSIVE = PassiveRules(
    auxiliaries=word_set("word wordt worden werd werden wordend"),
    participle=re.compile(
        rf"{_PREFIXES}ge[a-zëïé]{{2,}}(?:d|t|en|n)|{_PREFIXES}(?:be|ver|ont|her|er)[a-zëïé]{{2,}}(?:d|t)"
        r"|(?:be|ver|ont)(?:schreven|sproken|sloten|nomen|broken|dwenen|geven|loren|boden|worpen|vangen|houden"
        r"|staan|zonden|kozen)"
        r"|gedaan|gezien|(?:voor|over|onder|door)[a-z]{3,}(?:d|t)"
    ),
    not_participles=word_set(
        "geen gemeente gebied geduld geld gelijk gemiddeld gewicht gezicht gezond getal geluid geluk gevoel gewoon "
        "graag gebruik geschikt gevolg gemeenten gebieden gevallen geweest geworden geleden bent best beetje bekend "
        "verkeerd verschillend verstand verantwoord bevoegd bereid overigens overheid voordat voort doordat eerst "
        "meest verst gegevens gesprek gesprekken gerecht gerust geheugen gedrag onderkant overkant voorkant gebeurt "
        "betaalt verzendt ontvangt bestelt vertelt geeft gaat beste berichten bericht overzicht opdracht inzicht "
        "toezicht recht dicht licht contant"
    ),
    max_gap=12,
    participle_may_come_first=True,
)

_DIPHTHONGS = (
    *("ëi", "aai", "ooi", "oei", "eeu", "ieu", "eau"),
    *("aa", "ee", "oo", "uu", "ie", "oe", "eu", "ui", "ou", "au", "ij", "ei", "ai", "oi", "ey", "ay"),
)

_CONTACT = phrases("""
bel|belt|bellen ?dan ?even ?gerust ?naar ?met ..2 ons|klantenservice|klantenservicenummer|helpdesk|servicedesk
    |medewerker|medewerkers|adviseur|supportafdeling
bel|belt|bellen ..1 met|naar ..2 klantenservice|helpdesk|servicedesk|support|adviseur|adviseurs|medewerker
    |medewerkers|afdeling
bel|belt ..1 ons
de|onze|met klantenservice|helpdesk|servicedesk ..1 bellen|opbellen|contacteren|mailen|chatten
neem|neemt|nemen ..4 contact op|met
neem|neemt|nemen ..1 contact ..6 op
contact opnemen via
contact opnemen met ..2 ons|klantenservice|helpdesk|support|servicedesk|consultants|adviseur|adviseurs|medewerker
contact op te nemen
contact ..1 met ..1 ons|klantenservice|helpdesk|support|servicedesk op|opnemen
contacteer|contacteert|contacteren ..1 ons|klantenservice|helpdesk|klantendienst|onze|support
chat|chatten ..1 met ..2 ons|klantenservice|medewerker|medewerkers|adviseur|helpdesk
start|open|gebruik ..1 chat|livechat|chatvenster
via|in|met onze|de chat|livechat|chatfunctie
schrijf|mail|mailt|mailen|app|appen|whatsapp ..1 naar ..1 ons|klantenservice|helpdesk|support|onze
mail|mailt|mailen|app|appen ..1 ons
stuur|stuurt|sturen ..3 e-mail|email|mail|mailtje|bericht|berichtje|whatsapp|brief|appje ..1 naar|aan ..2 ons
    |klantenservice|helpdesk|support
stuur|stuurt|sturen ons ..2 e-mail|email|mail|mailtje|bericht|berichtje
stuur|stuurt|sturen ?dan ..1 e-mail|email|mail|mailtje naar email
mail naar email
u|je|jij bereikt|kunt|kan ..1 ons|klantenservice ..3 bereiken|bellen|mailen|op|via
u|je|jij kunt|kan ..2 contact|bellen|mailen|chatten ..1 met|naar|opnemen ..2 ons|klantenservice|helpdesk|op
bereik|bereikt|bereikbaar ..2 ons|klantenservice
wij|we zijn ..3 bereikbaar
praat|praten|spreek|spreken ..1 met|een|onze ..2 ons|klantenservice|medewerker|medewerkers|adviseur|helpdesk
wend|wendt u|je|zich ..1 tot ..2 ons|klantenservice|helpdesk|winkel|kantoor|medewerker
vraag|vragen ..2 aan|bij ..1 onze|de klantenservice|helpdesk|medewerkers|medewerker|adviseur
vraag ..2 klantenservice|helpdesk
klantenservice|helpdesk|servicedesk kan|helpt|helpen|zal ..3 helpen|je|u|jou
laat ..1 ons|klantenservice ..1 weten via|per|telefonisch
meld|melden|geef|geven|regel|bestel|vraag ..4 via|bij ..1 klantenservice|helpdesk|servicedesk
vul ..2 contactformulier
via|gebruik|met ?ons ?het contactformulier
ga|kom ..3 winkel|kantoor|filiaal|servicepunt
maak|plan ..2 afspraak met|bij|op ..2 adviseur|ons|kantoor|winkel
dien|maak|open ..3 ticket|melding|supportverzoek ..1 in|aan|bij|via
""")

_CONTACT_EXCEPTIONS = phrases("""
bel|belt|bellen|gebeld ..3 buitenland|naar-huis|voicemail|112|huisarts|dokter|politie|ambulance
bellen ..2 andere|nummers|nummer|vaste|mobiele|vrienden|iemand|en|of sms'en|internetten|nummers|nummer|bellen
bellen en|of sms'en|internetten|sms|sms-en|surfen
onbeperkt|gratis|goedkoop|internationaal bellen
gesprek|gesprekken|oproep|oproepen ..1 doorschakelen|doorverbinden
doorschakelen|doorschakeling
wij|we|zij bellen|mailen|contacteren|nemen ..2 u|je|jou|contact ..2 ?op ?met ?je ?u
contact op met uw|je|jouw|de|een systeembeheerder|beheerder|huisarts|arts|werkgever|verkoper|leverancier|gemeente
contactloos|contactloze betalen|betaling|betalingen|pas
contactgegevens|contactpersoon|contactlijst
klantenservice belt|mailt
""")

_OFFICIAL = phrase_pairs("""
aanschaffen = kopen
aangaande = over
aanvangen = beginnen
aanvang = begin
aanwenden = gebruiken
abusievelijk = per ongeluk
additioneel = extra
alsmede = en
alsnog = toch
alvorens = voordat
beëindigen = stoppen
benodigd = nodig
bescheiden = papieren
betreffende = over
beschikken over = hebben
bewerkstelligen = zorgen voor
conform = volgens
continueren = doorgaan met
daar = omdat
danwel = of
derhalve = daarom
desalniettemin = toch
desbetreffende = deze
desgewenst = als u wilt
dienaangaande = daarover
dienen te = moeten
dient te = moet
doch = maar
doen toekomen = sturen
doorgang vinden = doorgaan
echter = maar
effectueren = uitvoeren
gaarne = graag
gedurende = tijdens
geschieden = gebeuren
gelieve = wilt u
geretourneerd = teruggestuurd
heden = nu
hetgeen = wat
hieromtrent = hierover
hierbij = met deze brief
implementeren = invoeren
in acht nemen = letten op
in casu = hier
in het bezit zijn van = hebben
in het kader van = voor
indien = als
ingevolge = volgens
inzake = over
jegens = tegenover
kenbaar maken = laten weten
krachtens = volgens
met betrekking tot = over
met inachtneming van = volgens
met ingang van = vanaf
middels = met
mits = als
momenteel = nu
nadere = meer
nalaten = niet doen
nihil = niets
omtrent = over
ontvangst bevestigen = laten weten dat iets er is
opdat = zodat
per abuis = per ongeluk
per omgaande = meteen
ongeacht = wat ook
reeds = al
restitueren = terugbetalen
restitutie = geld terug
retourneren = terugsturen
tal van = veel
te allen tijde = altijd
te zijner tijd = later
ten aanzien van = over
ten behoeve van = voor
ten gevolge van = door
ten tijde van = tijdens
tenzij = behalve als
ter beschikking stellen = geven
teneinde = om
tevens = ook
thans = nu
trachten = proberen
uiterlijk = niet later dan
uitsluitend = alleen
van toepassing zijn = gelden
verstrekken = geven
verschuldigd zijn = moeten betalen
vervaardigen = maken
verzoeken = vragen
verzoek = vraag
voldoen = betalen
voornemens zijn = van plan zijn
voorts = verder
vooralsnog = voorlopig
wederom = weer
welke = die
woonachtig zijn = wonen
zodanig = zo
zorg dragen voor = zorgen voor
zulks = dat
""")

LANGUAGE = Language(
    code="nl",
    name="Dutch",
    stopwords=_STOPWORDS,
    small_talk=word_set(
        "hallo hoi dag goedemorgen goedemiddag goedenavond beste geachte bedankt dank dankjewel alvast groet groeten "
        "vriendelijke alstublieft alsjeblieft doei sorry ok oké welkom heer mevrouw"
    ),
    pronouns=word_set("u uw je jij jou jouw jullie"),
    negations=word_set("niet geen nooit niets niemand nergens noch zonder nauwelijks"),
    snowball="dutch",
    wordfreq="best",
    compounds=CompoundRules(
        linking=(("", ""), ("s", ""), ("en", ""), ("e", ""), ("n", "")),
        short_heads=word_set(
            "pas tijd code wet dag huis app sms loon net geld pin jaar recht fout prijs kaart bon tas bus auto arts"
        ),
        short_firsts=word_set("sim sms wifi app auto huis loon net dag tijd pin jaar web btw bsn ov pas"),
        never_first=word_set(
            "same neer alex arab schil ander half aan af be bij door er ge her in mee mis na om on onder ont op over "
            "samen te tegen terug toe tot uit van vast ver voor vol weg zelf tussen binnen buiten al alle den der des "
            "een en het hem hen is met niet nu of zo goed groot nieuw los open dicht vrij best waar daar hier heen "
            "langs achter ten ter wel aller"
        ),
        never_last=word_set(
            "ring heid heden ing ingen inge ling lingen lijk lijke lijks baar bare zaam zame loos loze schap schappen "
            "dom isme ist isten tie ties teit teiten age ages eren eert eerd eerde ering eringen ende enden aar aars "
            "aren ster sters er ers erd tje tjes pje pjes ten ters den der des ken gen len men nen ren sen ven zen "
            "ste sten tig vol volle matig matige rijk rijke achtig achtige wijs teren nissen nis sel sels aard aarden "
            "eel ele iek ieke"
        ),
    ),
    abbreviations=word_set(
        "bijv. bv. b.v. d.w.z. dwz. m.b.t. i.v.m. t.a.v. t.b.v. o.a. o.b.v. n.a.v. a.u.b. aub. s.v.p. svp. ca. nr. "
        "tel. mob. dhr. mevr. mw. dr. drs. ir. ing. mr. prof. incl. excl. max. min. jan. feb. mrt. apr. jun. jul. "
        "aug. sept. okt. nov. dec. ma. di. wo. do. vr. za. zo. art. blz. p. vgl. resp. evt. event. afd. ong. v.a. "
        "vanaf. z.s.m. t.g.v. p.m. p.j. i.p.v. i.o.m. i.g.v. m.u.v. m.n. n.v.t. o.v.v. v.w.b. zgn. w.o. t/m. st. jl. "
        "a.s. e.v. c.q. gem. kl."
    ),
    final_abbreviations=word_set(
        "enz. etc. e.d. e.a. n.v.t. b.v. n.v. p.m. p.j. a.u.b. s.v.p. z.s.m. jl. min. st. mln. mld. n.chr. v.chr."
    ),
    ordinal_points=False,
    months=word_set("januari februari maart april mei juni juli augustus september oktober november december"),
    syllables=SyllableRules(
        vowels="aeiouyáéíóúàèêëïöüĳ",
        diphthongs=_DIPHTHONGS,
        silent=re.compile(r"(?<=[st])io(?=n)"),
        extra=re.compile(r"eu(?=m$)"),
    ),
    long_word_letters=6,
    formula="flesch_douma",
    bands=FLESCH_DOUMA_DUTCH,
    passive=_PASSIVE,
    nominal_ending=re.compile(r"[a-zëïé]{4,}(?:ing|ingen|atie|aties|heid|heden|iteit|iteiten)"),
    not_nominal=word_set(
        "rekening rekeningen verzekering verzekeringen woning woningen vereniging verenigingen afdeling afdelingen "
        "korting kortingen regering leerling leerlingen ding dingen kring zitting informatie situatie situaties "
        "organisatie organisaties relatie relaties vakantie vakanties locatie locaties overheid overheden gelegenheid "
        "gezondheid mogelijkheid mogelijkheden bezigheid universiteit kwaliteit opleiding opleidingen vergadering "
        "instelling instellingen bestelling bestellingen hoeveelheid eenheid vrijheid tekening mening ervaring "
        "ervaringen vestiging station generatie"
    ),
    official_words=_OFFICIAL,
    instruction_verbs=word_set(
        "klik klikt tik druk kies ga open typ vul voer log scrol scroll download installeer verwijder start sluit zet "
        "schakel vink selecteer wijzig verander pas update werk wis voeg kopieer plak bewaar sla stuur verstuur scan "
        "houd veeg sleep koppel reset herstel stel activeer deactiveer volg zoek vind bevestig accepteer betaal print "
        "upload gebruik bezoek lees wacht neem bel zeg bestel retourneer lever registreer maak begin probeer herhaal "
        "controleer kijk bekijk stop toon onderteken meld geef haal steek trek vraag doe"
    ),
    instruction_openers=word_set("dan eerst daarna vervolgens nu tot slot graag en of volgende tenslotte ook even"),
    contact_phrases=_CONTACT,
    contact_exceptions=_CONTACT_EXCEPTIONS,
    joining_words=word_set("daarna dan en maar noch of vervolgens"),
    preambles=openings(
        r"(volgens|op grond van|krachtens|ingevolge|conform|overeenkomstig) (\w+ ){0,5}"
        r"\w*(wet|wetgeving|besluit|verordening|richtlijn|voorwaarden|artikel|regeling)\b",
        r"(achtergrond|inleiding)\b",
        r"het doel van (deze|dit)\b",
        r"(op deze pagina|in dit artikel|deze pagina|dit artikel)\b",
        r"(wij|we) (streven|doen er alles aan)\b",
        r"bij \w+ (streven|doen) (wij|we)\b",
    ),
    norms=Norms(
        sentence_words=Curve(15.5, 10),
        familiarity=Curve(5.78, 5.93),
        formulas=(("flesch_douma", Curve(45, 75)),),
        long_sentence_words=25,
        long_word_letters=17,
        nominal_share=0.07,
    ),
    also_called=("nld", "dut", "nederlands", "dutch", "nederlandsk", "nederländska", "niederländisch"),
    lingua="DUTCH",
    name_cues=("mijn naam is", "ik heet", "mijn naam", "naam:"),
    noted_name_cues=("naam is",),
    sign_offs=(
        "met vriendelijke groet",
        "met vriendelijke groeten",
        "vriendelijke groet",
        "vriendelijke groeten",
        "groeten",
        "groetjes",
        "groet",
    ),
    identity_cues=comma_list(
        "bsn, burgerservicenummer, sofinummer, paspoortnummer, klantnummer, klantnr, klant-id, lidnummer, "
        "rekeningnummer, polisnummer, polisnr, verzekeringsnummer, contractnummer, schadenummer"
    ),
    birth_cues=comma_list("geboren, geb., geboortedatum, geboortedag, verjaardag"),
    card_cues=comma_list("kaart, kaartnummer, betaalpas, creditcard"),
    phone_cues=comma_list(
        "tel, tel., telefoonnummer, telefoon, mobiel, 06-nummer, bel me, bel mij, bereikbaar op, mijn nummer is, sms"
    ),
    order_cues=comma_list(
        "order, ordernummer, ordernr, bestelling, bestelnummer, bestelnr, bestelling nr, boeking, boekingsnummer"
    ),
    other_number_cues=comma_list(
        "factuur, factuurnummer, factuurnr, betalingskenmerk, paket, pakket, track and trace, versie, kvk, btw, "
        "zaaknummer, artikel, artikelnummer, serienummer, foutcode, referentie, meterstand"
    ),
    street_endings=("straat", "laan", "plein", "gracht", "kade", "singel"),
    phone_regions=("NL", "BE", "DE"),
    bare_identity_numbers=((9, "nl.bsn"),),
)
