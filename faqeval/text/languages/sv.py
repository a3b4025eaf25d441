"""Swedish."""

import re

from .bands import LIX_SWEDISH_AND_NORWEGIAN
from .language import CompoundRules, Curve, Language, Norms, PassiveRules, SyllableRules
from .word_lists import comma_list, openings, phrase_pairs, phrases, word_set

_STOPWORDS = word_set("""
en ett den det de dem denna denne detta dessa som jag mig mej min mitt mina vi oss vår vårt våra du dig dej din ditt
dina ni er ert era han honom hans hon henne hennes hen man sig sej sin sitt sina deras dess vem vems vad vilken vilket
vilka när var vart varifrån varför hur är var vara varit blir bli blev blivit har ha hade haft gör göra gjorde gjort
ska skall skulle kan kunna kunde kunnat vill vilja ville måste får få fick fått bör borde och eller men om så att för
därför eftersom medan då än i på av till från med vid hos över under mellan genom mot utan efter före innan inom
utanför ut in upp ner bort här där hit dit nu också även bara redan sedan sen igen alla allt all någon något några
varje samma annan annat andra mer mest mycket många lite ju väl nog finns finnas hej hejsan hallå tack snälla ja jo
okej ok
""")

_PASSIVE = PassiveRules(
    auxiliaries=word_set("blir bli blev blivit bliva"),
    participle=re.compile(
        r"[a-zåäöé]{2,}(?:ad|at|ade)"
        r"|(?:an|av|be|er|för|från|före|god|in|mot|ned|ner|om|sam|till|upp|ut|över|under|åter|genom)[a-zåäöé]{2,}"
        r"(?:lld|llt|llda|nd|nt|nda|rd|rt|rda|ckt|ckta|gd|gt|gda|vd|vt|vda|jd|jda|md|mt|mda|kt|kta|dd|dda|tt|tta"
        r"|en|et|na)"
        r"|dra(?:gen|get|gna)|skriv(?:en|et|na)|giv(?:en|et|na)|tag(?:en|et|na)|byg(?:gd|gt|gda)|bru(?:ten|tet|tna)"
        r"|stäng(?:d|t|da)|sän(?:d|t|da)|köp(?:t|ta)|sål(?:d|t|da)|gjor(?:d|t|da)|lag(?:d|t|da)|satt|satta"
        r"|stul(?:en|et|na)|tvung(?:en|et|na)|bund(?:en|et|na)|häv(?:d|t|da)|höj(?:d|t|da)|sänk(?:t|ta)|ställ(?:d|t|da)"
        r"|läs(?:t|ta)|sed(?:d|da)|sett|upp(?:ringd|sagd|sagt|sagda)|kräv(?:d|t|da)|utsatt|utsatta"
    ),
    not_participles=word_set(
        "månad inte lite ofta kanske själv först bäst störst minst mest näst sist det vet egen mycket något annat ont "
        "gott nytt snart direkt svårt lätt rätt fast trött kallt varmt tyst tydligt billigt dyrt kvitt lugnt tomt "
        "möjligt viktigt roligt aktuellt enkelt långt kort stort fritt nöjd glad rädd kund hund stund ord "
        "bord vård gärna "
        "vatten botten allt konstant bankkund inget väldigt ganska riktigt sent helt"
    ),
    max_gap=3,
    deponents=word_set(
        "finns finnas fanns funnits hoppas hoppades hoppats trivs trivas trivdes trivts minns minnas mindes mints "
        "lyckas lyckades lyckats misslyckas misslyckades misslyckats känns kännas kändes känts ses sågs synas syns "
        "syntes synts behövs behövas behövdes behövts tycks tyckas tycktes låtsas låtsades svettas andas andades "
        "kräks umgås umgicks slåss slogs skäms skämmas skämdes avundas brottas enas enades envisas fattas fattades "
        "saknas saknades vistas vistades väsnas åldras åldrades töras törs dagas kivas nalkas randas vämjas blygas "
        "rymmas ryms rymdes rymts räcks hörs höras hördes hörts möts mötas möttes följas följs träffas träffades "
        "kramas skiljs skiljas brukas lönas ångras bitas nypas retas samlas samlades existeras ids idas ynglas "
        "avvikas förundras samsas trängas trängs svälls dröjs måste alltså annars alltings hos dess oss deras vems "
        "hennes hans tills strax plus minus paus kurs pris ens tjänas förkovras handskas undras närmas"
    ),
    s_passive_forms=(
        ("a", ("ar",)),
        ("a", ("er",)),
        ("e", ("er", "a")),
        ("de", ("de", "r")),
        ("de", ("de", "er", "a")),
        ("te", ("te", "er", "a")),
        ("at", ("ar", "ade")),
        ("", ("er", "a")),
    ),  # betala-s, skriv-s, betalade-s, köpte-s, skickat-s
    participle_forms=(("ade", ("a", "ar")), ("ad", ("a", "ar")), ("at", ("a", "ar"))),
)

