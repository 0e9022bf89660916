import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { type Mark, type Transcript, transcriptWords } from '../transcript/transcript.ts'
import { followMarks } from './carry/marks-follow.ts'
import type { Edit } from './edit.ts'
import { applyRestore } from './history/restore.ts'
import { replacedWords } from './kinds/replace-text.ts'
import { paragraphIndex } from './places.ts'
import { EditRefused } from './refused.ts'
import { choices, randomEdit } from './testing/random-edits.ts'
import { conversation, conversationMs } from './testing/samples.ts'
import { WorkingCopy, type WorkedEdit } from './working-copy.ts'

const limits = { durationMs: conversationMs }

/** The transcript after an edit of words or a restore, with every mark followed; null for other edits. */
function afterAll(before: Transcript, edit: Edit): Transcript | null {
  if (edit.kind === 'restore') return followMarks(before, applyRestore(before, edit), edit)
  if (edit.kind !== 'replace-text') return null
  const place = paragraphIndex(before, edit.paragraphId)
  const words = replacedWords(before, place, edit)
  const paragraphs = before.paragraphs.flatMap((each, index) =>
    index !== place ? [each] : words.length === 0 ? [] : [{ ...each, words }],
  )
  return followMarks(before, { ...before, paragraphs }, edit)
}

function withRedactions(said: Transcript, spans: readonly [number, number][]): Transcript {
  const words = transcriptWords(said)
  const marks = spans.map((places, index): Mark => {
    const [first = 0, last = 0] = places.map((place) => place % words.length).sort((a, b) => a - b)
    const [from, to] = [words[first]?.id ?? '', words[last]?.id ?? '']
    return { id: `r${index}`, kind: 'redaction', fromWordId: from, toWordId: to, value: null }
  })
  return { ...said, marks: [...said.marks, ...marks] }
}

function hasIdTwice({ paragraphs, marks }: Transcript): boolean {
  return [paragraphs, marks].some((list) => new Set(list.map(({ id }) => id)).size < list.length)
}

function applied(copy: WorkingCopy, edit: Edit): WorkedEdit | null {
  try {
    return copy.apply(edit)
  } catch (error) {
    if (!(error instanceof EditRefused)) throw error
    return null
  }
}

it('edits and restores of one paragraph give what going through all paragraphs and marks gives', () => {
  let compared = 0
  const plans = fc.array(choices, { maxLength: 30, size: 'max' })
  const redactions = fc.array(fc.tuple(fc.nat(99), fc.nat(99)), { maxLength: 3 })
  fc.assert(
    fc.property(plans, fc.array(fc.boolean()), redactions, (plan, undone, redacted) => {
      const copy = new WorkingCopy(withRedactions(conversation(), redacted), limits)
      const compare = (edit: Edit): WorkedEdit | null => {
        const before = copy.transcript()
        const worked = applied(copy, edit)
        // Undoing an edit before later ones of the same words can leave two paragraphs or marks with one id.
        const expected = worked === null || hasIdTwice(before) ? null : afterAll(before, edit)
        if (expected === null) return worked
        compared += 1
        expect(copy.transcript()).toEqual(expected)
        return worked
      }
      const inverses: Edit[] = []
      plan.forEach((choice, index) => {
        const edit = randomEdit(copy.transcript(), `e${index}`, choice)
        const worked = edit === null ? null : compare(edit)
        if (worked !== null) inverses.push(worked.inverse)
        // Also one that is not the last: words and marks have changed since.
        const inverse =
          undone[index] === true ? inverses.splice(index % inverses.length || 0, 1)[0] : undefined
        if (inverse !== undefined) compare(inverse)
      })
    }),
    { numRuns: 200 },
  )
  expect(compared).toBeGreaterThan(500)
})
