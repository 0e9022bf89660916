import { expect, it } from 'vitest'
import { spoken } from '../captions/testing/spoken.ts'
import { documentOf } from '../formats/testing/sample-document.ts'
import { clipAss } from './clip-ass.ts'
import { type ClipChoices, usualClip, usualPicture } from './clip-choices.ts'
import { clipDrawing } from './clip-drawing.ts'
import { clipDocument, clipTime, keptOfClip } from './clip-kept.ts'
import { quoteOf } from './quote.ts'
import { sentenceEdges, snapped, wholeSentences } from './snap-to-sentences.ts'
import { clipLayout, fittedBox } from './clip-layout.ts'
import { waveBars } from './wave-bars.ts'

const choices: ClipChoices = {
  ...usualClip,
  shape: '9:16',
  picture: 'wave',
  title: true,
  names: true,
  highlight: true,
}
const whole = { rate: 1_000, lengthSamples: 20_000, spans: [{ startSample: 0, endSample: 20_000 }] }
const talk = documentOf(
  spoken([
    ['A', 1_000, 3_000, 'So you had forty people.'],
    ['B', 4_000, 8_000, 'One iron, and it was mine.'],
    ['A', 9_000, 12_000, 'And the toaster?'],
  ]),
)
const named = {
  ...talk,
  recording: {
    ...talk.recording,
    title: 'Mending things 14: the repair café and everything else',
    durationMs: 20_000,
  },
  transcript: {
    ...talk.transcript,
    speakers: talk.transcript.speakers.map((speaker, index) => ({
      ...speaker,
      name: ['Nora', null][index] ?? null,
    })),
  },
}

it('a clip has what is kept of its span, in its own time', () => {
  const cut = {
    ...whole,
    spans: [
      { startSample: 0, endSample: 5_000 },
      { startSample: 6_000, endSample: 20_000 },
    ],
  }
  const kept = keptOfClip(cut, { startMs: 4_500, endMs: 9_500 })
  expect(kept.spans).toEqual([
    { startSample: 4_500, endSample: 5_000 },
    { startSample: 6_000, endSample: 9_500 },
  ])
  expect(keptOfClip(cut, { startMs: 5_100, endMs: 5_900 }).spans).toEqual([])
  const { recording, transcript } = clipDocument(named, kept, true)
  expect(recording.durationMs).toBe(4_000)
  const words = transcript.paragraphs.flatMap((paragraph) => paragraph.words)
  expect(words.map(({ text }) => text).join(' ')).toContain('mine.')
  for (const word of words) expect(word.endMs).toBeLessThanOrEqual(4_000)
})

it('marks of cuts count only where the cut is asked for', () => {
  const [, second] = named.transcript.paragraphs
  const id = second?.words[0]?.id ?? ''
  const mark = { id: 'm', kind: 'cut', fromWordId: id, toWordId: id, value: { reason: 'person' } } as const
  const marked = { ...named, transcript: { ...named.transcript, marks: [mark] } }
  const kept = keptOfClip(whole, { startMs: 4_000, endMs: 8_000 })
  const textOf = (isCut: boolean): string =>
    clipDocument(marked, kept, isCut)
      .transcript.paragraphs.flatMap(({ words }) => words.map(({ text }) => text))
      .join(' ')
  expect(textOf(false)).toBe('One iron, and it was mine.')
  expect(textOf(true)).toBe('Iron, and it was mine.')
})

it('bars are as high as the sound, and flat where it is silent', () => {
  const levels = Array.from({ length: 20 }, (_, second) => (second === 7 ? 200 : 100))
  const loudness = { grainMs: 1_000, levels }
  const kept = keptOfClip(whole, { startMs: 4_000, endMs: 8_000 })
  expect(waveBars(kept, loudness, [], 4)).toEqual([0.5, 0.5, 0.5, 1])
  expect(waveBars(kept, loudness, [{ startMs: 7_000, endMs: 8_000 }], 4)).toEqual([1, 1, 1, 0])
  expect(waveBars(kept, null, [], 3)).toEqual([0.5, 0.5, 0.5])
  const joined = {
    ...kept,
    spans: [
      { startSample: 0, endSample: 1_000 },
      { startSample: 7_000, endSample: 8_000 },
    ],
  }
  expect(waveBars(joined, loudness, [], 2)).toEqual([0.5, 1])
})

it('everything but the captions is above them and inside the picture, whatever is chosen', () => {
  for (const shape of ['16:9', '1:1', '9:16'] as const)
    for (const picture of ['wave', 'cover', 'video'] as const)
      for (const [title, names] of [
        [true, true],
        [true, false],
        [false, true],
        [false, false],
      ] as const) {
        const document = clipDocument(named, keptOfClip(whole, { startMs: 0, endMs: 12_000 }), false)
        const of = { ...choices, shape, picture, title, names }
        const { bars } = clipLayout(of)
        const drawing = clipDrawing(
          document,
          of,
          Array.from({ length: bars }, () => 1),
        )
        const { size, look, texts, cover, playhead } = drawing
        const captions = size.height * (1 - look.bottom) - 2 * Math.round(look.lineHeight * size.height)
        const boxes = [
          ...drawing.bars,
          ...(cover === null ? [] : [cover]),
          ...(playhead === null ? [] : [playhead]),
        ]
        for (const box of boxes) {
          expect(box.x).toBeGreaterThanOrEqual(0)
          expect(box.x + box.width).toBeLessThanOrEqual(size.width)
          expect(box.height).toBeGreaterThan(0)
          expect(box.y + box.height).toBeLessThanOrEqual(captions)
          if (picture !== 'video')
            for (const text of texts) expect(text.y + 1.3 * text.size).toBeLessThanOrEqual(box.y + 1)
        }
      }
  expect(fittedBox({ x: 10, y: 20, width: 100, height: 50 }, { width: 1, height: 1 })).toEqual({
    x: 35,
    y: 20,
    width: 50,
    height: 50,
  })
})

