"""German."""

import re

from .bands import WIENER_GERMAN
from .language import CompoundRules, Curve, Language, Norms, PassiveRules, SyllableRules
from .word_lists import comma_list, openings, phrase_pairs, phrases, word_set

_STOPWORDS = word_set("""
der die das den dem des ein eine einen einem einer eines dieser diese dieses diesen diesem jener jene jenes ich mich
mir mein meine meinen meinem meiner meines wir uns unser unsere unseren unserem unserer du dich dir dein deine deinen
deinem deiner ihr euch euer eure euren sie ihnen ihre ihren ihrem ihrer er ihn ihm sein seine seinen seinem seiner es
man sich wer wen wem wessen was welcher welche welches welchen welchem wann wo wohin woher warum wieso weshalb wie
bin bist ist sind seid war waren gewesen wird werden werde wirst wurde wurden worden geworden habe hast hat haben
hatte hatten gehabt tue tut tun tat getan soll sollen sollte sollten kann kannst können könnt konnte konnten könnte
könnten will willst wollen wollte wollten muss musst müssen musste müssten darf darfst dürfen möchte möchten mag und
oder aber wenn dann also denn weil da damit dass ob als während um zu in im ins an am auf aus bei beim mit nach von vom
vor zum zur über unter zwischen durch gegen ohne für bis seit hier dort her hin nun jetzt auch nur schon noch wieder
alle alles allen aller jeder jede jedes jeden jedem derselbe selbe andere anderen anderer anderes mehr meist viel viele
vielen wenig etwas jemand mal doch ja sehr so hallo hi guten tag danke bitte ok okay per via
""")

_PREFIXES = (
    "(?:ab|an|auf|aus|bei|ein|fest|frei|her|hin|los|mit|nach|statt|um|vor|weg|weiter|wieder|zu|zurück|zusammen|durch|über"
    "|unter)?"
)
_PASSIVE = PassiveRules(
    auxiliaries=word_set("werde wirst wird werden werdet wurde wurdest wurden wurdet worden würde würden"),
    participle=re.compile(
        rf"{_PREFIXES}ge[a-zäöüß]{{2,}}(?:t|en)|{_PREFIXES}(?:be|ver|er|ent|zer|miss)[a-zäöüß]{{2,}}t"
        r"|[a-zäöüß]{3,}iert"
        r"|(?:über|unter|durch|um|hinter|wider)[a-zäöüß]{3,}t"
        r"|(?:über|unter)(?:wiesen|nommen|schrieben|brochen|geben|tragen)"
        r"|(?:be|ver|ent)(?:schrieben|sprochen|schlossen|nommen|brochen|schoben|loren|boten|wendet|troffen|schieden|gossen"
        r"|stoßen|zogen)"
        r"|getan|erhoben|erwiesen|bewiesen|vergeben"
    ),
    not_participles=word_set(
        "gerät geräts gebiet gebieten gesicht gericht geld gelegenheit gewicht gesamt geeignet gestern gegen gebühren "
        "geräten gern genau genug gehen geben gelten geschehen gewinnen gelingen gehören genießen gefallen gewähren "
        "gedulden bereit bereits bekannt bericht verlust erst ernst ersatz beliebt zuerst überhaupt unterschied "
        "umzugst durchschnitt gebrauchen genehmigen gestalten gefährden gewährleisten geraten gestatten gesundheit "
        "beitrat vertrag betrag unterwegs ertrag zuletzt umsatz überlast übersicht erhalt verhalt entfernt unterkunft "
        "auskunft zukunft berechtigt gleichzeitig geduldig abgelegen gewesen gelegen gewohnheiten begleiten "
        "geschäften"
    ),
    max_gap=12,
    participle_may_come_first=True,
)

