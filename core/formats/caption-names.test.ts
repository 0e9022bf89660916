import { describe, expect, test } from 'vitest'
import type { CaptionNames } from '../captions/caption-names.ts'
import type { Cue } from '../captions/cues.ts'
import { makeCues } from '../captions/cues.ts'
import { presetFor } from '../captions/presets/netflix.ts'
import type { DocumentWithExtras } from './format.ts'
import { type FormatId, formats } from './formats.ts'
import { english, sampleDocument } from './testing/sample-document.ts'
import { documentCues } from './document-cues.ts'

const document = named(sampleDocument('resources/samples/conversation-en.json'))

function named(sample: DocumentWithExtras): DocumentWithExtras {
  const speakers = sample.transcript.speakers.map((speaker, index) => ({
    ...speaker,
    name: ['Nora', 'Sam', 'Jo'][index] ?? null,
  }))
  return { ...sample, transcript: { ...sample.transcript, speakers } }
}

const texts = (cues: readonly Cue[]): string[] =>
  cues.map(({ lines }) => lines.map(({ text }) => text.normalize('NFC')).join('\n'))

const readable = ['srt', 'vtt', 'ttml', 'ebuttd', 'ass', 'sbv', 'stl'] as const satisfies readonly FormatId[]

function readBack(format: (typeof readable)[number], captionNames: CaptionNames): DocumentWithExtras {
  const { write, writeBytes, read, readBytes } = formats[format]
  const options = { ...english, captionNames }
  return write === undefined
    ? readBytes!(writeBytes!(document, options).bytes).document
    : read!(write(document, options).text).document
}

const cuesOf = ({ transcript, recording }: DocumentWithExtras): Cue[] =>
  makeCues(transcript, presetFor('en'), { durationMs: recording.durationMs, language: 'en' })

describe.each(['change', 'always'] as const)('names: %s', (captionNames) => {
  const shown = texts(documentCues(document, { ...english, captionNames }))

  test('some captions show names', () => {
    expect(shown.filter((text) => text.includes('Nora:')).length).toBeGreaterThan(1)
  })

  test.each(readable)('%s has the same cuts, and the names in the text', (format) => {
    expect(texts(cuesOf(readBack(format, captionNames)))).toEqual(shown)
  })

  test('an EDL has the same cuts and no second name', () => {
    const { text } = formats.edl.write!(document, { ...english, captionNames })
    const markers = [...text.matchAll(/\|M:(.*) \|D:/gu)].map(([, marker]) => marker)
    expect(markers).toEqual(shown.map((each) => each.replaceAll('\n', ' ')))
  })
})

test('without names, an EDL has none', () => {
  expect(formats.edl.write!(document, { ...english, captionNames: 'never' }).text).not.toContain('Nora:')
})

test('WebVTT keeps its voices with names in the text; read again, the voice is the speaker', () => {
  const text = formats.vtt.write!(document, { ...english, captionNames: 'change' }).text
  expect(text).toMatch(/<v Nora>Nora: /u)
  const { speakers, paragraphs } = readBack('vtt', 'change').transcript
  expect(speakers.map(({ name }) => name)).toContain('Nora')
  expect(paragraphs.flatMap(({ words }) => words).some((word) => word.text === 'Nora:')).toBe(false)
})

test('a format without names reports that only if captions do not show them', () => {
  const lost = (captionNames: CaptionNames): boolean =>
    formats.ebuttd.write!(document, { ...english, captionNames }).losses.some(
      ({ code }) => code === 'speaker-names',
    )
  expect([lost('never'), lost('change')]).toEqual([true, false])
})
