import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { applyEdits } from '../edits/apply-edits.ts'
import { setMarkEdit } from '../edits/kinds/set-mark.ts'
import { replaceTextEdit } from '../edits/kinds/replace-text.ts'
import { EditRefused } from '../edits/refused.ts'
import { choices, randomEdit } from '../edits/testing/random-edits.ts'
import { conversation } from '../edits/testing/samples.ts'
import type { Doubt } from './reasons.ts'
import { checkedPlaces, countChecked, placesToCheck, textOfPlace } from './places-to-check.ts'

const cut: Doubt = {
  fromWordId: 'c1.4',
  toWordId: 'c1.4',
  reasons: [{ reason: 'chunk-edge', cutMs: 1900 }],
  estimate: 0.1,
}
const gap: Doubt = {
  fromWordId: 'c1.4',
  toWordId: 'c2.0',
  reasons: [{ reason: 'speech-without-text', startMs: 1900, endMs: 2100 }],
  estimate: 0.55,
}
const loud: Doubt = {
  fromWordId: 'c3.1',
  toWordId: 'c3.2',
  reasons: [{ reason: 'text-over-silence', startMs: 5400, endMs: 6100 }],
  estimate: 0.65,
}

describe('placesToCheck', () => {
  it('shows each place with the words around it', () => {
    expect(placesToCheck(conversation(), [cut, loud])).toMatchObject([
      {
        paragraphId: 'p1',
        before: 'Who was there last ',
        text: 'night?',
        after: '',
        startMs: 1600,
        endMs: 1900,
      },
      { paragraphId: 'p3', before: 'That ', text: 'is what', after: ' I thought.' },
    ])
    expect(placesToCheck(conversation(), [gap])[0]?.text).toBe('night? Nobody.')
  })

  it('leaves out at once what is accepted or corrected', () => {
    const transcript = conversation()
    const mark = { id: 'a1', kind: 'accepted' as const, fromWordId: 'c3.1', toWordId: 'c3.2', value: null }
    const edits = [
      setMarkEdit(transcript, { id: 'a', mark }),
      replaceTextEdit(transcript, { id: 'b', paragraphId: 'p1', text: 'Who was there last knight?' }),
    ]
    const after = applyEdits(transcript, edits).transcript
    expect(placesToCheck(after, [cut, loud])).toEqual([])
    expect(checkedPlaces(after)).toEqual({ right: 1, corrected: 1 })
    expect(countChecked(after)).toBe(2)
  })
})

describe('placesToCheck, again and again', () => {
  it('gives after any edits what it gives at first sight', () => {
    const doubts = [cut, gap, loud]
    fc.assert(
      fc.property(fc.array(choices, { maxLength: 12 }), (plan) => {
        let transcript = conversation()
        for (const [index, choice] of plan.entries()) {
          const edit = randomEdit(transcript, `e${index}`, choice)
          if (edit === null) continue
          try {
            transcript = applyEdits(transcript, [edit]).transcript
          } catch (error) {
            if (!(error instanceof EditRefused)) throw error
          }
          const unseen = doubts.map((doubt) => ({ ...doubt }))
          expect(placesToCheck(transcript, doubts)).toEqual(placesToCheck(transcript, unseen))
        }
      }),
    )
  })
})

describe('a place', () => {
  const early: Doubt = {
    fromWordId: 'c1.0',
    toWordId: 'c1.0',
    reasons: [{ reason: 'chunk-edge', cutMs: 0 }],
    estimate: 0.5,
  }
  it('says its words as they are now', () => {
    const transcript = conversation()
    const [, place] = placesToCheck(conversation(), [early, cut, loud])
    if (place === undefined) throw new Error('a place')
    const change = (text: string) =>
      applyEdits(transcript, [replaceTextEdit(transcript, { id: 'b', paragraphId: 'p1', text })]).transcript
    expect(textOfPlace(transcript, place)).toBe('night?')
    expect(textOfPlace(change('Who was there last knight or day?'), place)).toBe('knight or day?')
    expect(textOfPlace(change('Nothing else'), place)).toBe('night?')
  })
})
