import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { libraryName } from './library-names.ts'
import { readList } from './list-file.ts'
import { manifestHeader, manifestLine, manifestRows, noFacts } from './manifest.ts'
import { tsvLine, tsvRows } from './tsv.ts'

const value = fc.string({ unit: 'grapheme' })

describe('tables', () => {
  it('give any values back, also with tabs, line breaks and backslashes', () => {
    const odd = fc.oneof(value, fc.stringMatching(/^[\t\n\r\\tnr]*$/u))
    fc.assert(
      fc.property(fc.array(fc.array(odd, { minLength: 2, maxLength: 4 })), (lines) => {
        const text = `a\tb\n${lines.map(tsvLine).join('')}`
        expect([...tsvRows(text)]).toEqual(lines)
      }),
    )
  })

  it('leave a last line out that was cut off', () => {
    expect([...tsvRows('a\tb\n1\t2\n3\t')]).toEqual([['1', '2']])
    expect([...tsvRows('')]).toEqual([])
  })
})

describe('the manifest', () => {
  const row = {
    ...noFacts,
    sha256: 'ab'.repeat(32),
    durationMs: 1234,
    bytes: 99,
    mtimeMs: 1_700_000_000_000,
    path: '/archive/a\tb\n.mp3',
    key: '0f'.repeat(16),
    title: 'Émission n° 3',
    language: 'fr',
    speakers: '4',
  }

  it('gives its rows back', () => {
    expect([...manifestRows(manifestHeader + manifestLine(row))]).toEqual([row])
  })

  it.each([
    ['a hash that is none', { ...row, sha256: 'x' }],
    ['a key that is none', { ...row, key: '' }],
    ['a length that is none', { ...row, durationMs: Number.NaN }],
  ])('is refused with %s', (_, wrong) => {
    expect(() => [...manifestRows(manifestHeader + manifestLine(wrong))]).toThrow(RangeError)
  })
})

describe('a list', () => {
  it('has its columns in any order, quotes of spreadsheets and line ends of Windows', () => {
    const text =
      '\u{FEFF}Title\tpath\tunknown\tLanguage\tspeakers\r\n"He said ""no"""\ta.mp3\tx\tFR\t3\r\n\r\nB\tb.mp3\t\t\tauto\r\n'
    expect(readList(text)).toEqual({
      problems: [],
      recordings: [
        { ...noFacts, title: 'He said "no"', path: 'a.mp3', language: 'fr', speakers: '3' },
        { ...noFacts, title: 'B', path: 'b.mp3' },
      ],
    })
  })

  it('names the lines that are no recordings', () => {
    const { recordings, problems } = readList(
      'path\tlanguage\tspeakers\n\ten\t\na\tEnglish\t\nb\ten\t0\nc\t\t64\n',
    )
    expect(recordings?.map(({ path }) => path)).toEqual(['c'])
    expect(problems).toEqual([
      { line: 2, path: '', problem: 'no-path', value: '' },
      { line: 3, path: 'a', problem: 'bad-language', value: 'english' },
      { line: 4, path: 'b', problem: 'bad-speakers', value: '0' },
    ])
  })

  it('is none without a column for paths', () => {
    expect(readList('file\ttitle\na\tb\n').recordings).toBeNull()
  })
})

describe('the library of a recording', () => {
  it.each([
    ['folder', '/radio/France Inter/a.mp3', '', 'France Inter'],
    ['folder', '/a.mp3', '', 'recordings'],
    ['folder', '/radio/con/a.mp3', '', '_con'],
    ['year', '/a.mp3', '1998-03-02', '1998'],
    ['year', '/a.mp3', '02.03.1998', '1998'],
    ['year', '/a.mp3', 'around 19981', 'undated'],
    ['year', '/a.mp3', '', 'undated'],
  ] as const)('by %s, of %s dated “%s”: %s', (by, path, date, name) => {
    expect(libraryName({ path, date }, by, 'undated')).toBe(name)
  })
})
