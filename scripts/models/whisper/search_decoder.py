"""Whisper's decoder with a complete built-in beam search, behind the interface of sherpa-onnx's greedy loop.

sherpa calls the decoder once with the prompt, then once per token. Here the first call runs the search in a `Loop`,
then runs the chosen text again for its alignment attention. Text and attention are returned in what sherpa passes on
as the caches of keys and values; each later call reads one token from them. A call with one token requests the
language. This depends on sherpa not checking the shapes of these caches (sherpa-onnx 1.13.8).

For a whole window of 30 s the search writes timestamps into its text, as the model was trained to: it then skips
less speech. For a shorter clip it writes none, and is faster. sherpa-onnx never receives the timestamps.

The loop has three phases: the prompt, the steps of the search, the chosen text. It is at the top level of the graph:
inside an `If`, ONNX Runtime packs no weights, which doubles the time.
"""

from dataclasses import dataclass

import numpy as np
from onnx import TensorProto, helper

from cross_attention import CrossAttention
from decoder_pass import DecoderPass
from graph import WeightedGraph, save_model, value
from readout import Readout
from step_decoder import (
    NEVER,
    NO_SPEECH,
    NO_SPEECH_ANNOTATION,
    NO_SPEECH_UNSURE,
    UNSURE,
    language_logits,
    suppressed_logits,
)
from timestamp_rules import follow_timestamps
from vocabulary import BANDS

FLOAT, INT64, BOOL = TensorProto.FLOAT, TensorProto.INT64, TensorProto.BOOL

PROMPT = 4
"""Tokens of sherpa's prompt: start, language, task, no timestamps."""
LONGEST_TEXT = 224
"""Half of the model's context, as in OpenAI's decoder."""
MOST_TOKENS_A_SECOND = 12
POSITIONS_A_SECOND = 50
LATEST_START = 50
"""The first timestamp is within one second (steps of 20 ms), as in OpenAI's decoder."""
BLANK = 220
WORST = -1e9
PROMPT_PHASE, SEARCH_PHASE, TEXT_PHASE = 0, 1, 2


@dataclass(frozen=True)
class Search:
    """`patience` × `beams` finished texts end it; a text's score is its log probability over length ** length_penalty."""

    beams: int = 5
    patience: float = 1.0
    length_penalty: float = 1.0


def build_search_decoder(weights, sizes, vocabulary, search, path):
    SearchDecoder(weights, sizes, vocabulary, search).save(path)


