"""Whisper's encoder with the decoder's cross-attention keys and values, as sherpa-onnx requires it."""

import numpy as np
from onnx import TensorProto, helper

from graph import WeightedGraph, save_model, value

FLOAT = TensorProto.FLOAT

WINDOW_FRAMES = 3000
"""30 s, the window on which the model was trained and its timestamps depend. This many frames mean a whole window."""
TAIL_FRAMES = 400
"""Silence at the end of any other clip: with less the model repeats itself (docs/engine.md)."""
MOST_FRAMES = 2990
"""Maximum for a clip that is not a whole window."""
ABOVE_FLOOR = 1e-3
"""A frame this far above the clip's lowest value counts as sound: 0.04 dB (2.0 is 80 dB)."""
EXACT = {("ffn/linear_1", 3)}
"""Matrices kept in 16 bits. As int8 this one causes most of the encoder's error: K .126 -> .081, V .194 -> .107."""


def build_encoder(weights, sizes, metadata, path):
    """Input `mel` [1, mels, frames]; outputs K [layers, heads, width, positions] and V [.., positions, width]."""
    graph = WeightedGraph(weights)
    heads, width = sizes.heads, sizes.channels // sizes.heads

    def precision(matrix, layer):
        return "float" if (matrix, layer) in EXACT else "int8"

    def linear(x, name, key, layer, matrix):
        return graph.linear(x, f"{name}/weight", key, f"{name}/bias", precision(matrix, layer))

    x = _end_clip(graph, "mel")
    for name, stride in (("encoder/conv1", {}), ("encoder/conv2", {"strides": [2]})):
        kernel, bias = graph.half_weight(name + "/weight"), graph.half_weight(name + "/bias")
        x = graph.op("Gelu", [graph.op("Conv", [x, kernel, bias], pads=[1, 1], **stride, kernel_shape=[3])])
    x = graph.op("Transpose", [x], perm=[0, 2, 1])
    length = graph.op("Shape", [x], start=1, end=2)
    positions = graph.half_weight("encoder/position_encodings/encodings")
    added = graph.op("Slice", [positions, graph.ints(0), length, graph.ints(0)])

    for layer in range(sizes.encoder_layers):
        name = f"encoder/layer_{layer}/self_attention"
        normed, x = graph.add_and_norm(x, added, name + "/layer_norm")
        joined = linear(normed, name + "/linear_0", name + "/qkv", layer, "qkv")
        query, key, values = graph.op("Split", [joined], 3, axis=-1, num_outputs=3)
        attended = graph.op("MultiHeadAttention", [query, key, values], domain="com.microsoft", num_heads=heads)
        added = linear(attended, name + "/linear_1", name + "/o", layer, "o")
        name = f"encoder/layer_{layer}/ffn"
        normed, x = graph.add_and_norm(x, added, name + "/layer_norm")
        wide = graph.op("Gelu", [linear(normed, name + "/linear_0", name + "/l0", layer, "ffn/linear_0")])
        added = linear(wide, name + "/linear_1", name + "/l1", layer, "ffn/linear_1")
    x, _ = graph.add_and_norm(x, added, "encoder/layer_norm")

    all_keys, all_values = [], []
    by_head = graph.ints(0, 0, heads, width)
    for layer in range(sizes.decoder_layers):
        name = f"decoder/layer_{layer}/attention"
        joined = linear(x, name + "/linear_1", name + "/kv", layer, "kv")
        key, values = graph.op("Split", [joined], 2, axis=-1, num_outputs=2)
        all_keys.append(graph.op("Transpose", [graph.op("Reshape", [key, by_head])], perm=[0, 2, 3, 1]))
        all_values.append(graph.op("Transpose", [graph.op("Reshape", [values, by_head])], perm=[0, 2, 1, 3]))
    graph.op("Concat", all_keys, outputs=["n_layer_cross_k"], axis=0)
    graph.op("Concat", all_values, outputs=["n_layer_cross_v"], axis=0)

    layers = sizes.decoder_layers
    whole = helper.make_graph(
        graph.nodes,
        "encoder",
        [value("mel", FLOAT, ["n_audio", sizes.mels, "frames"])],
        [
            value("n_layer_cross_k", FLOAT, [layers, heads, width, "positions"]),
            value("n_layer_cross_v", FLOAT, [layers, heads, "positions", width]),
        ],
        list(graph.constants.values()),
    )
    save_model(whole, path, "parolo", metadata)


def _end_clip(graph, mel):
    """Frames up to the last sound, and the silence that the model needs after it.

    A clip of WINDOW_FRAMES was padded by sherpa-onnx (`tailPaddings`): it gets zeros up to 30 s, as in
    faster-whisper. Any other gets 4 s of silence, so that the rest of the window is not computed. Silence appended by
    the program appears as frames at the clip's lowest value, sherpa-onnx's own padding as zeros: neither is sound. A
    clip without any sound is not shortened.
    """
    op, ints = graph.op, graph.ints
    lowest = op("ReduceMin", [mel], keepdims=0)
    largest = op("ReduceMax", [op("Abs", [mel]), ints(1)], keepdims=1)
    filled = op("Where", [op("Equal", [largest, graph.float_scalar(0.0)]), lowest, mel])
    loudest = op("ReduceMax", [filled, ints(0, 1)], keepdims=0)
    is_sound = op("Greater", [loudest, op("Add", [lowest, graph.float_scalar(ABOVE_FLOOR)])])
    # The last 1; if all are 0, the last frame.
    last = op("ArgMax", [op("Cast", [is_sound], to=TensorProto.INT32)], axis=0, keepdims=1, select_last_index=1)
    length = op("Add", [last, ints(1)])
    sound = op("Slice", [filled, ints(0), length, ints(2)])
    is_window = op("Equal", [op("Shape", [mel], start=2, end=3), ints(WINDOW_FRAMES)])
    ended = op("Min", [op("Add", [length, ints(TAIL_FRAMES)]), ints(MOST_FRAMES)])
    missing = op("Sub", [op("Where", [is_window, ints(WINDOW_FRAMES), ended]), length])
    padding = op("Concat", [ints(0, 0, 0, 0, 0), missing], axis=0)
    filler = op("Where", [op("Squeeze", [is_window]), graph.float_scalar(0.0), lowest])
    return op("Pad", [sound, padding, filler])