it('names who speaks while they speak, and only those with a name; a long title ends with dots', () => {
  const document = clipDocument(named, keptOfClip(whole, { startMs: 500, endMs: 11_000 }), false)
  const { texts } = clipDrawing(document, choices, [])
  const lines = texts.map(({ text, startMs, endMs }) => [text, startMs, endMs])
  expect(lines.slice(2)).toEqual([
    ['Nora', 0, 3_500],
    ['Nora', 8_500, 10_500],
  ])
  const { texts: wide } = clipDrawing(document, { ...choices, shape: '16:9', names: false }, [])
  expect(wide).toHaveLength(1)
  const long = { ...document, recording: { ...document.recording, title: 'Mending '.repeat(40) } }
  expect(clipDrawing(long, choices, []).texts[1]?.text).toMatch(/Mend\p{L}*…$/u)
})

it('the spoken word has its own color in one event after another, without a gap', () => {
  const document = clipDocument(named, keptOfClip(whole, { startMs: 4_000, endMs: 8_000 }), false)
  const ass = clipAss(clipDrawing(document, { ...choices, title: false, names: false }, [0, 1]), {
    captionBox: true,
  })
  const events = ass.split('\n').filter((line) => line.startsWith('Dialogue: 3,'))
  const times = [...new Set(events.map((line) => line.split(',').slice(1, 3).join(' ')))]
  const shown = clipDrawing(document, choices, []).captions.map((cue) => [cue.startMs, cue.endMs])
  const starts = times.map((time) => time.split(' ')[0])
  for (const time of times.slice(0, -1)) expect(starts).toContain(time.split(' ')[1])
  expect(shown).toHaveLength(1)
  const spokenWords = events.flatMap((line) => /\{\\c&H5CCFF3&\}([^{]*)/u.exec(line)?.[1] ?? [])
  expect(spokenWords.join(' ')).toBe('One iron, and it was mine.')
  const plain = clipAss(clipDrawing(document, { ...choices, highlight: false }, []), { captionBox: false })
  expect(plain).not.toContain('5CCFF3')
  expect(plain).toContain('}One iron,')
  expect(ass.match(/\\p1/gu)).toHaveLength(3)
})

it('the picture is the video, else the cover, else a wave', () => {
  expect(usualPicture({ hasVideo: true, hasCover: true })).toBe('video')
  expect(usualPicture({ hasVideo: false, hasCover: true })).toBe('cover')
  expect(usualPicture({ hasVideo: false, hasCover: false })).toBe('wave')
})

it('a quote has speaker, title and time; of several speakers a line each', () => {
  const quote = (startMs: number, endMs: number): string =>
    quoteOf(clipDocument(named, keptOfClip(whole, { startMs, endMs }), false), startMs)
  const title = 'Mending things 14: the repair café and everything else'
  expect(quote(1_000, 3_000)).toBe(`“So you had forty people.”\n— Nora, ${title}, 0:01`)
  expect(quote(4_000, 12_000)).toBe(
    `“One iron, and it was mine.”\nNora: “And the toaster?”\n— ${title}, 0:04`,
  )
  expect(quote(13_000, 14_000)).toBe('')
  const french = { ...named, transcript: { ...named.transcript, language: 'fr' } }
  const document = clipDocument(french, keptOfClip(whole, { startMs: 9_000, endMs: 12_000 }), false)
  expect(quoteOf(document, 9_000)).toContain('«\u00A0And the toaster?\u00A0»')
})

it('edges snap to sentences that are near, with some of the pause around them', () => {
  const two = documentOf(spoken([['A', 1_000, 5_000, 'One two. Three four.']])).transcript
  const edges = sentenceEdges(two)
  expect(edges.starts).toHaveLength(2)
  const [first = 0, second = 0] = edges.starts
  expect(first).toBe(900)
  expect(edges.ends.at(-1)).toBe(5_200)
  expect(snapped(first + 200, edges.starts)).toBe(first)
  expect(snapped(first + 300, edges.starts)).toBe(first + 300)
  expect(wholeSentences({ startMs: second + 300, endMs: 4_800 }, edges)).toEqual({
    startMs: second,
    endMs: 5_200,
  })
  expect(wholeSentences({ startMs: second + 300, endMs: 4_800 }, edges, 100)).toEqual({
    startMs: second + 300,
    endMs: 4_800,
  })
  expect(wholeSentences({ startMs: 0, endMs: 9_000 }, edges)).toEqual({ startMs: 0, endMs: 9_000 })
})

it('times of the recording are those of the clip, without what is between its spans', () => {
  const spans = [
    { startMs: 1_000, endMs: 2_000 },
    { startMs: 5_000, endMs: 6_000 },
  ]
  expect([0, 1_500, 3_000, 5_500, 9_000].map((ms) => clipTime(spans, ms))).toEqual([
    0, 500, 1_000, 1_500, 2_000,
  ])
})