class SearchDecoder:
    def __init__(self, weights, sizes, vocabulary, search):
        self.sizes, self.vocabulary, self.search = sizes, vocabulary, search
        self.heads, self.width = sizes.heads, sizes.channels // sizes.heads
        self.top = WeightedGraph(weights)
        layers = range(sizes.decoder_layers)
        self.keys = [f"keys{layer}" for layer in layers]
        self.values = [f"values{layer}" for layer in layers]
        self.prompt_keys = [f"prompt_keys{layer}" for layer in layers]
        self.prompt_values = [f"prompt_values{layer}" for layer in layers]
        self.caches = [*self.keys, *self.values, *self.prompt_keys, *self.prompt_values]
        self.state = {
            "phase": INT64,
            "tokens": INT64,  # [rows, n]: input of the next pass
            "offset": INT64,  # [1]: tokens before them
            "scores": FLOAT,  # [beams]: log probability of each beam's text
            "texts": INT64,  # [beams, LONGEST_TEXT + 1], padded with the end token
            "token_scores": FLOAT,  # the same shape: log probability of each token
            "best_score": FLOAT,  # of the best finished text, by length
            "best_text": INT64,  # [LONGEST_TEXT + 1]
            "best_token_scores": FLOAT,
            "finished": INT64,  # number of finished texts
            "prompt_attention": FLOAT,  # [1, alignment heads, PROMPT, positions]
            "text_attention": FLOAT,  # [1, alignment heads, tokens, positions]
            "language_logits": FLOAT,  # [1, vocabulary]
            **dict.fromkeys(self.caches, FLOAT),  # [rows, heads, n, width]
        }
        self._ask_for_timestamps()
        self.columns = self.top.constant(np.arange(LONGEST_TEXT + 1).reshape(1, -1), "columns")
        self.end_text = self.top.constant(np.full(LONGEST_TEXT + 1, vocabulary.end, np.int64), "end_text")
        self.zero_text = self.top.constant(np.zeros(LONGEST_TEXT + 1, np.float32), "zero_text")
        self.suppressed = self._half("suppressed", suppressed_logits(vocabulary))
        self._make_masks()
        self._build()

    def _ask_for_timestamps(self):
        """Whether the clip is a whole window; the search's own prompt is then one token shorter than sherpa's."""
        top = self.top
        self.positions = top.op("Shape", ["n_layer_cross_k"], start=3, end=4)
        is_window = top.op("Equal", [self.positions, top.ints(self.sizes.audio_positions)])
        self.timestamps = top.op("Squeeze", [is_window])
        self.prompt = top.op("Where", [is_window, top.ints(PROMPT - 1), top.ints(PROMPT)])  # [1]
        limit = top.op("Div", [top.op("Mul", [self.positions, top.ints(MOST_TOKENS_A_SECOND)]), top.ints(POSITIONS_A_SECOND)])
        self.longest = top.op("Squeeze", [top.op("Min", [limit, top.ints(LONGEST_TEXT)])])

    # ---- constants

    def _half(self, name, values):
        return self.top.op("Cast", [self.top.constant(values, name)], to=FLOAT)

    def _make_masks(self):
        vocabulary = self.vocabulary
        first_time = vocabulary.first_timestamp
        special, times, text, first_text, first_times = np.zeros((5, vocabulary.size), np.float16)
        special[vocabulary.end + 1 : first_time] = NEVER
        times[first_time:] = NEVER
        text[: vocabulary.end] = NEVER
        first_text[[vocabulary.end, BLANK]] = NEVER
        first_times[:] = NEVER
        first_times[first_time : first_time + LATEST_START + 1] = 0
        no_times = self.top.op("Where", [
            self.timestamps, self.top.float_scalar(0.0), self._half("no_times", times)
        ])  # fmt: skip
        first = self.top.op("Where", [
            self.timestamps, self._half("first_times", first_times), self._half("first_text", first_text)
        ])  # fmt: skip
        always = self.top.op("Add", [self.suppressed, self._half("special", special)])
        self.allowed = self.top.op("Add", [always, no_times])
        no_text = self.top.op("Add", [always, self._half("no_text", text)])
        both = [self.top.op("Unsqueeze", [one, self.top.ints(0)]) for one in (always, no_text)]
        self.allowed_with_times = self.top.op("Concat", both, axis=0)
        self.allowed_first = self.top.op("Add", [self.allowed, first])
        self.languages = self._half("languages", language_logits(vocabulary))
        self.opens_annotation = self.top.constant(vocabulary.opens_annotation(), "opens_annotation")

    # ---- the loop

    def _build(self):
        top = self.top
        embedding, scales = top.int8_weight(top.weights["decoder/embeddings/weight"].astype(np.float32), "emb")
        # Both are kept: a token's row is read at once, and the product gets its matrix packed when the model is loaded.
        rows = top.op("Transpose", [embedding], perm=[1, 0])
        self.projection = embedding, scales
        prompt = top.op("Mod", ["tokens", top.int_scalar(self.sizes.vocabulary)])
        self.is_first_call = top.op("Squeeze", [top.op("Equal", ["offset", top.ints(0)])])
        cross_attention = self._take_cross_attention()
        self.decoder = DecoderPass(self.sizes, self.vocabulary, (rows, scales), cross_attention)
        body = self._body()
        beams = self.search.beams
        start = {
            "phase": top.int_scalar(PROMPT_PHASE),
            "tokens": prompt,
            "offset": "offset",
            "scores": top.constant(np.zeros(beams, np.float32), "start_scores"),
            "texts": top.constant(np.full((beams, LONGEST_TEXT + 1), self.vocabulary.end), "start_texts"),
            "token_scores": top.constant(np.zeros((beams, LONGEST_TEXT + 1), np.float32), "start_token_scores"),
            "best_score": top.float_scalar(WORST),
            "best_text": self.end_text,
            "best_token_scores": self.zero_text,
            "finished": top.int_scalar(0),
            "prompt_attention": top.constant(np.zeros((1, 1, 1, 1), np.float32), "no_attention"),
            "text_attention": top.constant(np.zeros((1, 1, 1, 1), np.float32), "no_attention"),
            "language_logits": top.constant(np.zeros((1, self.vocabulary.size), np.float32), "no_logits"),
            **dict.fromkeys(
                self.caches,
                top.constant(np.zeros((1, self.heads, 0, self.width), np.float32), "empty_cache"),
            ),
        }
        passes = top.op("Where", [self.is_first_call, top.int_scalar(LONGEST_TEXT + 2), top.int_scalar(0)])
        go_on = top.constant(np.array(True), "true")
        ends = top.op("Loop", [passes, go_on, *(start[name] for name in self.state)], len(self.state), body=body)
        readout = Readout(top, self.sizes, self.vocabulary, self.is_first_call, PROMPT, LONGEST_TEXT)
        readout.write(dict(zip(self.state, ends)))

    def _take_cross_attention(self):
        """Attention to the encoder's keys and values, by layer; they are empty in later calls, which only read a token."""
        top = self.top
        taken = top.op("Where", [self.is_first_call, self.positions, top.ints(0)])

        def take(source, layer, axis):
            until = top.op("Concat", [top.ints(layer + 1), taken], axis=0)
            part = top.op("Slice", [source, top.ints(layer, 0), until, top.ints(0, axis)])
            return top.op("Squeeze", [part, top.ints(0)])

        return [
            CrossAttention(
                top, take("n_layer_cross_k", layer, 3), take("n_layer_cross_v", layer, 2), self.heads, self.width, taken
            )
            for layer in range(self.sizes.decoder_layers)
        ]

    def _body(self):
        graph = self.top.nested()
        op, ints = graph.op, graph.ints
        count = op("Shape", [_now("tokens")], start=1, end=2)
        end = op("Add", [_now("offset"), count])
        past = [list(map(_now, names)) for names in (self.keys, self.values)]
        is_prompt = op("Equal", [_now("phase"), graph.int_scalar(PROMPT_PHASE)])
        is_search = op("Equal", [_now("phase"), graph.int_scalar(SEARCH_PHASE)])
        x, *self.new_caches, self.attention = self.decoder.run(
            graph, _now("tokens"), _now("offset"), count, end, *past
        )
        self.count, self.end = count, end
        flat = op("Reshape", [x, ints(-1, self.sizes.channels)])
        rows = self._wanted_rows(graph, flat, is_prompt, is_search)
        self.raw = graph.int8_product(rows, *self.projection)
        search, text = graph.nested(), graph.nested()
        search_branch = search.branch(self._outputs(search, self._search_phase(search)), "search_phase")
        text_branch = text.branch(self._outputs(text, self._text_phase(text)), "text_phase")
        later = graph.nested()
        names = later.op(
            "If", [is_search], 1 + len(self.state), then_branch=search_branch, else_branch=text_branch
        )
        types = [BOOL, *self.state.values()]
        later_branch = later.branch(list(zip(names, types)), "later_phase")
        first = graph.nested()
        first_branch = first.branch(self._outputs(first, self._prompt_phase(first)), "prompt_phase")
        ends = op("If", [is_prompt], len(types), then_branch=first_branch, else_branch=later_branch)
        return helper.make_graph(
            graph.nodes,
            "pass",
            [
                value("pass_number", INT64, []),
                value("pass_condition", BOOL, []),
                *(value(_now(name), kind) for name, kind in self.state.items()),
            ],
            [value(name, kind) for name, kind in zip(ends, types)],
        )

    def _wanted_rows(self, graph, flat, is_prompt, is_search):
        """Hidden states whose logits are needed: all of the prompt's, one per beam in the search, else any one."""
        prompt = graph.nested()
        taken = prompt.op("Identity", [flat])
        later = graph.nested()
        beams = later.int_scalar(self.search.beams)
        until = later.op("Where", [is_search, later.op("Reshape", [beams, later.ints(1)]), later.ints(1)])
        some = later.op("Slice", [flat, later.ints(0), until, later.ints(0)])
        return graph.op(
            "If",
            [is_prompt],
            then_branch=prompt.branch([(taken, FLOAT)], "prompt_rows"),
            else_branch=later.branch([(some, FLOAT)], "later_rows"),
        )

    def _outputs(self, graph, changed):
        """The complete state after a phase; values that are not given stay."""
        types = {"continues": BOOL, **self.state}
        return [
            (changed[name] if name in changed else graph.op("Identity", [_now(name)]), kind)
            for name, kind in types.items()
        ]

    def _prompt_phase(self, graph):
        """Whether there is speech, the logits of the languages, and the first token of every beam."""
        op, ints, number = graph.op, graph.ints, graph.float_scalar
        last_at = op("Sub", [self.count, ints(1)])
        # The row of the prompt's last token; a call for the language has only one row.
        start_at = op("Min", [op("Sub", [self.prompt, ints(1)]), last_at])
        first, last, start = (op("Gather", [self.raw, at], axis=0) for at in (ints(0), last_at, start_at))
        logits = op("Add", [last, self.suppressed])
        likeliest = op("ReduceMax", [op("Softmax", [logits], axis=-1), ints(-1)], keepdims=0)
        no_speech = graph.int_scalar(self.vocabulary.no_speech)
        silence = op("Gather", [op("Softmax", [first], axis=-1), no_speech], axis=1)
        unsure_text = op("Less", [likeliest, number(UNSURE)])
        unsure = op("And", [op("Greater", [silence, number(NO_SPEECH_UNSURE)]), unsure_text])
        token = op("ArgMax", [last], axis=-1, keepdims=0)
        opens = op("Gather", [self.opens_annotation, token], axis=0)
        annotation = op("And", [op("Greater", [silence, number(NO_SPEECH_ANNOTATION)]), opens])
        says_nothing = op("Equal", [op("ArgMax", [logits], axis=-1, keepdims=0), graph.int_scalar(self.vocabulary.end)])
        asks_language = op("Equal", [self.count, ints(1)])
        stops = op("Or", [op("Greater", [silence, number(NO_SPEECH)]), unsure])
        for reason in (annotation, says_nothing, asks_language):
            stops = op("Or", [stops, reason])

        beams = self.search.beams
        scores = op("LogSoftmax", [op("Add", [start, self.allowed_first])], axis=-1)
        best, tokens = op("TopK", [scores, ints(beams)], 2, axis=-1)
        tokens = op("Reshape", [tokens, ints(beams, 1)])
        at_first = op("Equal", [self.columns, graph.int_scalar(0)])
        every_beam = graph.constant(np.zeros(beams, np.int64), "every_beam")
        end = graph.int_scalar(self.vocabulary.end)
        changed = {
            "continues": op("Not", [op("Squeeze", [stops])]),
            "phase": op("Identity", [graph.int_scalar(SEARCH_PHASE)]),
            "tokens": tokens,
            "offset": op("Identity", [self.prompt]),
            "scores": op("Reshape", [best, ints(beams)]),
            "texts": op("Where", [at_first, tokens, end]),
            "token_scores": op("Where", [at_first, op("Reshape", [best, ints(beams, 1)]), number(0.0)]),
            "prompt_attention": self.attention(graph),
            "language_logits": op("Add", [logits, self.languages]),
        }
        names = [self.keys, self.values]
        prompt_names = [self.prompt_keys, self.prompt_values]
        for caches, its_names, its_prompt_names in zip(self.new_caches, names, prompt_names):
            for cache, name, prompt_name in zip(caches, its_names, its_prompt_names):
                own = op("Slice", [cache, ints(0), self.prompt, ints(2)])
                changed[name] = op("Gather", [own, every_beam], axis=0)
                changed[prompt_name] = op("Identity", [cache])
        return changed

    def _search_phase(self, graph):
        """One step: the best continuations of all beams; those that end are candidates for the text."""
        op, ints, scalar, number = graph.op, graph.ints, graph.int_scalar, graph.float_scalar
        beams, search = self.search.beams, self.search
        written = op("Sub", [self.end, self.prompt])  # [1]: tokens of each beam's text
        log_probabilities = op("If", [self.timestamps], **self._followers(graph, written))

        # One more than there are beams, because one of a beam's continuations may be the end token.
        follower_scores, followers = op("TopK", [log_probabilities, ints(beams + 1)], 2, axis=-1)
        all_followers = ints(beams * (beams + 1))
        totals = op("Add", [follower_scores, op("Reshape", [_now("scores"), ints(beams, 1)])])
        totals = op("Reshape", [totals, all_followers])
        followers = op("Reshape", [followers, all_followers])
        follower_scores = op("Reshape", [follower_scores, all_followers])
        ends = op("Equal", [followers, scalar(self.vocabulary.end)])
        kept, kept_at = op("TopK", [op("Where", [ends, number(WORST), totals]), ints(beams)], 2, axis=-1)
        worst_kept = op("ReduceMin", [kept, ints(0)], keepdims=0)
        finishes = op("And", [ends, op("GreaterOrEqual", [totals, worst_kept])])

        length = op("Cast", [op("Add", [written, ints(1)])], to=FLOAT)
        if search.length_penalty != 1.0:
            length = op("Pow", [length, number(search.length_penalty)])
        finished_scores = op("Where", [finishes, op("Div", [totals, length]), number(WORST)])
        best_at = op("ArgMax", [finished_scores], axis=0, keepdims=0)
        best_score = op("ReduceMax", [finished_scores, ints(0)], keepdims=0)
        beam = op("Div", [best_at, scalar(beams + 1)])
        is_better = op("Greater", [best_score, _now("best_score")])
        here = op("Equal", [self.columns, written])
        text = op("Gather", [_now("texts"), beam], axis=0)
        scores = op("Where", [
            op("Squeeze", [here, ints(0)]),
            op("Gather", [follower_scores, best_at], axis=0),
            op("Gather", [_now("token_scores"), beam], axis=0),
        ])  # fmt: skip
        best_text = op("Where", [is_better, text, _now("best_text")])
        best_token_scores = op("Where", [is_better, scores, _now("best_token_scores")])
        finished = op("ReduceSum", [op("Cast", [finishes], to=INT64), ints(0)], keepdims=0)
        finished = op("Add", [_now("finished"), finished])

        parents = op("Div", [kept_at, scalar(beams + 1)])
        column = lambda values: op("Reshape", [op("Gather", [values, kept_at], axis=0), ints(beams, 1)])  # noqa: E731
        tokens, token_scores = column(followers), column(follower_scores)
        texts = op("Where", [here, tokens, op("Gather", [_now("texts"), parents], axis=0)])
        token_scores = op("Where", [here, token_scores, op("Gather", [_now("token_scores"), parents], axis=0)])
        enough = max(1, round(beams * search.patience))
        has_room = op("Less", [op("Squeeze", [op("Add", [written, ints(1)])]), self.longest])
        goes_on = op("And", [op("Less", [finished, scalar(enough)]), has_room])

        next_step = {
            "phase": lambda g: g.op("Identity", [g.int_scalar(SEARCH_PHASE)]),
            "tokens": lambda g: g.op("Identity", [tokens]),
            "offset": lambda g: g.op("Identity", [self.end]),
            "best_text": lambda g: g.op("Identity", [best_text]),
            "best_token_scores": lambda g: g.op("Identity", [best_token_scores]),
        }
        for caches, names in zip(self.new_caches, (self.keys, self.values)):
            for cache, name in zip(caches, names):
                next_step[name] = lambda g, cache=cache: g.op("Gather", [cache, parents], axis=0)
        step = graph.nested()
        step_branch = step.branch([(make(step), self.state[name]) for name, make in next_step.items()], "next_step")
        align = graph.nested()
        chosen = self._choose_text(align, finished, texts, token_scores, best_text, best_token_scores)
        align_branch = align.branch([(chosen[name], self.state[name]) for name in next_step], "align")
        either = op("If", [goes_on], len(next_step), then_branch=step_branch, else_branch=align_branch)
        return {
            "continues": op("Identity", [graph.constant(np.array(True), "true")]),
            "scores": kept,
            "texts": texts,
            "token_scores": token_scores,
            "best_score": op("Max", [best_score, _now("best_score")]),
            "finished": finished,
            **dict(zip(next_step, either)),
        }

    def _followers(self, graph, written):
        """Branches for the log probability of every continuation [beams, vocabulary]: with timestamps, without."""
        timed, plain = graph.nested(), graph.nested()
        scores = follow_timestamps(
            timed, self.raw, self.allowed_with_times, _now("texts"), written, self.columns, self.vocabulary
        )
        plain_scores = plain.op("LogSoftmax", [plain.op("Add", [self.raw, self.allowed])], axis=-1)
        return {
            "then_branch": timed.branch([(scores, FLOAT)], "with_timestamps"),
            "else_branch": plain.branch([(plain_scores, FLOAT)], "without_timestamps"),
        }

    def _choose_text(self, graph, finished, texts, token_scores, best_text, best_token_scores):
        """The best finished text, or the best beam if none is finished; without its timestamps."""
        op, ints, scalar = graph.op, graph.ints, graph.int_scalar
        none = op("Equal", [finished, scalar(0)])
        text = op("Where", [none, op("Gather", [texts, scalar(0)], axis=0), best_text])
        scores = op("Where", [none, op("Gather", [token_scores, scalar(0)], axis=0), best_token_scores])
        is_text = op("Less", [text, scalar(self.vocabulary.end)])
        places = op("Squeeze", [op("NonZero", [is_text]), ints(0)])

        def only_text(values, filler):
            joined = op("Concat", [op("Gather", [values, places], axis=0), filler], axis=0)
            return op("Slice", [joined, ints(0), ints(LONGEST_TEXT + 1), ints(0)])

        text, scores = only_text(text, self.end_text), only_text(scores, self.zero_text)
        length = op("Shape", [places])
        tokens = op("Slice", [text, ints(0), op("Add", [length, ints(1)]), ints(0)])
        chosen = {
            "phase": op("Identity", [scalar(TEXT_PHASE)]),
            "tokens": op("Unsqueeze", [tokens, ints(0)]),
            "offset": op("Identity", [ints(PROMPT)]),
            "best_text": text,
            "best_token_scores": scores,
        }
        for names, prompt_names in ((self.keys, self.prompt_keys), (self.values, self.prompt_values)):
            for name, prompt_name in zip(names, prompt_names):
                chosen[name] = op("Identity", [_now(prompt_name)])
        return chosen

    def _text_phase(self, graph):
        """After the chosen text was run again: its attention, from which the times are computed."""
        return {
            "continues": graph.op("Identity", [graph.constant(np.array(False), "false")]),
            "text_attention": self.attention(graph),
        }

    def save(self, path):
        sizes, any_shape = self.sizes, lambda name: [f"{name}{axis}" for axis in range(4)]
        layers, width = sizes.decoder_layers, self.width
        whole = helper.make_graph(
            self.top.nodes,
            "search_decoder",
            [
                value("tokens", INT64, ["n_audio", "n_tokens"]),
                value("in_n_layer_self_k_cache", FLOAT, any_shape("in_text")),
                value("in_n_layer_self_v_cache", FLOAT, any_shape("in_attention")),
                value("n_layer_cross_k", FLOAT, [layers, self.heads, width, "positions"]),
                value("n_layer_cross_v", FLOAT, [layers, self.heads, "positions", width]),
                value("offset", INT64, [1]),
            ],
            [
                value("logits", FLOAT, ["n_audio", "one", BANDS * sizes.vocabulary]),
                value("out_n_layer_self_k_cache", FLOAT, any_shape("out_text")),
                value("out_n_layer_self_v_cache", FLOAT, any_shape("out_attention")),
                value(
                    "cross_attention_weights",
                    FLOAT,
                    ["n_audio", len(self.vocabulary.alignment_heads), "n_out", "positions"],
                ),
            ],
            list(self.top.constants.values()),
        )
        save_model(whole, path, "parolo", self.vocabulary.metadata(sizes.metadata()))


def _now(name):
    """A state's value at the start of a pass."""
    return "now_" + name
