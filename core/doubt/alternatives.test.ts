import { describe, expect, it } from 'vitest'
import { applyEdits } from '../edits/apply-edits.ts'
import { conversation, paragraph, saidWords } from '../edits/testing/samples.ts'
import { paragraphText } from '../transcript/transcript.ts'
import { type Alternative, alternativeEdit, alternatives } from './alternatives.ts'
import type { DoubtReason } from './reasons.ts'

const transcript = {
  ...conversation([]),
  paragraphs: [paragraph('p', 's1', saidWords('c', 'so Mr Oh Kondo, has come', 0))],
}
const ends = { fromWordId: 'c.2', toWordId: 'c.3' }
const term: DoubtReason = { reason: 'near-glossary-term', term: 'Okonjo', correction: 'Okonjo,', ...ends }
const other = (text: string, between = false): DoubtReason => ({
  reason: 'second-decode-differs',
  other: text,
  between,
  ...ends,
})

it('gives terms before other decodes, each text once, and none for a decode without the words', () => {
  const reasons = [other('a condo'), other(''), other('Okonjo,'), term, other('a condo')]
  expect(alternatives({ reasons }).map(({ text, isTerm }) => [text, isTerm])).toEqual([
    ['Okonjo,', true],
    ['a condo', false],
  ])
})

describe('alternativeEdit', () => {
  const textWith = (alternative: Alternative): string | null => {
    const edit = alternativeEdit(transcript, alternative, 'e1')
    if (edit === null) return null
    const { paragraphs } = applyEdits(transcript, [edit]).transcript
    return paragraphText(paragraphs[0]!)
  }
  const [asTerm] = alternatives({ reasons: [term] })

  it('replaces exactly the words of its reason', () => {
    expect(textWith(asTerm!)).toBe('so Mr Okonjo, has come')
    expect(textWith({ ...asTerm!, text: 'and', between: true })).toBe('so Mr Oh and Kondo, has come')
  })

  it('is null once the words are gone', () => {
    expect(textWith({ ...asTerm!, fromWordId: 'gone' })).toBeNull()
    expect(textWith({ ...asTerm!, toWordId: 'gone' })).toBeNull()
  })
})
