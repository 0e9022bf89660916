import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { randomParagraphs } from '../captions/testing/random-transcript.ts'
import { formatIds, formats, isFormatId, listedFormatIds } from './formats.ts'
import { documentOf, english } from './testing/sample-document.ts'

test('every format is listed by its id, with an extension and names of its own in both languages', () => {
  for (const id of formatIds) {
    expect(formats[id].id).toBe(id)
    expect(isFormatId(id)).toBe(true)
  }
  expect(formatIds.length).toBe(Object.keys(formats).length)
  for (const nameOf of [
    (id: (typeof formatIds)[number]) => formats[id].extension,
    (id: (typeof formatIds)[number]) => formats[id].label.en,
    (id: (typeof formatIds)[number]) => formats[id].label.fr,
    (id: (typeof formatIds)[number]) => formats[id].purpose.en,
  ]) {
    expect(new Set(formatIds.map(nameOf)).size).toBe(formatIds.length)
  }
  expect(listedFormatIds).toContain('vtt')
  expect(isFormatId('constructor')).toBe(false)
})

const written = formatIds.filter((id) => formats[id].write !== undefined)
const read = written.filter((id) => formats[id].read !== undefined)

describe.each(written)('%s', (id) => {
  const { write } = formats[id]

  it('writes any document as whole lines, and the same one twice the same', () => {
    fc.assert(
      fc.property(randomParagraphs, (paragraphs) => {
        const document = documentOf(paragraphs)
        const { text, losses } = write!(document, english)
        expect(text === '' || text.endsWith('\n')).toBe(true)
        expect(text).not.toMatch(/\r|\uFEFF/u)
        expect(text.isWellFormed()).toBe(true)
        for (const { count } of losses) expect(count).toBeGreaterThan(0)
        expect(write!(document, english).text).toBe(text)
      }),
      { numRuns: 60 },
    )
  })
})

describe.each(read)('%s', (id) => {
  const { read: readText, write } = formats[id]

  it('reads what it wrote without a correction', () => {
    fc.assert(
      fc.property(randomParagraphs, (paragraphs) => {
        const { text } = write!(documentOf(paragraphs), english)
        // A file without a cue holds nothing to read.
        if (!/\d/u.test(text)) return
        const { document, corrections } = readText!(text)
        expect(corrections).toEqual([])
        if (id === 'json') expect(write!(document, english).text).toBe(text)
      }),
      { numRuns: 60 },
    )
  })
})

test('there are formats that read', () => {
  expect(read).toEqual(['vtt', 'srt', 'json'])
})
