import { describe, expect, it } from 'vitest'
import { applyEdits } from '../edits/apply-edits.ts'
import { replaceTextEdit } from '../edits/kinds/replace-text.ts'
import { conversation, paragraph, saidWords } from '../edits/testing/samples.ts'
import type { Transcript } from '../transcript/transcript.ts'
import { corrections, unknownTerms } from './corrections.ts'

const said = (...texts: string[]): Transcript => ({
  ...conversation([]),
  paragraphs: texts.map((text, index) =>
    paragraph(`p${index}`, 's1', saidWords(`c${index}`, text, index * 20_000)),
  ),
})

function typed(transcript: Transcript, index: number, text: string): Transcript {
  const edit = replaceTextEdit(transcript, { id: `e${index}`, paragraphId: `p${index}`, text })
  return applyEdits(transcript, [edit]).transcript
}

describe('corrections', () => {
  it('finds what a person made of recognized words, without punctuation', () => {
    const before = said('then Mr Oh Kondo, came', 'Condo said yes', 'it was good.')
    const one = typed(before, 0, 'then Mr Okonjo, came')
    const two = typed(one, 1, 'Okonjo said yes')
    expect(corrections(two).map(({ heard, text }) => `${heard} → ${text}`)).toEqual([
      'Kondo → Okonjo',
      'Condo → Okonjo',
    ])
    expect(corrections(typed(two, 2, 'It was good.'))).toHaveLength(2)
    expect(corrections(typed(before, 2, 'it was really good.'))).toEqual([])
  })
})

describe('unknownTerms', () => {
  const before = said('then Oh Kondo came', 'Condo said yes', 'he was there')
  const twice = typed(typed(before, 0, 'then Okonjo came'), 1, 'Okonjo said yes')

  it('suggests what was corrected twice', () => {
    expect(unknownTerms(twice, corrections(twice), [])).toEqual([{ text: 'Okonjo' }])
    const once = typed(before, 0, 'then Okonjo came')
    expect(unknownTerms(once, corrections(once), [])).toEqual([])
  })

  it('suggests no term that is known, nor a word that the recognizer knows', () => {
    expect(unknownTerms(twice, corrections(twice), [{ text: 'okonjo' }])).toEqual([])
    const common = said('the cat came', 'the bat said yes', 'there was a dog')
    const dogs = typed(typed(common, 0, 'the dog came'), 1, 'the dog said yes')
    expect(unknownTerms(dogs, corrections(dogs), [])).toEqual([])
  })
})
