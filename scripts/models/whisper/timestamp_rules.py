"""The rules by which Whisper writes timestamps into its text (OpenAI's ApplyTimestampRules, whisper/decoding.py).

The model was trained on windows of 30 s with timestamps; with them it skips less speech.
"""

import numpy as np

NEVER = -30000.0


def forbid_by_timestamps(graph, logits, texts, written, columns, vocabulary):
    """Timestamps come in pairs, except the last one before the end, and never decrease; a segment is never empty.

    logits [beams, vocabulary]; texts [beams, columns], of which `written` [1] tokens are set, the first of them a
    timestamp.
    """
    op, ints, scalar = graph.op, graph.ints, graph.int_scalar
    first_timestamp, end = scalar(vocabulary.first_timestamp), scalar(vocabulary.end)
    tokens = graph.constant(_numbers(vocabulary.size), "all_tokens")
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
    is_time = op("GreaterOrEqual", [tokens, first_timestamp])
    goes_back = op("And", [is_time, op("Less", [tokens, earliest])])
    breaks_pair = op("And", [wants_text, is_time])
    is_text = op("Less", [tokens, end])
    misses_pair = op("And", [wants_time, is_text])
    forbidden = op("Or", [op("Or", [goes_back, breaks_pair]), misses_pair])
    return op("Where", [forbidden, graph.float_scalar(NEVER), logits])


def prefer_timestamps(graph, log_probabilities, vocabulary):
    """A timestamp comes next if all of them together are more probable than any other token."""
    op, ints = graph.op, graph.ints
    first = ints(vocabulary.first_timestamp)
    tokens = graph.constant(_numbers(vocabulary.size), "all_tokens")
    times = op("Slice", [log_probabilities, first, ints(vocabulary.size), ints(1)])
    others = op("Slice", [log_probabilities, ints(0), first, ints(1)])
    any_time = op("ReduceLogSumExp", [times, ints(1)], keepdims=1)
    best_other = op("ReduceMax", [others, ints(1)], keepdims=1)
    is_other = op("Less", [tokens, graph.int_scalar(vocabulary.first_timestamp)])
    forbidden = op("And", [op("Greater", [any_time, best_other]), is_other])
    limited = op("Where", [forbidden, graph.float_scalar(NEVER), log_probabilities])
    return op("LogSoftmax", [limited], axis=-1)


def _numbers(count):
    return np.arange(count, dtype=np.int64).reshape(1, -1)
