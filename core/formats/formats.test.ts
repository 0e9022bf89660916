import { expect, test } from 'vitest'
import { formatIds, formats, isFormatId } from './formats.ts'
import { documentOf, english } from './testing/sample-document.ts'

test('every format is listed by its id, has a name of its own and writes an empty document', () => {
  for (const id of formatIds) {
    const format = formats[id]
    expect(format.id).toBe(id)
    expect(isFormatId(id)).toBe(true)
    const { text } = format.write!(documentOf([]), english)
    expect(text === '' || text.endsWith('\n')).toBe(true)
  }
  expect(formatIds.length).toBe(Object.keys(formats).length)
  expect(new Set(formatIds.map((id) => formats[id].extension)).size).toBe(formatIds.length)
  expect(isFormatId('constructor')).toBe(false)
})
