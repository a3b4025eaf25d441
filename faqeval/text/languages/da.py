"""Danish."""

import re

from .bands import LIX_DANISH
from .language import CompoundRules, Curve, Language, Norms, PassiveRules, SyllableRules
from .word_lists import comma_list, openings, phrase_pairs, phrases, word_set

_STOPWORDS = word_set("""
en et den det de dem denne dette disse som der jeg mig min mit mine vi os vores vor vort vore du dig din dit dine i
jer jeres han ham hans hun hende hendes man sig sin sit sine deres dens dets hvem hvis hvad hvilken hvilket hvilke
hvornår hvor hvorfor hvordan er var være været bliver blive blev blevet har have havde haft gør gøre gjorde gjort skal
skulle kan kunne kunnet vil ville må måtte får få fik fået bør burde og eller men om så at for fordi mens da end på af
til fra med ved hos over under mellem gennem mod uden efter før inden indenfor udenfor ud ind op ned bort her hen nu
også bare kun allerede siden igen alle alt al nogen noget nogle hver hvert samme anden andet andre mere mest meget
mange lidt jo vel findes hej hejsa hallo tak venligst ja ok okay
""")

_PASSIVE = PassiveRules(
    auxiliaries=word_set("bliver blive blev blevet"),
    participle=re.compile(r"[a-zæøå]{2,}(?:et|ede|rt|lt|nt|gt|kt|st|pt|bt|dt)"),
    not_participles=word_set(
        "ikke det kort først bedst størst mindst mest sidst næst noget meget lidt andet ofte ret let nyt stort godt "
        "ondt klart direkte koldt varmt stille tydeligt billigt dyrt hurtigt muligt vigtigt aktuelt enkelt langt frit "
        "ud kendt hyggeligt bort kontakt sort hvidt alt helt sent tomt eget værdt hvert blandt fast slet slemt trist "
        "glædeligt sådant nemt svært internet kunnet givet stadigt måske netop altid intet træt fuldt"
    ),
    max_gap=3,
    strong_participles=word_set(
        "trukket skrevet drevet fundet holdt bundet brudt stjålet tvunget vundet spist sendt hævet overtrukket "
        "beskrevet afskrevet udskrevet indtrukket forbudt afbrudt afholdt taget givet optaget overtaget modtaget "
        "sluppet"
    ),
    deponents=word_set(
        "findes fandtes synes syntes trives trivedes mindes mindedes lykkes lykkedes mislykkes mislykkedes kendes "
        "føles føltes ses sås høres hørtes mødes mødtes slås sloges træffes enes snakkes skilles skiltes færdes omgås "
        "skammes undres ældes længes længtes væmmes kappes nøjes nøjedes blues forekommer hos dens oss deres hendes "
        "hans plus minus pris kurs ellers dels gratis vores jeres alles ens samles samledes tilbageses des grænses "
        "behøves lades vederfares kives skændes følges"
    ),
    s_passive_forms=(
        ("e", ("er", "e")),
        ("e", ("er", "et")),
        ("e", ("e", "et", "ede")),
        ("ede", ("er",)),
        ("te", ("te", "er")),
    ),  # betale-s, sendte-s, oprettede-s
    participle_forms=(("et", ("er", "e")),),
)

