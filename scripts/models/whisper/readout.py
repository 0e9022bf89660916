"""The part of a search visible to sherpa-onnx: its text, one token per call, and the corresponding attention."""

import numpy as np
from onnx import TensorProto

from vocabulary import BAND_THRESHOLDS, BANDS

FLOAT, INT64 = TensorProto.FLOAT, TensorProto.INT64


class Readout:
    """`prompt`: tokens of sherpa's prompt; `longest_text`: tokens in the caches, without the end token."""

    def __init__(self, top, sizes, vocabulary, is_first_call, prompt, longest_text):
        self.top, self.sizes, self.vocabulary = top, sizes, vocabulary
        self.is_first_call, self.prompt, self.longest_text = is_first_call, prompt, longest_text

    def write(self, ends):
        top = self.top
        limits = top.constant(np.array([BAND_THRESHOLDS], np.float32), "band_thresholds")
        probabilities = top.op("Unsqueeze", [top.op("Exp", [ends["best_token_scores"]]), top.ints(-1)])
        below = top.op("Cast", [top.op("Less", [probabilities, limits])], to=INT64)
        band = top.op("ReduceSum", [below, top.ints(-1)], keepdims=0)
        at_end = top.op("Equal", [ends["best_text"], top.int_scalar(self.vocabulary.end)])
        band = top.op("Where", [at_end, top.int_scalar(0), band])
        shift = top.op("Mul", [band, top.int_scalar(self.sizes.vocabulary)])
        ids = top.op("Add", [ends["best_text"], shift])
        outputs = [
            "logits",
            "out_n_layer_self_k_cache",
            "out_n_layer_self_v_cache",
            "cross_attention_weights",
        ]
        first, later = top.nested(), top.nested()
        top.op(
            "If",
            [self.is_first_call],
            outputs=outputs,
            then_branch=first.branch([(name, FLOAT) for name in self._first_answer(first, ids, ends)], "first_call"),
            else_branch=later.branch([(name, FLOAT) for name in self._later_answer(later)], "later_call"),
        )

    def _one_hot(self, graph, token):
        """Logits [1, 1, bands × vocabulary] whose unique maximum is the token's."""
        depth = graph.int_scalar(BANDS * self.sizes.vocabulary)
        values = graph.constant(np.array([-1000.0, 0.0], np.float32), "one_hot_values")
        return graph.op("OneHot", [graph.op("Reshape", [token, graph.ints(1, 1)]), depth, values], axis=-1)

    def _first_answer(self, graph, ids, ends):
        op, ints = graph.op, graph.ints
        language, text = graph.nested(), graph.nested()
        rest = language.ints(1, 1, (BANDS - 1) * self.sizes.vocabulary)
        by_band = language.op("Concat", [
            language.op("Unsqueeze", [ends["language_logits"], language.ints(0)]),
            language.op("Expand", [language.float_scalar(-1000.0), rest]),
        ], axis=-1)  # fmt: skip
        first_token = text.op("Slice", [ids, text.ints(0), text.ints(1), text.ints(0)])
        asks_language = op("Squeeze", [op("Equal", [op("Shape", ["tokens"], start=1, end=2), ints(1)])])
        logits = op(
            "If",
            [asks_language],
            then_branch=language.branch([(by_band, FLOAT)], "language"),
            else_branch=text.branch([(self._one_hot(text, first_token), FLOAT)], "first_token"),
        )
        carried_text = op("Reshape", [op("Cast", [ids], to=FLOAT), ints(1, 1, 1, self.longest_text + 1)])
        carried_attention = op("Identity", [ends["text_attention"]])
        return logits, carried_text, carried_attention, op("Identity", [ends["prompt_attention"]])

    def _later_answer(self, graph):
        op, ints = graph.op, graph.ints
        # The first later call has the prompt before it and reads token 1.
        place = op("Sub", ["offset", ints(self.prompt - 1)])
        carried = op("Reshape", ["in_n_layer_self_k_cache", ints(-1)])
        token = op("Cast", [op("Gather", [carried, place], axis=0)], to=INT64)
        before = op("Sub", [place, ints(1)])
        attention = op("Slice", ["in_n_layer_self_v_cache", before, place, ints(2)])
        kept = [op("Identity", [name]) for name in ("in_n_layer_self_k_cache", "in_n_layer_self_v_cache")]
        return self._one_hot(graph, token), *kept, attention
