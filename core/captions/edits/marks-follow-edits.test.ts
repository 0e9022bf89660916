import { expect, test } from 'vitest'
import { applyEdit } from '../../edits/apply.ts'
import type { Edit } from '../../edits/edit.ts'
import { conversation } from '../../edits/testing/samples.ts'
import type { Transcript } from '../../transcript/transcript.ts'
import { readStoredMark } from '../../transcript/marks/stored-mark.ts'
import { CueParts } from '../cue-parts.ts'
import { makeCues, type Cue } from '../cues.ts'
import { presetFor } from '../presets/netflix.ts'

const rules = presetFor('en')
const options = { durationMs: 8_000, language: 'en' }
const set = (kind: string, wordId: string, value: string | null = null): Transcript['marks'][number] =>
  readStoredMark({ id: `${kind} ${wordId}`, kind, fromWordId: wordId, toWordId: wordId, value })

/** "They all" at set times, a line break before "went". */
const marked = conversation([
  set('cue-start', 'c2.1', '2500'),
  set('cue-end', 'c2.2', '3200'),
  set('line-break', 'c2.4'),
])
const kinds = ({ marks }: Transcript): string[] => marks.map(({ id }) => id)
const cuesOf = (transcript: Transcript): Cue[] => makeCues(transcript, rules, options)
const fixed = (transcript: Transcript): (readonly string[])[] =>
  cuesOf(transcript).flatMap(({ isFixed, wordIds }) => (isFixed ? [wordIds] : []))

/** The transcript after the edit; checks that its inverse restores everything. */
function after(edit: Edit): Transcript {
  const { transcript, inverse } = applyEdit(marked, edit, { durationMs: 8_000 })
  expect(applyEdit(transcript, inverse).transcript).toEqual(marked)
  const parts = new CueParts()
  for (const state of [marked, transcript, marked]) {
    const steps = parts.update(state, rules, options)
    let step = steps.next()
    while (step.done !== true) step = steps.next()
    expect(step.value).toEqual(cuesOf(state))
  }
  return transcript
}

const retyped = (text: string): Edit => ({ kind: 'replace-text', id: 'e', paragraphId: 'p2', text })

test('a mark whose word is deleted goes, the others stay', () => {
  expect(fixed(marked)).toEqual([['c2.1', 'c2.2']])
  const deleted = after(retyped('Nobody. all went home.'))
  expect(kinds(deleted)).toEqual(['cue-end c2.2', 'line-break c2.4'])
  expect(fixed(deleted)).toEqual([])
})

test('correcting a word keeps its marks', () => {
  const corrected = after(retyped('Nobody. They’ll all go home.'))
  expect(kinds(corrected)).toEqual(kinds(marked))
  expect(fixed(corrected)).toEqual([['c2.1', 'c2.2']])
})

test('a paragraph split inside a fixed cue, or joined with another, keeps the cue', () => {
  const split = after({ kind: 'split-paragraph', id: 'e', wordId: 'c2.2', offset: 0 })
  expect(kinds(split)).toEqual(kinds(marked))
  expect(fixed(split)).toEqual([['c2.1', 'c2.2']])
  const joined = after({ kind: 'merge-paragraphs', id: 'e', firstParagraphId: 'p1', secondParagraphId: 'p2' })
  expect(kinds(joined)).toEqual(kinds(marked))
  expect(fixed(joined)).toEqual([['c2.1', 'c2.2']])
})

test('a deleted paragraph takes its marks along, undo brings them back', () => {
  expect(kinds(after({ kind: 'delete-paragraph', id: 'e', paragraphId: 'p2' }))).toEqual([])
})
