import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { applyEdits } from '../edits/apply-edits.ts'
import { setMarkEdit } from '../edits/kinds/set-mark.ts'
import { replaceTextEdit } from '../edits/kinds/replace-text.ts'
import { EditRefused } from '../edits/refused.ts'
import { choices, randomEdit } from '../edits/testing/random-edits.ts'
import { conversation } from '../edits/testing/samples.ts'
import type { Doubt } from './reasons.ts'
import {
  checkedPlaces,
  placeAfter,
  placeFrom,
  placeNow,
  placesToCheck,
  textOfPlace,
} from './places-to-check.ts'

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
    const mark = { id: 'a1', kind: 'accepted' as const, fromWordId: 'c3.1', toWordId: 'c3.2', value: null }
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

describe('the open place', () => {
  const early: Doubt = {
    fromWordId: 'c1.0',
    toWordId: 'c1.0',
    reasons: [{ reason: 'chunk-edge', cutMs: 0 }],
    estimate: 0.5,
  }
  const all = placesToCheck(conversation(), [early, cut, loud], 'reading')
  const keysOf = (places: readonly { readonly key: string }[]): string[] => places.map(({ key }) => key)

  it('is the one that was opened last, or the first', () => {
    expect(placeNow(all, null, 'reading')).toBe(all[0])
    expect(placeNow(all, all[1] ?? null, 'reading')).toBe(all[1])
    expect(placeNow([], null, 'reading')).toBeNull()
  })

  it('once it is done, is the next in order and not the first', () => {
    const [first, second, third] = all
    if (first === undefined || second === undefined || third === undefined) throw new Error('three places')
    expect(placeNow([first, third], second, 'reading')).toBe(third)
    expect(placeAfter([first, second], third, 'reading')).toBe(first)
    expect(placeAfter([second], second, 'reading')).toBeNull()
    const likeliest = placesToCheck(conversation(), [early, cut, loud], 'likeliest')
    expect(keysOf(likeliest)).toEqual(['c3.1 c3.2', 'c1.0 c1.0', 'c1.4 c1.4'])
    expect(placeAfter(likeliest, third, 'likeliest')?.key).toBe('c1.0 c1.0')
    expect(placeNow([third, second], first, 'likeliest')).toBe(second)
  })

  it('says its words as they are now', () => {
    const transcript = conversation()
    const [, place] = all
    if (place === undefined) throw new Error('a place')
    const change = (text: string) =>
      applyEdits(transcript, [replaceTextEdit(transcript, { id: 'b', paragraphId: 'p1', text })]).transcript
    expect(textOfPlace(transcript, place)).toBe('night?')
    expect(textOfPlace(change('Who was there last knight or day?'), place)).toBe('knight or day?')
    expect(textOfPlace(change('Nothing else'), place)).toBe('night?')
  })
})
