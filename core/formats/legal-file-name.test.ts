import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { legalFileName } from './legal-file-name.ts'

const legal = (name: string): string => legalFileName(name, '.srt', 'transcript')

describe('legalFileName', () => {
  it.each([
    ['Interview 3', 'Interview 3.srt'],
    ['Été à l’école', 'Été à l’école.srt'],
    ['Who: me? <and> "you"', "Who - me -and- 'you'.srt"],
    ['#12: Who counts words? "Best & worst" of times', "#12 - Who counts words 'Best & worst' of times.srt"],
    ['L’épisode 3\u202F: où\u202F?', 'L’épisode 3 - où.srt'],
    ['a?b 10:30 *', 'a-b 10-30.srt'],
    ['a/b\\c|d', 'a-b-c-d.srt'],
    ['  ..hidden. . ', 'hidden.srt'],
    ['con', '_con.srt'],
    ['COM1.final', '_COM1.final.srt'],
    ['console', 'console.srt'],
    ['aux .x', '_aux .x.srt'],
    ['tab\there\u0000\u202e', 'tab-here.srt'],
    ['???', 'transcript.srt'],
    ['', 'transcript.srt'],
    ['e\u0301', 'é.srt'],
  ])('%j is %j', (name, file) => {
    expect(legal(name)).toBe(file)
  })

  it('cuts between characters', () => {
    const family = '👩‍👩‍👧'
    expect(legal(family.repeat(10))).toBe(`${family.repeat(6)}.srt`)
    expect(legal('é'.repeat(200))).toBe(`${'é'.repeat(58)}.srt`)
  })

  it('is legal on every system, whatever the name', () => {
    const names = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 200 }),
      fc.string({
        unit: fc.constantFrom('.', ' ', '-', 'a', 'nul', 'LPT¹', '/', '😀', '\u0000'),
        maxLength: 8,
      }),
    )
    fc.assert(
      fc.property(names, fc.constantFrom('.srt', '.parolo.json', '.docx'), (name, extension) => {
        const file = legalFileName(name, extension, 'transcript')
        expect(file.endsWith(extension)).toBe(true)
        const stem = file.slice(0, -extension.length)
        expect(stem).toMatch(/^[^<>:"/\\|?*\p{Cc}]+$/u)
        expect(stem).toMatch(/^[^\s.].*[^\s.]$|^[^\s.]$/u)
        expect(new TextEncoder().encode(file).length).toBeLessThanOrEqual(120)
        expect(file.split('.')[0]?.trim()).not.toMatch(/^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])$/i)
        expect(file.isWellFormed()).toBe(true)
      }),
      { numRuns: 500 },
    )
  })
})