_CONTACT = phrases("""
ring|ringe|ringer ?gerne ?til ?på ..2 os|kundeservice|kundecenter|kundecenteret|kundecentret|support|supporten
    |hotline|rådgiver|rådgivere|omstillingen
ring|ringe|ringer ..2 vores|din|en ..1 kundeservice|kundecenter|support|rådgiver|rådgivere|hotline|kundeafdeling
giv|give os ..1 ring|kald|opkald
kontakt|kontakte|kontakter ?gerne ..1 os|kundeservice|kundecenter|kundecenteret|kundecentret|support|supporten
    |banken|kundeafdelingen
kontakt|kontakte|kontakter ..1 vores|din|en|nærmeste ..2 kundeservice|kundecenter|support|rådgiver|rådgivere
    |hotline|butik|kundeafdeling|filial|kundeservicemedarbejder
tag|tage|tager ..2 kontakt til|med ..2 os|kundeservice|kundecenter|kundecenteret|kundecentret|support|supporten
    |rådgiver|banken|butik
kom|komme i kontakt med ..1 os|kundeservice|kundecenter|kundecentret|support|rådgiver
chat|chatte|chatter ..1 med ..2 os|kundeservice|kundecenter|support|rådgiver|medarbejder|rådgivere
start|starte|åbn|åbne|brug|bruge ..1 chat|chatten|chatfunktionen
på|via|i|gennem vores chat|livechat
via|gennem|på chatten|livechatten
skriv|skrive|mail|maile|sms til ..1 os|kundeservice|kundecenter|support|vores
send|sende|sender ..3 e-mail|email|mail|besked|sms|brev|henvendelse ..1 til ..1 os|kundeservice|kundecenter|support
    |supporten
send|sende|sender os ..2 e-mail|email|mail|besked|sms|henvendelse
send|sende ..1 e-mail|email|mail til email
skriv|mail til email
skriv|skrive ..1 mail|e-mail|besked til
du|i kan ..1 få|fange|nå|kontakte|ringe|maile|træffe ..3 os|kundeservice|kundecenter|kundecentret|support
du|i fanger|træffer|når ..2 os|kundeservice|kundecenter|kundecentret|support
fang|fange|fanger os|kundeservice ..1 på|via|gennem
tal|tale|taler|snak|snakke ..1 med ..2 os|kundeservice|kundecenter|support|rådgiver|rådgivere|medarbejder
    |medarbejdere|sagsbehandler
henvend|henvende|henvender dig|jer ..1 til|i|hos ..2 os|kundeservice|kundecenter|support|butik|filial|rådgiver|banken
spørg|spørge ..1 kundeservice|kundecentret|os|support
kundeservice|kundecentret|kundecenter|supporten|support kan|hjælper|vil ..2 hjælpe|dig|hjælp
giv|give ..1 os|kundeservice besked på|via|per|pr telefon|chat|mail|e-mail
giv|meld|melde|bestil|bestille|aftal|sig|opsig ..4 via|gennem|hos|til ..1 kundeservice|kundecenter|kundecentret
    |support
udfyld|udfylde ..2 kontaktformular|kontaktformularen
via|brug|i ?vores kontaktformular|kontaktformularen
besøg|kom ..2 butik|butikker|filial|kontor
bestil|aftal|book ..2 tid|møde med|hos ..2 rådgiver|os|filial
opret|send ..3 sag|supportsag|henvendelse ..1 hos|til|via
hør|høre ?gerne fra ..1 dig
""")

_CONTACT_EXCEPTIONS = phrases("""
ring|ringe|ringer|ringede|ringet ..2 udlandet|hjem|telefonsvarer|voicemail|112|114|lægen|læge|politiet|ambulance
ringe ..1 andre|nummer|samtaler|fastnet|mobilnumre|venner|nogen|fra|og|eller ?til ?sende ?udlandet
ringe og|eller sende|surfe|modtage
viderestille|viderestilling|viderestillet ..2 opkald|samtale|samtaler
vi|de kontakter|ringer|tager ..1 dig|jer|kontakt ..1 ?til ?dig
kontakte dig|jer
kontaktløs|kontaktløst|kontaktløse betaling|betale|kort
kontaktoplysninger|kontaktliste|kontaktlisten
vi tager ..2 kontakt
kundeservice ringer|kontakter
du|i vil|får høre|høre fra
""")

_OFFICIAL = phrase_pairs("""
afgive = give
afholde = betale
afstedkomme = føre til
anbringe = sætte
anføre = skrive
angående = om
anmode = bede
anmodning = ønske
anskaffe = købe
anvende = bruge
berigtige = rette
beløbe sig til = være
besidde = have
bevilge = give
bibringe = give
bistand = hjælp
bistå = hjælpe
bortfalde = ophøre
dersom = hvis
derudover = også
desuagtet = alligevel
effektuere = udføre
eftersende = sende senere
endvidere = også
erhverve = købe
erlægge = betale
foranledige = sørge for
foranstaltning = handling
forefindes = findes
foreligger = findes
foretage = gøre
forinden = før
forudsat at = hvis
forestå = stå for
forhøjelse = stigning
forøge = øge
fremgår af = står i
fremkomme med = give
fremsende = sende
fremsætte = sige
fyldestgørende = god nok
følgelig = derfor
førnævnte = denne
grundet = på grund af
henstille = bede
henvendelse = spørgsmål
herværende = dette
hidtidig = tidligere
hidrøre fra = komme fra
hvorvidt = om
ikrafttræde = begynde at gælde
imidlertid = men
imødekomme = sige ja til
indbetale = betale
indeværende = dette
indehaver = ejer
indgive = sende ind
indhente = hente
iværksætte = sætte i gang
i henhold til = efter
i forbindelse med = når
i medfør af = efter
i overensstemmelse med = efter
jævnfør = se
korrigere = rette
medføre = føre til
med henblik på = for at
med hensyn til = om
modtage = få
nærværende = denne
omgående = straks
oppebære = få
overskride = gå over
oversende = sende
påbegynde = begynde
påhvile = skulle
påkrævet = nødvendig
pålægge = kræve
rekvirere = bestille
rette henvendelse til = kontakte
samt = og
såfremt = hvis
således = sådan
tilbagekalde = trække tilbage
tilsende = sende
tilvejebringe = skaffe
udfærdige = skrive
udgøre = være
udvise = vise
vedkommende = personen
vederlag = betaling
vederlagsfrit = gratis
vedrørende = om
verificere = tjekke
yderligere = mere
ydermere = også
""")

