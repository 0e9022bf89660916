import { expect, it } from 'vitest'
import { spoken } from '../captions/testing/spoken.ts'
import { foundStretches, foundWords } from './found-places.ts'
import { wordsAround } from './words-around.ts'

const paragraphs = spoken([
  ['A', 1_000, 5_000, 'It was on the 14th of June'],
  ['B', 8_000, 10_000, 'and on the, um, Sunday after that.'],
  ['A', 12_000, 13_000, 'So it ends.'],
])

it('a place without words is known by the words that end before it and begin after it, whoever says them', () => {
  const [pause] = foundStretches('pause', [{ startMs: 5_600, endMs: 7_400 }], [])
  expect(pause && wordsAround(paragraphs, pause)).toEqual({ before: '14th of June', after: 'and on the,' })
})

it('cut or found words are known by those beside them, of their own paragraph', () => {
  const [um] = foundWords({ paragraphs, marks: [] }, 'filler', 'en')
  expect(um?.text).toBe('um,')
  expect(um && wordsAround(paragraphs, um)).toEqual({ before: 'and on the,', after: 'Sunday after that.' })
  const first = { startMs: 12_000, endMs: 12_100, words: { fromWordId: '', toWordId: '' } }
  const id = paragraphs[2]?.words[0]?.id ?? ''
  expect(wordsAround(paragraphs, { ...first, words: { fromWordId: id, toWordId: id } })).toEqual({
    before: '',
    after: 'it ends.',
  })
})

it('there are none before the first word and after the last one', () => {
  const rows = [{ id: 'a', startMs: 0, endMs: 800, reason: 'pause' as const }]
  const [start] = foundStretches('pause', [], rows)
  expect(start && wordsAround(paragraphs, start)).toEqual({ before: '', after: '' })
})
