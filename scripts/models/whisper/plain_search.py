"""A plain version of the beam search in search_decoder.py: step by step over the step decoder.

Written independently of the graph, so that a mistake in either is detected. Timestamp rules: OpenAI's
whisper/decoding.py. All beams go through one call, because int8 matrices round by the largest value in a call:
separately they would round differently.
"""

from dataclasses import dataclass

import numpy as np

from search_decoder import BLANK, LATEST_START, LONGEST_TEXT
from step_decoder import suppressed_logits

NEVER = -1e30
CACHE_LENGTH = 448
WINDOW = 1500
CHANNELS = 512


@dataclass
class Beam:
    tokens: list
    scores: list

    @property
    def total(self):
        return sum(self.scores)


class PlainSearch:
    """`session`: an ONNX Runtime session of the step decoder; `keys`, `values`: the encoder's outputs."""

    def __init__(self, session, vocabulary, keys, values, search):
        self.session, self.vocabulary, self.search = session, vocabulary, search
        self.cross = {"n_layer_cross_k": keys, "n_layer_cross_v": values}
        # True for a whole window of 30 s.
        self.timestamps = keys.shape[-1] == WINDOW
        self.empty = np.zeros((keys.shape[0], 1, CACHE_LENGTH, CHANNELS), np.float32)

    def _step(self, tokens, offset, caches):
        """For tokens [rows, n]: logits [rows, n, vocabulary], the caches, the alignment attention."""
        past_keys, past_values = caches or (self.empty, self.empty)
        _, logits, new_keys, new_values, attention = self.session.run(None, {
            "tokens": np.array(tokens, np.int64),
            "in_n_layer_self_k_cache": past_keys,
            "in_n_layer_self_v_cache": past_values,
            "offset": np.array([offset], np.int64),
            **self.cross,
        })  # fmt: skip
        return logits.astype(np.float64), (new_keys, new_values), attention

    def _allowed(self, logits, text):
        vocabulary = self.vocabulary
        first = vocabulary.first_timestamp
        logits = logits + suppressed_logits(vocabulary)
        if not self.timestamps:
            logits[vocabulary.end + 1 :] = NEVER
            if not text:
                logits[[vocabulary.end, BLANK]] = NEVER
            return logits
        logits[vocabulary.end + 1 : first] = NEVER
        if not text:
            logits[:first] = NEVER
            logits[first + LATEST_START + 1 :] = NEVER
            return logits
        times = [token for token in text if token >= first]
        last_is_time = text[-1] >= first
        pair_is_whole = len(text) < 2 or text[-2] >= first
        if last_is_time and pair_is_whole:
            logits[first:] = NEVER
        elif last_is_time:
            logits[: vocabulary.end] = NEVER
        earliest = times[-1] if last_is_time and not pair_is_whole else times[-1] + 1
        logits[first:earliest] = NEVER
        return logits

    def _log_probabilities(self, logits, text):
        first = self.vocabulary.first_timestamp
        scores = _log_softmax(self._allowed(logits, text))
        if self.timestamps and text and _log_sum(scores[first:]) > scores[:first].max():
            scores[:first] = NEVER
            scores = _log_softmax(scores)
        return scores

    def run(self, prompt):
        """Tokens of the text, their log probabilities and alignment attention. `prompt`: sherpa's four tokens."""
        wanted, end = self.search.beams, self.vocabulary.end
        # With timestamps it starts after the prompt without its last token, which means "no timestamps".
        start = len(prompt) - 1 if self.timestamps else len(prompt)
        logits, caches, _ = self._step([prompt], 0, None)
        scores = self._log_probabilities(logits[0, start - 1], [])
        beams = [Beam([int(token)], [scores[token]]) for token in _best(scores, wanted)]
        caches = _rows(caches, [0] * wanted)
        finished = []
        while len(finished) < wanted and len(beams[0].tokens) < LONGEST_TEXT:
            offset = start + len(beams[0].tokens) - 1
            logits, caches, _ = self._step([[beam.tokens[-1]] for beam in beams], offset, caches)
            followers = []
            for row, beam in enumerate(beams):
                scores = self._log_probabilities(logits[row, -1], beam.tokens)
                for token in _best(scores, wanted + 1):
                    followers.append((beam.total + scores[token], row, int(token), scores[token]))
            followers.sort(key=lambda follower: -follower[0])
            kept = [follower for follower in followers if follower[2] != end][:wanted]
            for total, row, token, _ in followers:
                if token == end and total >= kept[-1][0]:
                    length = (len(beams[row].tokens) + 1) ** self.search.length_penalty
                    finished.append((total / length, beams[row]))
            caches = _rows(caches, [row for _, row, _, _ in kept])
            beams = [
                Beam([*beams[row].tokens, token], [*beams[row].scores, score]) for _, row, token, score in kept
            ]
        best = max(finished, key=lambda one: one[0])[1] if finished else beams[0]
        text = [(token, score) for token, score in zip(best.tokens, best.scores) if token < end]
        return text, self._alignment(prompt, [token for token, _ in text])

    def _alignment(self, prompt, text):
        """Attention [heads, prompt + text, positions] of the text after the whole prompt."""
        _, caches, of_prompt = self._step([prompt], 0, None)
        _, _, of_text = self._step([[*text, self.vocabulary.end]], len(prompt), caches)
        return np.concatenate([of_prompt[0], of_text[0][:, : len(text)]], axis=1)


def _rows(caches, rows):
    return tuple(cache[:, rows] for cache in caches)


def _best(scores, count):
    return np.argsort(-scores, kind="stable")[:count]


def _log_sum(values):
    top = values.max()
    return top + np.log(np.exp(values - top).sum())


def _log_softmax(logits):
    return logits - _log_sum(logits)