_CONTACT = phrases("""
ring|ringa|ringer|slå ?gärna ?till ?på ..2 oss|kundservice|kundtjänst|supporten|support|kundcenter|växeln|rådgivare
    |rådgivarna
ring|ringa|ringer ..1 vår|vårt|våra|din ..1 kundservice|kundtjänst|support|supporten|rådgivare|kundcenter|helpdesk
    |bankkontor
slå oss en signal
kontakta|kontaktar ..1 oss|kundservice|kundtjänst|supporten|support|kundcenter|kundtjänsten|kundservicen|banken
kontakta|kontaktar ..1 vår|vårt|våra|din|någon ..2 kundservice|kundtjänst|support|supportavdelning|rådgivare
    |kundcenter|helpdesk|säljare|bankkontor|butik
ta|tar|tag ..1 kontakt med ..2 oss|kundservice|kundtjänst|kundtjänsten|support|supporten|rådgivare|banken|butik
    |butiken
hör|höra gärna ?av dig
hör|höra av dig|er ..1 till
hör|höra av dig
hör ..2 med ..1 oss|kundservice|kundtjänst|support
chatta|chattar ..1 med ..2 oss|kundservice|kundtjänst|support|supporten|rådgivare|medarbetare
starta|öppna ..1 chatt|chatten
via|genom|i|på vår chatt|livechatt
via|genom chatten|livechatten|chattfunktionen
skriv|skriva|mejla|maila|mejl|maila|e-posta|smsa ..1 till ..1 oss|kundservice|kundtjänst|support|supporten
mejla|maila|mejlar|mailar|smsa|messa ..1 oss|kundservice|kundtjänst|support|supporten
skicka|skickar ..3 mejl|mail|e-post|epost|mejlet|meddelande|sms|brev ..1 till ..1 oss|kundservice|kundtjänst|support
skicka ..1 mejl|mail|e-post|meddelande till email
mejla|maila|skriv ?till email
du når|nå oss|kundservice|kundtjänst
du|ni når ..2 oss|kundservice|kundtjänst|kundtjänsten|supporten|support
du|ni kan ..1 nå|kontakta|ringa|mejla|maila ..2 oss|kundservice|kundtjänst|kundtjänsten|supporten|support
nå|når oss|kundservice|kundtjänst ..1 på|via|genom
prata|tala|pratar ..1 med ..2 oss|kundservice|kundtjänst|support|supporten|rådgivare|rådgivarna|medarbetare
    |medarbetarna|handläggare|kundtjänsten
vänd|vända|vänder ?gärna dig|er ..1 till ..2 oss|kundservice|kundtjänst|support|supporten|kundcenter|rådgivare|butik
fråga ..1 kundservice|kundtjänst|supporten|oss
kundservice|kundtjänst|kundtjänsten|supporten|kundcenter kan|hjälper ..2 hjälpa|dig|hjälp
be|får ..2 hjälp|hjälpa av|via ..1 kundservice|kundtjänst|supporten|kundtjänsten
anmäl|anmäla|gör|meddela|beställ|beställa|säg|säga ..4 via|genom|hos|till ..1 kundservice|kundtjänst|supporten
    |kundtjänsten
fyll|fylla ..2 kontaktformulär|kontaktformuläret
via|använd|i ?vårt kontaktformulär|kontaktformuläret
besök|kom ..2 butik|butiker|kontor|bankkontor
boka ..2 tid|möte med|hos ..2 rådgivare|oss|kontor
skapa|öppna|lägg ..3 ärende|supportärende ..1 hos|till|via
""")

