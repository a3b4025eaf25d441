"""Norwegian Bokmål."""

import re

from .bands import LIX_SWEDISH_AND_NORWEGIAN
from .language import CompoundRules, Curve, Language, Norms, PassiveRules, SyllableRules
from .word_lists import comma_list, openings, phrase_pairs, phrases, word_set

_STOPWORDS = word_set("""
en ei et den det de dem denne dette disse som jeg meg min mi mitt mine vi oss vår vårt våre du deg din di ditt dine
dere deres han ham hans hun henne hennes man seg sin si sitt sine hvem hva hvilken hvilket hvilke når hvor hvorfor
hvordan er var være vært blir bli ble blitt har ha hadde hatt gjør gjøre gjorde gjort skal skulle kan kunne kunnet vil
ville må måtte får få fikk fått bør burde og eller men om så at å for fordi mens da enn i på av til fra med ved hos
over under mellom gjennom mot uten etter før innen innenfor utenfor ut inn opp ned bort her der hit dit nå også bare
allerede siden igjen alle alt all noen noe hver hvert samme annen annet andre mer mest mye mange litt jo vel finnes
hei heisann hallo takk vennligst ja ok okei
""")

_PASSIVE = PassiveRules(
    auxiliaries=word_set("blir bli ble blitt"),
    participle=re.compile(r"[a-zæøå]{2,}(?:et|ert|elt|ent|ndt|tt|kt|gt|lt|nt|rt|st|pt|dd|vd|gd)"),
    not_participles=word_set(
        "ikke det kort først best størst minst mest sist nest noe meget lite annet ofte rett lett nytt stort litt "
        "godt vondt klart direkte kaldt varmt stille tydelig billig dyrt fort mulig viktig aktuelt enkelt langt fritt "
        "ut bedt kjent hyggelig bort kontakt svart hvitt alt helt sent tomt eget verdt veldig hvert blant gratis fast "
        "slikt"
    ),
    max_gap=3,
    strong_participles=word_set(
        "trukket skrevet blitt drevet funnet holdt bundet brutt stjålet tvunget sluppet vunnet drukket spist sendt "
        "hevet overtrukket beskrevet avskrevet utskrevet inntrukket forbudt avbrutt gjeldt avholdt oppholdt lest"
    ),
    deponents=word_set(
        "finnes fantes synes syntes synts trives trivdes minnes mintes lykkes lyktes lykkedes mislykkes kjennes føles "
        "føltes ses sees sås høres hørtes møtes møttes slåss sloss treffes trengs enes snakkes skilles skiltes ferdes "
        "omgås skjemmes undres eldes kjekles krangles behøves fortoner hos dess oss deres hennes hans plus minus pris "
        "pluss kurs ellers vekselvis dels gratis heretter tilbakes ens følges ad måtte lignes grøsses lengtes lenges "
        "blygdes vemmes kappes"
    ),
    s_passive_forms=(
        ("e", ("er", "e")),
        ("e", ("er", "et")),
        ("e", ("e", "et", "ede")),
        ("ede", ("er",)),
        ("te", ("te", "er")),
    ),  # betale-s, betalte-s, sendte-s
    participle_forms=(("et", ("er", "e")),),
)

