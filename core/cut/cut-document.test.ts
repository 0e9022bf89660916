import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { makeCues } from '../captions/cues.ts'
import { presetFor } from '../captions/presets/netflix.ts'
import { spoken } from '../captions/testing/spoken.ts'
import { chapterMoment } from '../chapters/chapter.ts'
import { documentCues } from '../formats/document-cues.ts'
import { documentOf, english } from '../formats/testing/sample-document.ts'
import type { DocumentWithExtras } from '../formats/format.ts'
import { redactedDocument } from '../redaction/redacted-document.ts'
import { lint } from '../transcript/lint.ts'
import { type Mark, paragraphText, transcriptWords, type Word } from '../transcript/transcript.ts'
import { trimmedDocument } from '../trim/trimmed-document.ts'
import { cutDocument, type DocumentOfCut } from './cut-document.ts'
import { cutWordIds } from './cut-runs.ts'
import { findKeptSpans } from './find-kept-spans.ts'
import { keptMs } from './kept-spans.ts'
import { randomCut } from './testing/random-cuts.ts'

const paragraphs = spoken([
  ['A', 1_000, 3_000, 'Okay, um, so tell me about the ledger.'],
  ['A', 3_500, 4_500, 'You brought it. Please stay.'],
  ['B', 6_000, 8_000, 'I did. It goes everywhere with me now.'],
])
const words = transcriptWords({ paragraphs })
const wordOf = (text: string): Word => {
  const found = words.find((word) => word.text === text)
  if (found === undefined) throw new Error(`no ${text}`)
  return found
}

const mark = (from: string, to: string, more: object): Mark =>
  ({ id: `${from}-${to}`, fromWordId: wordOf(from).id, toWordId: wordOf(to).id, ...more }) as Mark

const cut = (from: string, to = from): Mark => mark(from, to, { kind: 'cut', value: { reason: 'person' } })

function cutOf(
  marks: readonly Mark[],
  change: (document: DocumentWithExtras) => DocumentWithExtras = (d) => d,
): DocumentOfCut {
  const whole = documentOf(paragraphs, [...marks])
  const document = change({ ...whole, recording: { ...whole.recording, durationMs: 10_000 } })
  const { kept } = findKeptSpans({
    transcript: document.transcript,
    durationMs: 10_000,
    rate: 48_000,
    loudness: null,
    ...(document.part === undefined ? {} : { part: document.part }),
  })
  return cutDocument(document, kept)
}

const textOf = ({ document }: DocumentOfCut): string[] => document.transcript.paragraphs.map(paragraphText)

describe('the text of the cut', () => {
  it('has no cut words, and capitals and commas as if they had not been said', () => {
    expect(textOf(cutOf([cut('Okay,', 'um,')]))[0]).toBe('So tell me about the ledger.')
    expect(textOf(cutOf([cut('um,')]))[0]).toBe('Okay, so tell me about the ledger.')
    expect(textOf(cutOf([cut('about', 'ledger.')]))[0]).toBe('Okay, um, so tell me.')
    expect(textOf(cutOf([cut('You', 'stay.')]))).toHaveLength(2)
  })

  it('leaves placeholders of redacted words as they are', () => {
    const redaction = mark('so', 'so', { kind: 'redaction', value: null })
    const made = cutOf([cut('Okay,', 'um,'), redaction], redactedDocument)
    expect(textOf(made)[0]).toBe('[redacted] tell me about the ledger.')
  })

  it('counts its times in the cut', () => {
    const { document } = cutOf([cut('You', 'stay.')])
    expect(document.recording.durationMs).toBe(9_000)
    expect(transcriptWords(document.transcript).at(-1)?.endMs).toBe(7_000)
    expect(document.transcript.turns.at(-1)?.endMs ?? 7_000).toBeLessThanOrEqual(9_000)
    expect(document.transcript.marks.filter(({ kind }) => kind === 'cut')).toEqual([])
  })

  it('is that of the trim alone without a cut word', () => {
    const { document } = cutOf([], (whole) => trimmedDocument(whole, { startMs: 3_200, endMs: 9_000 }))
    expect(document.part).toBeUndefined()
    expect(document.recording.durationMs).toBe(5_800)
    expect(transcriptWords(document.transcript)[0]).toMatchObject({ text: 'You', startMs: 300 })
  })

  it('keeps own wordings and translations of which some words are cut, and says so', () => {
    const wording = mark('You', 'it.', { kind: 'wording', value: 'You have brought it.' })
    const french = mark('Please', 'stay.', {
      kind: 'translation',
      value: { language: 'fr', text: 'Restez.' },
    })
    const some = cutOf([wording, french, cut('it.', 'Please')])
    expect(some.document.transcript.marks.map(({ kind }) => kind)).toContain('wording')
    expect(some.notes.partlyCut.map(({ language }) => language)).toEqual(['', 'fr'])
    const all = cutOf([wording, french, cut('You', 'stay.')])
    expect(all.document.transcript.marks.map(({ kind }) => kind)).toEqual(['break-before'])
    expect(all.notes.partlyCut).toEqual([])
  })

  it('is redacted as before', () => {
    const marks = [mark('the', 'ledger.', { kind: 'redaction', value: null }), cut('um,')]
    const redacted = cutOf(marks, (whole) => redactedDocument(whole))
    expect(textOf(redacted)[0]).not.toContain('ledger')
    expect(redacted.document.silences).toEqual([])
  })
})

