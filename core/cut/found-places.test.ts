import { describe, expect, it } from 'vitest'
import { spoken } from '../captions/testing/spoken.ts'
import { applyEdit } from '../edits/apply.ts'
import type { CutStretch } from '../transcript/cut-reason.ts'
import type { Transcript } from '../transcript/transcript.ts'
import {
  cutPlaces,
  foundStretches,
  foundWords,
  type PlaceChange,
  restorePlaces,
  withAllCut,
  withoutKind,
} from './found-places.ts'

const start: Transcript = {
  id: 't',
  recordingId: 'r',
  language: 'en',
  run: { program: 'parolo', version: '1', models: [], settings: {} },
  speakers: [{ id: 'A', name: null, colour: 0, groupId: null }],
  turns: [],
  paragraphs: spoken([
    ['A', 1_000, 3_000, 'Um, so uh, um, yes.'],
    ['A', 5_000, 6_000, 'The the end, uh, it is.'],
  ]),
  marks: [],
}
let made = 0
const newId = (): string => `e${(made += 1)}`
const after = (transcript: Transcript, { edits }: PlaceChange): Transcript =>
  edits.reduce((now, edit) => applyEdit(now, edit).transcript, transcript)
const fillers = (transcript: Transcript) => foundWords(transcript, 'filler', 'en')
const shortOf = (transcript: Transcript): string[] =>
  fillers(transcript).map(({ text, isCut }) => `${text}${isCut ? ' cut' : ''}`)

describe('words that are found', () => {
  it('stay the same places, in order, while each is cut and restored', () => {
    expect(shortOf(start)).toEqual(['Um,', 'uh, um,', 'uh,'])
    const [, second] = fillers(start)
    const one = after(start, cutPlaces(start, 'filler', second === undefined ? [] : [second], newId))
    expect(shortOf(one)).toEqual(['Um,', 'uh, um, cut', 'uh,'])
    expect(fillers(one).map(({ id }) => id)).toEqual(fillers(start).map(({ id }) => id))
    const all = after(one, cutPlaces(one, 'filler', fillers(one), newId))
    expect(shortOf(all)).toEqual(['Um, cut', 'uh, um, cut', 'uh, cut'])
    const left = fillers(all).filter(({ id }) => id === second?.id)
    expect(shortOf(after(all, restorePlaces(all, left, newId)))).toEqual(['Um, cut', 'uh, um,', 'uh, cut'])
    expect(after(all, restorePlaces(all, fillers(all), newId)).marks).toEqual([])
  })

  it('are told from words that were struck for another reason', () => {
    const all = after(start, cutPlaces(start, 'repetition', foundWords(start, 'repetition', 'en'), newId))
    expect(foundWords(all, 'repetition', 'en').map(({ text, isCut }) => [text, isCut])).toEqual([
      ['The', true],
    ])
    expect(fillers(all).every(({ isCut }) => !isCut)).toBe(true)
  })
})

const row: CutStretch = { id: 'c1', startMs: 3_300, endMs: 4_700, reason: 'pause' }

describe('places without words', () => {
  it('are what is found and what is cut; pauses of another length are changed', () => {
    const cough: CutStretch = { id: 'c2', startMs: 8_000, endMs: 9_000, reason: 'person' }
    const earlier: CutStretch = { id: 'c3', startMs: 10_000, endMs: 11_000, reason: 'pause' }
    const found = [
      { startMs: 3_200, endMs: 4_800 },
      { startMs: 6_300, endMs: 7_000 },
    ]
    const places = foundStretches('pause', found, [row, cough, earlier])
    expect(places.map(({ startMs, isCut }) => [startMs, isCut])).toEqual([
      [3_200, true],
      [6_300, false],
      [10_000, true],
    ])
    const change = cutPlaces(start, 'pause', places, newId)
    expect(change.set.map(({ startMs, endMs, reason }) => [startMs, endMs, reason])).toEqual([
      [3_200, 4_800, 'pause'],
      [6_300, 7_000, 'pause'],
    ])
    expect(change.remove).toEqual(['c1'])
    expect(restorePlaces(start, places, newId)).toEqual({ edits: [], set: [], remove: ['c1', 'c3'] })
  })
})

it('what would be cut with none and with all places of a kind is that which cutting them makes', () => {
  const [first] = fillers(start)
  const now = {
    transcript: after(start, cutPlaces(start, 'filler', first === undefined ? [] : [first], newId)),
    stretches: [row],
  }
  const words = withAllCut(now, 'filler', fillers(now.transcript))
  expect(shortOf(words.transcript)).toEqual(['Um, cut', 'uh, um, cut', 'uh, cut'])
  expect(words.stretches).toEqual([row])
  expect(withoutKind(words, 'filler').transcript.marks).toEqual([])
  const pauses = foundStretches('pause', [{ startMs: 3_200, endMs: 4_800 }], [row])
  expect(withAllCut(now, 'pause', pauses).stretches).toMatchObject([{ startMs: 3_200, endMs: 4_800 }])
  expect(withoutKind(now, 'pause').stretches).toEqual([])
})
