import { expect, it } from 'vitest'
import { makeCues } from '../captions/cues.ts'
import { presetFor } from '../captions/presets/netflix.ts'
import { spoken } from '../captions/testing/spoken.ts'
import { documentCues } from '../formats/document-cues.ts'
import { documentOf, english } from '../formats/testing/sample-document.ts'
import type { Mark } from '../transcript/marks/mark.ts'
import { documentOfPart, trimmedDocument } from './trimmed-document.ts'

const paragraphs = spoken([
  ['A', 300, 1_900, 'This is before it.'],
  ['A', 5_000, 7_400, 'This is in the part.'],
  ['B', 9_000, 12_000, 'So is what she says.'],
  ['A', 25_000, 28_000, 'And this is after it.'],
])
const part = { startMs: 4_000, endMs: 20_000 }
const rules = presetFor('en')

it.each([
  { offsetMs: 700, ratio: 1 },
  { offsetMs: -700, ratio: 1 },
  { offsetMs: 3_000, ratio: 25 / 24 },
])(
  'captions that are moved in time (%o) are the same on the page, in a trimmed file and in a recording made of the part',
  (captionTiming) => {
    const id = paragraphs[1]?.words[0]?.id ?? ''
    const mark: Mark = { id: 'm', kind: 'cue-start', fromWordId: id, toWordId: id, value: 4_900.5 }
    const whole = documentOf(paragraphs, [mark])
    const document = { ...whole, transcript: { ...whole.transcript, captionTiming } }
    const { durationMs } = document.recording
    const page = makeCues(document.transcript, rules, { durationMs, language: 'en', part })
    expect(page.map(({ lines }) => lines[0]?.text)).toEqual(['This is in the part.', 'So is what she says.'])
    const options = { ...english, rules }
    expect(documentCues(trimmedDocument(document, part), options)).toEqual(page)
    const alone = documentCues(documentOfPart(document, part), options)
    const times = page.map(({ startMs, endMs }) => [startMs - part.startMs, endMs - part.startMs])
    expect(alone.map(({ startMs, endMs }) => [startMs, endMs])).toEqual(times)
  },
)
