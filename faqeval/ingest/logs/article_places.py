"""Which article a log means, by id or by address."""

import re
from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import urlsplit

import narwhals as nw
import pandas as pd

from ...records import Article
from ..engines import Engine

if TYPE_CHECKING:
    Frame = nw.LazyFrame[Any]

_HOST: Final = r"^[a-zA-Z][a-zA-Z0-9+.-]*://[^/?#]*"
_BEHIND: Final = r"[?#].*$"
_SLASHES: Final = r"/+$"
_NUMBER: Final = r"/(?:articles?|solutions|faq|faqs|kb|questions?)/(?:[a-z0-9-]*/)?([0-9]{2,20})(?:-[^/]*)?$"
_LANGUAGE: Final = r"^(?:/hc)?/([a-z]{2})(?:-[a-z]{2,4})?/"
_ALSO_WRITTEN: Final = {"nb": ("no",)}


def place_articles(frame: "Frame", articles: Sequence[Article], engine: Engine) -> "Frame":
    """Replace the text columns ``article_id`` and ``url`` by ``article``, a position in the articles (-1: none known).

    An id goes before an address; an address that stands where an id should is understood too. Addresses are compared
    without host, query, fragment, closing slash and case; one that several articles share names none of them. An
    address that no article has names the article whose number it ends in, as help centres write them:
    ``/hc/sv/articles/360001-any-words``; of translations the one in the language of the address, where it says one. The
    column ``is_unknown`` says that an id, or the number of an article in an address, was written that no article has.
    """
    ids = pd.DataFrame(
        {
            "article_id": pd.Series([article.article_id for article in articles], dtype="str"),
            "place": pd.Series(range(len(articles)), dtype="int64"),
        }
    )
    paths = [_path(article.url) for article in articles]
    shared = Counter(paths)
    own = [place for place, path in enumerate(paths) if path and shared[path] == 1]
    pages = pd.DataFrame(
        {
            "path": pd.Series([paths[place] for place in own], dtype="str"),
            "page_place": pd.Series(own, dtype="int64"),
        }
    )
    frame = frame.join(engine.table(ids), on="article_id", how="left")
    written = nw.when(nw.col("place").is_null() & nw.col("article_id").is_null()).then(nw.col("url"))
    frame = frame.with_columns(path=_path_of(written.otherwise(nw.col("article_id"))))
    if len(pages):
        frame = frame.join(engine.table(pages), on="path", how="left")
    else:
        frame = frame.with_columns(page_place=nw.lit(None, dtype=nw.Int64))
    found = [nw.col("place"), nw.col("page_place")]
    of_one, of_several = _numbered(articles)
    is_numbered = nw.lit(False)
    if len(of_one) or len(of_several):
        frame = engine.cut(frame, "path", _NUMBER, {"number_": 1})
        frame = engine.cut(frame, "path", _LANGUAGE, {"language_": 1})
        frame = frame.join(engine.table(of_one), on="number_", how="left")
        frame = frame.join(engine.table(of_several), on=["number_", "language_"], how="left")
        found += [nw.col("alone_place"), nw.col("shared_place")]
        is_numbered = nw.col("number_") != ""
    place = nw.coalesce(*found, nw.lit(-1)).cast(nw.Int64)
    return frame.with_columns(article=place, is_unknown=(~nw.col("article_id").is_null() | is_numbered) & (place < 0))


def _numbered(articles: Sequence[Article]) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Return the place of each article by its number: of one alone, and by language of those that share a number."""
    by_number: dict[str, set[int]] = {}
    for place, article in enumerate(articles):
        number = article.article_id.partition(":")[0]
        in_address = re.search(_NUMBER, _path(article.url))
        for one in {number if number.isascii() and number.isdigit() else "", in_address[1] if in_address else ""} - {
            ""
        }:
            by_number.setdefault(one, set()).add(place)
    alone = sorted((number, min(places)) for number, places in by_number.items() if len(places) == 1)
    by_language: dict[tuple[str, str], set[int]] = {}
    for number, places in by_number.items():
        for place in places if len(places) > 1 else ():
            language = articles[place].language
            for code in (language, *_ALSO_WRITTEN.get(language, ())):
                by_language.setdefault((number, code), set()).add(place)
    shared = sorted((*key, min(places)) for key, places in by_language.items() if len(places) == 1)
    return (
        pd.DataFrame(alone, columns=["number_", "alone_place"]).astype({"number_": "str", "alone_place": "int64"}),
        pd.DataFrame(shared, columns=["number_", "language_", "shared_place"]).astype(
            {"number_": "str", "language_": "str", "shared_place": "int64"}
        ),
    )


def _path(url: str) -> str:
    return urlsplit(url).path.rstrip("/").lower() if url else ""


def _path_of(address: nw.Expr) -> nw.Expr:
    bare = address.str.replace_all(_HOST, "").str.replace_all(_BEHIND, "").str.replace_all(_SLASHES, "")
    return bare.str.to_lowercase()
