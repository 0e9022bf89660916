import { expect, test } from 'vitest'
import { makeCues } from '../captions/cues.ts'
import { presetFor } from '../captions/presets/netflix.ts'
import { framesLater } from '../frames/frame-grid.ts'
import { frameRateOf } from '../frames/timecode.ts'
import { gridOfVideo, videoOfRate } from '../frames/video-frames.ts'
import { storedTiming, withCaptionTiming } from '../transcript/caption-timing.ts'
import { lint } from '../transcript/lint.ts'
import { movedBack, movedBy, movedTime, stretchedBy } from '../transcript/time-map.ts'
import type { DocumentWithExtras } from './format.ts'
import { documentCues } from './document-cues.ts'
import { formats } from './formats.ts'
import { retimedDocument } from './retimed-document.ts'
import { shiftedDocument } from './shifted-document.ts'
import { cuesRead } from './testing/round-trip.ts'
import { english, sampleDocument } from './testing/sample-document.ts'

const document = sampleDocument('resources/samples/conversation-fr.json')

test('words, former words, turns and marks move alike, and come back', () => {
  const [first, ...others] = document.transcript.paragraphs
  const [word, ...rest] = first!.words
  const former = { ...word!, id: 'former', text: 'Avant' }
  const changed = {
    ...document,
    transcript: {
      ...document.transcript,
      paragraphs: [{ ...first!, words: [{ ...word!, was: [former] }, ...rest] }, ...others],
    },
  }
  const moved = retimedDocument(changed, movedBy(5_000))
  const movedWord = moved.transcript.paragraphs[0]!.words[0]!
  expect(movedWord.startMs).toBe(word!.startMs + 5_000)
  expect(movedWord.was?.[0]?.startMs).toBe(former.startMs + 5_000)
  expect(moved.transcript.turns[0]?.startMs).toBe((document.transcript.turns[0]?.startMs ?? 0) + 5_000)
  const { captionsFrom, ...back } = retimedDocument(moved, movedBack(movedBy(5_000)))
  expect(back).toEqual(changed)
  expect(captionsFrom?.paragraphs).toEqual(changed.transcript.paragraphs)
  expect(captionsFrom?.captionTiming).toBeUndefined()
})

test('captions that the rules cut are the same ones at another rate, as on the page', () => {
  const options = { ...english, rules: presetFor('fr') }
  const cues = documentCues(document, options)
  for (const [from, to] of [
    [23.976, 25],
    [25, 23.976],
  ] as const) {
    const map = stretchedBy(frameRateOf(from), frameRateOf(to))
    const moved = documentCues(retimedDocument(document, map), options)
    expect(moved.map(({ lines, wordIds }) => ({ lines, wordIds }))).toEqual(
      cues.map(({ lines, wordIds }) => ({ lines, wordIds })),
    )
    expect(moved.map(({ startMs }) => startMs)).toEqual(cues.map(({ startMs }) => movedTime(startMs, map)))
    const transcript = withCaptionTiming(document.transcript, storedTiming(map))
    const { durationMs } = document.recording
    expect(makeCues(transcript, options.rules, { durationMs, language: 'fr' })).toEqual(moved)
  }
})

test('a .parolo.json of a moved document is read with the same captions, also where the start of the film cuts them', () => {
  for (const map of [stretchedBy(frameRateOf(60), frameRateOf(23.976)), movedBy(-9_000), movedBy(4_000)]) {
    const moved = retimedDocument(document, map)
    const { text } = formats.json.write?.(moved, english) ?? expect.unreachable()
    const read = formats.json.read?.(text).document ?? expect.unreachable()
    const lines = (given: DocumentWithExtras) => documentCues(given, english).map((cue) => cue.lines)
    expect(lines(read)).toEqual(lines(moved))
    const faults = lint(read.transcript, read.recording.durationMs).map(({ rule }) => rule)
    expect(faults.filter((rule) => rule.startsWith('mark'))).toEqual([])
    // Only captions that would be others have marks.
    expect(read.transcript.marks.length > 0).toBe(map.ratio !== 1 || map.offsetMs < 0)
  }
})

test('the captions of a film, which lie on its frames, lie on none at another rate: the other film is not known', () => {
  const frames = videoOfRate(25)
  const grid = gridOfVideo(frames) ?? expect.unreachable()
  const film = { ...document, transcript: { ...document.transcript, frames } }
  const cues = documentCues(film, english)
  const map = stretchedBy(frameRateOf(25), frameRateOf(23.976))
  const stretched = documentCues(retimedDocument(film, map), english)
  expect(stretched.map(({ startMs }) => startMs)).toEqual(cues.map(({ startMs }) => movedTime(startMs, map)))
  // Later by an amount they are in the same film: half a frame is rounded up.
  const later = documentCues(retimedDocument(film, movedBy(1_500)), english)
  expect(later.map(({ startMs, endMs }) => [startMs, endMs])).toEqual(
    cues.map(({ startMs, endMs }) => [framesLater(startMs, 38, grid), framesLater(endMs, 38, grid)]),
  )
  // Captions that are moved, and delayed by as much the other way, are where their words are.
  const moved = { ...document, transcript: withCaptionTiming(document.transcript, { offsetMs: 6, ratio: 1 }) }
  const back = documentCues(shiftedDocument(moved, -6), english)
  expect(back.map(({ startMs }) => startMs)).toEqual(
    documentCues(document, english).map(({ startMs }) => startMs),
  )
  // A delay is one of the film too.
  const delayed = documentCues(shiftedDocument(film, 1_510), english)
  expect(delayed.map(({ startMs, endMs }) => [startMs - 1_510, endMs - 1_510])).toEqual(
    cues.map(({ startMs, endMs }) => [startMs, endMs]),
  )
})

test('the captions of a file keep their lines in another rate, and the document stays valid', () => {
  const srt = '1\n00:00:10,000 --> 00:00:12,000\nOne\ntwo\n\n2\n01:00:00,000 --> 01:00:01,000\nThree\n'
  const read = formats.srt.read?.(srt).document ?? expect.unreachable()
  const moved = retimedDocument(read, stretchedBy(frameRateOf(25), frameRateOf(23.976)))
  const cues = cuesRead(moved).map(({ startMs, endMs, lines }) => [startMs, endMs, lines.length])
  expect(cues).toEqual([
    [10_427, 12_513, 2],
    [3_753_750, 3_754_793, 1],
  ])
  expect(lint(moved.transcript)).toEqual([])
})