_CONTACT_EXCEPTIONS = phrases("""
ring|ringa|ringer|ringde|ringt ..2 utomlands|utlandet|utland|hem|röstbrevlåda|röstbrevlådan|112|1177|läkare|doktorn
    |polisen|ambulans
ring|ringa|ringer ..1 andra|nummer|betalnummer|samtal|fastnummer|mobilnummer|vänner|någon|till|från utlandet|utomlands
ringa och|eller|samtal surfa|sms|ta
ringa samtal
vidarekoppla|vidarekoppling|koppla ..2 samtal|samtalet|samtalen
vi|de kontaktar|ringer|hör|mejlar ..1 dig|er|upp
kontakta dig|er
kontaktlös|kontaktlösa|kontaktlöst betala|betalning|betalningar
kontaktuppgifter|kontaktlista|kontaktboken
vi hör av oss
hör ..1 av oss
kundservice|kundtjänst|support ringer|kontaktar|hör
""")

_OFFICIAL = phrase_pairs("""
anföra = säga
angående = om
avge = lämna
avlägsna = ta bort
avseende = om
avtalsenlig = enligt avtalet
beakta = tänka på
begynna = börja
belägen = som ligger
beträffande = om
bibringa = ge
bifalla = säga ja till
bistå = hjälpa
bistånd = hjälp
debitera = ta betalt
dylik = sådan
dock = men
ehuru = fast
emedan = eftersom
enär = eftersom
erfordras = behövs
erfordra = behöva
erhålla = få
erlägga = betala
ersätta = byta ut
föranleda = leda till
förehavande = det man gör
förefinnas = finnas
företa = göra
förevarande = den här
förfarande = sätt
förfoga över = ha
förordna = bestämma
förvärva = köpa
gällande = om
hemställa = be
huruvida = om
härvid = då
härigenom = på så sätt
icke = inte
inbetala = betala
inge = lämna in
inhämta = hämta
inkomma med = skicka in
inneha = ha
i enlighet med = enligt
i händelse av = om
i syfte att = för att
jämlikt = enligt
jämte = och
likväl = ändå
medelst = med
medgiva = tillåta
med anledning av = på grund av
nyttja = använda
nödgas = måste
omedelbart = genast
omständighet = förhållande
påbörja = börja
på sätt som = som
reglera = betala
rekvirera = beställa
rörande = om
samtliga = alla
sagda = den här
självfallet = förstås
slutföra = avsluta
således = alltså
såvida = om
såvitt avser = för
sådan = den
tillhandahålla = erbjuda
tillse = se till
tillställa = skicka
tillvarata = ta hand om
undertecknad = jag
upphöra = sluta
uppgå till = vara
uppbära = få
utgöra = vara
utvisa = visa
varvid = då
varför = så
vederbörande = personen
vederbörlig = rätt
verkställa = genomföra
vidimera = intyga
vidtaga = göra
vidta = göra
återfinnas = finnas
åligga = måste
översända = skicka
överstiga = vara mer än
understiga = vara mindre än
""")

