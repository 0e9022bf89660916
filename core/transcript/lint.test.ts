import { describe, expect, it } from 'vitest'
import { conversation, conversationMs } from '../edits/testing/samples.ts'
import { lint } from './lint.ts'
import type { Paragraph, Transcript, Word } from './transcript.ts'

const good = conversation()

function withFirstWords(change: (words: readonly Word[]) => readonly Word[]): Transcript {
  const paragraphs = good.paragraphs.map((paragraph, index) =>
    index === 0 ? { ...paragraph, words: change(paragraph.words) } : paragraph,
  )
  return { ...good, paragraphs }
}

function withWord(change: Partial<Word>): Transcript {
  return withFirstWords((words) => words.map((word, index) => (index === 1 ? { ...word, ...change } : word)))
}

function withParagraph(change: Partial<Paragraph>): Transcript {
  const paragraphs = good.paragraphs.map((each, index) => (index === 1 ? { ...each, ...change } : each))
  return { ...good, paragraphs }
}

const rules = (transcript: Transcript, durationMs?: number): string[] =>
  lint(transcript, durationMs).map(({ rule, id }) => `${rule} ${id}`)

describe('lint', () => {
  it('finds nothing in a good transcript', () => {
    expect(lint(good, conversationMs)).toEqual([])
  })

  it.each<[string, Transcript, string[]]>([
    ['a word of no text', withWord({ text: ' ' }), ['empty-word c1.1']],
    ['an end before the start', withWord({ endMs: 350 }), ['word-ends-before-start c1.1']],
    [
      'a recognized word that lasts nothing to speak of',
      withWord({ endMs: 419 }),
      ['recognised-word-too-short c1.1'],
    ],
    ['nothing in a written word that lasts none', withWord({ endMs: 400, origin: 'written' }), []],
    ['a word that starts in the one before', withWord({ startMs: 299 }), ['words-out-of-order c1.1']],
    ['part of a millisecond', withWord({ endMs: 700.5 }), ['time-not-whole c1.1']],
    ['a time that is none', withWord({ endMs: NaN }), ['time-not-whole c1.1']],
    ['more than sure', withWord({ confidence: 1.1 }), ['confidence-out-of-range c1.1']],
    ['no number', withWord({ confidence: NaN }), ['confidence-out-of-range c1.1']],
    ['a word id twice', withWord({ id: 'c2.0' }), ['duplicate-word-id c2.0']],
    ['no words of speech', withFirstWords(() => []), ['empty-paragraph p1']],
    ['a paragraph id twice', withParagraph({ id: 'p1' }), ['duplicate-paragraph-id p1']],
    ['nobody of that id', withParagraph({ speakerId: 's9' }), ['unknown-speaker p2']],
    [
      'turns of nobody, without length',
      { ...good, turns: [{ speakerId: 's9', startMs: 5, endMs: 5 }] },
      ['turn-ends-before-start turn 0', 'unknown-speaker turn 0'],
    ],
    [
      'marks on nothing and backwards',
      {
        ...good,
        marks: [
          { id: 'a', kind: 'hide', fromWordId: 'gone', toWordId: 'c1.0', value: null },
          { id: 'a', kind: 'hide', fromWordId: 'c2.0', toWordId: 'c1.0', value: null },
        ],
      },
      ['duplicate-mark-id a', 'mark-without-word a', 'mark-backwards a'],
    ],
    [
      'a speaker id twice',
      { ...good, speakers: [...good.speakers, ...good.speakers.slice(0, 1)] },
      ['duplicate-speaker-id s1'],
    ],
  ])('finds %s', (_, transcript, expected) => {
    expect(rules(transcript)).toEqual(expected)
  })

  it('finds times past the end of the recording', () => {
    expect(rules(good, 6899)).toEqual(['time-after-end c3.4', 'time-after-end turn 2'])
  })
})
