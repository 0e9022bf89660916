"""Transcribes recordings with faster-whisper, for `npm run bench -- --peers`.

Reads one JSON object from stdin: {"model": folder, "threads": n, "wordTimes": bool,
"jobs": [{"name", "path", "language"}]}. Writes one JSON line a recording:
{"name", "text", "words": [[text, start seconds]]}.
"""

import json
import os
import sys

# This file has the package's name: its own folder must not be looked into first.
sys.path.pop(0)
# The model is a folder here: nothing is to be asked of anybody.
os.environ["HF_HUB_OFFLINE"] = "1"

from faster_whisper import WhisperModel  # noqa: E402


def say(line):
    print(json.dumps(line), flush=True)


def main():
    task = json.load(sys.stdin)
    model = WhisperModel(
        task["model"], device="cpu", compute_type="int8", cpu_threads=task["threads"], local_files_only=True
    )
    for job in task["jobs"]:
        segments, _ = model.transcribe(
            job["path"],
            language=job["language"],
            beam_size=5,
            vad_filter=True,
            word_timestamps=task["wordTimes"],
        )
        # The segments are made while they are read.
        segments = list(segments)
        words = [[word.word, word.start] for segment in segments for word in segment.words or []]
        say(
            {
                "name": job["name"],
                "text": "".join(segment.text for segment in segments),
                "words": words,
            }
        )


main()