LANGUAGE = Language(
    code="sv",
    name="Swedish",
    stopwords=_STOPWORDS,
    small_talk=word_set(
        "hej hejsan hallå tja tjena god morgon kväll tack tackar snälla vänligen hälsning hälsningar mvh vänlig "
        "vänliga bästa hejdå ursäkta förlåt ok okej välkommen tusen"
    ),
    pronouns=word_set("du dig dej din ditt dina ni er ert era"),
    negations=word_set("inte ej icke aldrig ingen inget inga ingenting varken utan ingenstans knappast"),
    snowball="swedish",
    wordfreq="best",
    compounds=CompoundRules(
        linking=(("", ""), ("s", ""), ("e", "a"), ("o", "a"), ("u", "a")),
        short_heads=word_set("tid kod lån lag kort val rum avi pin tak dag hus rad app sms bil bud råd lön nät fel"),
        short_firsts=word_set(
            "el sim sms wifi app bil hem hus lån lön nät års dag tid pin vår mms avi web bud rot vab csn"
        ),
        never_first=word_set(
            "föra dära hära samman ovan fören förs sanna vara nära igen av an be bi bort för före fram från genom hit "
            "hos in inom med mot ned ner nere om på runt sam sig till tro und under upp ur ut utan vid å åter över "
            "efter emot kring lös själv mellan o all alla var den det der stor ny god hel halv mest sär miss van "
            "veder gen så och att som ett en ens des ing ning het ras ver sen sin"
        ),
        never_last=word_set(
            "ingens ingarnas stans tals törs taget ökande känning artad ständig ständigt ständiga het heten heter "
            "heterna hets ning ningen ningar ningarna ing ingen ingar ande anden else elsen elser are aren arna arnas "
            "erna ernas orna ornas lig liga ligt ligen sam samt samma samhet bar bara bart lös löst lösa skap skapet "
            "skaper dom domen domar isk iska iskt ism ist ister tion tioner inna inne mang ment ens ers ats lar lade "
            "lat nar nade nat rar rade rat sar sade sat tar tade tat ade ades stig stiga ende full fullt fulla mässig "
            "mässigt mässiga aktig aktigt rik rikt rika vis vist sel seln ria rian rier ner den det der des mal era "
            "eras erat erar erade erad ering eringen eringar tera terar mer"
        ),
    ),
    abbreviations=word_set(
        "t.ex. bl.a. d.v.s. dvs. fr.o.m. t.o.m. p.g.a. pga. s.k. sk. f.d. ev. ca. c:a. kl. nr. tel. mobil. st. resp. "
        "inkl. exkl. max. min. jan. feb. aug. sept. okt. nov. dec. mån. tis. ons. tors. fre. lör. sön. kap. sid. "
        "m.a.o. o.d. e.d. i.o.m. dr. prof. jfr. obs. bil. avd. förf. e.kr. f.kr. s.a.s. a.a. ang."
    ),
    final_abbreviations=word_set(
        "osv. o.s.v. m.m. mm. m.fl. etc. e.d. o.d. dyl. o.dyl. kr. tkr. mkr. sek. min. tim. st."
    ),
    ordinal_points=False,
    months=word_set("januari februari mars april maj juni juli augusti september oktober november december"),
    syllables=SyllableRules(
        vowels="aeiouyåäöéèüà",
        diphthongs=("au", "eu", "oo", "ou", "ee", "ai", "ei"),
        silent=re.compile(r"(?<=[st])io(?=n)|(?<=[^aeiouyåäö])eau"),
        extra=re.compile(r"eu(?=m$|me)"),
    ),
    long_word_letters=6,
    formula="lix",
    bands=LIX_SWEDISH_AND_NORWEGIAN,
    passive=_PASSIVE,
    nominal_ending=re.compile(
        r"[a-zåäöé]{4,}(?:ning|ningen|ningar|ningarna|ande|andet|ende|endet|else|elsen|elser|het|heten|heter"
        r"|tion|tionen|tioner)"
    ),
    not_nominal=word_set(
        "lägenhet lägenheten lägenheter nyhet nyheten nyheter enhet enheten enheter räkning räkningen räkningar "
        "tidning tidningen tidningar station stationen stationer förening föreningen föreningar myndighet myndigheten "
        "myndigheter utbildning utbildningen utbildningar anledning anledningen avdelning avdelningen försäkring "
        "försäkringen försäkringar fullständig lägenheterna meddelande meddelandet meddelanden erbjudande erbjudandet "
        "erbjudanden följande liknande pågående gällande inneliggande ärende ärendet ärenden hälsning hälsningar "
        "våning våningen tillgångar ledning ledningen hemligheten verksamhet verksamheten abonnemang boende boendet "
        "information informationen frihet kunden händelse händelsen semester ordning ordningen aning blandning "
        "anläggning mottagning mottagningen övning sändning beställning beställningen beställningar"
    ),
    official_words=_OFFICIAL,
    instruction_verbs=word_set(
        "klicka tryck välj gå öppna skriv ange fyll logga skrolla scrolla ladda installera avinstallera starta stäng "
        "slå kryssa bocka markera ändra uppdatera ta radera lägg kopiera klistra spara skicka skanna sätt håll svep "
        "dra anslut koppla återställ ställ aktivera avaktivera inaktivera följ sök leta bekräfta godkänn betala "
        "bifoga använd besök läs vänta kontakta ring säg beställ returnera packa lämna registrera skapa börja prova "
        "försök upprepa kontrollera kolla titta se mejla avsluta stoppa visa fortsätt identifiera legitimera signera "
        "fota"
    ),
    instruction_openers=word_set("vänligen sedan sen först därefter nu till slut gärna och eller nästa slutligen"),
    contact_phrases=_CONTACT,
    contact_exceptions=_CONTACT_EXCEPTIONS,
    joining_words=word_set("därefter eller men och sedan sen"),
    preambles=openings(
        r"(enligt|i enlighet med|med stöd av|jämlikt|till följd av) ([\w§]+ ){0,5}"
        r"(\w*(lagen|balken|förordningen|direktivet|villkoren|regelverket)\b|lag\b|§)",
        r"bakgrund\b",
        r"syftet med (den här|denna|detta|det här)\b",
        r"(på den här sidan|på denna sida|i den här artikeln|denna (sida|artikel)|den här (sidan|artikeln))\b",
        r"(vi på|hos|på) \w+ (strävar|värnar|är måna)\b",
        r"vi (strävar|värnar)\b",
    ),
    norms=Norms(
        sentence_words=Curve(14.5, 9),
        familiarity=Curve(5.68, 5.83),
        formulas=(("lix", Curve(46, 30)),),
        long_sentence_words=22,
        long_word_letters=17,
        nominal_share=0.05,
    ),
    also_called=("swe", "svenska", "swedish", "schwedisch", "zweeds", "svensk"),
    lingua="SWEDISH",
    name_cues=("jag heter", "mitt namn är", "mitt namn e", "heter jag", "namnet är", "namn:"),
    noted_name_cues=("namn är",),
    sign_offs=(
        "mvh",
        "med vänlig hälsning",
        "med vänliga hälsningar",
        "vänliga hälsningar",
        "vänligen",
        "hälsningar",
        "hälsning",
        "vh",
    ),
    looks_like=("da", "nb"),
    identity_cues=comma_list(
        "personnummer, personnumret, personnr, pnr, persnr, samordningsnummer, födelsenummer, passnummer, passnr, "
        "körkortsnummer, kundnummer, kundnr, kund-id, medlemsnummer, medlemsnr, kontonummer, kontonr, bankkonto, "
        "clearingnummer, bankgiro, socialförsäkringsnummer, försäkringsnummer, försäkringsnr, försäkringsbrev, "
        "skadenummer, avtalsnummer, avtalsnr"
    ),
    birth_cues=comma_list("född, födelsedatum, födelsedag, fyller år"),
    card_cues=comma_list("kort, kortet, kortnummer, kortnr, kreditkort, bankkort, betalkort"),
    phone_cues=comma_list(
        "tel, tel., telefon, telefonnummer, telefonnr, mobil, mobilnummer, mobilnr, mob, nummer är, numret är, "
        "ring mig, ring mig på, ringa mig på, nås på, nå mig på, sms"
    ),
    order_cues=comma_list(
        "order, ordernummer, ordernumret, ordernr, beställning, beställningen, beställningsnummer, beställningsnr, "
        "bokning, bokningsnummer, bokningsnr"
    ),
    other_number_cues=comma_list(
        "faktura, fakturan, fakturanummer, fakturanr, ocr, ocr-nummer, ocr-nr, spårningsnummer, kollinummer, kolli, "
        "kollinr, paket, version, org.nr, orgnr, org nr, organisationsnummer, moms, ärende, ärendenummer, ärendenr, "
        "artikel, artikelnummer, artikelnr, art.nr, serienummer, felkod, referens, referensnummer, mätarställning"
    ),
    street_endings=("gatan", "gata", "vägen", "väg", "gränd", "gränden", "torget", "stigen", "allén", "backen"),
    phone_regions=("SE", "NO", "FI", "DK"),
)
