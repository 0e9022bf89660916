import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { lint } from '../transcript/lint.ts'
import { paragraphText, type Transcript } from '../transcript/transcript.ts'
import { applyEdit } from './apply.ts'
import type { Edit } from './edit.ts'
import { EditRefused } from './refused.ts'
import { expectEdit } from './testing/expect-edit.ts'
import { choices, randomEdit } from './testing/random-edits.ts'
import { conversation, conversationMs } from './testing/samples.ts'

const limits = { durationMs: conversationMs }

/** The edit's result, or null when it was refused. */
function tryEdit(transcript: Transcript, edit: Edit): ReturnType<typeof applyEdit> | null {
  try {
    return applyEdit(transcript, edit, limits)
  } catch (error) {
    if (error instanceof EditRefused) return null
    throw error
  }
}

describe('applyEdit', () => {
  it('plays 200 random edits, keeps lint, and undoes them all to the same bytes', () => {
    const made = new Set<string>()
    fc.assert(
      fc.property(fc.array(choices, { minLength: 200, maxLength: 200 }), (plan) => {
        const start = conversation()
        const states: string[] = []
        const inverses: Edit[] = []
        let transcript = start
        plan.forEach((choice, index) => {
          const edit = randomEdit(transcript, `e${index}`, choice)
          const applied = edit && tryEdit(transcript, edit)
          if (!edit || !applied) return
          states.push(JSON.stringify(transcript))
          expect(lint(applied.transcript, conversationMs)).toEqual([])
          inverses.push(applied.inverse)
          made.add(edit.kind)
          transcript = applied.transcript
        })
        for (const inverse of inverses.reverse()) {
          transcript = applyEdit(transcript, inverse).transcript
          expect(JSON.stringify(transcript)).toBe(states.pop())
        }
        expect(JSON.stringify(transcript)).toBe(JSON.stringify(start))
      }),
      { numRuns: 25 },
    )
    // All kinds except `restore`, which is only made by undo.
    expect(made.size).toBe(19)
  })

  it('keeps result, inverse and JSON in step for every single edit', () => {
    fc.assert(
      fc.property(fc.array(choices, { maxLength: 6, size: 'max' }), choices, (earlier, choice) => {
        let transcript = conversation()
        earlier.forEach((each, index) => {
          const edit = randomEdit(transcript, `a${index}`, each)
          transcript = (edit && tryEdit(transcript, edit)?.transcript) ?? transcript
        })
        const edit = randomEdit(transcript, 'e', choice)
        fc.pre(edit !== null && tryEdit(transcript, edit) !== null)
        const { transcript: after } = expectEdit(transcript, edit, undefined, limits)
        expect(after.id).toBe(transcript.id)
      }),
      { numRuns: 300 },
    )
  })

  it('gives a paragraph exactly the text that was typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        const edit = { kind: 'replace-text', id: 'e', paragraphId: 'p2', text } as const
        const after = applyEdit(conversation(), edit).transcript
        const found = after.paragraphs.find(({ id }) => id === 'p2')
        expect(found ? paragraphText(found) : '').toBe(text.trim() === '' ? '' : text)
      }),
    )
  })

  it('names what it touched', () => {
    const before = conversation()
    const text = 'Nobody. They all left.'
    expect(applyEdit(before, { kind: 'replace-text', id: 'e', paragraphId: 'p2', text }).touched).toEqual({
      paragraphIds: ['p2'],
      speakers: false,
      turns: false,
      marks: true,
      captionRules: false,
      fillers: false,
      numbers: false,
      captionTiming: false,
    })
    const merge = { kind: 'merge-speakers', id: 'e', fromSpeakerId: 's2', intoSpeakerId: 's1' } as const
    expect(applyEdit(before, merge).touched).toEqual({
      paragraphIds: ['p2'],
      speakers: true,
      turns: true,
      marks: false,
      captionRules: false,
      fillers: false,
      numbers: false,
      captionTiming: false,
    })
  })

  it('takes a join back once, though the words were parted again by hand', () => {
    const before = conversation([])
    const text = 'Nobody. Theyall went home.'
    const joined = applyEdit(before, { kind: 'replace-text', id: 'e', paragraphId: 'p2', text })
    const again = paragraphText(before.paragraphs[1] ?? { words: [] })
    const parted = applyEdit(joined.transcript, {
      kind: 'replace-text',
      id: 'f',
      paragraphId: 'p2',
      text: again,
    }).transcript
    expect(applyEdit(parted, joined.inverse).transcript).toEqual(before)
  })

  it('refuses an edit id that has made something already', () => {
    const sound: Edit = {
      kind: 'insert-sound',
      id: 'e',
      paragraphKind: 'sound',
      text: '[door]',
      startMs: 10,
      endMs: 90,
    }
    const once = applyEdit(conversation(), sound).transcript
    expect(() => applyEdit(once, sound)).toThrow(EditRefused)
  })

  it('edits one paragraph among thousands and leaves all others the same objects', () => {
    const one = conversation([])
    const paragraphs = Array.from({ length: 2500 }, (_, index) => {
      const words = one.paragraphs[0]?.words.map((word) => ({ ...word, id: `w${index}-${word.id}` })) ?? []
      return { id: `p${index}`, speakerId: 's1', language: 'en', kind: 'speech' as const, words }
    })
    let transcript: Transcript = { ...one, paragraphs }
    for (let index = 0; index < 200; index += 1) {
      const edit = {
        kind: 'replace-text',
        id: `e${index}`,
        paragraphId: `p${index * 12}`,
        text: 'Who is here?',
      }
      const after = applyEdit(transcript, { ...edit, kind: 'replace-text' }).transcript
      const changed = after.paragraphs.filter((paragraph, at) => paragraph !== transcript.paragraphs[at])
      expect(changed.map(({ id }) => id)).toEqual([edit.paragraphId])
      transcript = after
    }
  })
})
