"""English."""

import re

from .bands import FLESCH_ENGLISH
from .language import CompoundRules, Curve, Language, Norms, PassiveRules, SyllableRules
from .word_lists import comma_list, openings, phrase_pairs, phrases, word_set

_STOPWORDS = word_set("""
a an the this that these those i me my mine myself we us our ours ourselves you your yours yourself he him his she her
hers it its they them their theirs who whom whose which what when where why how am is are was were be been being do
does did doing done have has had having will would shall should can could may might must i'm i've i'd i'll you're
you've you'd you'll we're we've we'd we'll they're they've they'll it's that's there's what's where's who's how's
he's she's let's and or but if then than so because as while of at by for with about into onto to from in on out up
off over under again there here all any both each few more most other some such only own same too very just also
else ever even yet still per via upon within please hi hello hey thanks thank ok okay yes
""")

_IRREGULAR_PARTICIPLES = (
    "beaten become begun bent bet bitten blown bought bound bred broken brought built burnt caught chosen cut dealt "
    "done drawn driven eaten fed felt fought found forbidden forgotten forgiven frozen given gone grown heard held "
    "hidden hit hung hurt kept known laid led left lent let lit lost made meant met mistaken outdone overdrawn "
    "overtaken overridden paid proven put read rebuilt redone rewritten ridden rung said seen sent set sewn shaken "
    "shot shown shrunk shut sold sought spent split spoken spread stolen struck stuck sung sunk sworn swept taken "
    "taught thought thrown told torn understood undertaken undone upheld upset withdrawn withheld won worn wound "
    "woven written"
)

_PASSIVE = PassiveRules(
    auxiliaries=word_set(
        "am is are was were be been being isn't aren't wasn't weren't it's that's they're we're you're i'm he's she's"
    ),
    participle=re.compile(rf"[a-z]{{2,}}ed|{_IRREGULAR_PARTICIPLES.replace(' ', '|')}"),
    not_participles=word_set(
        "interested supposed tired excited worried pleased delighted satisfied dissatisfied experienced qualified "
        "talented scared bored confused surprised concerned convinced determined disappointed embarrassed frustrated "
        "inclined need indeed speed feed exceed proceed succeed seed bleed weed red bed shed united advanced "
        "complicated detailed limited unlimited outdated related dedicated become gone left hundred kindred sacred "
        "naked wicked married engaged located based aged prepared accustomed"
    ),
    max_gap=2,
)

_CONTACT = phrases("""
call|phone|ring|telephone|dial us|customer|support|helpline|hotline|helpdesk|advisers|advisors|agents
call|phone|ring|dial ..3 service|services|support|team|centre|center|helpline|hotline|desk
contact|reach ..1 us|customer|support|helpdesk|advisers|advisors
contact|reach ..3 service|services|support|team|centre|center|helpline|hotline|desk|adviser|advisers|advisor
    |advisors|agent|agents
get|getting|be|stay in touch with
get|getting in touch
chat with|to us|our|a|an|one|customer|support
start|open a live chat
live chat ..3 available|open|agents|team
use|via|through our|the ?live|web|online chat
write|email|e-mail|mail|text|message us|customer|support
write|email|e-mail ..2 us|service|support|team
send us|customer|support ..3 e-mail|email|mail|message|letter|text|sms
send|drop ..1 e-mail|email|message|line|mail ..1 to|us ..2 us|service|support|team|email|e-mail
drop us a line
give us|customer|our ..3 call|ring|bell
reach us|out
you can reach ..3 on|at|by|via
speak|talk|speaking|talking with|to ..1 us|our|customer|support|an|someone|one|adviser|advisor|agent
speak|talk to|with ..3 service|support|team|adviser|advisor|agent|representative|rep
ask ..1 customer|support service|services|support|team
ask our|one|an ..3 advisers|advisors|agents|agent|adviser|advisor|team|staff
turn|refer to ?our customer|support
let us know by|on|via phone|telephone|e-mail|email|chat
phone|telephone|call|contact number ..2 customer|support|service
our customer|support|service ..3 will|can help|assist
customer|support service|services|support|team|desk will|can ..1 help|assist
contact|enquiry|inquiry|support form|centre|center
visit|come|go|drop ..2 your|our|nearest|a|local ?nearest ?local branch|branches|store|shop
raise|open|submit|create|log a support|service ticket|request|case
""")

