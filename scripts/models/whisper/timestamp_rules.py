"""The rules by which Whisper writes timestamps into its text (OpenAI's ApplyTimestampRules, whisper/decoding.py).

The model was trained on windows of 30 s with timestamps; with them it skips less speech.
"""

import numpy as np
from onnx import TensorProto

INT64 = TensorProto.INT64
NEVER = -30000.0


def follow_timestamps(graph, raw, allowed, texts, written, columns, vocabulary):
    """Log probabilities [beams, vocabulary] under the rules.

    Timestamps come in pairs, except the last one before the end, and never decrease; a segment is never empty. A
    timestamp comes next if all of them together are more probable than any other token.

    raw [beams, vocabulary]; allowed [2, vocabulary]: what is added where text may follow and where it may not;
    texts [beams, columns], of which `written` [1] tokens are set, the first of them a timestamp.
    """
    op, ints, scalar = graph.op, graph.ints, graph.int_scalar
    first_timestamp = scalar(vocabulary.first_timestamp)
    last = op("Gather", [texts, op("Sub", [written, ints(1)])], axis=1)
    before_at = op("Max", [op("Sub", [written, ints(2)]), ints(0)])
    before = op("Gather", [texts, before_at], axis=1)
    last_is_time = op("GreaterOrEqual", [last, first_timestamp])
    is_alone = op("Less", [written, ints(2)])
    before_is_time = op("Or", [op("GreaterOrEqual", [before, first_timestamp]), is_alone])
    wants_text = op("And", [last_is_time, before_is_time])
    wants_time = op("And", [last_is_time, op("Not", [before_is_time])])
    written_tokens = op("Where", [op("Less", [columns, written]), texts, scalar(0)])
    latest = op("ReduceMax", [written_tokens, ints(1)], keepdims=1)
    # The second of a pair may equal the first.
    earliest = op("Where", [wants_time, latest, op("Add", [latest, scalar(1)])])

    added = op("Gather", [allowed, op("Squeeze", [op("Cast", [wants_time], to=INT64), ints(1)])], axis=0)
    parts = ints(vocabulary.first_timestamp, vocabulary.size - vocabulary.first_timestamp)
    others, times = op("Split", [op("Add", [raw, added]), parts], 2, axis=1)
    numbers = np.arange(vocabulary.first_timestamp, vocabulary.size, dtype=np.int64).reshape(1, -1)
    goes_back = op("Less", [graph.constant(numbers, "timestamps"), earliest])
    times = op("Where", [op("Or", [goes_back, wants_text]), graph.float_scalar(NEVER), times])
    any_time = op("ReduceLogSumExp", [times, ints(1)], keepdims=1)
    best_other = op("ReduceMax", [others, ints(1)], keepdims=1)
    comes = op("Greater", [any_time, best_other])
    others = op("Add", [others, op("Where", [comes, graph.float_scalar(NEVER), graph.float_scalar(0.0)])])
    return op("LogSoftmax", [op("Concat", [others, times], axis=1)], axis=-1)
