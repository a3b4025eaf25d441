"""An embedding model that remembers what it has read: articles on disk, queries while the process lasts."""

import logging
import sqlite3
from collections.abc import Sequence
from contextlib import closing
from hashlib import sha256
from typing import Final

import numpy as np
from numpy.typing import NDArray

from .embedders import Embedder
from .home import home

logger = logging.getLogger(__name__)
_MOST: Final = 200_000  # vectors kept of one model, 300 MB at 384 numbers; the oldest go first
_MOST_QUERIES: Final = 50_000  # vectors of queries kept in memory, 75 MB at 384 numbers
_ASKED_AT_ONCE: Final = 500


class Remembered:
    """Passes on to a model, and reads no text twice.

    The vectors of articles' texts are kept on disk, by the checksum of model and text: articles change far less often
    than they are evaluated. What customers wrote is kept in memory only. A folder that cannot be written to, or a
    damaged file, costs time only.
    """

    def __init__(self, embedder: Embedder) -> None:
        self._embedder = embedder
        self.name = embedder.name
        self.dimensions = embedder.dimensions
        self.checksum = embedder.checksum
        self._queries: dict[str, NDArray[np.float32]] = {}
        self._path = home() / "vectors" / f"{self.checksum}.sqlite"

    def embed_queries(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Return the query vectors; only texts that this process has not read are read."""
        new = [text for text in dict.fromkeys(texts) if text not in self._queries]
        if len(self._queries) + len(new) > _MOST_QUERIES:
            self._queries.clear()
            new = list(dict.fromkeys(texts))
        found = dict(zip(new, self._embedder.embed_queries(new), strict=True)) if new else {}
        vectors = np.zeros((len(texts), self.dimensions), dtype=np.float32)
        for row, text in enumerate(texts):
            vectors[row] = found[text] if text in found else self._queries[text]
        if len(found) <= _MOST_QUERIES:
            self._queries.update(found)
        return vectors

    def embed_passages(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Return the vectors of titles and passages; only new ones are read."""
        keys = [sha256(text.encode("utf-8", "surrogatepass")).digest() for text in texts]
        known = self._known(keys)
        new = {key: text for key, text in zip(keys, texts, strict=True) if key not in known}
        if new:
            known.update(zip(new, self._embedder.embed_passages(list(new.values())), strict=True))
            self._keep({key: known[key] for key in new})
        vectors = np.zeros((len(texts), self.dimensions), dtype=np.float32)
        for row, key in enumerate(keys):
            vectors[row] = known[key]
        return vectors

    def _known(self, keys: Sequence[bytes]) -> dict[bytes, NDArray[np.float32]]:
        found: dict[bytes, NDArray[np.float32]] = {}
        if not self._path.is_file():
            return found
        try:
            with closing(sqlite3.connect(self._path)) as store:
                different = list(dict.fromkeys(keys))
                for start in range(0, len(different), _ASKED_AT_ONCE):
                    some = different[start : start + _ASKED_AT_ONCE]
                    marks = ",".join("?" * len(some))
                    for key, vector in store.execute(f"SELECT key, vector FROM vectors WHERE key IN ({marks})", some):
                        numbers = np.frombuffer(vector, dtype=np.float32)
                        if len(numbers) == self.dimensions:
                            found[key] = numbers
        except sqlite3.Error as exc:
            logger.warning("what is remembered of articles cannot be read, they are read anew: %s", exc)
            return {}
        return found

    def _keep(self, vectors: dict[bytes, NDArray[np.float32]]) -> None:
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            with closing(sqlite3.connect(self._path)) as store, store:
                store.execute("CREATE TABLE IF NOT EXISTS vectors (key BLOB PRIMARY KEY, vector BLOB NOT NULL)")
                rows = [(key, vector.tobytes()) for key, vector in vectors.items()]
                store.executemany("INSERT OR REPLACE INTO vectors VALUES (?, ?)", rows)
                store.execute(
                    "DELETE FROM vectors WHERE rowid IN "
                    "(SELECT rowid FROM vectors ORDER BY rowid DESC LIMIT -1 OFFSET ?)",
                    (_MOST,),
                )
        except (sqlite3.Error, OSError) as exc:
            logger.warning("articles that were read cannot be remembered: %s", exc)