_CONTACT_EXCEPTIONS = phrases("""
call|calls forwarding|forward|forwarded|waiting|barring|blocking|divert|diverting|log|history|quality|volume|costs
    |charges|rates
call|calling|calls|phone|ring|text|dial ..2 abroad|overseas|international|internationally|voicemail|home
call|phone|calling friends|someone|people|numbers|another|other|mum|mom
make|making|receive|receiving|answer|block|forward|forwarding|divert ..3 call|calls
contact list|details|information|person|lens|lenses
phone|your contacts|calendar
emergency call|calls|contact|number
contactless card|payment|payments
call|contact your|the ..1 doctor|hospital|police|ambulance|landlord|bank's|embassy
customer service fee|charge
we|they will|may call|phone|contact|ring|reach|email|e-mail
contact you
""")

_OFFICIAL = phrase_pairs("""
additional = more
adjacent to = next to
advise = tell
ameliorate = improve
apparent = clear
applicable = that applies
ascertain = find out
assistance = help
at the present time = now
at your earliest convenience = as soon as you can
cease = stop
commence = start
comply with = follow
concerning = about
consequently = so
constitute = make up
deem = think
despatch = send
discontinue = stop
due to the fact that = because
endeavour = try
ensure = make sure
erroneous = wrong
expedite = speed up
expiration = end
facilitate = help
forthwith = now
forward = send
furnish = give
henceforth = from now on
hereby = now
herewith = with this
in accordance with = under
in addition to = besides
in lieu of = instead of
in order to = to
in respect of = about
in the event of = if
in the event that = if
inform = tell
initiate = start
institute = set up
modify = change
notify = tell
notwithstanding = despite
numerous = many
obtain = get
on receipt of = when we get
on request = if you ask
particulars = details
permit = let
per annum = a year
persons = people
pertaining to = about
prior to = before
procure = get
purchase = buy
pursuant to = under
regarding = about
remittance = payment
remainder = rest
remit = send
render = make
request = ask for
require = need
requirement = need
retain = keep
said = this
shall = must
state = say
submit = send
subsequent to = after
subsequently = later
sufficient = enough
supplementary = extra
terminate = end
thereafter = then
therein = in it
thereof = of it
undertake = do
until such time as = until
upon = on
utilise = use
utilize = use
verify = check
visualise = see
whereas = but
with reference to = about
with regard to = about
with respect to = about
with the exception of = except for
""")

