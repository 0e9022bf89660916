import * as fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { openCorrections } from '../corrections/open-corrections.ts'
import type { ProposedCorrection, ProposedCorrections } from '../corrections/proposed-corrections.ts'
import { acceptCorrections } from '../corrections/settle-corrections.ts'
import { applyEdits } from '../edits/apply-edits.ts'
import { conversation, paragraph, saidWords } from '../edits/testing/samples.ts'
import { lint } from '../transcript/lint.ts'
import { paragraphText, type Mark, type Transcript, transcriptWords } from '../transcript/transcript.ts'
import { answerCorrections, knownShare } from './answer-corrections.ts'
import type { AnsweredWord, ReviewAnswer } from './review-answer.ts'
import { textOfWords } from './review-paragraph.ts'
import { madePage } from './testing/made-page.ts'

const none: ReviewAnswer = {
  format: 'parolo-review',
  version: 1,
  review: 'r',
  transcript: 't',
  title: 'Talk',
  reviewer: 'Zoé',
  answered: '2026-11-30T07:00:00.000Z',
  paragraphs: [],
  right: [],
  comments: [],
  voices: [],
}

/** A paragraph of a page made of a transcript, with a changed text. */
function changed(page: Transcript, index: number, change: (text: string) => string): ReviewAnswer {
  const { id = '', words = [] } = madePage(page).made.document.transcript.paragraphs[index] ?? {}
  const had = words.map((word): AnsweredWord => [word.id, word.before, word.text])
  return { ...none, paragraphs: [{ id, words: had, text: change(textOfWords(words)) }] }
}

/** The transcript with all of an answer accepted. */
function accepted(now: Transcript, items: readonly ProposedCorrection[]): Transcript {
  const set: ProposedCorrections = {
    id: 'set',
    transcriptId: now.id,
    by: 'Zoé',
    atMs: 0,
    readAtMs: 0,
    source: { format: 'review', fileName: 'a.json' },
    items,
  }
  const edits = acceptCorrections(now, openCorrections(now, [set]))
  const { transcript } = applyEdits(now, edits)
  expect(lint(transcript)).toEqual([])
  return transcript
}

const textsOf = ({ paragraphs }: Transcript): string[] => paragraphs.map(paragraphText)

const redaction: Mark = { id: 'x', kind: 'redaction', fromWordId: 'c2.1', toWordId: 'c2.3', value: null }

