"""Which article a log means, by id or by address."""

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import urlsplit

import narwhals as nw
import pandas as pd

from ..records import Article
from .engines import Engine

if TYPE_CHECKING:
    Frame = nw.LazyFrame[Any]

_HOST: Final = r"^[a-zA-Z][a-zA-Z0-9+.-]*://[^/?#]*"
_BEHIND: Final = r"[?#].*$"
_SLASHES: Final = r"/+$"


def place_articles(frame: "Frame", articles: Sequence[Article], engine: Engine) -> "Frame":
    """Replace the text columns ``article_id`` and ``url`` by ``article``, a position in the articles (-1: none known).

    An id goes before an address; an address that stands where an id should is understood too. Addresses are compared
    without host, query, fragment, closing slash and case; one that several articles share names none of them. The
    column ``is_unknown`` says that an id was written that no article has.
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
    if len(pages):
        written = nw.when(nw.col("place").is_null() & nw.col("article_id").is_null()).then(nw.col("url"))
        address = written.otherwise(nw.col("article_id"))
        frame = frame.with_columns(path=_path_of(address)).join(engine.table(pages), on="path", how="left")
    else:
        frame = frame.with_columns(page_place=nw.lit(None, dtype=nw.Int64))
    found = nw.coalesce(nw.col("place"), nw.col("page_place"), nw.lit(-1))
    return frame.with_columns(article=found.cast(nw.Int64), is_unknown=~nw.col("article_id").is_null() & (found < 0))


def _path(url: str) -> str:
    return urlsplit(url).path.rstrip("/").lower() if url else ""


def _path_of(address: nw.Expr) -> nw.Expr:
    bare = address.str.replace_all(_HOST, "").str.replace_all(_BEHIND, "").str.replace_all(_SLASHES, "")
    return bare.str.to_lowercase()