LANGUAGE = Language(
    code="en",
    name="English",
    stopwords=_STOPWORDS,
    small_talk=word_set(
        "hi hello hey dear good morning afternoon evening thanks thank you cheers please bye goodbye regards kind "
        "best sincerely greetings welcome sorry ok okay"
    ),
    pronouns=word_set("you your yours yourself yourselves you're you've you'll you'd"),
    negations=word_set(
        "not no never none nothing nobody nowhere neither nor cannot can't won't don't doesn't didn't isn't aren't "
        "wasn't weren't haven't hasn't hadn't wouldn't shouldn't couldn't mustn't without unless"
    ),
    snowball="english",
    wordfreq="best",
    compounds=CompoundRules(),
    abbreviations=word_set(
        "e.g. i.e. mr. mrs. ms. dr. prof. no. nos. vs. approx. ref. dept. est. fig. vol. st. jr. sr. inc. ltd. co. "
        "corp. tel. ext. min. max. jan. feb. mar. apr. jun. jul. aug. sep. sept. oct. nov. dec. mon. tue. wed. thu. "
        "fri. incl. excl. cf. p. pp. art. sec. app. acc. u.s. u.k. a.k.a."
    ),
    final_abbreviations=word_set("etc. a.m. p.m. inc. ltd. co. u.s. u.k."),
    ordinal_points=False,
    months=frozenset(),
    syllables=SyllableRules(
        vowels="aeiouyáéíóúàèêëïöü",
        diphthongs=(),
        silent=re.compile(
            r"(?<=[^laeiouy])e$|(?<=[aeiouy]l)e$|(?<=[rn]l)e$|(?<=[^td])ed$|(?<=[^sxzcg])(?<!sh)(?<!ch)es$"
            r"|(?<=.[^aeiou])e(?=ly$|ment|ful|less)"
        ),
        extra=re.compile(
            r"(?<![ctsgx])i(?=a|o(?!us$)|u)|(?<=[bdlmnprv])i(?=ous$)|(?<=[dlmn])e(?=o|um)"
            r"|(?<=.)(?<![qg])u(?=al|ou|a[rt]|i[tn][gy]|e[ln])|(?<=[aeo])y(?=i)|(?<=[^aeiou])y(?=i|o)"
            r"|(?<=cr|[^aeioubr]r)ea(?=t[ei](?!m))|(?<=[^aeiou])ism$|(?<=[aeiou][^aeiou])ea$|e(?=ing$)|(?<=sc)i(?=e)"
            r"|i(?=et)|(?<![ct])i(?=en[ct])"
        ),
    ),
    long_word_letters=6,
    formula="flesch",
    bands=FLESCH_ENGLISH,
    passive=_PASSIVE,
    nominal_ending=re.compile(r"[a-z]{4,}(?:tion|sion|ment|ance|ence|ization|isation)s?"),
    not_nominal=word_set(
        "station question million billion mention version moment document element comment apartment department "
        "instrument experience difference science audience sentence distance insurance balance entrance finance "
        "television vacation location option section position information condition function fraction nation tension "
        "pension mansion passion session mission environment equipment government parliament absence presence chance "
        "appliance"
    ),
    official_words=_OFFICIAL,
    instruction_verbs=word_set(
        "click tap press select choose go open enter type fill log sign scroll download install uninstall restart "
        "turn switch check uncheck tick untick change update delete remove add copy paste save send scan insert hold "
        "swipe connect disconnect unplug plug reset set enable disable activate deactivate follow find search confirm "
        "approve accept pay print attach upload make use visit read wait close contact call cancel order return pack "
        "drop register create start stop try repeat keep write ask"
    ),
    instruction_openers=word_set("please then first second next now finally also afterwards simply just and or kindly"),
    contact_phrases=_CONTACT,
    contact_exceptions=_CONTACT_EXCEPTIONS,
    joining_words=word_set("and but nor or then"),
    preambles=openings(
        r"(according to|in accordance with|pursuant to|under|by virtue of) (\w+ ){0,5}"
        r"(act|law|laws|regulations?|directive|legislation|section|article)\b",
        r"background\b",
        r"(the )?purpose of (this|the) (page|article|section|document)\b",
        r"(in )?this (page|article|section|document) (describes|explains|contains|provides|you will find|we)\b",
        r"at \w+,? we (strive|aim|are committed|care)\b",
        r"we (strive|aim|are committed) to\b",
    ),
    norms=Norms(
        sentence_words=Curve(16, 10),
        familiarity=Curve(5.85, 6),
        formulas=(("flesch", Curve(55, 80)),),
        long_sentence_words=25,
        long_word_letters=13,
        nominal_share=0.05,
    ),
    also_called=("eng", "english", "engelska", "engelsk", "englisch", "engels"),
    lingua="ENGLISH",
    name_cues=("my name is", "my name's", "name's", "i am called", "i'm called", "name:"),
    noted_name_cues=("name is",),
    sign_offs=(
        "kind regards",
        "best regards",
        "warm regards",
        "regards",
        "sincerely",
        "yours truly",
        "best wishes",
        "cheers",
    ),
    identity_cues=comma_list(
        "nhs, nhs number, national insurance, ni number, ssn, social security, social security number, passport, "
        "passport number, driving licence, driver's license, customer number, customer no, customer id, "
        "customer ref, member number, membership number, member id, account number, account no, acct, sort code, "
        "routing, routing number, routing no, policy, policy number, policy no, policyholder, claim number, "
        "contract number"
    ),
    birth_cues=comma_list("born, date of birth, birth date, birthdate, birthday, dob, d.o.b, d.o.b."),
    card_cues=comma_list("card, card number, credit card, debit card, creditcard"),
    phone_cues=comma_list(
        "tel, phone, phone number, mobile, mob, cell, number is, call me, call me on, call me at, reach me on, "
        "reach me at"
    ),
    order_cues=comma_list("order, order no, order number, order id, purchase order, booking, booking number"),
    other_number_cues=comma_list(
        "invoice, invoice number, invoice no, tracking, tracking number, version, vat, ticket, ticket number, case, "
        "case number, product number, serial, serial number, error, error code, reference, meter"
    ),
    phone_regions=("GB", "US", "SE", "NL", "DE"),
    instruction_nouns=word_set(
        "use order search call return contact print scan change update stop type visit report pay plug set sign log "
        "cancel charge start form pack hold drop register download upload check copy follow find transfer"
    ),
    after_instruction_nouns=word_set(
        "of is are was were has have will can status history number numbers results charges rates fee fees costs limit "
        "limits forwarding waiting form options settings types methods page pages team centre center time times"
    ),
)
