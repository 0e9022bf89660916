"""Reads lists of a cut with OpenTimelineIO and pycmx, for `npm run bench -- --timed-text`.

Reads one JSON list from stdin: [{"name", "reader", "list", "text", "fps"}]. Writes one JSON line a file: {"name",
"tracks": [{"kind", "clips": [[start, end, place in the cut]]}]}, in frames or samples, or {"name", "error"}.
"""

import io
import json
import logging
import sys
from fractions import Fraction

import opentimelineio as otio
import pycmx

logging.disable(logging.CRITICAL)

ADAPTERS = {"cut-otio": "otio_json", "cut-edl": "cmx_3600", "cut-fcpxml": "fcpx_xml"}


def round_frames():
    """The adapter for FCPXML cuts off what it has computed as floating-point numbers: 178.99999999999997 is 179 frames."""
    adapter = otio.adapters.from_name("fcpx_xml").module()

    def frames_of(time, fps):
        return 0 if time is None else round(Fraction(time.rstrip("s")) * fps)

    def number_of_frames(self, time, format_id):
        total, rate = map(int, self._format_frame_duration(format_id))
        return frames_of(time, Fraction(rate, total))

    adapter.to_rational_time = lambda time, fps: otio.opentime.RationalTime(frames_of(time, int(fps)), int(fps))
    adapter.FcpxXml._number_of_frames = number_of_frames


def with_otio(file):
    options = {"rate": file["fps"]} if file["list"] == "cut-edl" else {}
    found = otio.adapters.read_from_string(file["text"], ADAPTERS[file["list"]], **options)
    timeline = found if isinstance(found, otio.schema.Timeline) else next(iter(found.find_children(descended_from_type=otio.schema.Timeline)))
    for track in timeline.tracks:
        clips = []
        for clip in track.find_clips():
            start = clip.source_range.start_time
            length = clip.source_range.duration.rescaled_to(start.rate)
            place = clip.range_in_parent().start_time.rescaled_to(start.rate)
            clips.append([round(start.value, 6), round(start.value + length.value, 6), round(place.value, 6)])
        if clips:
            yield {"kind": track.kind, "clips": clips}


def frames(code, fps):
    return round(otio.opentime.from_timecode(code, fps).value)


def with_pycmx(file):
    clips = [
        [frames(code, file["fps"]) for code in (edit.source_in, edit.source_out, edit.record_in)]
        for event in pycmx.parse_cmx3600(io.StringIO(file["text"])).events
        for edit in event.edits
    ]
    yield {"kind": "Audio", "clips": clips}


READERS = {"opentimelineio": with_otio, "pycmx": with_pycmx}

round_frames()
for file in json.load(sys.stdin):
    try:
        print(json.dumps({"name": file["name"], "tracks": list(READERS[file["reader"]](file))}), flush=True)
    except Exception as error:  # noqa: BLE001
        # Of any type: they have several for what they cannot read.
        print(json.dumps({"name": file["name"], "error": repr(error)}), flush=True)
