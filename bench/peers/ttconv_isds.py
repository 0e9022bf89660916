"""Reads timed text with ttconv, for `npm run bench -- --timed-text`.

Reads one JSON list from stdin: [{"name", "kind": "ttml" | "stl", "base64"}]. Writes one JSON line a file: {"name",
"shown": [[ms, text]]}, the text that is shown from each time on, or {"name", "error"}.
"""

import base64
import io
import json
import logging
import sys
import xml.etree.ElementTree as ElementTree

from ttconv import model
from ttconv.imsc import reader as imsc_reader
from ttconv.isd import ISD
from ttconv.stl import reader as stl_reader

logging.disable(logging.CRITICAL)


def text_of(element):
    if isinstance(element, model.Text):
        return element.get_text()
    if isinstance(element, model.Br):
        return "\n"
    text = "".join(text_of(child) for child in element)
    return text + "\n" if isinstance(element, model.P) else text


def read(file):
    content = base64.b64decode(file["base64"])
    if file["kind"] == "stl":
        return stl_reader.to_model(io.BytesIO(content))
    return imsc_reader.to_model(ElementTree.ElementTree(ElementTree.fromstring(content)))


def main():
    for file in json.load(sys.stdin):
        try:
            documents = ISD.generate_isd_sequence(read(file))
            shown = [
                [float(time) * 1000, "".join(text_of(region) for region in isd.iter_regions())]
                for time, isd in documents
            ]
            print(json.dumps({"name": file["name"], "shown": shown}), flush=True)
        except Exception as error:  # noqa: BLE001
            # Of any type: ttconv has no type of its own for what it cannot read.
            print(json.dumps({"name": file["name"], "error": repr(error)}), flush=True)


main()
