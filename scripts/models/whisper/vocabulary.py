"""Whisper's vocabulary, and the tokens.txt that sherpa-onnx reads."""

import base64
import json

import numpy as np

BANDS = 4
"""Number of confidence bands: 0 is the most confident, 3 the least. A token of band b has the id `size * b + token`."""
BAND_THRESHOLDS = (0.8, 0.5, 0.25)
"""A token is in band b if its probability is below b of these."""

# Detected without a penalty, because Whisper performs well on them: close to the list in OpenAI's speech-to-text guide.
DETECTABLE = (
    "af ar hy az be bs bg ca zh hr cs da nl en et fi fr gl de el he hi hu is id it ja kn kk ko lv lt mk ms mr ne no "
    "fa pl pt ro ru sr sk sl es sw sv tl ta th tr uk ur vi"
).split()


def _byte_of_character():
    """The inverse of GPT-2's mapping of bytes to printable characters."""
    printable = [*range(33, 127), *range(161, 173), *range(174, 256)]
    table, extra = {chr(byte): byte for byte in printable}, 256
    for byte in range(256):
        if byte not in printable:
            table[chr(extra)] = byte
            extra += 1
    return table


class Vocabulary:
    """`folder` contains vocabulary.json, tokenizer.json and config.json."""

    def __init__(self, folder):
        self.texts = json.load(open(f"{folder}/vocabulary.json"))
        tokenizer = json.load(open(f"{folder}/tokenizer.json"))
        config = json.load(open(f"{folder}/config.json"))
        special = {token["content"]: token["id"] for token in tokenizer["added_tokens"]}
        self.size = len(self.texts)
        self.end = special["<|endoftext|>"]
        self.start = special["<|startoftranscript|>"]
        self.transcribe = special["<|transcribe|>"]
        self.translate = special["<|translate|>"]
        self.no_timestamps = special["<|notimestamps|>"]
        self.first_timestamp = self.no_timestamps + 1
        self.no_speech = special.get("<|nospeech|>", special.get("<|nocaptions|>"))
        self.start_of_previous = special["<|startofprev|>"]
        self.start_of_lm = special["<|startoflm|>"]
        first_task = min(self.translate, self.transcribe)
        languages = [(text.strip("<|>"), token) for text, token in special.items() if self.start < token < first_task]
        self.languages = sorted(languages, key=lambda language: language[1])
        self.suppressed = config["suppress_ids"]
        self.alignment_heads = [tuple(head) for head in config["alignment_heads"]]
        self._byte_of = _byte_of_character()

    def bytes_of(self, token):
        return bytes(self._byte_of[character] for character in self.texts[token])

    def opens_annotation(self):
        """Whether each token begins a note such as "(music)" or "♪", as bools."""
        opens = np.zeros(self.size, np.bool_)
        for token in self.suppressed:
            if token < self.end:
                text = self.bytes_of(token).decode("utf-8", "ignore").strip()
                opens[token] = bool(text) and text[0] in "([*{<♩♪♫♬♭♮♯"
        for token in range(self.end):
            # The first bytes of ♪, which is encoded as several tokens.
            if self.bytes_of(token).strip()[:2] == b"\xe2\x99":
                opens[token] = True
        return opens

    def write_tokens(self, path):
        """Every token in every band; whole characters of a band over 0 end in U+E000 + band."""
        with open(path, "w") as file:
            for band in range(BANDS):
                for token in range(self.end):
                    raw = self.bytes_of(token)
                    if not raw:
                        continue
                    mark = chr(0xE000 + band).encode() if band > 0 and _is_text(raw) else b""
                    file.write(f"{base64.b64encode(raw + mark).decode()} {band * self.size + token}\n")

    def metadata(self, sizes):
        """The metadata that sherpa-onnx reads from both models. `sizes`: numbers of layers, heads and channels."""
        return {
            "model_type": "whisper-base",
            "version": "1",
            "maintainer": "k2-fsa",
            **sizes,
            "sot_sequence": f"{self.start},{self.languages[0][1]},{self.transcribe}",
            "all_language_tokens": ",".join(str(token) for _, token in self.languages),
            "all_language_codes": ",".join(code for code, _ in self.languages),
            "sot": self.start,
            "sot_index": 0,
            "eot": self.end,
            "blank_id": 220,
            "is_multilingual": 1,
            "no_speech": self.no_speech,
            "non_speech_tokens": ",".join(str(token) for token in self.suppressed if token < self.end),
            "transcribe": self.transcribe,
            "translate": self.translate,
            "sot_prev": self.start_of_previous,
            "sot_lm": self.start_of_lm,
            # sherpa treats all ids up to this one as text tokens.
            "no_timestamps": (BANDS - 1) * self.size + self.no_timestamps,
            "n_alignment_heads": len(self.alignment_heads),
        }


def _is_text(raw):
    try:
        raw.decode()
        return True
    except UnicodeDecodeError:
        return False
