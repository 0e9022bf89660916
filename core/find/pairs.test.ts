import { describe, expect, it } from 'vitest'
import { applyEdits } from '../edits/apply-edits.ts'
import { conversation, paragraph, saidWords } from '../edits/testing/samples.ts'
import { paragraphText } from '../transcript/transcript.ts'
import { findPairs, replaceHits, type ReplacePair } from './find-replace.ts'
import { readPairs, writePairs } from './pair-files.ts'

const choices = { matchCase: false, wholeWord: true, accents: 'ignore' } as const

function replaced(text: string, pairs: readonly ReplacePair[]): string {
  const paragraphs = [paragraph('p1', null, saidWords('c1', text, 0))]
  const transcript = { ...conversation([]), turns: [], paragraphs }
  let made = 0
  const edits = replaceHits(transcript, findPairs(transcript, pairs, choices), '', () => `r${made++}`)
  return applyEdits(transcript, edits).transcript.paragraphs.map(paragraphText).join('')
}

describe('a list of pairs', () => {
  it('replaces all in the text as it was, so that two words can change places', () => {
    expect(
      replaced('Léa met Okonjo, and okonjo met Lea.', [
        { find: 'Léa', by: 'Okonjo' },
        { find: 'Okonjo', by: 'Léa' },
      ]),
    ).toBe('Okonjo met Léa, and Léa met Okonjo.')
  })

  it('takes the first of two pairs that match at one place, and $ as it is', () => {
    const pairs = [
      { find: 'Mr Okonjo', by: '$1 Okonjo' },
      { find: 'Mr', by: 'Mister' },
      { find: '', by: 'nothing' },
    ]
    expect(replaced('Mr Okonjo and Mr Keller (a.c)', pairs)).toBe('$1 Okonjo and Mister Keller (a.c)')
    expect(replaced('a.c abc', [{ find: 'a.c', by: 'x' }])).toBe('x abc')
  })

  it('is the same after it went through a file', () => {
    const pairs = [
      { find: 'Okonjo, Ada', by: 'Okonjo "Ada"' },
      { find: 'a', by: '' },
    ]
    expect(readPairs(writePairs(pairs))).toEqual({ pairs, left: 0 })
  })

  it('comes from a table of a spreadsheet too; lines that are no pair are counted', () => {
    expect(readPairs('\uFEFF"Okonjo; ""Ada""";Okonjo\r\nonly one\r\n\r\na;b\r\n')).toEqual({
      pairs: [
        { find: 'Okonjo; "Ada"', by: 'Okonjo' },
        { find: 'a', by: 'b' },
      ],
      left: 1,
    })
  })
})
