"""The judges that are asked for by name; a model without weights of its own is fitted first."""

import json
from dataclasses import replace
from functools import cache, lru_cache
from hashlib import sha256
from importlib.resources import files

from ..records import Progress
from .calibrate import Calibration
from .embedders import load_embedder, quick_embedder
from .fuse import Fusion
from .judges import Judges, SlowJudge
from .reader import ReaderJudge, load_reader
from .remembered import Remembered
from .weights import bundled_weights, fitted_reader, fitted_weights, has_bundled_weights, keep_weights

QUICK, SMALL = "quick", "small"


def load_judges(model: str, on_progress: Progress | None = None, *, reader: str | None = None) -> Judges:
    """Return the judges that are asked for by name.

    A model or reader without weights of its own is fitted first, which takes minutes, once.

    Parameters
    ----------
    model : ``small``, ``quick``, or a sentence-transformers name or path.
    reader : name or path of a sentence-transformers cross-encoder, None: nobody reads again.

    Raises
    ------
    MissingExtra, ConfigError
        If one of them cannot be had, or gives nothing to go by.
    """
    judges = _load(model, on_progress)
    return replace(judges, reader=_reader_judge(reader, judges, on_progress)) if reader else judges


def _load(model: str, on_progress: Progress | None) -> Judges:
    quick, weights = quick_embedder(), bundled_weights(QUICK)
    if model == QUICK:
        return Judges(quick, weights)
    known = has_bundled_weights(model)
    fusion = bundled_weights(model) if known else fitted_weights(load_embedder(model).checksum)
    if fusion is None:
        fusion = fit_model(model, on_progress)
    return Judges(quick, weights, SlowJudge(_remembered(model), fusion))


def fit_model(model: str, on_progress: Progress | None = None) -> Fusion:
    """Fit weights to a sentence-transformers model and keep them beside its checksum.

    Raises
    ------
    MissingExtra, ConfigError
        If the model cannot be had, or gives nothing to go by.
    """
    from .fitting.learn import fit_to_corpora  # it brings scikit-learn, which nobody else needs here

    embedder = load_embedder(model)
    fusion = fit_to_corpora(quick_embedder(), embedder, bundled_weights(SMALL), on_demos(), on_progress)
    keep_weights(embedder.checksum, fusion)
    return fusion


def _reader_judge(name: str, judges: Judges, on_progress: Progress | None) -> ReaderJudge:
    """Return the named reader with its weights, which are kept by all models that they depend on."""
    reader = load_reader(name)
    before = (judges.slow.embedder if judges.slow else judges.embedder).checksum
    checksum = sha256(f"{before} {judges.best.stored()} {reader.checksum}".encode()).hexdigest()
    weights = fitted_reader(checksum)
    if weights is None:
        from .fitting.reader import fit_reader  # it brings scikit-learn, which nobody else needs here

        weights = fit_reader(reader, judges, on_progress)
        keep_weights(checksum, weights)
    return ReaderJudge(reader, weights)


@lru_cache(maxsize=2)
def _remembered(model: str) -> Remembered:
    """Return the named model with its memory, once per process."""
    return Remembered(load_embedder(model))


@cache
def on_demos() -> Calibration:
    """Return what the bundled transformer's scores are worth on the demos."""
    stored = (files("faqeval.matching") / "bundled_weights" / f"{SMALL}.json").read_text(encoding="utf-8")
    return Calibration(**json.loads(stored)["on_demos"])
