"""Reads captions with pysubs2 and webvtt-py, for `npm run bench -- --timed-text`.

Reads one JSON list from stdin: [{"name", "reader": "pysubs2" | "webvtt-py", "format", "text"}]. Writes one JSON line a
file: {"name", "reader", "cues": [[startMs, endMs, text, italics]]}, the text with its line ends and its letters in
italics alone, or {"name", "reader", "error"}.
"""

import html
import io
import json
import re
import sys

import pysubs2
import webvtt
from pysubs2.formats.substation import parse_tags


def with_pysubs2(file):
    subs = pysubs2.SSAFile.from_string(file["text"], format_=file["format"])
    for event in subs.events:
        style = subs.styles.get(event.style, pysubs2.SSAStyle.DEFAULT_STYLE)
        fragments = parse_tags(event.text, style, subs.styles)
        italics = "".join(text for text, style in fragments if style.italic)
        yield [event.start, event.end, event.plaintext, italics.replace("\\N", "\n").replace("\\h", " ")]


def with_webvtt(file):
    for caption in webvtt.from_buffer(io.StringIO(file["text"]), format=file["format"]):
        found = re.findall(r"<i>(.*?)</i>", caption.raw_text, re.DOTALL)
        italics = re.sub(r"<[^>]*>", "", "".join(found))
        times = [caption.start_time.in_milliseconds(), caption.end_time.in_milliseconds()]
        # Its text is without tags, which SBV does not have.
        yield [*times, caption.raw_text if file["format"] == "sbv" else caption.text, italics]


readers = {"pysubs2": with_pysubs2, "webvtt-py": with_webvtt}


def plain(text, format):
    """What both leave to their callers: entities of WebVTT, positions of SRT."""
    if format == "vtt":
        return html.unescape(text)
    return re.sub(r"^\{\\an\d\}", "", text) if format == "srt" else text


def cues_of(file):
    for start, end, text, italics in readers[file["reader"]](file):
        yield [start, end, plain(text, file["format"]), plain(italics, file["format"])]


def main():
    for file in json.load(sys.stdin):
        known = {"name": file["name"], "reader": file["reader"]}
        try:
            print(json.dumps({**known, "cues": list(cues_of(file))}), flush=True)
        except Exception as error:  # noqa: BLE001
            # Of any type: they have several for what they cannot read.
            print(json.dumps({**known, "error": repr(error)}), flush=True)


main()
