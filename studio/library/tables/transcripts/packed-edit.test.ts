import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { carryEdits } from '#core/edits/apply-edits'
import { applyEdit } from '#core/edits/apply'
import type { Edit } from '#core/edits/edit'
import { replaceTextEdit } from '#core/edits/kinds/replace-text'
import { EditRefused } from '#core/edits/refused'
import { choices, randomEdit } from '#core/edits/testing/random-edits'
import { conversation, paragraph, saidWords } from '#core/edits/testing/samples'
import { paragraphText, type Transcript } from '#core/transcript/transcript'
import { packEdit, unpackEdit } from './packed-edit.ts'

function logged(transcript: Transcript, edit: Edit) {
  const { carried, transcript: after } = carryEdits(transcript, [edit])
  const [first] = carried
  return first?.outcome === 'applied' ? { edit: first.edit, inverse: first.inverse, after } : null
}

describe('an edit in the log', () => {
  it('has all that is needed to undo it and to say what it was, whatever it is', () => {
    fc.assert(
      fc.property(fc.array(choices, { minLength: 1, maxLength: 12 }), (plan) => {
        let transcript = conversation()
        for (const [index, choice] of plan.entries()) {
          const random = randomEdit(transcript, `e${index}`, choice)
          if (random === null) continue
          const edit = random.kind === 'replace-text' ? replaceTextEdit(transcript, random) : random
          let entry: ReturnType<typeof logged>
          try {
            entry = logged(transcript, edit)
          } catch (error) {
            if (!(error instanceof EditRefused)) throw error
            continue
          }
          if (entry === null) continue
          const back = unpackEdit(packEdit(entry.edit, entry.inverse))
          expect(back.inverse).toEqual(entry.inverse)
          expect(JSON.stringify(applyEdit(entry.after, back.inverse).transcript)).toBe(
            JSON.stringify(transcript),
          )
          expect(entry.edit).toMatchObject(back.edit)
          transcript = entry.after
        }
      }),
      { numRuns: 200 },
    )
  })

  it('takes as much room in a long paragraph as in a short one', () => {
    const sizes = [20, 400].map((count) => {
      const text = Array.from({ length: count }, (_, index) => `word${index}`).join(' ')
      const before = { ...conversation([]), paragraphs: [paragraph('p1', 's1', saidWords('c12', text, 0))] }
      const typed = paragraphText({ words: before.paragraphs[0]?.words ?? [] }).replace('word7', 'wordx7')
      const entry = logged(before, replaceTextEdit(before, { id: 'e', paragraphId: 'p1', text: typed }))
      if (entry === null) throw new Error('The edit was refused')
      const { edit, inverse } = packEdit(entry.edit, entry.inverse)
      return edit.length + inverse.length
    })
    expect(sizes[1]).toBe(sizes[0])
  })

  it('of an older version is read as it was written', () => {
    const before = conversation()
    const text = 'Nobody. They all left home.'
    const edit = replaceTextEdit(before, { id: 'e', paragraphId: 'p2', text })
    const [word] = before.paragraphs[1]?.words.slice(3) ?? []
    const inverse = {
      kind: 'restore',
      id: 'e/inverse',
      paragraphs: [
        {
          afterId: 'p1',
          remove: [{ id: 'p2', wordIds: ['c2.0', 'c2.1', 'c2.2', 'c2.3', 'c2.4'] }],
          put: [
            {
              id: 'p2',
              speakerId: 's2',
              language: 'en',
              kind: 'speech',
              words: ['c2.0', 'c2.1', 'c2.2', word, 'c2.4'],
            },
          ],
        },
      ],
      heads: [],
      speakers: null,
      turns: null,
      marks: null,
    }
    const row = unpackEdit({ edit: JSON.stringify(edit), inverse: JSON.stringify(inverse) })
    expect(row).toEqual({ edit, inverse })
    const { transcript } = applyEdit(before, edit)
    expect(applyEdit(transcript, row.inverse).transcript).toEqual(before)
  })
})
