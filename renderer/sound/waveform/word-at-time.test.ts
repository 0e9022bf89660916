import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Paragraph, Word } from '#core/transcript/transcript'
import { WordIndex } from './word-at-time.ts'

const word = (id: string, startMs: number, endMs: number): Word => ({
  id,
  before: ' ',
  text: id,
  startMs,
  endMs,
  confidence: null,
  origin: 'recognised',
})
const paragraph = (id: string, words: readonly Word[]): Paragraph => ({
  id,
  speakerId: null,
  language: 'en',
  kind: 'speech',
  words,
})
const indexOf = (paragraphs: readonly Paragraph[]): WordIndex => {
  const index = new WordIndex()
  index.update({ paragraphs })
  return index
}

describe('the word at a time', () => {
  const paragraphs = [
    paragraph('p1', [word('a', 100, 200), word('b', 200, 300)]),
    paragraph('empty', []),
    paragraph('p2', [word('c', 500, 600)]),
  ]

  it('is the word that sounds then, its start included and its end not', () => {
    const index = indexOf(paragraphs)
    expect(index.at(100)).toMatchObject({ wordId: 'a', wordIndex: 0, paragraphId: 'p1', sounding: true })
    expect(index.at(200)).toMatchObject({ wordId: 'b', sounding: true })
    expect(index.at(550)).toMatchObject({ wordId: 'c', paragraphIndex: 2, sounding: true })
  })

  it('is the last word heard in a pause, and nothing before the first', () => {
    const index = indexOf(paragraphs)
    expect(index.at(400)).toMatchObject({ wordId: 'b', sounding: false })
    expect(index.at(9_000)).toMatchObject({ wordId: 'c', sounding: false })
    expect(index.at(99)).toBeNull()
  })

  it('is that of whoever still speaks after a shorter interruption', () => {
    const index = indexOf([
      paragraph('long', [word('a', 0, 400), word('b', 400, 1_000)]),
      paragraph('short', [word('yes', 500, 600)]),
    ])
    expect(index.at(550)?.wordId).toBe('yes')
    expect(index.at(700)).toMatchObject({ wordId: 'b', sounding: true })
  })

  it('follows a correction', () => {
    const index = indexOf(paragraphs)
    index.update({ paragraphs: [...paragraphs.slice(0, 2), paragraph('p2', [word('d', 450, 600)])] })
    expect(index.at(460)?.wordId).toBe('d')
  })

  it('finds what looking at every word would find', () => {
    const anyParagraphs = fc
      .array(
        fc.record({
          start: fc.integer({ min: 0, max: 2_000 }),
          lengths: fc.array(fc.integer({ min: 1, max: 200 }), { minLength: 1, maxLength: 6 }),
        }),
        { maxLength: 12 },
      )
      .map((made) =>
        made.map(({ start, lengths }, number) => {
          let at = start
          return paragraph(
            `p${number}`,
            lengths.map((length, index) => word(`p${number}.${index}`, at, (at += length))),
          )
        }),
      )
    fc.assert(
      fc.property(anyParagraphs, fc.integer({ min: 0, max: 3_500 }), (made, ms) => {
        const found = indexOf(made).at(ms)
        const words = made.flatMap((one) => one.words)
        const sounding = words.filter((one) => one.startMs <= ms && ms < one.endMs)
        expect(found?.sounding ?? false).toBe(sounding.length > 0)
        const latest = Math.max(...words.filter((one) => one.endMs <= ms).map(({ endMs }) => endMs))
        const allowed = sounding.length > 0 ? sounding : words.filter(({ endMs }) => endMs === latest)
        const isThere = found === null || allowed.some(({ id }) => id === found.wordId)
        expect(isThere && (found !== null || allowed.length === 0)).toBe(true)
      }),
    )
  })
})