describe('captions of the cut', () => {
  const cuesOf = ({ document }: DocumentOfCut) =>
    documentCues(document, { ...english, rules: presetFor('en') }).map(({ startMs, endMs, lines }) => ({
      startMs,
      endMs,
      text: lines.map(({ text }) => text).join(' '),
    }))

  it('span a join within a sentence', () => {
    expect(cuesOf(cutOf([cut('um,')]))[0]?.text).toMatch(/^Okay, so tell me about the ledger\./)
  })

  it('end at a join between sentences', () => {
    const texts = cuesOf(cutOf([cut('brought', 'Please')])).map(({ text }) => text)
    expect(texts.join(' ')).toContain('You stay.')
    const whole = spoken([['A', 0, 2_000, 'Yes. Um. No.']])
    const ids = whole[0]?.words.map(({ id }) => id) ?? []
    const um: Mark = {
      id: 'u',
      kind: 'cut',
      fromWordId: ids[1] ?? '',
      toWordId: ids[1] ?? '',
      value: { reason: 'filler' },
    }
    const document = documentOf(whole, [um])
    const { kept } = findKeptSpans({
      transcript: document.transcript,
      durationMs: 5_000,
      rate: 48_000,
      loudness: null,
    })
    expect(cuesOf(cutDocument(document, kept)).map(({ text }) => text)).toEqual(['Yes.', 'No.'])
  })

  it('have the times that a person set, where these are in the cut', () => {
    const marks = [
      mark('I', 'I', { kind: 'cue-start', value: 5_900 }),
      mark('now.', 'now.', { kind: 'cue-end', value: 8_400 }),
      cut('You', 'stay.'),
    ]
    expect(cuesOf(cutOf(marks)).at(-1)).toMatchObject({ startMs: 4_900, endMs: 7_400 })
  })
})

it('chapters move to the next kept word, of two at one the last stays; moments in a cut are left out', () => {
  const chapter = (id: string, atMs: number) =>
    chapterMoment({ id, atMs, title: id, link: '', picture: '', isListed: true })
  const moments = [
    chapter('start', 900),
    chapter('gone', 3_600),
    chapter('next', 5_800),
    { id: 'm1', kind: 'bookmark', atMs: 4_000, value: '' },
    { id: 'm2', kind: 'decision', atMs: 7_000, value: 'x' },
  ]
  const { document, notes } = cutOf([cut('You', 'stay.')], (whole) => ({
    ...whole,
    recording: { ...whole.recording, moments },
  }))
  expect(document.recording.moments?.map(({ id, atMs }) => [id, atMs])).toEqual([
    ['start', 900],
    ['next', 4_800],
    ['m2', 6_000],
  ])
  expect(notes).toEqual({ partlyCut: [], cutMoments: 1, joinedChapters: 1 })
  const moved = cutOf([cut('You', 'stay.')], (whole) => ({
    ...whole,
    recording: { ...whole.recording, moments: [chapter('gone', 3_600)] },
  }))
  expect(moved.document.recording.moments?.map(({ atMs }) => atMs)).toEqual([5_000])
})

