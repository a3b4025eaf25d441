"""A torch model as one ONNX file in int8: texts' pieces in, the mean of their vectors out."""

import tempfile
from pathlib import Path
from typing import Any

OPSET = 17


def export(model: Any, path: Path, *, whole: Path | None = None) -> None:
    """Write the model with 8-bit weights; ``whole``: also in float32, to compare the two.

    The graph takes ``input_ids`` and ``attention_mask`` (int64, shape (n_texts, n_pieces)) and returns ``mean``
    (float32, shape (n_texts, width)): the mean of the pieces' last vectors, not yet of length 1. Activations are
    quantised as they come (onnxruntime's dynamic quantisation), weights per column and in 7 bits: sums of 8 bits
    overflow on processors without VNNI, and a text's vector then depends on the machine.
    """
    import onnx
    import torch
    from onnxruntime.quantization import QuantType, quantize_dynamic
    from onnxruntime.transformers.fusion_options import FusionOptions
    from onnxruntime.transformers.optimizer import optimize_model

    class Mean(torch.nn.Module):
        """Mean of the last vectors of the pieces that are there."""

        def __init__(self) -> None:
            super().__init__()
            self.bert = model

        def forward(self, input_ids: Any, attention_mask: Any) -> Any:
            """Return one vector per text."""
            last = self.bert(input_ids=input_ids, attention_mask=attention_mask).last_hidden_state
            kept = attention_mask.unsqueeze(-1).to(last.dtype)
            return (last * kept).sum(1) / kept.sum(1)

    with tempfile.TemporaryDirectory() as folder:
        plain, fused = Path(folder) / "plain.onnx", whole or Path(folder) / "fused.onnx"
        ids = torch.tensor([[0, 5, 6, 2], [0, 7, 2, 1]])
        axes = {0: "n_texts", 1: "n_pieces"}
        torch.onnx.export(
            Mean().eval(), (ids, (ids != 1).long()), str(plain), dynamo=False, opset_version=OPSET,
            input_names=["input_ids", "attention_mask"], output_names=["mean"],
            dynamic_axes={"input_ids": axes, "attention_mask": axes, "mean": {0: "n_texts"}},
        )  # fmt: skip
        options = FusionOptions("bert")
        options.use_raw_attention_mask(True)
        config = model.config
        optimized = optimize_model(
            str(plain), "bert", num_heads=config.num_attention_heads, hidden_size=config.hidden_size,
            optimization_options=options, opt_level=1,
        )  # fmt: skip
        print(optimized.get_fused_operator_statistics())
        optimized.save_model_to_file(str(fused))
        quantize_dynamic(
            str(fused), str(path), weight_type=QuantType.QInt8, per_channel=True, reduce_range=True,
            extra_options={"DefaultTensorType": onnx.TensorProto.FLOAT},
        )  # fmt: skip
