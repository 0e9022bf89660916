"""Makes tiny recognizers with random weights for tests: they hear nothing, but sherpa-onnx runs them as real ones.

Usage: python make.py FOLDER (needs onnx and numpy). Writes FOLDER/streaming-zipformer-made-up and
FOLDER/nemo-transducer-made-up. The interfaces are those of sherpa-onnx 1.13 (online zipformer2 transducer, NeMo
transducer).
"""

import sys
from pathlib import Path

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

FLOAT, INT64, INT32 = TensorProto.FLOAT, TensorProto.INT64, TensorProto.INT32
DIM = 8
TOKENS = ["<blk>", "▁a", "▁be", "ce", "▁de", "e", "fa", "▁go"]
random = np.random.default_rng(22)


def weights(name, *shape):
    return numpy_helper.from_array(random.normal(0, 0.5, shape).astype(np.float32), name)


def ints(name, values):
    return numpy_helper.from_array(np.array(values, dtype=np.int64), name)


def value(name, kind, shape):
    return helper.make_tensor_value_info(name, kind, shape)


def save(path, nodes, inputs, outputs, initializers, metadata=None):
    graph = helper.make_graph(nodes, "made_up", inputs, outputs, initializers)
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 13)], ir_version=8)
    for key, text in (metadata or {}).items():
        entry = model.metadata_props.add()
        entry.key, entry.value = key, str(text)
    onnx.checker.check_model(model)
    onnx.save(model, path)


def write_tokens(folder, blank_last=False):
    tokens = TOKENS[1:] + TOKENS[:1] if blank_last else TOKENS
    lines = [f"{token} {number}\n" for number, token in enumerate(tokens)]
    (folder / "tokens.txt").write_text("".join(lines), encoding="utf-8")


def streaming_zipformer(folder):
    folder.mkdir(parents=True)
    states = [
        ("cached_key_0", [4, 1, 4]),
        ("cached_nonlin_attn_0", [1, 1, 4, 6]),
        ("cached_val1_0", [4, 1, 4]),
        ("cached_val2_0", [4, 1, 4]),
        ("cached_conv1_0", [1, DIM, 1]),
        ("cached_conv2_0", [1, DIM, 1]),
        ("embed_states", [1, 128, 3, 19]),
    ]
    nodes = [
        helper.make_node("Slice", ["x", "starts", "ends", "axes", "steps"], ["half"]),
        helper.make_node("MatMul", ["half", "projection"], ["encoder_out"]),
        helper.make_node("Add", ["processed_lens", "sixteen"], ["new_processed_lens"]),
    ] + [helper.make_node("Identity", [name], [f"new_{name}"]) for name, _ in states]
    save(
        folder / "encoder.onnx",
        nodes,
        [value("x", FLOAT, [1, 45, 80])]
        + [value(name, FLOAT, shape) for name, shape in states]
        + [value("processed_lens", INT64, [1])],
        [value("encoder_out", FLOAT, [1, 16, DIM])]
        + [value(f"new_{name}", FLOAT, shape) for name, shape in states]
        + [value("new_processed_lens", INT64, [1])],
        [ints("starts", [0]), ints("ends", [32]), ints("axes", [1]), ints("steps", [2]), ints("sixteen", [16]),
         weights("projection", 80, DIM)],
        {
            "model_type": "zipformer2", "version": "1", "decode_chunk_len": 32, "T": 45, "encoder_dims": DIM,
            "query_head_dims": 4, "value_head_dims": 4, "num_heads": 1, "num_encoder_layers": 1,
            "cnn_module_kernels": 3, "left_context_len": 4,
        },
    )
    save(
        folder / "decoder.onnx",
        [
            helper.make_node("Gather", ["table", "y"], ["rows"], axis=0),
            helper.make_node("ReduceMean", ["rows"], ["decoder_out"], axes=[1], keepdims=0),
        ],
        [value("y", INT64, ["N", 2])],
        [value("decoder_out", FLOAT, ["N", DIM])],
        [weights("table", len(TOKENS), DIM)],
        {"vocab_size": len(TOKENS), "context_size": 2},
    )
    save(
        folder / "joiner.onnx",
        [
            helper.make_node("Add", ["encoder_out", "decoder_out"], ["sum"]),
            helper.make_node("Tanh", ["sum"], ["squashed"]),
            helper.make_node("MatMul", ["squashed", "output"], ["logit"]),
        ],
        [value("encoder_out", FLOAT, ["N", DIM]), value("decoder_out", FLOAT, ["N", DIM])],
        [value("logit", FLOAT, ["N", len(TOKENS)])],
        [weights("output", DIM, len(TOKENS))],
        {"joiner_dim": DIM},
    )
    write_tokens(folder)


