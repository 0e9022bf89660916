import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { paragraphText, type Paragraph } from '../../transcript/transcript.ts'
import { copiedText, type SelectedPart } from './copied-text.ts'
import { english } from '../testing/sample-document.ts'

const paragraph = (
  id: string,
  speakerId: string | null,
  startMs: number,
  text: string,
  kind: Paragraph['kind'] = 'speech',
): Paragraph => ({
  id,
  speakerId,
  language: 'en',
  kind,
  words: text.split(' ').map((word, index) => ({
    id: `${id}.${index}`,
    before: index === 0 ? '' : ' ',
    text: word,
    startMs: startMs + index * 1_000,
    endMs: startMs + index * 1_000 + 900,
    confidence: null,
    origin: 'recognised',
  })),
})

const speakers = [
  { id: 'nora', name: 'Nora', colour: 0, groupId: null },
  { id: 'other', name: null, colour: 1, groupId: null },
]
const whole = (one: Paragraph): SelectedPart => ({ paragraph: one, from: 0, text: paragraphText(one) })

const broke = paragraph('p1', 'nora', 0, 'So, what broke?')
const all = paragraph('p2', 'other', 15_000, 'All of it.')
const handle = paragraph('p3', 'other', 62_000, 'The handle first.')

const copied = (parts: readonly SelectedPart[], times = false): string | null =>
  copiedText(speakers, parts, { ...english, times })

describe('text that is copied over several paragraphs', () => {
  it('says who speaks where that is another than before', () => {
    expect(copied([broke, all, handle, broke].map(whole))).toBe(
      'Nora: So, what broke?\nSpeaker 2: All of it.\nThe handle first.\nNora: So, what broke?',
    )
  })

  it('has the time of each where that is wanted, of the first word that is selected', () => {
    const late = paragraph('p4', 'nora', 3_723_000, 'We have a spare.')
    const parts = [
      { paragraph: broke, from: 4, text: 'what broke?' },
      whole(all),
      whole(handle),
      { paragraph: late, from: 0, text: 'We h' },
    ]
    expect(copied(parts, true)).toBe(
      '[0:01] Nora: what broke?\n[0:15] Speaker 2: All of it.\n[1:02] The handle first.\n[1:02:03] Nora: We h',
    )
  })

  it('is without names where nobody is known to speak', () => {
    const noise = paragraph('p5', null, 5_000, '(A door closes.)', 'sound')
    expect(copied([broke, noise, all].map(whole))).toBe(
      'Nora: So, what broke?\n(A door closes.)\nSpeaker 2: All of it.',
    )
  })
})

describe('text that is copied of one paragraph', () => {
  it('is left as it is, also where the selection touches its neighbors', () => {
    expect(copied([whole(broke)])).toBeNull()
    expect(copied([])).toBeNull()
    const parts = [
      { paragraph: broke, from: 15, text: '' },
      whole(all),
      { paragraph: handle, from: 0, text: '' },
      { paragraph: null, from: 0, text: '' },
    ]
    expect(copied(parts, true)).toBeNull()
  })
})

it('holds every line that is selected, in order, each at the end of its own line', () => {
  const selected = fc.array(
    fc.record({
      one: fc.constantFrom(broke, all, handle),
      from: fc.nat(16),
      length: fc.nat(16),
    }),
    { maxLength: 6 },
  )
  fc.assert(
    fc.property(selected, fc.boolean(), (choices, times) => {
      const parts = choices.map(({ one, from, length }): SelectedPart => {
        return { paragraph: one, from, text: paragraphText(one).slice(from, from + length) }
      })
      const said = parts.map(({ text }) => text.trim()).filter((text) => text !== '')
      const text = copied(parts, times)
      if (said.length < 2) expect(text).toBeNull()
      else {
        const lines = text?.split('\n') ?? []
        expect(lines).toHaveLength(said.length)
        for (const [index, line] of lines.entries()) {
          expect(line.endsWith(said[index] ?? '-')).toBe(true)
          expect(/^\[\d+:\d\d\] /u.test(line)).toBe(times)
        }
      }
    }),
  )
})
