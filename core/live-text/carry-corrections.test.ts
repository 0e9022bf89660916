import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { applyEdits } from '../edits/apply-edits.ts'
import { paragraph, saidWords } from '../edits/testing/samples.ts'
import { type Paragraph, paragraphText, type Transcript, transcriptWords } from '../transcript/transcript.ts'
import { carryCorrections } from './carry-corrections.ts'
import type { DecodedLine, LiveRecord } from './live-record.ts'
import { wordsOfSources } from './placed-words.ts'
import { liveLine } from './testing/live-lines.ts'

function transcriptOf(paragraphs: readonly Paragraph[], settings: Transcript['run']['settings'] = {}) {
  const transcript: Transcript = {
    id: 't',
    recordingId: 'r',
    language: 'en',
    run: { program: 'parolo', version: '0', models: [], settings },
    speakers: [],
    turns: [],
    paragraphs,
    marks: [],
  }
  return transcript
}

function carry(lines: readonly DecodedLine[], texts: Record<string, string>, transcript: Transcript) {
  const changes = Object.entries(texts).map(([lineId, text]) => ({ kind: 'line' as const, lineId, text }))
  const record: LiveRecord = { lines, changes }
  const sources = Math.max(...lines.map(({ source }) => source)) + 1
  const { edits, carried, lost } = carryCorrections(record, transcript, wordsOfSources(transcript, sources))
  const { transcript: after } = applyEdits(transcript, edits)
  return { texts: after.paragraphs.map(paragraphText), after, carried, lost, edits }
}

describe('corrections made while recording', () => {
  const line = liveLine(0, 'The fare is on the seventh.', 1_000)

  it('replace the words at their place, whatever else is recognized there now', () => {
    const { texts, carried, lost } = carry(
      [line],
      { 'live-0': 'The fair is on the seventh.' },
      transcriptOf([
        paragraph('p1', null, saidWords('c1', 'So, the fare, was on the seventh of June.', 600)),
      ]),
    )
    expect(texts).toEqual(['So, the fair, was on the seventh of June.'])
    expect([carried, lost]).toEqual([['live-0'], []])
  })

  it('replace what is recognized otherwise now', () => {
    const now = saidWords('c1', 'The phair is on the seventh.', 1_000)
    const { texts } = carry(
      [line],
      { 'live-0': 'The fair is on the seventh.' },
      transcriptOf([paragraph('p', null, now)]),
    )
    expect(texts).toEqual(['The fair is on the seventh.'])
  })

  it('are there already where the second pass found the same', () => {
    const said = transcriptOf([paragraph('p1', null, saidWords('c1', 'The spring fair is on the 7th.', 600))])
    const result = carry([line], { 'live-0': 'The spring fair is on the 7th.' }, said)
    expect(result.edits).toEqual([])
    expect(result.carried).toEqual(['live-0'])
  })

  it('add and delete words', () => {
    const said = transcriptOf([paragraph('p1', null, saidWords('c1', 'The fare is on the seventh.', 1_000))])
    const texts = (text: string) => carry([line], { 'live-0': text }, said).texts
    expect(texts('The fare is really on the seventh.')).toEqual(['The fare is really on the seventh.'])
    expect(texts('The fare is on the seventh. Good.')).toEqual(['The fare is on the seventh. Good.'])
    expect(texts('Well, the fare is on the seventh.')).toEqual(['Well, the fare is on the seventh.'])
    expect(texts('The fare is seventh.')).toEqual(['The fare is seventh.'])
    expect(texts('fare is on the seventh.')).toEqual(['fare is on the seventh.'])
    expect(texts('')).toEqual([])
  })

  it('are listed where nobody speaks now, or where other words are than those that were deleted', () => {
    const elsewhere = transcriptOf([paragraph('p1', null, saidWords('c1', 'Quite another thing.', 60_000))])
    expect(carry([line], { 'live-0': 'The fair is on the seventh.' }, elsewhere).lost).toEqual([
      {
        lineId: 'live-0',
        source: 0,
        startMs: 1_000,
        endMs: 3_400,
        was: 'The fare is on the seventh.',
        text: 'The fair is on the seventh.',
      },
    ])
    const other = transcriptOf([paragraph('p1', null, saidWords('c1', 'The pear is on the seventh.', 1_000))])
    const deleted = carry([line], { 'live-0': 'The is on the seventh.' }, other)
    expect(deleted.lost).toHaveLength(1)
    expect(deleted.edits).toEqual([])
  })

  it('go to the words of their own source', () => {
    const theirs = saidWords('c1', 'The fare is on the seventh.', 1_000)
    const mine = saidWords('t1c1', 'The fare is low.', 1_100)
    const said = transcriptOf([paragraph('p1', 's1', theirs), paragraph('p2', 's2', mine)], { tracks: 'all' })
    const lines = [line, liveLine(1, 'The fare is low.', 1_100, 1)]
    expect(carry(lines, { 'live-1': 'The fair is low.' }, said).texts).toEqual([
      'The fare is on the seventh.',
      'The fair is low.',
    ])
  })

  it('reach over paragraphs', () => {
    const said = transcriptOf([
      paragraph('p1', 's1', saidWords('c1', 'The fare', 1_000)),
      paragraph('p2', 's2', saidWords('c2', 'his on the seventh.', 1_800)),
    ])
    expect(carry([line], { 'live-0': 'The fair was on the seventh.' }, said).texts).toEqual([
      'The fair was',
      'on the seventh.',
    ])
  })
})

