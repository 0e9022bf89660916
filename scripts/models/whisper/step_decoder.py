"""Whisper's decoder as sherpa-onnx calls it: one step of the text per call, choosing the most probable token.

The program ships the decoder with built-in search (search_decoder.py), which takes its constants from this module;
this decoder serves to check a search step by step.
"""

import numpy as np
from onnx import TensorProto, helper

from cross_attention import CrossAttention
from graph import WeightedGraph, save_model, value
from vocabulary import BANDS, BAND_THRESHOLDS, DETECTABLE

FLOAT, INT64 = TensorProto.FLOAT, TensorProto.INT64

NO_SPEECH = 0.8
"""There is no speech if the model gives "no speech" this probability."""
NO_SPEECH_UNSURE = 0.72
"""Or this one, if its most probable token is below UNSURE."""
UNSURE = 0.15
NO_SPEECH_ANNOTATION = 0.4
"""Or this one, if it would begin a note such as "(music)"."""
LANGUAGE_PENALTY = 5
"""Subtracted from the logits of languages that the model supports poorly."""
NEVER = -30000
FAR = 2**31 - 1


def suppressed_logits(vocabulary):
    """Added to the logits so that no special token and no note is written."""
    logits = np.zeros(vocabulary.size, np.float16)
    logits[vocabulary.suppressed] = NEVER
    return logits


def language_logits(vocabulary):
    logits = np.zeros(vocabulary.size, np.float16)
    logits[[token for code, token in vocabulary.languages if code not in DETECTABLE]] = -LANGUAGE_PENALTY
    return logits


