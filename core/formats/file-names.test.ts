import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { numberedName, splitName, uniqueNames } from './file-names.ts'

describe('a file’s name', () => {
  it.each([
    ['talk.srt', 'talk', '.srt'],
    ['a talk.v2.vtt', 'a talk.v2', '.vtt'],
    ['talk.parolo.json', 'talk', '.parolo.json'],
    ['talk', 'talk', ''],
    ['.talk', '.talk', ''],
  ])('%s is %s and %s', (name, stem, extension) => {
    expect(splitName(name)).toEqual({ stem, extension })
  })

  it('has its number before its extension', () => {
    expect(numberedName('talk.srt', 1)).toBe('talk.srt')
    expect(numberedName('talk.v2.vtt', 2)).toBe('talk.v2 (2).vtt')
    expect(numberedName('talk.parolo.json', 12)).toBe('talk (12).parolo.json')
    expect(numberedName('talk', 3)).toBe('talk (3)')
  })
})

describe('unique names', () => {
  it('number what is there already, whatever its case', () => {
    expect(uniqueNames(['a.srt', 'A.SRT', 'a.vtt', 'a (2).srt', 'a.srt'])).toEqual([
      'a.srt',
      'A (2).SRT',
      'a.vtt',
      'a (2) (2).srt',
      'a (3).srt',
    ])
    expect(uniqueNames(['\u00e9t\u00e9.txt', 'e\u0301te\u0301.txt'])[1]).toBe('e\u0301te\u0301 (2).txt')
  })

  it('are all different and keep their extensions', () => {
    const name = fc.constantFrom('a.srt', 'A.srt', 'a (2).srt', 'b.parolo.json', 'B.parolo.json')
    fc.assert(
      fc.property(fc.array(name), (names) => {
        const unique = uniqueNames(names)
        expect(new Set(unique.map((one) => one.toLowerCase())).size).toBe(names.length)
        expect(unique.map((one) => splitName(one).extension)).toEqual(
          names.map((one) => splitName(one).extension),
        )
      }),
    )
  })
})