def nemo_transducer(folder):
    folder.mkdir(parents=True)
    hidden = 4
    save(
        folder / "encoder.int8.onnx",
        [
            helper.make_node("Slice", ["audio_signal", "starts", "ends", "axes", "steps"], ["few"]),
            helper.make_node("MatMul", ["projection", "few"], ["outputs"]),
            helper.make_node("Add", ["length", "seven"], ["longer"]),
            helper.make_node("Div", ["longer", "eight"], ["encoded_lengths"]),
        ],
        [value("audio_signal", FLOAT, ["N", 80, "T"]), value("length", INT64, ["N"])],
        [value("outputs", FLOAT, ["N", DIM, "S"]), value("encoded_lengths", INT64, ["N"])],
        [ints("starts", [0]), ints("ends", [2**31 - 1]), ints("axes", [2]), ints("steps", [8]), ints("seven", [7]),
         ints("eight", [8]), weights("projection", DIM, 80)],
        {
            "vocab_size": len(TOKENS) - 1, "normalize_type": "per_feature", "pred_rnn_layers": 1,
            "pred_hidden": hidden, "subsampling_factor": 8, "model_type": "EncDecRNNTBPEModel", "version": "1",
            "feat_dim": 80,
        },
    )
    states = [("states", [1, "N", hidden]), ("onnx_states", [1, "N", hidden])]
    save(
        folder / "decoder.int8.onnx",
        [
            helper.make_node("Gather", ["table", "targets"], ["rows"], axis=0),
            helper.make_node("Transpose", ["rows"], ["outputs"], perm=[0, 2, 1]),
            helper.make_node("Identity", ["target_length"], ["prednet_lengths"]),
            helper.make_node("Identity", ["states"], ["new_states"]),
            helper.make_node("Identity", ["onnx_states"], ["new_onnx_states"]),
        ],
        [value("targets", INT32, ["N", 1]), value("target_length", INT32, ["N"])]
        + [value(name, FLOAT, shape) for name, shape in states],
        [value("outputs", FLOAT, ["N", DIM, 1]), value("prednet_lengths", INT32, ["N"])]
        + [value(f"new_{name}", FLOAT, shape) for name, shape in states],
        [weights("table", len(TOKENS), DIM)],
    )
    save(
        folder / "joiner.int8.onnx",
        [
            helper.make_node("Add", ["encoder_outputs", "decoder_outputs"], ["sum"]),
            helper.make_node("Tanh", ["sum"], ["squashed"]),
            helper.make_node("Transpose", ["squashed"], ["turned"], perm=[0, 2, 1]),
            helper.make_node("MatMul", ["turned", "output"], ["flat"]),
            helper.make_node("Unsqueeze", ["flat", "one"], ["outputs"]),
        ],
        [value("encoder_outputs", FLOAT, ["N", DIM, 1]), value("decoder_outputs", FLOAT, ["N", DIM, 1])],
        [value("outputs", FLOAT, ["N", 1, 1, len(TOKENS)])],
        [ints("one", [1]), weights("output", DIM, len(TOKENS))],
    )
    write_tokens(folder, blank_last=True)


if __name__ == "__main__":
    root = Path(sys.argv[1])
    streaming_zipformer(root / "streaming-zipformer-made-up")
    nemo_transducer(root / "nemo-transducer-made-up")
