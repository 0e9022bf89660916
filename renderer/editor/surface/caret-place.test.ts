import { Text } from '@codemirror/state'
import { describe, expect, it } from 'vitest'
import { applyEdit } from '#core/edits/apply'
import type { Edit } from '#core/edits/edit'
import { conversation } from '#core/edits/testing/samples'
import type { Transcript } from '#core/transcript/transcript'
import { caretPlace, movedCaret } from './caret-place.ts'
import { lineText } from './paragraph-layout.ts'

const shown = (transcript: Transcript): string => transcript.paragraphs.map(lineText).join('\n')
const linesOf = (transcript: Transcript) => ({ transcript, blanks: [] })

/** The caret position (`|` in the text) after another person's edit; null: where the text puts it. */
function caretAfter(text: string, edit: Edit): string | null {
  const transcript = conversation()
  const doc = Text.of(shown(transcript).split('\n'))
  const [left = ''] = text.split('|')
  const at = doc.toString().indexOf(text.replace('|', '')) + left.length
  const caret = caretPlace(linesOf(transcript), doc, at)
  const after = applyEdit(transcript, edit).transcript
  const moved = caret && movedCaret(linesOf(after), Text.of(shown(after).split('\n')), caret)
  if (moved === null) return null
  return `${shown(after).slice(0, moved).split('\n').at(-1)}|`
}

describe('a caret', () => {
  const split: Edit = { kind: 'split-paragraph', id: 'e1', wordId: 'c2.1', offset: 0 }

  it('goes with its word into the paragraph that was split off', () => {
    expect(caretAfter('all went home.|', split)).toBe('They all went home.|')
    expect(caretAfter('all we|nt home.', split)).toBe('They all we|')
    expect(caretAfter('Nob|ody.', split)).toBeNull()
  })

  it('goes with its word into the paragraph that it was joined to', () => {
    const merge: Edit = {
      kind: 'merge-paragraphs',
      id: 'e1',
      firstParagraphId: 'p1',
      secondParagraphId: 'p2',
    }
    expect(caretAfter('Nob|ody.', merge)).toBe('Who was there last night? Nob|')
    expect(caretAfter('|Nobody.', merge)).toBe('Who was there last night? |')
    expect(caretAfter('That is| what', merge)).toBeNull()
  })
})