it('whatever is cut: each kept word once, in order, and all times within the cut', () => {
  fc.assert(
    fc.property(
      randomCut,
      fc.array(fc.nat(20_000), { maxLength: 6 }),
      fc.array(
        fc.tuple(
          fc.constantFrom('redaction', 'hide', 'wording', 'translation', 'comment'),
          fc.nat(50),
          fc.nat(3),
        ),
        {
          maxLength: 4,
        },
      ),
      (wanted, times, others) => {
        const all = transcriptWords(wanted.transcript)
        const marks = [...wanted.transcript.marks, ...others.flatMap(randomMark(all))]
        const moments = times.map((atMs, place) =>
          place % 2 === 0
            ? { id: `m${place}`, kind: 'bookmark', atMs, value: '' }
            : chapterMoment({ id: `m${place}`, atMs, title: 'x', link: '', picture: '', isListed: true }),
        )
        const given = documentOf([...wanted.transcript.paragraphs], marks)
        const whole = { ...given, recording: { ...given.recording, durationMs: wanted.durationMs, moments } }
        const { kept } = findKeptSpans({ ...wanted, transcript: whole.transcript })
        const trimmed = wanted.part === undefined ? whole : trimmedDocument(whole, wanted.part)
        const source = redactedDocument(trimmed, whole.transcript)
        const { document, notes } = cutDocument(source, kept)
        const durationMs = keptMs(kept)
        const isCut = cutWordIds(source.transcript)
        const left = transcriptWords(document.transcript)
        const ids = left.map(({ id }) => id)
        const expected = transcriptWords(source.transcript).filter(({ id }) => !isCut.has(id))
        // At the edge of a trim to whole frames a word may lose all that could be heard of it.
        const there = wanted.part === undefined ? expected : expected.filter(({ id }) => ids.includes(id))
        expect(ids).toEqual(there.map(({ id }) => id))
        expect(expected.length - there.length).toBeLessThanOrEqual(4)
        for (const { startMs, endMs } of [...left, ...document.transcript.turns]) {
          expect(startMs).toBeGreaterThanOrEqual(0)
          expect(endMs).toBeGreaterThanOrEqual(startMs)
          expect(endMs).toBeLessThanOrEqual(durationMs)
        }
        const found = document.recording.moments ?? []
        expect(found.length + notes.cutMoments + notes.joinedChapters).toBe(
          source.recording.moments?.length ?? 0,
        )
        for (const { atMs } of found) expect(atMs).toBeLessThanOrEqual(durationMs)
        const known = new Set(lint(source.transcript, wanted.durationMs).map(({ rule }) => rule))
        const problems = lint(document.transcript, durationMs).filter(({ rule }) => !known.has(rule))
        expect(problems).toEqual([])
        for (const { startMs, endMs } of makeCues(document.transcript, presetFor('en'), {
          durationMs,
          language: 'en',
          isRedacted: true,
        })) {
          expect(startMs).toBeGreaterThanOrEqual(0)
          expect(endMs).toBeGreaterThan(startMs)
        }
      },
    ),
    { numRuns: 300 },
  )
})

const randomMark =
  (all: readonly Word[]) =>
  ([kind, at, length]: [string, number, number], index: number): Mark[] => {
    const from = all[at % Math.max(1, all.length)]
    const to = all[Math.min((at % Math.max(1, all.length)) + length, all.length - 1)]
    if (from === undefined || to === undefined) return []
    const value =
      kind === 'translation'
        ? { language: 'fr', text: 'bon' }
        : kind === 'wording' || kind === 'comment'
          ? 'bon'
          : null
    return [{ id: `o${index}`, kind, fromWordId: from.id, toWordId: to.id, value } as Mark]
  }
