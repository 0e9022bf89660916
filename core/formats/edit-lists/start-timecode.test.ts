import { expect, test } from 'vitest'
import { formats } from '../formats.ts'
import { documentOf, english } from '../testing/sample-document.ts'

const cue = { index: 0, startMs: 1_000, endMs: 2_000, lines: [{ speakerId: null, text: 'One' }], wordIds: [] }
const written = (format: 'edl' | 'fcpxml' | 'ttml', startTimecode: string, frameRate = 25): string =>
  formats[format].write?.(documentOf([]), { ...english, cues: [cue], startTimecode, frameRate }).text ?? ''

test('markers of an EDL count from the start timecode, with dropped frames too', () => {
  expect(written('edl', '10:00:00:00')).toContain('V     C        10:00:01:00 10:00:01:01')
  expect(written('edl', '01:00:00;00', 29.97)).toContain('01:00:01;00 01:00:01;01')
})

test('timecodes of an EDL go on from 0 at midnight, as tapes and edit programs do', () => {
  expect(written('edl', '23:59:59:00')).toContain('V     C        00:00:00:00 00:00:00:01')
})

test('a sequence of Final Cut Pro begins at it, and its captions stay where they are in it', () => {
  const text = written('fcpxml', '01:00:00:00')
  expect(text).toContain('tcStart="90000/25s"')
  expect(text).toContain('<gap name="Gap" offset="90000/25s" start="0s"')
  expect(text).toContain('offset="25/25s" duration="25/25s"')
  expect(written('fcpxml', '')).toContain('<gap name="Gap" offset="0s" start="0s"')
})

test('TTML has times of the clock, so that seconds stay seconds at 23.976', () => {
  expect(written('ttml', '10:00:00:00')).toContain('begin="10:00:01.000" end="10:00:02.000"')
  expect(written('ttml', '10:00:00:12', 23.976)).toContain('begin="10:00:01.500" end="10:00:02.500"')
})