describe('the answer of a review page', () => {
  it('proposes nothing that was accepted, also when the same file is read again as another set', () => {
    const now = conversation()
    const answer: ReviewAnswer = {
      ...changed(now, 1, () => 'Nobody, they had all gone home.'),
      right: [{ words: [['c3.4', ' ', 'thought.']] }],
      comments: [{ fromWordId: 'c1.0', toWordId: 'c1.4', text: 'Not me.' }],
      voices: [{ id: 's2', was: 'Speaker 2', name: 'Ben' }],
    }
    const then = accepted(now, answerCorrections(now, answer))
    const again = answerCorrections(then, answer)
    const set = { id: 'again', by: 'Zoé', atMs: 0, source: { format: 'review', fileName: 'a.json' } as const }
    expect(openCorrections(then, [{ ...set, items: again }])).toEqual([])
  })

  it('is a correction for each place that was changed, a comment, a name and a confirmation, in reading order', () => {
    const now = conversation()
    const answer: ReviewAnswer = {
      ...changed(now, 1, () => 'Nobody, they had all gone home.'),
      right: [
        {
          words: [
            ['c3.3', ' ', 'I'],
            ['c3.4', ' ', 'thought.'],
          ],
        },
      ],
      comments: [{ fromWordId: 'c1.0', toWordId: 'c1.4', text: 'Not me.' }],
      voices: [{ id: 's2', was: 'Speaker 2', name: 'Ben' }],
    }
    const items = answerCorrections(now, answer)
    expect(items).toEqual([
      { id: '1', kind: 'speaker-name', speakerId: 's2', expected: 'Speaker 2', name: 'Ben' },
      { id: '2', kind: 'comment', fromWordId: 'c1.0', toWordId: 'c1.4', text: 'Not me.' },
      {
        id: '3',
        kind: 'words',
        wordBeforeId: null,
        wordAfterId: 'c2.2',
        expected: [
          { id: 'c2.0', text: 'Nobody.' },
          { id: 'c2.1', text: 'They' },
        ],
        text: 'Nobody, they had',
      },
      {
        id: '4',
        kind: 'words',
        wordBeforeId: 'c2.2',
        wordAfterId: 'c2.4',
        expected: [{ id: 'c2.3', text: 'went' }],
        text: 'gone',
      },
      {
        id: '5',
        kind: 'right',
        expected: [
          { id: 'c3.3', text: 'I' },
          { id: 'c3.4', text: 'thought.' },
        ],
      },
    ])
    const after = accepted(now, items)
    expect(textsOf(after)[1]).toBe('Nobody, they had all gone home.')
    expect(transcriptWords(after).find(({ id }) => id === 'c2.4')).toEqual(transcriptWords(now)[9])
  })

  it('has both texts where words were changed here since, and nothing where the same was done', () => {
    const page = conversation()
    const paragraphs = page.paragraphs.map((each) => ({
      ...each,
      words: each.words.map((word) => (word.id === 'c2.3' ? { ...word, text: 'drove' } : word)),
    }))
    const now = { ...page, paragraphs }
    const [item, ...others] = answerCorrections(
      now,
      changed(page, 1, () => 'Nobody. They all walked home.'),
    )
    expect(others).toEqual([])
    expect(item).toMatchObject({
      expected: [{ id: 'c2.3', text: 'drove' }],
      text: 'walked',
      exported: 'went',
    })
    expect(
      answerCorrections(
        now,
        changed(page, 1, () => 'Nobody. They all drove home.'),
      ),
    ).toEqual([])
  })

  it('never replaces what is redacted: it is told instead', () => {
    const now = { ...conversation(), marks: [redaction] }
    const items = answerCorrections(
      now,
      changed(now, 1, () => 'Nobody. Paul and Mary went home again.'),
    )
    expect(items).toEqual([
      { id: '1', kind: 'told', about: 'redacted', text: 'Paul and Mary went', nearWordId: 'c2.1' },
      {
        id: '2',
        kind: 'words',
        wordBeforeId: 'c2.3',
        wordAfterId: null,
        expected: [{ id: 'c2.4', text: 'home.' }],
        text: 'home again.',
      },
    ])
    expect(accepted(now, items).paragraphs[1]?.words.slice(0, 4)).toEqual(
      now.paragraphs[1]?.words.slice(0, 4),
    )
  })

  it('inserts after what a placeholder stands for', () => {
    const now = { ...conversation(), marks: [redaction] }
    const items = answerCorrections(
      now,
      changed(now, 1, (text) => text.replace('home', 'straight home')),
    )
    expect(items).toMatchObject([
      { wordBeforeId: 'c2.3', wordAfterId: 'c2.4', expected: [], text: 'straight' },
    ])
  })

  it('leaves fillers that the page did not show, and replaces all words of a number', () => {
    const said = 'So um twenty three people came um yesterday.'
    const now: Transcript = {
      ...conversation([]),
      fillers: 'hidden',
      numbers: 'digits',
      paragraphs: [paragraph('p1', 's1', saidWords('c1', said, 0))],
    }
    expect(
      textOfWords(madePage(now, { doubts: [] }).made.document.transcript.paragraphs[0]?.words ?? []),
    ).toBe('So 23 people came yesterday.')
    const items = answerCorrections(
      now,
      changed(now, 0, () => 'So 24 people went today.'),
    )
    const after = accepted(now, items)
    expect(textsOf(after)).toEqual(['So um 24 people went um today.'])
  })

  it('leaves out what no longer is: gone words that were right or commented, voices that are gone or named so', () => {
    const now = conversation()
    const answer: ReviewAnswer = {
      ...none,
      right: [{ words: [['gone', '', 'Hm']] }, { words: [['c1.0', '', 'Whom']] }],
      comments: [{ fromWordId: 'gone', toWordId: 'gone', text: 'Why?' }],
      voices: [
        { id: 's1', was: 'Anna', name: 'Anna' },
        { id: 's9', was: 'Speaker 9', name: 'Eve' },
      ],
    }
    expect(answerCorrections(now, answer)).toEqual([
      { id: '1', kind: 'told', about: 'note', text: 'Why?', nearWordId: null },
    ])
    expect(knownShare(now, answer)).toBeCloseTo(1 / 3)
  })
})

const words = fc.array(fc.constantFrom('a', 'the', 'Dog', 'went', 'home.', 'um', 'yes,', 'two'), {
  minLength: 1,
  maxLength: 12,
})
const edits = fc.array(
  fc.record({
    at: fc.nat({ max: 20 }),
    kind: fc.constantFrom('replace', 'insert', 'delete'),
    word: fc.constantFrom('new', 'Dog', 'the', 'home!'),
  }),
  { minLength: 1, maxLength: 4 },
)

test('whatever is typed in a page is what stands there once it is accepted, and other words stay as they are', () => {
  fc.assert(
    fc.property(words, edits, (given, changes) => {
      // Of two equal neighbors, nobody can say which one was deleted.
      const said = given.map((word, index) => `${word}${index}`)
      const now: Transcript = {
        ...conversation([]),
        paragraphs: [
          paragraph('p1', 's1', saidWords('c1', said.join(' '), 1_000)),
          paragraph('p2', 's2', saidWords('c2', 'Nobody. They all went home.', 20_000)),
        ],
      }
      const typed = [...said]
      for (const { at, kind, word } of changes) {
        const place = at % (typed.length + 1)
        if (kind === 'insert') typed.splice(place, 0, word)
        else if (kind === 'delete') typed.splice(place, 1)
        else if (place < typed.length) typed.splice(place, 1, word)
      }
      if (typed.length === 0) return
      const items = answerCorrections(
        now,
        changed(now, 0, () => typed.join(' ')),
      )
      const after = accepted(now, items)
      expect(textsOf(after)).toEqual([typed.join(' '), 'Nobody. They all went home.'])
      const touched = new Set(
        items.flatMap((item) => (item.kind === 'words' ? item.expected.map(({ id }) => id) : [])),
      )
      const left = new Map(transcriptWords(after).map((word) => [word.id, word]))
      for (const word of transcriptWords(now)) {
        if (touched.has(word.id)) continue
        const { before: _before, ...same } = word
        expect(left.get(word.id)).toMatchObject(same)
      }
    }),
    { numRuns: 300 },
  )
})
