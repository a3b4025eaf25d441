"""Group short texts that ask for the same thing, whatever their number."""

from collections.abc import Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix

DIRECT_LIMIT: Final = 3_000  # texts; above it they are first gathered around centroids (agglomeration is quadratic)
CENTROIDS: Final = 1_000
LATENT_DIMENSIONS: Final = 64


def cluster_texts(
    term_lists: Sequence[Sequence[str]],
    texts: Sequence[str],
    meanings: NDArray[np.float32],
    distance: float,
    seed: int,
) -> NDArray[np.int64]:
    """Give each text the number of its group; texts that nothing resembles are groups of one.

    Words, character sequences and meaning vectors weigh alike: three unit vectors side by side, so that the cosine
    of two texts is the mean of the three cosines.

    Parameters
    ----------
    term_lists : content terms of each text, n_texts lists.
    texts : the texts in lower case.
    meanings : float32 of shape (n_texts, dimensions), unit rows.
    distance : mean cosine distance (0..2) up to which groups are merged.
    seed : of the reduction to latent dimensions and of the centroids.

    Returns
    -------
    int64 of shape (n_texts,), groups numbered in the order of their first text.

    Notes
    -----
    Average-link agglomeration on cosine distance (Sokal & Michener 1958) over tf-idf and its truncated singular value
    decomposition (Deerwester et al. 1990).
    """
    if len(texts) < 2:
        return np.zeros(len(texts), dtype=np.int64)
    features = np.hstack([_words(term_lists, seed), _characters(texts, seed), meanings.astype(np.float32)])
    features /= np.maximum(np.linalg.norm(features, axis=1, keepdims=True), 1e-9)
    if len(texts) <= DIRECT_LIMIT:
        return _renumber(_agglomerate(features, distance))
    nearest = _gather(features, seed)
    centroids = np.zeros((int(nearest.max()) + 1, features.shape[1]), dtype=np.float64)
    np.add.at(centroids, nearest, features)
    return _renumber(_agglomerate(centroids, distance)[nearest])


def _words(term_lists: Sequence[Sequence[str]], seed: int) -> NDArray[np.float32]:
    from sklearn.feature_extraction.text import TfidfVectorizer

    if not any(term_lists):
        return np.zeros((len(term_lists), 1), dtype=np.float32)
    return _latent(TfidfVectorizer(analyzer=list, dtype=np.float32).fit_transform(term_lists), seed)


def _characters(texts: Sequence[str], seed: int) -> NDArray[np.float32]:
    from sklearn.feature_extraction.text import TfidfVectorizer

    vectorizer = TfidfVectorizer(analyzer="char_wb", ngram_range=(3, 5), max_features=20_000, dtype=np.float32)
    return _latent(vectorizer.fit_transform([f"{text} " for text in texts]), seed)


def _latent(weights: csr_matrix, seed: int) -> NDArray[np.float32]:
    """Reduce sparse rows to latent dimensions of unit length, found on a sample that is large enough for 64 of them."""
    from sklearn.decomposition import TruncatedSVD

    n_dimensions = min(LATENT_DIMENSIONS, weights.shape[1] - 1, weights.shape[0] - 1)
    if n_dimensions < 2:
        dense = np.asarray(weights.toarray(), dtype=np.float32)
    else:
        sample = np.random.default_rng(seed).permutation(weights.shape[0])[:DIRECT_LIMIT]
        reduction = TruncatedSVD(n_dimensions, n_iter=3, random_state=seed).fit(weights[np.sort(sample)])
        dense = reduction.transform(weights).astype(np.float32)
    norms = np.linalg.norm(dense, axis=1, keepdims=True)
    return np.where(norms > 1e-6, dense / np.maximum(norms, 1e-6), 0).astype(np.float32)


def _agglomerate(features: NDArray[np.floating], distance: float) -> NDArray[np.int64]:
    from sklearn.cluster import AgglomerativeClustering

    model = AgglomerativeClustering(n_clusters=None, distance_threshold=distance, metric="cosine", linkage="average")
    return np.asarray(model.fit_predict(features), dtype=np.int64)


def _gather(features: NDArray[np.float32], seed: int) -> NDArray[np.int64]:
    from sklearn.cluster import MiniBatchKMeans

    # chosen rows as first centroids: k-means++ takes minutes for the same groups after the agglomeration
    model = MiniBatchKMeans(CENTROIDS, init="random", n_init=1, random_state=seed, batch_size=4_096, max_iter=5)
    labels = np.asarray(model.fit_predict(features), dtype=np.int64)
    return np.unique(labels, return_inverse=True)[1].astype(np.int64)


def _renumber(labels: NDArray[np.int64]) -> NDArray[np.int64]:
    """Number groups in the order of their first member."""
    _, first, inverse = np.unique(labels, return_index=True, return_inverse=True)
    order = np.empty(len(first), dtype=np.int64)
    order[np.argsort(first, kind="stable")] = np.arange(len(first))
    return order[inverse]
