"""Finnish, as somebody would add it who writes only what is known for sure: no norms, no compounds, no passive."""

from .language import Language
from .word_lists import phrases, word_set

LANGUAGE = Language(
    code="fi",
    name="Finnish",
    also_called=("fin", "suomi", "finnish", "finska", "finsk", "fins", "finnisch"),
    lingua="FINNISH",
    stopwords=word_set(
        "ja on ei se että en et olen olet oli ovat ole minä sinä hän me te he minun sinun tämä tuo mitä mikä miten "
        "missä milloin miksi kun jos kuin tai vai mutta niin voi voin voinko saan saako onko ollaan mun "
        "sun kanssa jo vielä"
    ),
    small_talk=word_set("hei moi terve kiitos kiitti"),
    negations=word_set("ei en et emme ette eivät älä ilman"),
    snowball="finnish",
    wordfreq="best",
    contact_phrases=phrases("soita ..2 asiakaspalveluun|asiakaspalveluumme\nota ..1 yhteyttä"),
    name_cues=("nimeni on", "minun nimeni on"),
    street_endings=("katu", "tie", "kuja"),
    phone_regions=("FI", "SE"),
)
