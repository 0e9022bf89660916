import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { applyEdit } from '../edits/apply.ts'
import { conversation } from '../edits/testing/samples.ts'
import { randomParagraphs } from '../captions/testing/random-transcript.ts'
import type { DocumentWithExtras } from '../formats/format.ts'
import { documentOf } from '../formats/testing/sample-document.ts'
import { randomStoredMoment } from '../moments/testing/random-moments.ts'
import { redactedSilences } from '../redaction/redacted-document.ts'
import { lint } from '../transcript/lint.ts'
import type { TimeSpan } from '../transcript/time-span.ts'
import {
  type Mark,
  type Paragraph,
  paragraphText,
  type Transcript,
  transcriptWords,
  type Word,
} from '../transcript/transcript.ts'
import { documentOfPart, trimmedDocument } from './trimmed-document.ts'

const meeting: DocumentWithExtras = {
  recording: {
    title: 'Meeting',
    fileName: 'meeting.mka',
    durationMs: 8_000,
    sha256: '',
    moments: [
      { id: 'a', kind: 'bookmark', atMs: 100, value: '' },
      { id: 'b', kind: 'decision', atMs: 3_000, value: 'yes' },
    ],
  },
  transcript: conversation(),
}
const texts = ({ transcript }: DocumentWithExtras): string[] => transcript.paragraphs.map(paragraphText)

describe('a trimmed document', () => {
  it('has what was said in the part, with the times of the whole recording', () => {
    const trimmed = trimmedDocument(meeting, { startMs: 1_900, endMs: 4_500 })
    expect(texts(trimmed)).toEqual(['Nobody. They all went home.'])
    expect(trimmed.transcript.speakers.map(({ id }) => id)).toEqual(['s1', 's2'])
    expect(trimmed.transcript.turns).toEqual([
      { speakerId: 's1', startMs: 1_900, endMs: 2_000 },
      { speakerId: 's2', startMs: 1_900, endMs: 4_200 },
    ])
    expect(trimmed.transcript.marks).toEqual(meeting.transcript.marks)
    expect(trimmed.recording).toMatchObject({ durationMs: 8_000, moments: [{ id: 'b', atMs: 3_000 }] })
    expect(trimmed.part).toEqual({ startMs: 1_900, endMs: 4_500 })
  })

  it('keeps a mark on those of its words that are left, and all speakers with their numbers', () => {
    const trimmed = trimmedDocument(meeting, { startMs: 2_100, endMs: 3_600 })
    expect(texts(trimmed)).toEqual(['Nobody. They all went'])
    expect(trimmed.transcript.marks[0]).toMatchObject({ fromWordId: 'c2.3', toWordId: 'c2.3' })
    expect(trimmed.transcript.speakers).toEqual(meeting.transcript.speakers)
  })
})

describe('redacted words at the border of the part', () => {
  const mark = { id: 'r', fromWordId: 'c2.0', toWordId: 'c2.1', value: null }
  const redacted: DocumentWithExtras = {
    ...meeting,
    transcript: conversation([{ ...mark, kind: 'redaction' }]),
  }
  // "Nobody." is from 2,100 to 2,400 ms.
  const part = { startMs: 2_300, endMs: 4_500 }

  it('are silent where some of their sound is kept', () => {
    const trimmed = trimmedDocument(redacted, part)
    expect(texts(trimmed)).toEqual([' They all went home.'])
    expect(redactedSilences(trimmed.transcript)[0]?.startMs).toBeLessThanOrEqual(2_300)
  })

  it('take along the texts that repeat them, as nothing tells later that they do', () => {
    const text = (id: string, fromWordId: string, more: object): Mark =>
      ({ id, fromWordId, toWordId: 'c2.3', ...more }) as Mark
    const marks = [
      ...redacted.transcript.marks,
      text('own', 'c2.0', { kind: 'wording', value: 'Nobody knows' }),
      text('french', 'c2.0', { kind: 'translation', value: { language: 'fr', text: 'Nobody, tous' } }),
      text('remark', 'c2.0', { kind: 'comment', value: 'Nobody?' }),
      text('later', 'c2.2', { kind: 'wording', value: 'They went' }),
      text('slanted', 'c2.0', { kind: 'italic', value: null }),
    ]
    const document = { ...redacted, transcript: { ...redacted.transcript, marks } }
    for (const trimmed of [trimmedDocument, documentOfPart]) {
      const left = trimmed(document, { startMs: 2_600, endMs: 4_500 }).transcript.marks
      expect(left.filter(({ id }) => id.length > 3).map(({ id }) => id)).toEqual(['later', 'slanted'])
    }
    expect(trimmedDocument(document, { startMs: 0, endMs: 4_500 }).transcript.marks).toHaveLength(
      marks.length,
    )
  })

  it('are silent in what is kept alone too', () => {
    const { transcript, recording } = documentOfPart(redacted, part)
    expect(lint(transcript, recording.durationMs)).toEqual([])
    expect(redactedSilences(transcript)[0]).toMatchObject({ startMs: 0 })
  })

  it('stay silent where they were deleted before', () => {
    const edit = { kind: 'replace-text', id: 'e', paragraphId: 'p2', text: 'all went home.' } as const
    const { transcript } = applyEdit(redacted.transcript, edit)
    const { transcript: left, recording } = documentOfPart({ ...redacted, transcript }, part)
    expect(lint(left, recording.durationMs)).toEqual([])
    expect(redactedSilences(left)[0]).toMatchObject({ startMs: 0 })
  })
})