_CONTACT = phrases("""
rufen|ruf|rufe|anrufen ..1 sie|uns|einfach|bitte ..4 an
rufen|ruf|rufe ..1 uns ..3 an
rufen|ruf|rufe ..3 kundenservice|kundendienst|hotline|servicehotline|service-hotline|support|kundenbetreuung
    |servicenummer
uns|kundenservice|kundendienst|hotline|support|kundenbetreuung ..2 anrufen|anzurufen|kontaktieren
kontaktieren|kontaktiere|kontaktier ..1 uns
kontaktieren|kontaktiere|kontaktier ..5 kundenservice|kundendienst|hotline|servicehotline|support|kundenbetreuung
    |berater|beraterin|kundencenter|serviceteam|service-team|team|filiale
wenden|wende|wendest ?sie ?du ?sich ?dich ..2 an ..3 uns|kundenservice|kundendienst|hotline|support|kundenbetreuung
    |berater|kundencenter|serviceteam|service-team|filiale|team|ansprechpartner
an ..2 uns|kundenservice|kundendienst|hotline|support|kundenbetreuung|kundencenter wenden
nehmen|nimm ..2 kontakt mit|zu|auf
kontakt ..1 mit ..2 uns|kundenservice|kundendienst|support|kundenbetreuung ..1 auf|aufnehmen|aufzunehmen
setzen|setz|setze ..1 sich|dich ..1 mit ..6 in verbindung
mit ..2 uns|kundenservice|kundendienst|support|kundenbetreuung ..1 in verbindung
chatten|chatte ..1 sie|mit ..1 mit|uns ..2 uns|kundenservice|kundendienst|berater|mitarbeiter|support|mitarbeitern
    |chat
chatten|chatte ..1 mit ..2 uns|kundenservice|berater|mitarbeiter|support
starten|starte|öffnen|öffne|nutzen|nutze ..2 chat|live-chat|livechat
per|über|via|im|in den|unseren|unserem|unser|dem chat|live-chat|livechat|whatsapp
schreiben|schreib|schreibe ..1 uns|an
schreiben|schreib|schreibe ..4 e-mail|mail|nachricht ..1 an
schicken|schick|schicke|senden|sende ..1 uns ..3 e-mail|mail|email|nachricht|sms|brief
schicken|schick|schicke|senden|sende ..3 e-mail|mail|email|nachricht|sms ..1 an
mailen|maile ..1 uns
sie|du erreichen|erreichst ..1 uns
sie|du erreichen|erreichst ..4 kundenservice|kundendienst|hotline|support|kundenbetreuung|kundencenter|serviceteam
sie|du können|kannst ..3 uns|kundenservice|kundendienst|hotline|support ..4 erreichen|anrufen|kontaktieren|schreiben
wir sind ..5 erreichbar|für
unter ..1 nummer|telefonnummer|rufnummer|hotline ..6 erreichen|erreichbar|an
sprechen|sprich ..1 sie|mit ..1 mit|uns ..3 berater|kundenservice|kundendienst|mitarbeiter|support|uns
sprechen|sprich ..1 uns ..2 an
fragen|frag|frage ..2 bei|kundenservice|kundendienst|unseren|unser ..3 kundenservice|kundendienst|support|berater
    |team|nach
kundenservice|kundendienst|support|kundenbetreuung|serviceteam hilft|hilf|kann|helfen ..3 weiter|helfen|ihnen|dir
    |gerne|gern
melden|melde ..1 sich|dich ..3 bei ..3 uns|kundenservice|kundendienst|support|kundenbetreuung|hotline
teilen|geben|melden|melde|kündigen|bestellen ..5 über|per|beim|telefonisch ..2 kundenservice|kundendienst|hotline
    |support|kundenbetreuung
füllen|fülle|nutzen|nutze|über|verwenden ..2 kontaktformular
kontaktformular ausfüllen|nutzen
besuchen|besuche|kommen|komm|gehen ..3 filiale|shop|geschäftsstelle|servicecenter
vereinbaren|vereinbare|buchen ..3 termin|beratungstermin|rückruf ..3 filiale|berater|uns|kundenservice
vereinbaren|vereinbare|buchen|fordern ..2 rückruf
erstellen|eröffnen|öffnen ..3 ticket|supportanfrage|support-ticket
""")

_CONTACT_EXCEPTIONS = phrases("""
ins|im|aus|in|nach dem|das ausland ..2 anrufen|telefonieren|rufen
rufen|anrufen|telefonieren ..4 ausland|mailbox|112|110|arzt|notarzt|polizei|notruf|krankenwagen
rufen ..1 sie ?bitte ..2 seite|website|webseite|internetseite|menü|einstellungen|app|link|guthaben ..1 auf
anrufe|anruf|anrufen|gespräche ..2 weiterleiten|umleiten|blockieren|sperren|annehmen|empfangen
rufumleitung|anrufweiterleitung|rufweiterleitung
telefonieren und|oder surfen|sms
wir|sie rufen|kontaktieren|melden|nehmen ..2 sie|dich|uns|kontakt ..3 ?mit ?ihnen ?dir ?zurück ?bei ?an ?auf
kontaktloses|kontaktlos|kontaktlose bezahlen|zahlen|zahlung|zahlungen
kontaktdaten|kontaktliste
kundenservice|kundendienst meldet|ruft|kontaktiert
wir sind ..3 für sie ..1 da
""")

