import { describe, expect, it } from 'vitest'
import { applyEdits } from '#core/edits/apply-edits'
import type { Edit } from '#core/edits/edit'
import { replaceTextEdit } from '#core/edits/kinds/replace-text'
import { conversation } from '#core/edits/testing/samples'
import { paragraphText, type Transcript } from '#core/transcript/transcript'
import { undoSteps } from './undo-steps.ts'

/** Makes groups of edits 100 ms apart and returns their steps. */
function stepsOf(start: Transcript, groups: readonly ((now: Transcript) => Edit[])[]): string[] {
  const steps = undoSteps()
  let now = start
  return groups.map((make, index) => {
    const edits = make(now)
    const after = applyEdits(now, edits, {}).transcript
    const step = steps.stepOf(edits, now, after, index * 100)
    now = after
    return step
  })
}

const textOf = (now: Transcript, paragraphId: string): string =>
  paragraphText(now.paragraphs.find((each) => each.id === paragraphId) ?? { words: [] })

/** Types at the end of a paragraph. */
const types =
  (id: string, paragraphId: string, letter: string) =>
  (now: Transcript): Edit[] => [
    replaceTextEdit(now, { id, paragraphId, text: textOf(now, paragraphId) + letter }),
  ]

/** A first letter in a line below p2: inserted there, then split off. */
const opensBelow = (now: Transcript): Edit[] => {
  const written = replaceTextEdit(now, {
    id: 'e1',
    paragraphId: 'p2',
    text: `${textOf(now, 'p2')} Y`,
  })
  const words = applyEdits(now, [written], {}).transcript.paragraphs.find(({ id }) => id === 'p2')?.words
  return [written, { kind: 'split-paragraph', id: 'e2', wordId: words?.at(-1)?.id ?? '', offset: 0 }]
}

describe('undoSteps', () => {
  it('keys that follow one another are one step, in another paragraph another', () => {
    const steps = stepsOf(conversation(), [
      types('e1', 'p1', 'a'),
      types('e2', 'p1', 'b'),
      types('e3', 'p2', 'c'),
    ])
    expect(steps).toEqual(['e1', 'e1', 'e3'])
  })

  it('the first letter of a new paragraph and those after it are one step', () => {
    expect(stepsOf(conversation(), [opensBelow, types('e3', 'e2.0', 'e'), types('e4', 'e2.0', 's')])).toEqual(
      ['e1', 'e1', 'e1'],
    )
  })

  it('so it is in a text that has no paragraph yet', () => {
    const empty = { ...conversation(), paragraphs: [], marks: [] }
    const note = (): Edit[] => [
      { kind: 'insert-sound', id: 'e1', paragraphKind: 'note', text: 'A', startMs: 0, endMs: 4_000 },
    ]
    expect(stepsOf(empty, [note, types('e2', 'e1.0', 'n')])).toEqual(['e1', 'e1'])
  })

  it('a paragraph that was only cut is no typing', () => {
    const cut = (): Edit[] => [{ kind: 'split-paragraph', id: 'e1', wordId: 'c1.4', offset: 0 }]
    expect(stepsOf(conversation(), [cut, types('e2', 'e1.0', '!')])).toEqual(['e1', 'e2'])
  })
})