LANGUAGE = Language(
    code="da",
    name="Danish",
    stopwords=_STOPWORDS,
    small_talk=word_set(
        "hej hejsa hallo god morgen aften dag tak tusind venligst hilsen mvh venlig bedste farvel undskyld beklager "
        "ok okay velkommen kære"
    ),
    pronouns=word_set("du dig din dit dine i jer jeres"),
    negations=word_set("ikke aldrig ingen intet ingenting hverken uden næppe ej"),
    snowball="danish",
    wordfreq="small",
    compounds=CompoundRules(
        linking=(("", ""), ("s", ""), ("e", "")),
        short_heads=word_set(
            "tid kode lån lov kort valg rum pin tag dag hus rad app sms bil bud råd løn fejl ord pris"
        ),
        short_firsts=word_set("sim sms wifi app bil hjem hus lån løn net års dag tid pin mms bud web cpr mit"),
        never_first=word_set(
            "ford igen tilbage af an be bi bort for fore frem fra gennem hid hos ind inden med mod ned nede om på "
            "rundt sam sig til tro und under op ud uden ved å efter over imod selv mellem all alle vær den det der "
            "stor ny god hel halv mest sær mis van veder gen så og at som et en ens des ing ning hed ras ver sen sin "
            "er gi før end sel"
        ),
        never_last=word_set(
            "enter ret rand stændig stændigt ring ling hed heden heder hederne ning ningen ninger ningerne ing ingen "
            "inger ingerne ende else elsen elser elserne ere eren erne erens lig lige ligt som somme somt bar bare "
            "bart løs løst løse skab skabet dom dommen domme isk iske ism ist ister tion tionen tioner inde mang ment "
            "ens ers ler let ner net rer ser set ter tet fuld fuldt fulde mæssig mæssige agtig agtige rig rigt rige "
            "vis vist sel den det der des mal eres ert erer erede ering eringen eringer tere terer mer sen ene ane "
            "ste sten ster ten"
        ),
    ),
    abbreviations=word_set(
        "f.eks. feks. fx. bl.a. dvs. d.v.s. f.o.m. t.o.m. pga. p.g.a. s.k. evt. ca. kl. nr. tlf. mob. stk. hhv. inkl. "
        "ekskl. maks. min. jan. feb. aug. sept. okt. nov. dec. man. tirs. ons. tors. fre. lør. søn. kap. s. jf. jvf. "
        "iht. ifm. ift. mht. vha. dr. prof. obs. afd. vedr. ang. pkt. pr. hr. fr. f.kr. e.kr. tidl. red. m.h.t. max."
    ),
    final_abbreviations=word_set(
        "osv. o.s.v. m.m. mm. m.fl. mfl. m.v. mv. etc. o.l. ol. e.l. o.lign. lign. kr. mio. mia. min. stk. dkk."
    ),
    ordinal_points=True,
    months=word_set(
        "januar februar marts april maj juni juli august september oktober november december mandag tirsdag onsdag "
        "torsdag fredag lørdag søndag kvartal rate klasse sal etage"
    ),
    syllables=SyllableRules(
        vowels="aeiouyæøåéèü",
        diphthongs=("au", "eu", "ei", "ai", "oo", "ou", "ee"),
        silent=re.compile(r"(?<=[st])io(?=n)|(?<=[^aeiouyæøå])eau"),
        extra=re.compile(r"eu(?=m$|me)"),
    ),
    long_word_letters=6,
    formula="lix",
    bands=LIX_DANISH,
    passive=_PASSIVE,
    nominal_ending=re.compile(
        r"[a-zæøåé]{4,}(?:ning|ningen|ninger|ningerne|ing|ingen|inger|else|elsen|elser|elserne|hed|heden"
        r"|heder|hederne|tion|tionen|tioner)"
    ),
    not_nominal=word_set(
        "lejlighed lejligheden lejligheder nyhed nyheden nyheder enhed enheden enheder regning regningen regninger "
        "afdeling afdelingen station stationen stationer forening foreningen foreninger myndighed myndigheden "
        "myndigheder uddannelse uddannelsen forsikring forsikringen forsikringer stilling stillingen ledning "
        "ledningen bygning bygningen information informationen hændelse hændelsen ferie virksomhed virksomheden "
        "frihed indstilling indstillinger indstillingerne øvelse ordning ordningen hilsen ingenting bestilling "
        "bestillingen bestillinger situation situationen oplysning oplysninger oplysningerne mulighed muligheden "
        "muligheder meddelelse meddelelsen"
    ),
    official_words=_OFFICIAL,
    instruction_verbs=word_set(
        "klik tryk vælg gå åbn skriv angiv indtast udfyld log rul scroll hent download installer afinstaller start "
        "luk slå tænd sluk kryds marker ret opdater tag slet fjern læg kopier indsæt gem send scan sæt hold stryg "
        "swipe træk tilslut forbind nulstil indstil aktiver deaktiver følg søg find bekræft godkend betal vedhæft "
        "brug besøg læs vent kontakt ring sig bestil returner pak aflever registrer opret begynd prøv forsøg gentag "
        "tjek kontroller se afslut stop vis fortsæt underskriv skift ændr ændre"
    ),
    instruction_openers=word_set("venligst så først derefter nu til sidst gerne og eller næste herefter"),
    contact_phrases=_CONTACT,
    contact_exceptions=_CONTACT_EXCEPTIONS,
    joining_words=word_set("derefter eller men og så"),
    preambles=openings(
        r"(i henhold til|ifølge|i medfør af|i overensstemmelse med|efter) ([\w§]+ ){0,5}"
        r"(\w*(loven|bekendtgørelsen|direktivet|vilkårene)\b|§)",
        r"baggrund\b",
        r"formålet med (denne|dette)\b",
        r"(på denne side|i denne artikel|denne (side|artikel))\b",
        r"(vi i|hos|i) \w+ (stræber|bestræber)\b",
        r"vi (stræber|bestræber)\b",
    ),
    norms=Norms(
        sentence_words=Curve(14.5, 9),
        familiarity=Curve(5.73, 5.88),
        formulas=(("lix", Curve(46, 30)),),
        long_sentence_words=22,
        long_word_letters=17,
        nominal_share=0.09,
    ),
    also_called=("dk", "dan", "dansk", "danish", "dänisch", "deens", "danska"),
    lingua="DANISH",
    name_cues=("jeg hedder", "mit navn er", "navn:"),
    noted_name_cues=("navn er",),
    sign_offs=("mvh", "med venlig hilsen", "venlig hilsen", "bedste hilsner", "hilsen"),
    looks_like=("nb", "sv"),
    identity_cues=comma_list(
        "cpr, cpr-nummer, cpr-nr, cprnr, cprnummer, personnummer, pasnummer, kundenummer, kundenr, kunde-id, "
        "medlemsnummer, medlemsnr, kontonummer, kontonr, policenummer, policenr, forsikringsnummer, skadenummer, "
        "aftalenummer, aftalenr"
    ),
    birth_cues=comma_list("født, fødselsdato, fødselsdag"),
    card_cues=comma_list("kort, kortet, kortnummer, kortnr, kreditkort, betalingskort, dankort"),
    phone_cues=comma_list(
        "telefon, telefonnummer, telefonnr, tlf, tlf., tlfnr, mobil, mobilnummer, mobilnr, nummer er, "
        "ring til mig på, sms"
    ),
    order_cues=comma_list(
        "ordre, ordrenummer, ordrenr, bestilling, bestillingen, bestillingsnummer, bestillingsnr, booking, "
        "bookingnummer"
    ),
    other_number_cues=comma_list(
        "faktura, fakturaen, fakturanummer, fakturanr, fik, sporingsnummer, pakkenummer, pakke, cvr, moms, "
        "sagsnummer, varenummer, serienummer, fejlkode, reference"
    ),
    street_endings=("gade", "vej", "stræde", "plads"),
    phone_regions=("DK", "SE", "NO", "DE"),
    stands_near="nb",
    bare_identity_numbers=((10, "ddmmyy"),),
)