_OFFICIAL = phrase_pairs("""
abändern = ändern
abzüglich = minus
alsbald = bald
anberaumen = festlegen
anfallen = entstehen
anhand = mit
anlässlich = zu
anderweitig = anders
aufgrund dessen = deshalb
aufwendungen = kosten
ausfertigen = schreiben
aushändigen = geben
ausschließlich = nur
auszahlung veranlassen = auszahlen
bedingt durch = wegen
beabsichtigen = wollen
beanstanden = sich beschweren über
beantragen = einen Antrag stellen
bedarf = braucht
begehren = wollen
begleichen = bezahlen
behufs = für
beinhalten = enthalten
bezüglich = zu
betreffend = zu
betreffs = zu
bewerkstelligen = schaffen
bewilligen = genehmigen
binnen = innerhalb von
dahingehend = so
demzufolge = deshalb
derzeit = jetzt
desgleichen = auch
diesbezüglich = dazu
eingangs erwähnt = genannt
einreichen = schicken
entrichten = zahlen
erfolgt = geschieht
erforderlich = nötig
ergänzend = zusätzlich
ersuchen = bitten
erstatten = zurückzahlen
erstattung = rückzahlung
fernmündlich = telefonisch
gegebenenfalls = vielleicht
gemäß = nach
hierdurch = so
hiermit = mit diesem Brief
hinsichtlich = zu
im falle = wenn
im hinblick auf = wegen
im rahmen von = bei
in abzug bringen = abziehen
in anspruch nehmen = nutzen
in kenntnis setzen = informieren
infolge = wegen
inkrafttreten = gelten
insbesondere = vor allem
insofern = deshalb
kontaktaufnahme = kontakt
kostenpflichtig = nicht kostenlos
lediglich = nur
mangels = ohne
maßgeblich = wichtig
mithin = also
mitteilen = sagen
mittels = mit
nachfolgend = hier
nachreichen = später schicken
nichtsdestotrotz = trotzdem
nunmehr = jetzt
obliegen = müssen
ordnungsgemäß = richtig
postalisch = per Post
rechtsbehelf = widerspruch
seitens = von
sofern = wenn
sowie = und
soweit = wenn
tätigen = machen
übermitteln = schicken
überprüfen = prüfen
übersenden = schicken
umgehend = sofort
unbeschadet = trotz
unter berücksichtigung = mit
unverzüglich = sofort
veranlassen = dafür sorgen
veräußern = verkaufen
verausgaben = ausgeben
verfügen über = haben
verpflichtet sein = müssen
vereinnahmen = bekommen
vornehmen = machen
vorliegend = hier
vorsprechen = kommen
wohnhaft = wohnt
zahlbar = zu zahlen
zeitnah = bald
zuzüglich = plus
zustellen = schicken
zur anwendung kommen = gelten
zur verfügung stellen = geben
zum zwecke = für
zwecks = für
""")