describe('the document of a part', () => {
  it('counts its times from the start of the part', () => {
    const left = documentOfPart(meeting, { startMs: 1_900, endMs: 4_500 })
    expect(left.part).toBeUndefined()
    expect(left.recording).toMatchObject({ durationMs: 2_600, moments: [{ id: 'b', atMs: 1_100 }] })
    expect(transcriptWords(left.transcript)[0]).toMatchObject({ text: 'Nobody.', startMs: 200, endMs: 500 })
    expect(left.transcript.turns[1]).toEqual({ speakerId: 's2', startMs: 0, endMs: 2_300 })
  })

  it('has no speaker of whom nothing is left, and no word of which too little is', () => {
    const left = documentOfPart(meeting, { startMs: 2_100, endMs: 3_600 })
    expect(left.transcript.speakers.map(({ id }) => id)).toEqual(['s2'])
    const [first, ...others] = transcriptWords(meeting.transcript)
    const short = { ...first, startMs: 0, endMs: 20 } as Word
    const paragraphs = [
      { ...meeting.transcript.paragraphs[0], words: [short, ...others.slice(0, 4)] } as Paragraph,
    ]
    const of = { ...meeting, transcript: { ...meeting.transcript, paragraphs } }
    expect(transcriptWords(documentOfPart(of, { startMs: 5, endMs: 3_000 }).transcript)[0]?.text).toBe('was')
  })

  it('of a part that was transcribed alone says no longer that it is a part', () => {
    const { run } = meeting.transcript
    const settings = { fromMs: 1_000, toMs: 5_000, quick: true }
    const of = { ...meeting, transcript: { ...meeting.transcript, run: { ...run, settings } } }
    expect(documentOfPart(of, { startMs: 2_000, endMs: 4_000 }).transcript.run.settings).toEqual({
      quick: true,
    })
  })
})

it('whatever is trimmed, or kept alone, stays a whole transcript, within its part', () => {
  const parts = fc.tuple(fc.nat(40_000), fc.integer({ min: 1, max: 40_000 }))
  fc.assert(
    fc.property(
      randomParagraphs,
      parts,
      fc.array(randomStoredMoment, { maxLength: 5 }),
      fc.nat(100),
      (paragraphs, [startMs, length], moments, at) => {
        const part: TimeSpan = { startMs, endMs: startMs + length }
        const words = paragraphs.flatMap((paragraph) => paragraph.words)
        const [from, to] = [words[at % Math.max(1, words.length)], words.at(-1)]
        const marks: Mark[] =
          from && to ? [{ id: 'm', kind: 'comment', fromWordId: from.id, toWordId: to.id, value: 'x' }] : []
        const document = documentOf(paragraphs, marks)
        const durationMs = Math.max(part.endMs, ...words.map(({ endMs }) => endMs))
        const given = { ...document, recording: { ...document.recording, durationMs, moments } }
        const trimmed = trimmedDocument(given, part)
        const left = transcriptWords(trimmed.transcript)
        const isIn = (middle: number): boolean => middle >= part.startMs && middle < part.endMs
        expect(left.map(({ id }) => id)).toEqual(
          words.filter((word) => isIn((word.startMs + word.endMs) / 2)).map(({ id }) => id),
        )
        const alone = documentOfPart(given, part)
        const ids = new Set(left.map(({ id }) => id))
        expect(transcriptWords(alone.transcript).filter(({ id }) => !ids.has(id))).toEqual([])
        const known = new Set(lint(given.transcript, durationMs).map(({ rule }) => rule))
        const newProblems = (transcript: Transcript, endMs: number) =>
          lint(transcript, endMs).filter(({ rule }) => !known.has(rule))
        // Valid before means valid after: no mark without words, no time outside.
        expect(newProblems(trimmed.transcript, durationMs)).toEqual([])
        expect(newProblems(alone.transcript, length)).toEqual([])
        for (const { atMs } of alone.recording.moments ?? []) expect(atMs).toBeLessThan(length)
      },
    ),
    { numRuns: 200 },
  )
})
