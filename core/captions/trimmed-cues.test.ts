import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { DocumentWithExtras } from '../formats/format.ts'
import { documentCues } from '../formats/document-cues.ts'
import { shiftedDocument } from '../formats/shifted-document.ts'
import { isOnFrame } from '../frames/frame-grid.ts'
import { gridOfVideo, videoOfRate } from '../frames/video-frames.ts'
import { documentOf, english, sampleDocument } from '../formats/testing/sample-document.ts'
import { redactedDocument } from '../redaction/redacted-document.ts'
import { trimmedDocument } from '../trim/trimmed-document.ts'
import type { TimeSpan } from '../transcript/time-span.ts'
import { CueParts } from './cue-parts.ts'
import { type Cue, makeCues } from './cues.ts'
import { presetFor } from './presets/netflix.ts'
import { rulesOf } from './presets/transcript-rules.ts'
import { randomMarks } from './testing/random-marks.ts'
import { randomParagraphs } from './testing/random-transcript.ts'

const rules = presetFor('en')
const document = sampleDocument('resources/samples/conversation-en.json')

/** As the page makes them: from the whole text, in parts. */
function pageCues({ transcript, recording: { durationMs } }: DocumentWithExtras, part: TimeSpan): Cue[] {
  const steps = new CueParts().update(transcript, rules, { durationMs, language: 'en', part })
  for (;;) {
    const step = steps.next()
    if (step.done === true) return step.value
  }
}

const fileCues = (whole: DocumentWithExtras, part: TimeSpan): readonly Cue[] =>
  documentCues(redactedDocument(trimmedDocument(whole, part)), { ...english, rules })

const shown = (cues: readonly Cue[]): unknown[] =>
  cues.map(({ startMs, endMs, lines, position }) => ({ startMs, endMs, lines, position }))

const isInside = (cues: readonly Cue[], { startMs, endMs }: TimeSpan): boolean =>
  cues.every((cue) => cue.startMs >= startMs && cue.endMs <= endMs && cue.endMs > cue.startMs)

describe('the captions of a trimmed recording', () => {
  const cut = makeCues(document.transcript, rules, { durationMs: 60_000, language: 'en' })[4]!
  const part = { startMs: Math.round((cut.startMs + cut.endMs) / 2), endMs: 30_000 }

  test('cut through a caption: the page has the words and times of the file, inside the kept part', () => {
    const page = pageCues(document, part)
    expect(shown(page)).toEqual(shown(fileCues(document, part)))
    expect(page.length).toBeGreaterThan(3)
    expect(isInside(page, part)).toBe(true)
    const words = page[0]?.lines.map(({ text }) => text).join(' ') ?? ''
    expect(cut.lines.map(({ text }) => text).join(' ')).not.toBe(words)
  })

  test('so is one whose times are set', () => {
    const on = (id: string | undefined) => ({ fromWordId: id ?? '', toWordId: id ?? '' })
    const last = document.transcript.paragraphs
      .flatMap(({ words }) => words)
      .find(({ startMs }) => startMs > part.startMs)
    const marks = [
      { id: 's', kind: 'cue-start' as const, ...on(last?.id), value: part.startMs - 900 },
      { id: 'e', kind: 'cue-end' as const, ...on(last?.id), value: part.startMs + 900 },
    ]
    const marked = { ...document, transcript: { ...document.transcript, marks } }
    const page = pageCues(marked, part)
    expect(page.find(({ isFixed }) => isFixed)).toMatchObject(
      part.startMs > 0 ? { startMs: part.startMs } : {},
    )
    expect(shown(page)).toEqual(shown(fileCues(marked, part)))
  })

  test('at the border of a video’s part they begin and end with a frame inside it', () => {
    const frames = videoOfRate(23.976)
    const grid = gridOfVideo(frames) ?? expect.unreachable()
    const film = { ...document, transcript: { ...document.transcript, frames } }
    const onFrames = rulesOf(film.transcript)
    expect(onFrames.frames).toEqual(grid)
    const spoken = document.transcript.paragraphs.flatMap(({ words }) => words)
    const within = (at: number): number => ((spoken[at]?.startMs ?? 0) + (spoken[at]?.endMs ?? 0)) / 2
    for (let at = 8; at < 60; at += 3) {
      const border = { startMs: Math.round(within(at)) - 20, endMs: Math.round(within(at + 24)) + 20 }
      const options = { durationMs: 60_000, language: 'en', part: border }
      const page = makeCues(film.transcript, onFrames, options)
      expect(isInside(page, border)).toBe(true)
      const edges = page.flatMap(({ startMs, endMs }) => [startMs, endMs])
      expect(edges.filter((ms) => !isOnFrame(ms, grid))).toEqual([])
      const trimmed = trimmedDocument(film, border)
      expect(shown(documentCues(trimmed, english))).toEqual(shown(page))
      const ofPart = documentCues(shiftedDocument(trimmed, -border.startMs), english)
      expect(ofPart.map((cue) => [cue.startMs + border.startMs, cue.endMs + border.startMs])).toEqual(
        page.map(({ startMs, endMs }) => [startMs, endMs]),
      )
    }
  })

  test('a film of the part counts from its start', () => {
    const trimmed = trimmedDocument(document, part)
    const film = documentCues(shiftedDocument(trimmed, -part.startMs), { ...english, rules })
    expect(film.map(({ startMs, endMs }) => [startMs + part.startMs, endMs + part.startMs])).toEqual(
      fileCues(document, part).map(({ startMs, endMs }) => [startMs, endMs]),
    )
  })
})

test('for any text, marks and part: the page’s captions are those of files, inside the part', () => {
  fc.assert(
    fc.property(
      randomParagraphs.chain((paragraphs) => fc.tuple(fc.constant(paragraphs), randomMarks(paragraphs))),
      fc.nat(40_000),
      fc.integer({ min: 1, max: 40_000 }),
      ([paragraphs, marks], startMs, lengthMs) => {
        const random = documentOf(paragraphs, marks)
        const whole = { ...random, recording: { ...random.recording, durationMs: 10_000_000 } }
        const part = { startMs, endMs: startMs + lengthMs }
        const page = pageCues(whole, part)
        expect(shown(page)).toEqual(shown(fileCues(whole, part)))
        expect(isInside(page, part)).toBe(true)
      },
    ),
    { numRuns: 200 },
  )
})