_CONTACT = phrases("""
ring|ringe|ringer ?gjerne ?til ?på ..2 oss|kundeservice|kundesenter|kundesenteret|kundeservicen|support|supporten
    |sentralbordet|rådgiver|rådgiverne
ring|ringe|ringer ..1 vår|vårt|våre|din ..1 kundeservice|kundesenter|support|rådgiver|rådgivere|brukerstøtte
slå på tråden
kontakt|kontakte|kontakter ?gjerne ..1 oss|kundeservice|kundesenter|kundesenteret|support|supporten|brukerstøtte
    |banken
kontakt|kontakte|kontakter ..1 vår|vårt|våre|din|en|nærmeste ..2 kundeservice|kundesenter|support|rådgiver
    |rådgivere|brukerstøtte|butikk|kundebehandler|kontor
ta|tar ..2 kontakt med ..2 oss|kundeservice|kundesenter|kundesenteret|support|supporten|rådgiver|banken|butikk
ta|tar gjerne|direkte kontakt
kom|komme i kontakt med ..1 oss|kundeservice|kundesenter|kundesenteret|support|rådgiver
chat|chatte|chatter ..1 med ..2 oss|kundeservice|kundesenter|support|rådgiver|medarbeider|rådgivere
start|starte|åpne|åpner|bruk|bruke ..1 chat|chatten|chatt|chatfunksjonen
på|via|i|gjennom vår chat|livechat
via|gjennom|på chatten|livechatten
skriv|skrive|mail|maile|sms til ..1 oss|kundeservice|kundesenter|support
send|sende|sender ..3 e-post|epost|mail|melding|sms|brev|henvendelse ..1 til ..1 oss|kundeservice|kundesenter
    |support|supporten
send|sende|sender oss ..2 e-post|epost|mail|melding|sms|henvendelse
send|sende ..1 e-post|epost|mail til email
skriv|mail til email
du|dere når|treffer ..2 oss|kundeservice|kundesenter|kundesenteret|support
du|dere kan ..1 nå|kontakte|ringe|maile|treffe ..2 oss|kundeservice|kundesenter|kundesenteret|support
nå|når|treffer oss|kundeservice ..1 på|via|gjennom
snakk|snakke|snakker|prat|prate ..1 med ..2 oss|kundeservice|kundesenter|support|rådgiver|rådgivere|medarbeider
    |medarbeidere|kundebehandler|saksbehandler
henvend|henvende|henvender deg|dere ..1 til ..2 oss|kundeservice|kundesenter|support|butikk|kontor|rådgiver
spør|spørre ..1 kundeservice|kundesenteret|oss|support
kundeservice|kundesenteret|kundesenter|supporten|support kan|hjelper|vil ..2 hjelpe|deg|hjelp
gi|gir ..1 oss|kundeservice beskjed på|via|per telefon|chat|e-post|epost
gi|meld|melde|bestill|bestille|avtal|si ..4 via|gjennom|hos|til ..1 kundeservice|kundesenter|kundesenteret|support
fyll|fylle ..2 kontaktskjema|kontaktskjemaet
via|bruk|i ?vårt kontaktskjema|kontaktskjemaet
besøk|kom ..2 butikk|butikker|kontor|filial
bestill|avtal|book ..2 time|møte med|hos ..2 rådgiver|oss|kontor
opprett|registrer|send ..3 sak|supportsak|henvendelse ..1 hos|til|via
hør|høre ?gjerne med|fra ..1 oss|kundeservice|deg
""")

_CONTACT_EXCEPTIONS = phrases("""
ring|ringe|ringer|ringte|ringt ..2 utlandet|utenlands|hjem|mobilsvar|telefonsvarer|112|110|113|legen|lege|politiet
    |ambulanse
ringe ..1 andre|nummer|samtaler|fasttelefon|mobilnummer|venner|noen|fra|og|eller ?til ?sende ?utlandet
ringe og|eller sende|surfe|motta
viderekoble|viderekobling|viderekoblet ..2 anrop|samtale|samtaler
vi|de kontakter|ringer|tar ..1 deg|dere|kontakt ..1 ?med ?deg
kontakte deg|dere
kontaktløs|kontaktløst|kontaktløse betaling|betale|kort
kontaktinformasjon|kontaktliste|kontaktlisten
vi tar ..2 kontakt
kundeservice ringer|kontakter
du|dere vil|får høre fra
""")

_OFFICIAL = phrase_pairs("""
adgang til = rett til
angjeldende = denne
angående = om
anmode = be
anmodning = spørsmål
anvende = bruke
avslutningsvis = til slutt
avstedkomme = føre til
besitte = ha
besørge = ordne
bevirke = føre til
bibringe = gi
bistand = hjelp
bistå = hjelpe
dersom = hvis
dertil = i tillegg
derved = slik
effektuere = utføre
egenhendig = selv
erholde = få
erlegge = betale
ettersende = sende senere
forefinnes = finnes
foreligger = finnes
forestå = lede
foreta = gjøre
forhøyelse = økning
forinnen = før
forutsatt at = hvis
forvisse seg om = sjekke
fremgår av = står i
fremlegge = vise
fremskaffe = skaffe
fremsette = si
følgelig = derfor
grunnet = på grunn av
gjeldende = som gjelder
henstille = be
henvende seg til = spørre
herværende = dette
hensyntatt = medregnet
herunder = også
hvorvidt = om
imidlertid = men
iht. = etter
innbetale = betale
inneha = ha
innehar = har
innen rimelig tid = snart
innhente = hente
inngi = sende inn
i henhold til = etter
i forbindelse med = når
i medhold av = etter
iverksette = sette i gang
i samsvar med = etter
jamfør = se
korrigere = rette
medføre = føre til
med hensyn til = om
motta = få
nevnte = dette
oppebære = få
opphøre = slutte
overfor = mot
oversende = sende
oversitte = ikke holde
overstige = være mer enn
pliktig til = må
påbegynne = begynne
påbegynt = begynt
påløpe = komme i tillegg
pålydende = på
rekvirere = bestille
samt = og
såfremt = hvis
således = slik
tilbakekalle = trekke tilbake
tilstille = sende
tilveiebringe = skaffe
utbetale = betale
uteblivelse = fravær
utferdige = skrive
utgjøre = være
utvise = vise
vedkommende = personen
vedrørende = om
vederlag = betaling
vederlagsfritt = gratis
verifisere = sjekke
ytterligere = mer
""")