def build_step_decoder(weights, sizes, vocabulary, path):
    """Inputs and outputs by the names of sherpa-onnx's Whisper; logits [1, 1, 4 * vocabulary], by band.

    Also `all_logits` [1, n, vocabulary], for every input token, with nothing suppressed.
    """
    graph = WeightedGraph(weights)
    op, ints, number = graph.op, graph.ints, graph.float_scalar
    heads, width, channels = sizes.heads, sizes.channels // sizes.heads, sizes.channels

    tokens = op("Mod", ["tokens", graph.int_scalar(sizes.vocabulary)])
    count = op("Shape", [tokens], start=1, end=2)
    end = op("Add", ["offset", count])
    embedding, scales = graph.int8_weight(weights["decoder/embeddings/weight"].astype(np.float32), "emb")
    x = op("Transpose", [op("Gather", [embedding, tokens], axis=1)], perm=[1, 2, 0])
    row_scales = op("Unsqueeze", [op("Gather", [scales, tokens], axis=0), ints(-1)])
    x = op("Mul", [op("Cast", [x], to=FLOAT), row_scales])
    positions = graph.half_weight("decoder/position_encodings/encodings")
    x = op("Add", [x, op("Slice", [positions, "offset", end, ints(0)])])

    last, first = op("Squeeze", [end]), op("Squeeze", ["offset"])
    one, zero = graph.int_scalar(1), graph.int_scalar(0)
    row = op("Unsqueeze", [op("Range", [first, last, one]), ints(1)])
    column = op("Unsqueeze", [op("Range", [zero, last, one]), ints(0)])
    mask = op("Where", [op("Greater", [column, row]), number(-1e9), number(0.0)])

    by_head = ints(0, 0, heads, width)
    keys_out, values_out, alignment = [], [], []
    for layer in range(sizes.decoder_layers):
        name = f"decoder/layer_{layer}/self_attention"

        def linear(y, matrix, key):
            return graph.linear(y, f"{matrix}/weight", key, f"{matrix}/bias")

        def split_heads(y, perm):
            return op("Transpose", [op("Reshape", [y, by_head])], perm=perm)

        def join_heads(y):
            return op("Reshape", [op("Transpose", [y], perm=[0, 2, 1, 3]), ints(0, 0, channels)])

        def past(cache):
            here = op("Gather", [cache, graph.int_scalar(layer)], axis=0)
            return op("Slice", [here, ints(0), "offset", ints(1)])

        normed = graph.layer_norm(x, name + "/layer_norm")
        joined = linear(normed, name + "/linear_0", name + "/qkv")
        query, key, values = op("Split", [joined], 3, axis=-1, num_outputs=3)
        past_keys, past_values = past("in_n_layer_self_k_cache"), past("in_n_layer_self_v_cache")
        key = op("Concat", [past_keys, key], axis=1)
        values = op("Concat", [past_values, values], axis=1)
        keys_out.append(op("Unsqueeze", [key, ints(0)]))
        values_out.append(op("Unsqueeze", [values, ints(0)]))
        query = split_heads(op("Mul", [query, number(width**-0.5)]), [0, 2, 1, 3])
        key, values = split_heads(key, [0, 2, 3, 1]), split_heads(values, [0, 2, 1, 3])
        shares = op("Softmax", [op("Add", [op("MatMul", [query, key]), mask])], axis=-1)
        attended = join_heads(op("MatMul", [shares, values]))
        x = op("Add", [x, linear(attended, name + "/linear_1", name + "/o")])

        name = f"decoder/layer_{layer}/attention"
        normed = graph.layer_norm(x, name + "/layer_norm")
        query = linear(normed, name + "/linear_0", name + "/q")
        query = split_heads(op("Mul", [query, number(width**-0.5)]), [0, 2, 1, 3])
        layer_at = graph.int_scalar(layer)
        keys, values = (op("Gather", [f"n_layer_cross_{part}", layer_at], axis=0) for part in "kv")
        audio = CrossAttention(graph, keys, values, heads, width, op("Shape", ["n_layer_cross_k"], start=3, end=4))
        by_row = op("Concat", [ints(heads), op("Shape", [x], end=2), ints(-1)], axis=0)
        queries = op("Reshape", [op("Transpose", [query], perm=[1, 0, 2, 3]), ints(heads, -1, width)])
        scores = audio.scores(graph, queries)

        def rows_first(y):
            return op("Transpose", [op("Reshape", [y, by_row])], perm=[1, 0, 2, 3])

        its_heads = [head for at, head in vocabulary.alignment_heads if at == layer]
        if its_heads:
            alignment.append(op("Gather", [rows_first(scores), ints(*its_heads)], axis=1))
        attended = join_heads(rows_first(audio.attend(graph, scores)))
        x = op("Add", [x, linear(attended, name + "/linear_2", name + "/o")])

        name = f"decoder/layer_{layer}/ffn"
        normed = graph.layer_norm(x, name + "/layer_norm")
        wide = op("Gelu", [linear(normed, name + "/linear_0", name + "/l0")])
        x = op("Add", [x, linear(wide, name + "/linear_1", name + "/l1")])
    x = graph.layer_norm(x, "decoder/layer_norm")

    # First row: whether there is speech; last row: the next token.
    raw = graph.int8_product(x, embedding, scales)
    op("Identity", [raw], outputs=["all_logits"])
    suppressed = op("Cast", [graph.constant(suppressed_logits(vocabulary), "supp")], to=FLOAT)
    logits = op("Add", [raw, suppressed])
    first_row = op("Slice", [raw, ints(0), ints(1), ints(1)])
    logits = op("Slice", [logits, ints(-1), ints(FAR), ints(1)])
    asks_language = op("And", [op("Equal", [count, ints(1)]), op("Equal", ["offset", ints(0)])])
    penalty = op("Cast", [graph.constant(language_logits(vocabulary), "lidb")], to=FLOAT)
    logits = op("Add", [logits, op("Where", [asks_language, penalty, number(0.0)])])
    likeliest = op("ReduceMax", [op("Softmax", [logits], axis=-1), ints(-1)], keepdims=1)
    logits = _silence_gate(graph, vocabulary, raw, first_row, logits, likeliest, count)
    _write_bands(graph, sizes, vocabulary, logits, likeliest)
    op("Concat", keys_out, outputs=["out_n_layer_self_k_cache"], axis=0)
    op("Concat", values_out, outputs=["out_n_layer_self_v_cache"], axis=0)
    op("Concat", alignment, outputs=["cross_attention_weights"], axis=1)

    layers = sizes.decoder_layers
    cache = [layers, "n_audio", "cached", channels]
    whole = helper.make_graph(
        graph.nodes,
        "step_decoder",
        [
            value("tokens", INT64, ["n_audio", "n_tokens"]),
            value("in_n_layer_self_k_cache", FLOAT, cache),
            value("in_n_layer_self_v_cache", FLOAT, cache),
            value("n_layer_cross_k", FLOAT, [layers, heads, width, "positions"]),
            value("n_layer_cross_v", FLOAT, [layers, heads, "positions", width]),
            value("offset", INT64, [1]),
        ],
        [
            value("logits", FLOAT, ["n_audio", "one", BANDS * sizes.vocabulary]),
            value("all_logits", FLOAT, ["n_audio", "n_tokens", sizes.vocabulary]),
            value("out_n_layer_self_k_cache", FLOAT, [layers, "n_audio", "cached_now", channels]),
            value("out_n_layer_self_v_cache", FLOAT, [layers, "n_audio", "cached_now", channels]),
            value(
                "cross_attention_weights",
                FLOAT,
                ["n_audio", len(vocabulary.alignment_heads), "n_tokens", "positions"],
            ),
        ],
        list(graph.constants.values()),
    )
    save_model(whole, path, "parolo", vocabulary.metadata(sizes.metadata()))