LANGUAGE = Language(
    code="de",
    name="German",
    stopwords=_STOPWORDS,
    small_talk=word_set(
        "hallo hi guten tag morgen abend grüß gott moin danke dank vielen herzlichen bitte gruß grüße freundlichen "
        "mfg lg liebe lieber sehr geehrte geehrter damen herren tschüss entschuldigung sorry ok okay willkommen "
        "servus"
    ),
    pronouns=word_set(
        "sie ihr ihre ihren ihrem ihrer ihres ihnen du dich dir dein deine deinen deinem deiner deines euch euer eure"
    ),
    negations=word_set(
        "nicht kein keine keinen keinem keiner keines nie niemals nichts niemand nirgends nirgendwo weder ohne kaum"
    ),
    snowball="german",
    wordfreq="best",
    compounds=CompoundRules(
        linking=(("", ""), ("s", ""), ("es", ""), ("n", ""), ("en", ""), ("er", ""), ("e", "")),
        short_heads=word_set("tag zeit code amt rat haus app sms lohn netz geld pin jahr bus ort uhr abo weg"),
        short_firsts=word_set("sim sms wlan app auto haus lohn netz tag zeit pin jahr web kfz abo tan dsl"),
        never_first=word_set(
            "ange unge einge ausge abge zuge vorge aufge beige mitge ausg einiger wunder sehen rück ab an auf aus be "
            "bei da dar den der des die durch ein ent er fest frei fort für ge gegen her hin hinter in ins los miss "
            "mit nach nicht ob ohne sein so statt tot über um un und unter ver voll vom von vor was weg weiter wer "
            "wider wie wieder zer zu zum zur zurück zusammen all alle gut groß neu selbst hier dort nah nahe dabei "
            "daran dazu davon einer eine einen hoch acht schon doch nur noch sich ihr ihre war wir"
        ),
        never_last=word_set(
            "eben eher artig artige wert werte tags massen ständig ständige heit heiten keit keiten ung ungen ling "
            "linge lich liche lichen licher liches bar bare baren barer bares sam same samen los lose losen loser "
            "loses schaft schaften tum tümer isch ische ischen ischer isches ismus ist isten tion tionen tät täten "
            "age agen ieren iert ierte ierten ierung ierungen end enden ender endes er ers ern erin innen chen lein "
            "ten ter tet den der des dem ken gen gens len men nen ren sen ste sten ster stern tel tig tige tigen voll "
            "volle vollen mäßig mäßige reiche weise haft hafte haften nis nisse nissen sel eur eure ell elle ellen iv "
            "ive iven ant anten enz enzen anz heits ige igen iger iges lung rung tung bung dung fung gung kung mung "
            "nung pung sung zung lungen rungen tungen zungen nungen gungen dungen"
        ),
    ),
    abbreviations=word_set(
        "z.b. d.h. u.a. i.d.r. ggf. bzw. ca. evtl. inkl. exkl. zzgl. max. min. mind. nr. tel. str. hr. fr. dr. prof. "
        "ing. dipl. jan. feb. apr. jun. jul. aug. sept. okt. nov. dez. mo. di. mi. do. sa. so. abs. art. kap. s. st. "
        "vgl. bzgl. gem. lt. sog. o.g. o.ä. u.u. v.a. z.t. zz. z.zt. i.v.m. i.s.d. a.d. p.a. bspw. einschl. insb. "
        "insbes. entspr. usf. ff. abb. ahd. mtl. monatl. jährl. tägl. geb. verh. mio. mrd. std. sek. allg. bes. betr. "
        "bez. gegr. ges. jh. mwst. od. rd. z.hd. zzt. sen."
    ),
    final_abbreviations=word_set(
        "usw. etc. u.v.m. uvm. u.a. o.ä. u.ä. ff. p.a. mio. mrd. std. uhr. v.chr. n.chr. mwst."
    ),
    ordinal_points=True,
    months=word_set(
        "januar jänner februar märz april mai juni juli august september oktober november dezember montag dienstag "
        "mittwoch donnerstag freitag samstag sonntag quartal rate klasse stock etage tag monat woche jahr mal"
    ),
    syllables=SyllableRules(
        vowels="aeiouyäöüéèàáêô",
        diphthongs=("au", "äu", "eu", "ei", "ai", "ie", "aa", "ee", "oo", "ey", "ay", "ou"),
        silent=re.compile(r"(?<=[ts])io(?=n)|(?<=[^aeiouyäöü])eau"),
        extra=re.compile(r"(?<=[lrdtn])ie(?=n$)|eu(?=m$)"),
    ),
    long_word_letters=6,
    formula="wiener",
    bands=WIENER_GERMAN,
    passive=_PASSIVE,
    nominal_ending=re.compile(r"[a-zäöüß]{4,}(?:ung|ungen|heit|heiten|keit|keiten|tion|tionen|ierung|nahme|nahmen)"),
    not_nominal=word_set(
        "zeitung zeitungen wohnung wohnungen rechnung rechnungen versicherung versicherungen abteilung abteilungen "
        "kleidung leitung leitungen sitzung heizung heizungen sendung sendungen packung packungen verpackung nahrung "
        "station stationen information informationen situation situationen krankheit krankheiten gesundheit freiheit "
        "mehrheit einheit einheiten gelegenheit möglichkeit möglichkeiten gewohnheit ausbildung bildung meinung "
        "regierung ordnung umgebung richtung werbung nation region million millionen aufnahme verbindung bestellung "
        "bestellungen einstellung einstellungen sicherung lösung lösungen quittung achtung prüfung"
    ),
    official_words=_OFFICIAL,
    instruction_verbs=word_set(
        "klicken klicke klick tippen tippe drücken drücke wählen wähle gehen gehe geh öffnen öffne geben gib tragen "
        "trage füllen fülle loggen logge melden melde scrollen scrolle laden lade installieren installiere "
        "deinstallieren starten starte schließen schließe schalten schalte setzen setze aktivieren aktiviere "
        "deaktivieren deaktiviere ändern ändere aktualisieren aktualisiere löschen lösche entfernen entferne fügen "
        "füge kopieren kopiere speichern speichere senden sende schicken schicke scannen scanne halten halte wischen "
        "wische ziehen ziehe verbinden verbinde trennen trenne stellen stelle folgen folge suchen suche finden "
        "bestätigen bestätige akzeptieren akzeptiere bezahlen zahlen überweisen drucken drucke hängen nutzen nutze "
        "verwenden verwende besuchen besuche lesen lies warten warte rufen ruf kontaktieren bestellen bestelle packen "
        "packe registrieren registriere erstellen erstelle beginnen versuchen versuche wiederholen wiederhole prüfen "
        "prüfe überprüfen überprüfe sehen schauen beenden beende stecken stecke nehmen nimm machen mache "
        "unterschreiben legen lege"
    ),
    instruction_openers=word_set(
        "bitte dann zuerst danach anschließend nun jetzt zum schluss und oder zunächst abschließend"
    ),
    contact_phrases=_CONTACT,
    contact_exceptions=_CONTACT_EXCEPTIONS,
    joining_words=word_set("aber anschließend danach dann noch oder sondern und"),
    preambles=openings(
        r"(gemäß|laut|aufgrund|auf grundlage|entsprechend) ([\w§]+ ){0,5}"
        r"(\w*(gesetz|gesetzes|verordnung|richtlinie|vorschriften|bedingungen)\b|agb\b|bgb\b|§)",
        r"(hintergrund|einleitung)\b",
        r"(ziel|zweck) (dieser|dieses)\b",
        r"(auf dieser seite|in diesem artikel|diese seite|dieser artikel)\b",
        r"wir (streben|bemühen uns|legen großen wert)\b",
        r"bei \w+ (streben|bemühen|legen) wir\b",
    ),
    norms=Norms(
        sentence_words=Curve(15, 9.5),
        familiarity=Curve(5.58, 5.73),
        formulas=(
            ("wiener", Curve(10.8, 5.8)),
            ("flesch_amstad", Curve(42, 66)),
        ),
        long_sentence_words=24,
        long_word_letters=17,
        nominal_share=0.06,
    ),
    also_called=("deu", "ger", "deutsch", "german", "tysk", "tyska", "duits"),
    lingua="GERMAN",
    name_cues=("ich heiße", "ich heisse", "mein name ist", "mein name"),
    noted_name_cues=("name ist",),
    sign_offs=(
        "mit freundlichen grüßen",
        "mit freundlichen grüssen",
        "freundliche grüße",
        "viele grüße",
        "liebe grüße",
        "beste grüße",
        "mfg",
        "lg",
    ),
    identity_cues=comma_list(
        "steuer-id, steueridentifikationsnummer, steuernummer, sozialversicherungsnummer, personalausweisnummer, "
        "ausweisnummer, reisepassnummer, kundennummer, kundennr, kunden-id, mitgliedsnummer, kontonummer, "
        "bankleitzahl, blz, versicherungsnummer, versicherungsscheinnummer, versicherungsschein, policennummer, "
        "policennr, policenummer, vertragsnummer, vertragsnr, schadennummer, schadensnummer"
    ),
    birth_cues=comma_list("geboren, geb., geburtsdatum, geburtstag"),
    card_cues=comma_list("karte, kreditkarte, kartennummer, bankkarte"),
    phone_cues=comma_list(
        "tel, tel., telefon, telefonnummer, mobil, mobilnummer, handy, handynummer, rufnummer, rufen sie mich, "
        "erreichbar unter, sms"
    ),
    order_cues=comma_list(
        "bestellung, bestellnummer, bestellnr, bestell-nr, auftrag, auftragsnummer, auftragsnr, buchung, buchungsnummer"
    ),
    other_number_cues=comma_list(
        "rechnung, rechnungsnummer, rechnungsnr, paket, trackingnummer, sendungsnummer, version, vorgangsnummer, "
        "artikel, artikelnummer, artikelnr, seriennummer, fehlercode, referenz, zählerstand"
    ),
    street_endings=("straße", "strasse", "str.", "platz", "gasse", "allee", "weg"),
    phone_regions=("DE", "AT", "CH", "NL"),
    nouns_are_capitalised=True,
    polite_instruction=("n", word_set("sie wir")),
)