/** Words that differ in every letter, so that only identical words match. */
const vocabulary = ['ab', 'cde', 'fghi', 'jkl', 'mn', 'opqr', 'stu', 'vwxyz']
const text = fc.array(fc.constantFrom(...vocabulary), { minLength: 1, maxLength: 10 })
const corrected = fc.record({ words: text, wanted: fc.option(text) })

function spoken(all: readonly { readonly words: readonly string[] }[]): DecodedLine[] {
  let atMs = 0
  return all.map(({ words }, index) => {
    const line = liveLine(index, words.join(' '), atMs)
    atMs = line.endMs + 3_000
    return line
  })
}

describe('random corrections', () => {
  it('are all in the transcript where the words are the same, and nothing else changes', () => {
    fc.assert(
      fc.property(fc.array(corrected, { minLength: 1, maxLength: 5 }), (all) => {
        const lines = spoken(all)
        const paragraphs = lines.map((line, index) =>
          paragraph(
            `p${index}`,
            null,
            saidWords(`c${index}`, all[index]?.words.join(' ') ?? '', line.startMs),
          ),
        )
        const wanted = all.flatMap(({ wanted: one }, index) =>
          one === null ? [] : [[`live-${index}`, one.join(' ')]],
        )
        const { texts, lost } = carry(
          lines,
          Object.fromEntries(wanted) as Record<string, string>,
          transcriptOf(paragraphs),
        )
        expect(lost).toEqual([])
        expect(texts).toEqual(all.map(({ words, wanted: one }) => (one ?? words).join(' ')))
      }),
      { numRuns: 200 },
    )
  })

  it('are carried or listed, each once, and words far from them stay, whatever is recognized now', () => {
    const now = fc.array(fc.record({ words: text, atMs: fc.nat(20_000) }), { maxLength: 6 })
    fc.assert(
      fc.property(fc.array(corrected, { minLength: 1, maxLength: 4 }), now, (all, passages) => {
        const lines = spoken(all)
        const paragraphs = passages
          .toSorted((a, b) => a.atMs - b.atMs)
          .map(({ words, atMs }, index) =>
            paragraph(`p${index}`, null, saidWords(`c${index}`, words.join(' '), atMs)),
          )
        const changed = all.flatMap(({ words, wanted }, index) =>
          wanted === null || wanted.join(' ') === words.join(' ')
            ? []
            : [[`live-${index}`, wanted.join(' ')]],
        )
        const transcript = transcriptOf(paragraphs)
        const { carried, lost, after } = carry(
          lines,
          Object.fromEntries(changed) as Record<string, string>,
          transcript,
        )
        const listed = [...carried, ...lost.map(({ lineId }) => lineId)]
        expect(listed.toSorted()).toEqual(changed.map(([id = '']) => id).toSorted())
        const isNear = (startMs: number): boolean =>
          lines.some((line) => startMs > line.startMs - 3_000 && startMs < line.endMs + 3_000)
        const far = (of: Transcript) =>
          transcriptWords(of)
            .filter(({ startMs }) => !isNear(startMs))
            .map(({ id, text: own }) => `${id} ${own}`)
        expect(far(after)).toEqual(far(transcript))
      }),
      { numRuns: 200 },
    )
  })

  it('keep what the second pass made of the other words', () => {
    fc.assert(
      fc.property(text, fc.nat(9), fc.nat(9), (words, at, other) => {
        const [place, changed] = [at % words.length, other % words.length]
        fc.pre(place !== changed && words.length > 2)
        const line = liveLine(0, words.join(' '), 0)
        const second = words.map((word, index) => (index === changed ? `${word}öé` : word))
        const said = transcriptOf([paragraph('p', null, saidWords('c', second.join(' '), 0))])
        const wanted = words.with(place, 'Corrected')
        const expected = second.with(place, 'Corrected')
        expect(carry([line], { 'live-0': wanted.join(' ') }, said).texts).toEqual([expected.join(' ')])
      }),
      { numRuns: 200 },
    )
  })
})