def _silence_gate(graph, vocabulary, raw, first_row, logits, likeliest, count):
    """Ends the text immediately if the model is sure that there is no speech."""
    op, ints, number = graph.op, graph.ints, graph.float_scalar
    shares = op("Softmax", [first_row], axis=-1)
    no_speech = op("Slice", [shares, ints(vocabulary.no_speech), ints(vocabulary.no_speech + 1), ints(2)])
    sure = op("Greater", [no_speech, number(NO_SPEECH)])
    unsure_text = op("Less", [likeliest, number(UNSURE)])
    unsure = op("And", [op("Greater", [no_speech, number(NO_SPEECH_UNSURE)]), unsure_text])
    last_row = op("Slice", [raw, ints(-1), ints(FAR), ints(1)])
    token = op("ArgMax", [last_row], axis=-1, keepdims=1)
    opens = op("Gather", [graph.constant(vocabulary.opens_annotation(), "annot"), token], axis=0)
    annotation = op("And", [op("Greater", [no_speech, number(NO_SPEECH_ANNOTATION)]), opens])
    silent = op("Or", [op("Or", [sure, annotation]), unsure])
    silent = op("And", [silent, op("Greater", [count, ints(1)])])
    end_only = np.full(vocabulary.size, -1000, np.float16)
    end_only[vocabulary.end] = 0
    return op("Where", [silent, op("Cast", [graph.constant(end_only, "eotv")], to=FLOAT), logits])


def _write_bands(graph, sizes, vocabulary, logits, likeliest):
    """The logits repeated for each band; all but those of the most probable token's band are suppressed."""
    op, ints, number = graph.op, graph.ints, graph.float_scalar
    limits = graph.constant(np.array(BAND_THRESHOLDS, np.float32).reshape(1, 1, -1), "confth")
    below = op("Cast", [op("Less", [likeliest, limits])], to=INT64)
    band = op("ReduceSum", [below, ints(-1)], keepdims=1)
    token = op("ArgMax", [logits], axis=-1, keepdims=1)
    at_end = op("Equal", [token, graph.int_scalar(vocabulary.end)])
    band = op("Where", [at_end, graph.int_scalar(0), band])
    bands = graph.constant(np.arange(BANDS, dtype=np.int64).reshape(1, 1, BANDS, 1), "bands")
    is_band = op("Equal", [bands, op("Unsqueeze", [band, ints(-1)])])
    penalty = op("Where", [is_band, number(0.0), number(-1000.0)])
    by_band = op("Add", [op("Unsqueeze", [logits, ints(2)]), penalty])
    op("Reshape", [by_band, ints(0, 0, BANDS * sizes.vocabulary)], outputs=["logits"])
