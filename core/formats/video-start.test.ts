import { describe, expect, test } from 'vitest'
import { frameTimecode, startOfFrame } from '../frames/frame-grid.ts'
import { gridOfVideo, type VideoFrames } from '../frames/video-frames.ts'
import { formats } from './formats.ts'
import { writeStl } from './stl/stl-writer.ts'
import { shiftedDocument } from './shifted-document.ts'
import { documentOf, english } from './testing/sample-document.ts'
import { afterVideoStart } from './video-start.ts'

const pal: VideoFrames = { numerator: 25, denominator: 1, drops: false, firstUs: 143_400, isVariable: false }
const ntsc: VideoFrames = { ...pal, numerator: 30_000, denominator: 1_001, drops: true, firstUs: 21_333 }

/** A caption on frames 2,000 to 2,050 of the video. */
function captioned(frames: VideoFrames) {
  const grid = gridOfVideo(frames)
  if (grid === null) throw new Error('no grid')
  const times = { startMs: startOfFrame(2_000, grid), endMs: startOfFrame(2_050, grid) }
  const cue = { index: 0, ...times, lines: [{ speakerId: null, text: 'One' }], wordIds: [] }
  const document = documentOf([])
  const options = {
    ...english,
    cues: [cue],
    frameRate: frames.numerator / frames.denominator,
    dropFrame: frames.drops,
  }
  return {
    document: { ...document, transcript: { ...document.transcript, frames } },
    options,
    shown: frameTimecode(times.startMs, grid),
  }
}

describe.each([
  ['25', pal],
  ['29.97', ntsc],
])('frames of a video of %s a second that begins after the sound', (_rate, frames) => {
  test('have the timecode in an EDL that the page shows', () => {
    const { document, options, shown } = captioned(frames)
    const { text } = formats.edl.write?.(document, options) ?? { text: '' }
    expect(text).toContain(`V     C        ${shown} `)
    expect(text).toContain('|D:50')
  })

  test('are the same ones where the file is read beside the video again', () => {
    const { document, options } = captioned(frames)
    const { text } = formats.fcpxml.write?.(document, options) ?? { text: '' }
    const read = formats.fcpxml.read?.(text).document ?? expect.unreachable()
    const { marks } = afterVideoStart(read, frames).transcript
    const [cue] = options.cues
    expect(marks.flatMap(({ kind, value }) => (kind.startsWith('cue-') ? [value] : []))).toEqual([
      cue?.startMs,
      cue?.endMs,
    ])
  })

  test('are counted from its first one in Final Cut Pro', () => {
    const { document, options } = captioned(frames)
    const { text } = formats.fcpxml.write?.(document, options) ?? { text: '' }
    const { numerator, denominator } = frames
    expect(text).toContain(
      `offset="${2_000 * denominator}/${numerator}s" duration="${50 * denominator}/${numerator}s"`,
    )
  })
})

test('STL counts from the first frame too, and rounds nothing', () => {
  const { document, options } = captioned(pal)
  const { bytes, losses } = writeStl(document, options)
  expect(Array.from(bytes.subarray(1_024 + 5, 1_024 + 9))).toEqual([0, 1, 20, 0])
  expect(losses.map(({ code }) => code)).not.toContain('time-precision')
})

test('a delay of the file moves captions, not the video', () => {
  const { document, options } = captioned(pal)
  const [cue] = options.cues
  if (cue === undefined) throw new Error('no caption')
  const later = { ...cue, startMs: cue.startMs + 2_000, endMs: cue.endMs + 2_000 }
  const { text } = formats.edl.write?.(shiftedDocument(document, 2_000), { ...options, cues: [later] }) ?? {
    text: '',
  }
  expect(text).toContain('V     C        00:01:22:00 ')
})
