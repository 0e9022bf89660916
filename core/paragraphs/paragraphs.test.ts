import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { paragraphText } from '../transcript/transcript.ts'
import { makeParagraphs } from './paragraphs.ts'
import { ids, spoken } from './testing/spoken.ts'

const texts = (text: string, speakers?: string, language = 'en'): string[] => {
  const words = spoken(text)
  return makeParagraphs(words, ids(speakers ?? 'A'.repeat(words.length)), language).map(paragraphText)
}

test('no words, no paragraphs', () => {
  expect(makeParagraphs([], [], 'en')).toEqual([])
})

test('a new one at each change of speaker, named after its first word', () => {
  const paragraphs = makeParagraphs(spoken('Yes. No. Well'), ['s1', 's2', null], 'fr')
  expect(paragraphs).toMatchObject([
    { id: 'p:c.0', speakerId: 's1', language: 'fr', kind: 'speech' },
    { id: 'p:c.1', speakerId: 's2' },
    { id: 'p:c.2', speakerId: null },
  ])
})

test('at a pause over 2 s after a sentence end, and only there', () => {
  expect(texts('Yes. [2001] No.')).toEqual(['Yes.', 'No.'])
  expect(texts('Yes. [2000] No.')).toHaveLength(1)
  expect(texts('yes [9000] no')).toHaveLength(1)
  expect(texts('Ask Mr. [2500] Smith.')).toHaveLength(1)
})

test('at a sentence end once it is over 600 characters', () => {
  const sentence = `Word ${'word '.repeat(18)}end.`
  const paragraphs = texts(Array(13).fill(sentence).join(' '))
  expect(paragraphs.map((text) => text.length)).toEqual([699, 599])
  for (const text of paragraphs) expect(text.endsWith('end.')).toBe(true)
})

test('every word stands in exactly one paragraph, in order; only the space before a paragraph goes', () => {
  const parts = fc.array(fc.tuple(fc.constantFrom('so', 'so.', '[2500] So'), fc.constantFrom('A', 'B', null)))
  fc.assert(
    fc.property(parts, (own) => {
      fc.pre(own.length > 0)
      const words = spoken(own.map(([text]) => text).join(' '))
      const paragraphs = makeParagraphs(
        words,
        own.map(([, speaker]) => speaker),
        'en',
      )
      const kept = paragraphs.flatMap((paragraph) => paragraph.words)
      const opening = new Set(paragraphs.map((paragraph) => paragraph.words[0]?.id))
      expect(kept).toEqual(words.map((word) => (opening.has(word.id) ? { ...word, before: '' } : word)))
      expect(new Set(paragraphs.map(({ id }) => id)).size).toBe(paragraphs.length)
    }),
  )
})
