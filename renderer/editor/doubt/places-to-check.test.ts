import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { applyEdits } from '#core/edits/apply-edits'
import { setMarkEdit } from '#core/edits/set-mark'
import { replaceTextEdit } from '#core/edits/replace-text'
import { EditRefused } from '#core/edits/refused'
import { choices, randomEdit } from '#core/edits/testing/random-edits'
import { conversation } from '#core/edits/testing/samples'
import type { Doubt } from '#core/doubt/reasons'
import { checkedPlaces, placeFrom, placesToCheck } from './places-to-check.ts'

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
    expect(placesToCheck(conversation(), [cut, loud], 'reading')).toMatchObject([
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
    expect(placesToCheck(conversation(), [gap], 'reading')[0]?.text).toBe('night? Nobody.')
  })

  it('has the likeliest errors first where that is asked for', () => {
    const keys = placesToCheck(conversation(), [cut, loud], 'likeliest').map((place) => place.key)
    expect(keys).toEqual(['c3.1 c3.2', 'c1.4 c1.4'])
  })

  it('leaves out at once what is accepted or corrected', () => {
    const transcript = conversation()
    const mark = { id: 'a1', kind: 'accepted', fromWordId: 'c3.1', toWordId: 'c3.2', value: null }
    const edits = [
      setMarkEdit(transcript, { id: 'a', mark }),
      replaceTextEdit(transcript, { id: 'b', paragraphId: 'p1', text: 'Who was there last knight?' }),
    ]
    const after = applyEdits(transcript, edits).transcript
    expect(placesToCheck(after, [cut, loud], 'reading')).toEqual([])
    expect(checkedPlaces(after)).toBe(2)
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
          expect(placesToCheck(transcript, doubts, 'reading')).toEqual(
            placesToCheck(transcript, unseen, 'reading'),
          )
        }
      }),
    )
  })
})

describe('placeFrom', () => {
  it('goes on from a time, round the end', () => {
    const places = placesToCheck(conversation(), [cut, loud], 'likeliest')
    const key = (ms: number, step: 1 | -1) => placeFrom(places, ms, step)?.key
    expect([key(0, 1), key(1600, 1), key(5400, 1)]).toEqual(['c1.4 c1.4', 'c3.1 c3.2', 'c1.4 c1.4'])
    expect([key(5400, -1), key(1600, -1)]).toEqual(['c1.4 c1.4', 'c3.1 c3.2'])
    expect(placeFrom([], 0, 1)).toBeNull()
  })
})