LANGUAGE = Language(
    code="nb",
    name="Norwegian Bokmål",
    stopwords=_STOPWORDS,
    small_talk=word_set(
        "hei heisann hallo god morgen kveld dag takk tusen vennligst hilsen mvh vennlig beste hadet unnskyld beklager "
        "ok okei velkommen snill"
    ),
    pronouns=word_set("du deg din ditt dine di dere deres"),
    negations=word_set("ikke aldri ingen intet ingenting verken uten ingensteds neppe"),
    snowball="norwegian",
    wordfreq="best",
    compounds=CompoundRules(
        linking=(("", ""), ("s", ""), ("e", "")),
        short_heads=word_set(
            "tid kode lån lov kort valg rom pin tak dag hus rad app sms bil bud råd lønn feil ord pris"
        ),
        short_firsts=word_set("sim sms wifi app bil hjem hus lån nett års dag tid pin mms bud web nav bsu id"),
        never_first=word_set(
            "inne foret oppdra plan igjen tilbake av an be bi bort for fore frem fram fra gjennom hit hos inn innen "
            "med mot ned nede om på rundt sam seg til tro und under opp ut uten ved å etter over imot selv mellom all "
            "alle vær den det der stor ny god hel halv mest sær mis van veder gjen så og at som et en ens des ing "
            "ning het ras ver sen sin er gi før enn sel"
        ),
        never_last=word_set(
            "gene enter elen ille egge anse ferdighet stendig stendige ring ling het heten heter hetene ning ningen "
            "ninger ningene ing ingen inger ingene ende else elsen elser elsene ere eren erne erens lig lige som "
            "somme somt bar bare bart løs løst løse skap skapet dom dommen dommer isk iske ism ist ister sjon sjonen "
            "sjoner inne mang ment ens ers ler let ner net rer ret ser set ter tet full fullt fulle messig messige "
            "aktig aktige rik rikt rike vis vist sel ria den det der des mal eres ert erer erte ering eringen eringer "
            "tere terer mer sen ene ane ste sten ster ten"
        ),
    ),
    abbreviations=word_set(
        "f.eks. feks. bl.a. dvs. d.v.s. f.o.m. fom. t.o.m. tom. pga. p.g.a. s.k. ev. evt. ca. kl. nr. tlf. mob. stk. "
        "resp. inkl. ekskl. maks. min. jan. feb. aug. sept. okt. nov. des. man. tirs. ons. tors. fre. lør. søn. kap. "
        "s. jf. jfr. iht. ifm. ift. mht. vha. bl. henh. hhv. dr. prof. obs. avd. vedr. gj.snitt. ang. pkt. mv. f.kr. "
        "e.kr. tidl. red. st. forts. m.h.t. m.v."
    ),
    final_abbreviations=word_set(
        "osv. o.s.v. m.m. mm. m.fl. mfl. m.v. mv. etc. o.l. ol. e.l. el. kr. mill. mrd. min. t. stk. nok."
    ),
    ordinal_points=True,
    months=word_set(
        "januar februar mars april mai juni juli august september oktober november desember mandag tirsdag onsdag "
        "torsdag fredag lørdag søndag kvartal termin klasse etasje"
    ),
    syllables=SyllableRules(
        vowels="aeiouyæøåéèüòóô",
        diphthongs=("au", "eu", "ei", "øy", "ai", "oo", "ou", "ee"),
        silent=re.compile(r"(?<=[^aeiouyæøå])eau"),
        extra=re.compile(r"eu(?=m$|me)"),
    ),
    long_word_letters=6,
    formula="lix",
    bands=LIX_SWEDISH_AND_NORWEGIAN,
    passive=_PASSIVE,
    nominal_ending=re.compile(
        r"[a-zæøåé]{4,}(?:ning|ningen|ninger|ningene|ing|ingen|inger|else|elsen|elser|elsene|het|heten|heter"
        r"|hetene|sjon|sjonen|sjoner)"
    ),
    not_nominal=word_set(
        "leilighet leiligheten leiligheter nyhet nyheten nyheter enhet enheten enheter regning regningen regninger "
        "avdeling avdelingen stasjon stasjonen stasjoner forening foreningen foreninger myndighet myndigheten "
        "myndigheter utdanning utdanningen forsikring forsikringen forsikringer melding meldingen meldinger stilling "
        "stillingen ledning ledningen bygning bygningen informasjon informasjonen hendelse hendelsen ferie virksomhet "
        "virksomheten frihet innstilling innstillinger innstillingene øvelse ordning ordningen hilsen ingenting "
        "bestilling bestillingen bestillinger situasjon situasjonen opplysning opplysninger opplysningene mulighet "
        "muligheten muligheter tillitt"
    ),
    official_words=_OFFICIAL,
    instruction_verbs=word_set(
        "klikk trykk velg gå åpne skriv oppgi fyll logg rull bla last installer avinstaller start lukk slå skru kryss "
        "huk merk endre oppdater ta slett fjern legg kopier lim lagre send skann sett hold sveip dra koble "
        "tilbakestill still aktiver deaktiver følg søk finn bekreft godkjenn betal bruk besøk les vent kontakt ring "
        "si bestill returner pakk lever registrer opprett begynn prøv forsøk gjenta sjekk kontroller se avslutt stopp "
        "vis fortsett signer"
    ),
    instruction_openers=word_set("vennligst så først deretter nå til slutt gjerne og eller neste"),
    contact_phrases=_CONTACT,
    contact_exceptions=_CONTACT_EXCEPTIONS,
    joining_words=word_set("deretter eller men og så"),
    preambles=openings(
        r"(i henhold til|etter|ifølge|i medhold av|i samsvar med) ([\w§]+ ){0,5}"
        r"(\w*(loven|forskriften|direktivet|vilkårene|regelverket)\b|§)",
        r"bakgrunn\b",
        r"(formålet|hensikten) med (denne|dette)\b",
        r"(på denne siden|i denne artikkelen|denne (siden|artikkelen))\b",
        r"(vi i|hos|i) \w+ (streber|etterstreber)\b",
        r"vi (streber|etterstreber)\b",
    ),
    norms=Norms(
        sentence_words=Curve(14.5, 9),
        familiarity=Curve(5.72, 5.87),
        formulas=(("lix", Curve(46, 30)),),
        long_sentence_words=22,
        long_word_letters=17,
        nominal_share=0.09,
    ),
    also_called=("no", "nob", "nor", "bokmål", "norsk", "norwegian", "norwegisch", "noors", "norska", "norsk bokmål"),
    lingua="BOKMAL",
    name_cues=("jeg heter", "mitt navn er", "navnet mitt er", "navn:"),
    noted_name_cues=("navn er",),
    sign_offs=("mvh", "med vennlig hilsen", "vennlig hilsen", "beste hilsen", "hilsen"),
    looks_like=("da", "sv"),
    identity_cues=comma_list(
        "fødselsnummer, fødselsnr, fødselsnummeret, personnummer, personnummeret, fnr, d-nummer, passnummer, "
        "førerkortnummer, kundenummer, kundenr, kunde-id, medlemsnummer, medlemsnr, kontonummer, kontonr, bankkonto, "
        "forsikringsnummer, polisenummer, polisenr, skadenummer, avtalenummer, avtalenr"
    ),
    birth_cues=comma_list("født, fødselsdato, fødselsdag, bursdag"),
    card_cues=comma_list("kort, kortet, kortnummer, kortnr, kredittkort, bankkort, betalingskort"),
    phone_cues=comma_list(
        "telefon, telefonnummer, telefonnr, tlf, tlf., tlfnr, mobil, mobilnummer, mobilnr, nummer er, nummeret mitt, "
        "ring meg, ring meg på, nå meg på, sms"
    ),
    order_cues=comma_list(
        "ordre, ordrenummer, ordrenr, bestilling, bestillingen, bestillingsnummer, bestillingsnr, booking, "
        "bookingnummer"
    ),
    other_number_cues=comma_list(
        "faktura, fakturaen, fakturanummer, fakturanr, kid, kid-nummer, kidnummer, betalings-id, sporingsnummer, "
        "kollinummer, sendingsnummer, pakkenummer, pakke, versjon, orgnr, org.nr, org nr, organisasjonsnummer, sak, "
        "saksnummer, artikkelnummer, varenummer, serienummer, feilkode, referanse, måleravlesning"
    ),
    street_endings=("gaten", "gate", "veien", "vei", "vegen", "veg"),
    phone_regions=("NO", "SE", "DK"),
)
