import fc from 'fast-check'
import { expect, it } from 'vitest'
import { applyEdit } from '../../edits/apply.ts'
import { EditRefused } from '../../edits/refused.ts'
import { choices, randomEdit } from '../../edits/testing/random-edits.ts'
import { conversation } from '../../edits/testing/samples.ts'
import type { Transcript } from '../../transcript/transcript.ts'
import { wordOrder } from './word-order.ts'

it('after each of many edits, words have the places of all words but those of notes', () => {
  const check = (transcript: Transcript): void => {
    const { paragraphs } = transcript
    const spoken = paragraphs.flatMap((paragraph, index) =>
      paragraph.kind === 'note' ? [] : paragraph.words.map((word) => ({ word, index })),
    )
    const order = wordOrder(transcript)
    expect(order.length).toBe(spoken.length)
    spoken.forEach(({ word, index }, place) => {
      expect(order.at(place)).toBe(word)
      expect(order.paragraphAt(place)).toBe(index)
    })
    expect(order.at(-1)).toBeUndefined()
    expect(order.at(spoken.length)).toBeUndefined()
    const ids = paragraphs.flatMap(({ words }) => words.map(({ id }) => id))
    const places = new Map(spoken.map(({ word: { id } }, place) => [id, place]))
    expect(order.placesOf([...ids, 'gone'])).toEqual(places)
    expect(order.slice(0, order.length)).toEqual(order.words)
    expect(order.places).toEqual(places)
  }
  fc.assert(
    fc.property(fc.array(choices, { maxLength: 20, size: 'max' }), (plan) => {
      let now = conversation()
      check(now)
      plan.forEach((choice, index) => {
        const edit = randomEdit(now, `e${index}`, choice)
        if (edit === null) return
        try {
          now = applyEdit(now, edit).transcript
        } catch (error) {
          if (!(error instanceof EditRefused)) throw error
        }
        check(now)
      })
    }),
    { numRuns: 50 },
  )
})
