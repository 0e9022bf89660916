import { expect, it } from 'vitest'
import { applyEdits } from '../edits/apply-edits.ts'
import { replaceTextEdit } from '../edits/kinds/replace-text.ts'
import { setMarkEdit } from '../edits/kinds/set-mark.ts'
import { conversation, paragraph, saidWords } from '../edits/testing/samples.ts'
import type { Transcript } from '../transcript/transcript.ts'
import { writtenOtherwise } from './written-otherwise.ts'

const said: Transcript = {
  ...conversation([]),
  paragraphs: ['then Kondo came', 'Mr Kondo, yes.', 'No, Kondo!', 'their house, their garden'].map(
    (text, index) => paragraph(`p${index}`, 's1', saidWords(`c${index}`, text, index * 9_000)),
  ),
}
const corrected = (id: string, text: string, before = said): Transcript =>
  applyEdits(before, [replaceTextEdit(before, { id: `e${text}`, paragraphId: id, text })]).transcript
const places = (transcript: Transcript): string[] =>
  writtenOtherwise(transcript).map(({ paragraphId, text }) => `${paragraphId} ${text}`)

it('finds the other places of a name that was corrected, and none before', () => {
  expect(places(said)).toEqual([])
  const after = corrected('p1', 'Mr Okonjo, yes.')
  expect(places(after)).toEqual(['p0 Okonjo', 'p2 Okonjo!'])
  const mark = { id: 'm', kind: 'accepted', fromWordId: 'c0.1', toWordId: 'c0.1', value: null } as const
  const kept = applyEdits(after, [setMarkEdit(after, { id: 'k', mark })]).transcript
  expect(places(kept)).toEqual(['p2 Okonjo!'])
})

it('says nothing about other words, or words that were corrected differently', () => {
  expect(places(corrected('p3', 'there house, their garden'))).toEqual([])
  const twice = corrected('p2', 'No, Kondor!', corrected('p1', 'Mr Okonjo, yes.'))
  expect(places(twice)).toEqual([])
})
