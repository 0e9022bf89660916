import { expect, test } from 'vitest'
import { formatList } from './formats.ts'
import { mediaExtensions } from './media-files.ts'
import { otherKindOf } from './other-files.ts'
import { readExtensions } from './reading/read-files.ts'

test('an edit list, captions of other kinds, tables and documents are known by their names', () => {
  const names = [
    'Cut 3.EDL',
    'a.scc',
    'talk.rttm',
    'talk.words.csv',
    'talk.pdf',
    'edl',
    'talk.mp3',
    'a.cut.fcpxml',
  ]
  expect(names.map(otherKindOf)).toEqual([
    'edit',
    'captions',
    'turns',
    'table',
    'document',
    null,
    null,
    'edit',
  ])
})

test('no file that is read is one of them, and what Parolo writes without reading it is', () => {
  expect([...readExtensions(), ...mediaExtensions].filter((name) => otherKindOf(name) !== null)).toEqual([])
  const unread = formatList.filter(({ input }) => input === null).map(({ extension }) => extension)
  expect(unread.filter((extension) => otherKindOf(extension) === null)).toEqual([])
})
