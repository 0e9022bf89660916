import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { applyEdits } from '../edits/apply-edits.ts'
import { paragraph, saidWords } from '../edits/testing/samples.ts'
import { redactedDocument } from '../redaction/redacted-document.ts'
import { lint } from '../transcript/lint.ts'
import { type Mark, paragraphText, type Transcript, transcriptWords } from '../transcript/transcript.ts'
import { findCorrections } from './find-corrections.ts'
import { openCorrections } from './open-corrections.ts'
import { acceptCorrections } from './settle-corrections.ts'
import { shownText } from './shown-text.ts'
import { proposed } from './testing/proposed.ts'

const word: fc.Arbitrary<string> = fc.constantFrom(
  'the',
  'a',
  'um',
  'iron',
  'Iron',
  'fuse,',
  'toast.',
  'twenty',
  'five',
  'Okonjo',
  'and',
  'garden',
  'of',
  'it’s',
  'vraiment\u202F?',
)
const spoken = fc.array(fc.array(word, { minLength: 8, maxLength: 20 }), { minLength: 2, maxLength: 5 })
/** What people do to a text: a word is replaced by one or two, inserted, deleted. */
const change = fc.record({
  at: fc.nat(),
  kind: fc.constantFrom('replace', 'insert', 'delete'),
  text: fc.constantFrom('kettle', 'Kettle,', 'in the shed'),
})
const cases = fc.record({
  spoken,
  changes: fc.array(change, { maxLength: 4 }),
  fillers: fc.boolean(),
  numbers: fc.boolean(),
  redacted: fc.option(fc.record({ at: fc.nat(), length: fc.integer({ min: 1, max: 3 }) })),
})

type Case = typeof cases extends fc.Arbitrary<infer Each> ? Each : never

const the = (count: number): string[] => Array.from({ length: count }, () => 'the')
const plain = { fillers: false, numbers: false, redacted: null }
/** A paragraph begins with the word that the one before ended with, which is replaced. */
const sameAtStart: Case = {
  ...plain,
  spoken: [[...the(7), 'vraiment\u202F?'], ['vraiment\u202F?', ...the(8)], the(14)],
  changes: [
    { at: 7, kind: 'replace', text: 'kettle' },
    { at: 9, kind: 'replace', text: 'kettle' },
  ],
}
/** The same, but it is the second of the two that is deleted. */
const sameAtEnd: Case = {
  ...plain,
  spoken: [the(13), the(11), [...the(9), 'twenty'], ['twenty', ...the(11)]],
  changes: [
    { at: 34, kind: 'delete', text: 'kettle' },
    { at: 0, kind: 'replace', text: 'kettle' },
  ],
}
/** One of two equal words with a space that does not break is deleted. */
const twiceInARow: Case = {
  ...plain,
  spoken: [[...the(9), 'vraiment\u202F?', 'vraiment\u202F?', ...the(8)], the(19)],
  changes: [{ at: 9, kind: 'delete', text: 'kettle' }],
}

/** A filler, and words that become digits. */
const isSpecial = (text: string): boolean => ['um', 'twenty', 'five'].includes(text)

function talk({ spoken: texts, fillers, numbers, redacted }: Case): Transcript {
  // Numbered, so that it is clear which of two equal words was changed, as it is not in “um the um” without two of them.
  const own = (words: readonly string[], index: number): string =>
    words
      .map((each, at) => (isSpecial(each) && words.indexOf(each) === at ? each : `${each}${index}x${at}`))
      .join(' ')
  const paragraphs = texts.map((words, index) =>
    paragraph(`p${index}`, null, saidWords(`c${index}`, own(words, index), index * 10_000)),
  )
  const words = paragraphs.flatMap((each) => each.words)
  const from = words[(redacted?.at ?? 0) % words.length]
  const near = paragraphs.find((each) => from !== undefined && each.words.includes(from))?.words ?? []
  const start = from === undefined ? 0 : near.indexOf(from)
  const to = near[Math.min(near.length - 1, start + (redacted?.length ?? 1) - 1)]
  const marks: Mark[] =
    redacted === null || from === undefined || to === undefined
      ? []
      : [{ id: 'r', kind: 'redaction', fromWordId: from.id, toWordId: to.id, value: '[hidden]' }]
  return {
    id: 't',
    recordingId: 'r',
    language: 'en',
    run: { program: '', version: '', models: [], settings: {} },
    speakers: [],
    turns: [],
    paragraphs,
    marks,
    ...(fillers ? { fillers: 'hidden' } : {}),
    ...(numbers ? { numbers: 'digits' } : {}),
  }
}

const shownOf = (transcript: Transcript) =>
  shownText(
    transcript,
    redactedDocument({ recording: { title: '', fileName: '', durationMs: 60_000, sha256: '' }, transcript }),
    'text',
    String,
  )

it('an export that was changed as people do gives, with all accepted, that text; other words and marks are the same', () => {
  fc.assert(
    fc.property(cases, (given) => {
      const before = talk(given)
      const blocks = shownOf(before)
      const texts = blocks.map(({ text }) => text.split(' '))
      const places = texts.flatMap((words, block) =>
        words.flatMap((each, at) => (each.includes('[hidden]') ? [] : [{ block, at }])),
      )
      fc.pre(places.length > 30)
      const left = new Set<string>()
      for (const { at, kind, text } of given.changes) {
        const place = places[at % places.length]
        const key = `${place?.block} ${place?.at}`
        const words = place === undefined ? undefined : texts[place.block]
        if (place === undefined || words === undefined || left.has(key)) continue
        left.add(key)
        const own = words[place.at] ?? ''
        words[place.at] = kind === 'replace' ? text : kind === 'delete' ? '' : `${text} ${own}`
      }
      const returned = texts.map((words) => ({
        name: null,
        text: words.filter((each) => each !== '').join(' '),
      }))
      const { items } = findCorrections(
        { source: before, outgoing: { transcript: before } },
        blocks,
        { blocks: returned },
        'text',
      )
      expect(items.filter(({ kind }) => kind !== 'words')).toEqual([])
      expect(items.length).toBeLessThanOrEqual(left.size * 2)
      const open = openCorrections(before, [proposed(items)])
      expect(open).toHaveLength(items.length)
      const edits = acceptCorrections(before, open)
      const { transcript: after } = applyEdits(before, edits)
      expect(lint(after)).toEqual([])
      // Fillers and digits depend on the words around, so that the words as they are said are compared.
      if (!given.fillers && !given.numbers && given.redacted === null)
        expect(after.paragraphs.map(paragraphText)).toEqual(returned.map(({ text }) => text))
      const corrected = new Set(
        items.flatMap((item) => (item.kind === 'words' ? item.expected.map(({ id }) => id) : [])),
      )
      const kept = new Map(transcriptWords(after).map((each) => [each.id, each]))
      for (const each of transcriptWords(before)) {
        if (corrected.has(each.id)) continue
        const now = kept.get(each.id)
        expect(now?.text).toBe(each.text)
        // A word that is inserted where there is no room takes 20 ms each from its neighbors.
        expect(now?.startMs).toBeGreaterThanOrEqual(each.startMs)
        expect(now?.endMs).toBeLessThanOrEqual(each.endMs)
      }
      expect(after.marks).toEqual(before.marks)
      expect(openCorrections(after, [proposed(items)])).toEqual([])
    }),
    { numRuns: 100, examples: [[sameAtStart], [sameAtEnd], [twiceInARow]] },
  )
})
